import TestSupport
import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordRules
import WatchwordText

@Suite("JSON files")
struct JSONTests {
  @Test(
    "Posts are found in an array, under a key, or as the whole file",
    arguments: [
      (#"[{"text":"a"},{"text":"b","id":7}]"#, ["f#1 a", "7 b"]),
      (#"{"posts":[{"text":"a"}],"other":[1]}"#, ["f#1 a"]),
      (#" {"data":[{"text":"x"}],"items":[{"text":"a"}]} "#, ["f#1 a"]),
      (#"{"text":"a","items":[{"text":"b"}]}"#, ["f a"]),
      ("\u{FEFF}[\n {\"text\": \"a\\nb\"}\n]\n", ["f#1 a\nb"]),
    ]
  )
  func shapes(_ json: String, _ posts: [String]) {
    let source = SourceText(json)
    let reading = DraftReader.read(source, path: "x/f.json", format: .json)
    #expect(reading.summary.isEmpty)
    #expect(reading.posts.map { "\($0.id) \($0.string)" } == posts)
    for post in reading.posts { expectSoundMap(of: post, in: source) }
  }

  @Test(
    "The words map through escapes",
    arguments: [
      DraftCase(
        #"[{"text":"We ⟦sail⟧ ⟦\u0061⟧t ⟦noon⟧","lane":"x"}]"#,
        "We sail at noon",
        words: ["sail", "a", "noon"]
      )
    ]
  )
  func text(_ draft: DraftCase) throws {
    let reading = try draft.check(.json)
    #expect(reading.summary.isEmpty)
    #expect(reading.posts.first?.context["lane"] == .text("x"))
  }

  @Test(
    "What is wrong is reported at its bytes, and the posts before it are kept",
    arguments: [
      (#"[{"text":"a"},⟦7⟧,{"text":"b"}]"#, "json", ["a", "b"]),
      (#"[{"text":"a"},⟦{"body":"x"}⟧,{"text":"b"}]"#, "missing-text", ["a", "b"]),
      (#"[{"text":"a"} ⟦{⟧"text":"b"}]"#, "json", ["a"]),
      (#"[{"text":"a"}⟦,⟧]"#, "json", ["a"]),
      (#"[{"text":"a"}⟦⟧"#, "json", ["a"]),
      (#"[{"text":"a"}] ⟦x⟧"#, "json", ["a"]),
      (#"{"posts":[{"text":"a"}],"z":⟦tru⟧}"#, "json", ["a"]),
      (#"{"posts":[{"text":"a"},{"text":⟦"b⟧"#, "json", ["a"]),
      (#"⟦{"posts":{"text":"a"}}⟧"#, "missing-text", []),
      (#"⟦"text"⟧"#, "json", []), ("⟦x⟧", "json", []),
      (#"{"text":"a"⟦⟧"#, "json", []),
    ] as [(String, String, [String])]
  )
  func problems(_ marked: String, _ rule: String, _ texts: [String]) {
    let marked = MarkedText(marked)
    let reading = DraftReader.read(SourceText(marked.text), path: "f.json", format: .json)
    #expect(reading.summary == ["\(marked.ranges[0]) error draft/\(rule)"])
    #expect(reading.posts.map(\.string) == texts)
  }

  @Test("An empty array is a note, and nesting has a limit")
  func limits() {
    for json in ["[]", #"{"posts":[]}"#] {
      let reading = DraftReader.read(SourceText(json), path: "f.json", format: .json)
      #expect(reading.summary == ["- note draft/empty"])
    }
    for start in ["[", #"{"posts":["#, #"[{"text":"a","x":["#] {
      let deep = start + String(repeating: "[", count: 300_000)
      let reading = DraftReader.read(SourceText(deep), path: "f.json", format: .json)
      #expect(reading.problems.map { "\($0.rule)" } == ["draft/nesting-too-deep"])
    }
  }
}
