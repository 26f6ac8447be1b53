import Foundation
import Testing

/// Drafts with something wrong in one place: a clear word at that place, and every other post checked.
@Suite struct BadInputTests {
  let folder: Folder

  /// Puts the sample pack into a folder.
  init() throws {
    folder = try Folder()
    try SamplePack().write(to: folder)
  }

  /// A draft, and the lines that `check --format concise` prints about it.
  struct Draft: Sendable, CustomTestStringConvertible {
    var path: String
    var text: String
    var lines: [String]
    var status: Int32 = 1
    var testDescription: String { "\(path): \(lines.first ?? "")" }
  }

  /// The line for a kettle.
  private static func kettle(_ place: String) -> String {
    "\(place): error: this names the kettle [sample-pack/kettle]"
  }

  @Test(arguments: [
    Draft(
      path: "many.csv",
      text: "id,text\n1,a kettle,what,ever\n2,a kettle\n",
      lines: [
        "many.csv:2:12: error: row 2 has 4 cells for 2 columns, so it was not checked [draft/ragged-row]",
        kettle("many.csv:3:5"),
      ]
    ),
    Draft(
      path: "few.csv",
      text: "id,lane,text\n1\n2,x,a kettle\n",
      lines: [
        "few.csv:2:1: error: row 2 has 1 cell for 3 columns, so it was not checked [draft/ragged-row]",
        kettle("few.csv:3:7"),
      ]
    ),
    Draft(
      path: "two.csv",
      text: "caption,message\na kettle,a kettle\n",
      lines: [
        "two.csv:1:9: error: `caption` and `message` could both hold the posts' words, so nothing was checked [draft/two-text-columns]"
      ],
      status: 2
    ),
    Draft(
      path: "open.csv",
      text: "text,id\n\"a kettle,1\nanother kettle,2\n",
      lines: [
        "open.csv:2:1: error: nothing closes this quotation mark, so this row was not checked [draft/unclosed-quote]",
        kettle("open.csv:3:9"),
      ]
    ),
    Draft(
      path: "ids.csv",
      text: "id,text\na,a kettle\na,a kettle\n",
      lines: [
        "ids.csv:3:1: warning: another post of this file has this id, so their findings cannot be told apart [draft/duplicate-id]",
        kettle("ids.csv:2:5"), kettle("ids.csv:3:5"),
      ]
    ),
    Draft(
      path: "ids.jsonl",
      text: "{\"id\":7,\"text\":\"tea\"}\n{\"id\":\"7\",\"text\":\"a kettle\"}\n",
      lines: [
        "ids.jsonl:2:7: warning: another post of this file has this id, so their findings cannot be told apart [draft/duplicate-id]",
        kettle("ids.jsonl:2:21"),
      ]
    ),
    Draft(
      path: "day.csv",
      text: "text,publish at\na kettle,2027-02-30\na kettle,2027-02-28 9:00\n",
      lines: [
        "day.csv:2:10: note: this is not a date, so posts with such a cell have no `publish-at` [draft/unreadable-date]",
        kettle("day.csv:2:3"), kettle("day.csv:3:3"),
      ]
    ),
    Draft(
      path: "day.md",
      text: "---\npublish-at: soon\nembargo-until: 2027-01-01 noonish\n---\nA kettle.\n",
      lines: [
        "day.md:2:1: warning: `publish-at` is not a day that can be read, so the day of the check counts [draft/unreadable-date]",
        "day.md:3:1: warning: the time in `embargo-until` cannot be read, so nothing was compared with it [draft/unreadable-date]",
        kettle("day.md:5:3"),
      ]
    ),
    Draft(
      path: "day.jsonl",
      text: "{\"publishAt\":\"tomorrow\",\"text\":\"a kettle\"}\n",
      lines: [
        "day.jsonl:1:2: warning: `publish-at` is not a day that can be read, so the day of the check counts [draft/unreadable-date]",
        kettle("day.jsonl:1:35"),
      ]
    ),
    Draft(
      path: "nul.csv",
      text: "text\na kettle\nb\u{0}\n",
      lines: [
        "nul.csv:3:2: error: this draft holds bytes that are not text, so it was not checked [draft/binary]"
      ],
      status: 2
    ),
    Draft(
      path: "nul.jsonl",
      text: "{\"text\":\"b\u{0}\"}\n{\"text\":\"a kettle\"}\n",
      lines: [
        "nul.jsonl:1:11: error: this draft holds bytes that are not text, so it was not checked [draft/binary]",
        kettle("nul.jsonl:2:12"),
      ],
      status: 2
    ),
    Draft(
      path: "mac.csv",
      text: "text,id\r\"a\rkettle\",1\ranother kettle,2\r",
      lines: [kettle("mac.csv:3:1"), kettle("mac.csv:4:9")]
    ),
    Draft(
      path: "mac.md",
      text: "---\rlane: x\r---\rTea.\r\rA kettle.\r",
      lines: [kettle("mac.md:6:3")]
    ),
    Draft(
      path: "mac.json",
      text: "[\r{\"text\":\r\"a kettle\"}]\r",
      lines: [kettle("mac.json:3:4")]
    ),
    Draft(
      path: "empty.csv",
      text: "",
      lines: ["empty.csv:1:1: note: this draft has no text to check [draft/empty]"],
      status: 2
    ),
    Draft(
      path: "header.csv",
      text: "id,text\n",
      lines: ["header.csv:1:1: note: this draft has no text to check [draft/empty]"],
      status: 2
    ),
    Draft(
      path: "strange.csv",
      text: "Titel,Wann\nx,y\n",
      lines: [
        "strange.csv:1:1: error: no column here is known to hold the posts' words; the columns are `Titel`, `Wann` [draft/unknown-columns]"
      ],
      status: 2
    ),
    Draft(
      path: "half.json",
      text: #"[{"text":"\ud83d a kettle"},{"text":"a kettle"}]"#,
      lines: [
        "half.json:1:11: warning: this escape is half of a character, and was read as U+FFFD [draft/unpaired-surrogate]",
        kettle("half.json:1:20"), kettle("half.json:1:40"),
      ]
    ),
    Draft(
      path: "deep.json",
      text: "[{\"text\":\"a kettle\"},\(String(repeating: "[", count: 100_000))",
      lines: [
        "deep.json:1:85: error: this JSON is nested too deeply to read [draft/nesting-too-deep]",
        kettle("deep.json:1:13"),
      ]
    ),
    Draft(
      path: "trailing.json",
      text: "[{\"text\":\"a kettle\"}] and more",
      lines: [
        "trailing.json:1:23: error: there is something behind the end of the JSON [draft/json]",
        kettle("trailing.json:1:13"),
      ]
    ),
    Draft(
      path: "twice.json",
      text: #"[{"text":"tea","text":"a kettle","lane":"x","lane":"y"}]"#,
      lines: [
        "twice.json:1:17: error: this key stands in the object twice, and only the last was read [draft/duplicate-key]",
        "twice.json:1:46: error: this key stands in the object twice, and only the last was read [draft/duplicate-key]",
        kettle("twice.json:1:26"),
      ]
    ),
    Draft(
      path: "types.json",
      text: #"[{"text":7},{"text":null},"kettle",{"text":"a kettle","id":[1]}]"#,
      lines: [
        "types.json:1:10: error: `text` must be a string, so this post was not checked [draft/text-not-a-string]",
        "types.json:1:21: error: `text` must be a string, so this post was not checked [draft/text-not-a-string]",
        "types.json:1:27: error: this is not a JSON object [draft/json]",
        kettle("types.json:1:47"),
      ]
    ),
    Draft(
      path: "front.md",
      text: "---\nlane: [x\n---\nA kettle.\n",
      lines: ["front.md:2:7: error: ", kettle("front.md:4:3")]
    ),
  ])
  func oneFault(_ draft: Draft) throws {
    try folder.write(draft.text, to: draft.path)
    let outcome = try BuiltCommand.run(
      ["check", "--packs", "pack", "--format", "concise", "--as-of", "2027-01-01", draft.path],
      in: folder.url
    )
    let found = outcome.lines.dropLast()
    #expect(found.count == draft.lines.count, "\(outcome.output)")
    for (line, wanted) in zip(found, draft.lines) { #expect(line.hasPrefix(wanted)) }
    #expect(outcome.status == draft.status)
    #expect(outcome.errors == "")
  }

  @Test func aCellLongerThanAnyPostIsRefusedAlone() throws {
    let words = String(repeating: "tea and ", count: 131_073)
    try folder.write("text,id\n\"\(words)\",1\na kettle,2\n", to: "long.csv")
    try folder.write("[{\"text\":\"\(words)\"},{\"text\":\"a kettle\"}]", to: "long.json")
    let outcome = try BuiltCommand.run(
      ["check", "--packs", "pack", "--format", "concise", "long.csv", "long.json"],
      in: folder.url
    )
    #expect(
      outcome.lines.dropLast() == [
        "long.csv:2:1: error: this text is longer than 1048576 bytes, so it was not checked [draft/text-too-long]",
        Self.kettle("long.csv:3:3"),
        "long.json:1:2: error: this text is longer than 1048576 bytes, so it was not checked [draft/text-too-long]",
        Self.kettle("long.json:1:1048609"),
      ]
    )
  }

  @Test func theRowIsNamedInTheFullReport() throws {
    try folder.write("id,text\n1\n2,x,a kettle\nb7,a kettle\n", to: "plan.csv")
    let outcome = try BuiltCommand.run(["check", "--packs", "pack", "plan.csv"], in: folder.url)
    #expect(outcome.output.contains("row 2"))
    #expect(outcome.output.contains("row 3"))
    #expect(outcome.output.contains("b7"))
  }
}
