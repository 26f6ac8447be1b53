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
      (#"{"data":{"posts":[{"caption":"a"}],"items":[]}}"#, ["f#1 a"]),
      (#"{"message":"ok","posts":[{"message":"a","lane":"x"}]}"#, ["f#1 a"]),
      (#"{"message":"a"}"#, ["f a"]),
      (#"[{"caption":"no","text":"a"}]"#, ["f#1 a"]),
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
      (#"[{"text":"a"},⟦{"title":"x"}⟧,{"text":"b"}]"#, "missing-text", ["a", "b"]),
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

  @Test(
    "A path leads to the words, whose keys stand beside them",
    arguments: [
      (
        "data.posts[].caption", #"{"data":{"posts":[{"caption":"a","text":"no","id":1}]}}"#, ["1 a"]
      ),
      ("caption", #"{"caption":"a"}"#, ["f a"]),
      (
        "[].copy.uk", #"[{"copy":{"us":"no","uk":"a"},"id":"p"},{"copy":{"uk":"b"}}]"#,
        ["p a", "f#2 b"]
      ),
      ("[][].t", #"[[{"t":"a"}],[],[{"t":"b"}]]"#, ["f#1 a", "f#2 b"]),
      ("c[].p[].t", #"{"c":[{"p":[{"t":"a"}]},{"x":1,"p":[{"t":"b"}]}]}"#, ["f#1 a", "f#2 b"]),
    ]
  )
  func path(_ path: String, _ json: String, _ posts: [String]) throws {
    let textPath = try #require(JSONPath(path))
    #expect(textPath.description == path)
    let options = ReadingOptions(jsonText: textPath)
    let source = SourceText(json)
    for format in [DraftFormat.json, .jsonLines] {
      let reading = DraftReader.read(source, path: "f.json", format: format, options: options)
      #expect(reading.summary.isEmpty)
      #expect(reading.posts.map(\.string) == posts.map { String($0.suffix(1)) })
      if format == .json {
        #expect(reading.posts.map { "\($0.id) \($0.string)" } == posts)
      }
      for post in reading.posts { expectSoundMap(of: post, in: source) }
    }
  }

  @Test(
    "Where a path does not lead on is reported, and the other posts are read",
    arguments: [
      ("posts[].caption", #"⟦{"items":[]}⟧"#, "json-path", []),
      ("posts[].caption", #"{"posts":⟦{"caption":"a"}⟧}"#, "json-path", []),
      ("[].caption", #"[⟦7⟧,{"caption":"a"}]"#, "json-path", ["a"]),
      ("[].caption", #"[⟦{"text":"b"}⟧,{"caption":"a"}]"#, "missing-text", ["a"]),
      ("[].caption", #"[{"caption":⟦[1]⟧},{"caption":"a"}]"#, "text-not-a-string", ["a"]),
      ("[].copy.uk", #"[⟦{"copy":"x"}⟧,{"copy":{"uk":"a"}}]"#, "missing-text", ["a"]),
      ("a.b[].c", #"{"a":⟦7⟧}"#, "json-path", []),
    ] as [(String, String, String, [String])]
  )
  func pathProblems(_ path: String, _ marked: String, _ rule: String, _ texts: [String]) throws {
    let textPath = try #require(JSONPath(path))
    let options = ReadingOptions(jsonText: textPath)
    let marked = MarkedText(marked)
    let reading = DraftReader.read(
      SourceText(marked.text),
      path: "f.json",
      format: .json,
      options: options
    )
    #expect(reading.summary == ["\(marked.ranges[0]) error draft/\(rule)"])
    #expect(reading.posts.map(\.string) == texts)
  }

  @Test(
    "A path must end in a key",
    arguments: ["", ".", "a.", "a[]", "[]", "a..b", ".a", "[].", "a.[].b"]
  )
  func badPath(_ path: String) {
    #expect(JSONPath(path) == nil)
  }

  @Test("An object without words is answered with its keys, one with two by both")
  func unknownKeys() {
    let reading = DraftReader.read(
      SourceText(#"[{"title":"x","when":1},{"caption":"a","body":"b"}]"#),
      path: "f.json",
      format: .json
    )
    #expect(
      reading.problems.map(\.message) == [
        "no key here is known to hold the post's words; the keys are `title`, `when`",
        "`caption` and `body` could both hold the post's words, so it was not checked",
      ]
    )
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
