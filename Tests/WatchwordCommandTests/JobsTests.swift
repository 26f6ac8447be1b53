import Foundation
import Testing

/// The report is the same whatever the number of threads.
@Suite struct JobsTests {
  /// A folder of this test's own.
  let folder: Folder

  /// Writes drafts of every kind: clean ones, ones with findings, broken ones, long streams, and posts
  /// whose facts add up.
  init() throws {
    folder = try Folder()
    try SamplePack().write(to: folder)
    for number in 0..<60 {
      let name = number < 10 ? "0\(number)" : "\(number)"
      let text =
        number % 3 == 0 ? "Put the kettle on, it is number \(number).\n" : "Put the urn on.\n"
      try folder.write(text, to: "drafts/\(number % 7)/\(name).md")
    }
    try folder.write([0xFF, 0xFE, 0x54, 0x00], to: "drafts/3/wide.md")
    try folder.write("", to: "drafts/3/zero.txt")
    try folder.write("---\npresence personal\n---\nA kettle.\n", to: "drafts/4/broken.md")
    try folder.write("id,text\n1,The kettle\n2,The urn\n", to: "drafts/5/calendar.csv")
    try folder.write("One kettle.\n\n---\n\nAnother kettle.\n", to: "drafts/5/thread.md")
    try folder.write(
      "<!-- watchword: allow kettle because it is a title -->\nThe kettle, the kettle.\n",
      to: "drafts/6/allowed.md"
    )
    try folder.write(Self.stream(lines: 3_000), to: "stream.jsonl")
    try folder.write("\n \n", to: "drafts/6/blank.jsonl")
    for (number, text) in ["The kettle is ours.", "Hello urn!", "We brew on Tuesday."]
      .enumerated()
    {
      try folder.write(
        "---\naccount: hq\npublish-at: 2026-06-0\(number + 1)\n---\n\(text)\n",
        to: "account/\(number).md"
      )
    }
  }

  /// JSON Lines of more than one batch, some of them broken, blank, or too long.
  private static func stream(lines: Int) -> String {
    var text = ""
    for number in 0..<lines {
      switch number {
      case 17, 2_700: text += "{\"id\":\"\(number)\",\"text\":\n"
      case 1_200: text += "\n\n"
      case 1_500: text += "{\"text\":\"" + String(repeating: "kettle ", count: 160_000) + "\"}\n"
      case 2_900: text += "{\"id\":\"3\",\"text\":\"A post with an id of another batch.\"}\n"
      default:
        let what = number % 9 == 0 ? "kettle" : "urn"
        text +=
          "{\"id\":\"\(number)\",\"text\":\"Put the \(what) on; this is post \(number) of many.\"}\n"
      }
    }
    return text
  }

  /// The outcomes of a check with different numbers of threads.
  private func outcomes(_ arguments: [String], input: String = "") throws -> [BuiltCommand.Outcome]
  {
    try ["1", "2", "5"].map { jobs in
      try BuiltCommand.run(
        ["check", "--as-of", "2026-06-01", "--jobs", jobs] + arguments,
        in: folder.url,
        input: input
      )
    }
  }

  /// Expects that all outcomes are the same and returns the first.
  @discardableResult
  private func same(_ arguments: [String], input: String = "") throws -> BuiltCommand.Outcome {
    let outcomes = try outcomes(arguments, input: input)
    for other in outcomes.dropFirst() {
      #expect(other.output == outcomes[0].output)
      #expect(other.errors == outcomes[0].errors)
      #expect(other.status == outcomes[0].status)
    }
    return outcomes[0]
  }

  @Test(arguments: ["full", "concise", "json", "jsonl"])
  func everyFormat(format: String) throws {
    let outcome = try same(
      ["--packs", "pack", "--format", format, "missing.md", "drafts", "stream.jsonl", "drafts/1"]
    )
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("line-too-long"))
    #expect(outcome.output.contains("duplicate-id"))
  }

  @Test func rulesThatSpeakOnce() throws {
    for name in ["a", "b", "c"] {
      try folder.write("2 Blankshires fly out to Kenya on Tuesday.\n", to: "moves/\(name).md")
    }
    let outcome = try same(["--format", "concise", "moves", "drafts", "--fail-level", "note"])
    #expect(outcome.lines.filter { $0.contains("presence-unstated") }.count == 1)
  }

  @Test func factsThatAddUp() throws {
    let other = try Folder()
    let parts = "{ who: { words: [kettle] }, what: { words: [urn] }, when: { words: [tuesday] } }"
    try SamplePack(flag: "{ together: { within: thread, of: \(parts) } }").write(to: other)
    let outcome = try same(
      ["--packs", other.file("pack").path, "--format", "concise", "account", "stream.jsonl"]
    )
    #expect(outcome.lines.suffix(2).first?.hasPrefix("account/0.md:5:5: error: ") == true)
  }

  @Test func standardInput() throws {
    let outcome = try same(
      ["--packs", "pack", "--stdin-filename", "posts.jsonl", "--format", "concise", "-"],
      input: Self.stream(lines: 2_000)
    )
    #expect(outcome.lines.last?.contains("in 1997 posts (1 file).") == true)
  }

  @Test func theBaseline() throws {
    let recorded = try BuiltCommand.run(
      ["baseline", "--packs", "pack", "--file", "accepted", "account", "drafts/0", "drafts/1"],
      in: folder.url
    )
    #expect(recorded.status == 0, "\(recorded.errors)")
    try folder.write("The kettle is new.\n", to: "drafts/0/new.md")
    let outcome = try same(
      ["--packs", "pack", "--baseline", "accepted", "--format", "concise", "drafts/0", "drafts/1"]
    )
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.first?.hasPrefix("drafts/0/new.md:1:5: error: ") == true)
  }

  @Test func aNumberOfJobsIsNeeded() throws {
    for jobs in ["0", "-1", "many"] {
      #expect(
        try BuiltCommand.run(["check", "--jobs", jobs, "drafts"], in: folder.url).status == 2
      )
    }
  }

  @Test func aClosedPipeEndsTheRun() throws {
    // The input never ends by itself, so the test hangs where the run goes on.
    let outcome = try BuiltCommand.shell(
      """
      while cat stream.jsonl; do :; done 2> /dev/null \
        | "$WATCHWORD" check --packs pack --jobs 3 --format concise --stdin-filename x.jsonl - \
        | head -n 1
      """,
      in: folder.url
    )
    #expect(outcome.lines.count == 1)
  }

  @Test func aClosedPipeEndsTheRunWhereInputWaits() throws {
    let outcome = try BuiltCommand.shell(
      """
      mkfifo posts
      { cat stream.jsonl stream.jsonl; exec sleep 100000; } > posts &
      "$WATCHWORD" check --packs pack --jobs 3 --format concise --stdin-filename x.jsonl - < posts \
        | head -n 1
      kill $!
      """,
      in: folder.url
    )
    #expect(outcome.lines.count == 1)
  }
}
