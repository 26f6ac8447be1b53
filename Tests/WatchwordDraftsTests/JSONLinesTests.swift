import TestSupport
import Testing
import WatchwordDrafts
import WatchwordRules
import WatchwordText

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test(
    "Words are found again through escapes",
    arguments: [
      DraftCase(#"{"text":"We ⟦sail⟧ today"}"#, "We sail today"),
      DraftCase("\u{FEFF}{\"text\":\"⟦sail⟧\"}", "sail"),
      DraftCase(
        #"{"text":"a⟦\n⟧b⟦\"⟧⟦c⟧⟦\\⟧\/⟦\t⟧end"}"#,
        "a\nb\"c\\/\tend",
        words: ["\n", "\"", "c", "\\", "\t"]
      ),
      DraftCase(
        #"{"text":"⟦\uD83D\uDE00⟧ ⟦é\u00e9⟧ ⟦x⟧"}"#,
        "😀 éé x",
        words: ["😀", "éé", "x"]
      ),
      DraftCase(
        #"{"text":"\ud83d\ude00\ud83d\ude00 ⟦port⟧ visit\b\f\r⟦soon⟧"}"#,
        "😀😀 port visit\u{8}\u{C}\rsoon"
      ),
      DraftCase(#"{"t\u0065xt" : "⟦key⟧ with an escape"}"#, "key with an escape"),
      DraftCase(#" { "a" : [1,{"text":"no"}] , "text" : "⟦this⟧" } "#, "this"),
    ]
  )
  func map(_ draft: DraftCase) throws {
    #expect(try draft.check(.jsonLines).summary.isEmpty)
  }

  @Test("Lines are posts, whatever ends them, with their id and context")
  func lines() throws {
    let marked = MarkedText(
      """
      {"text":"one","id":"x1",⟦"publishAt":"2026-03-02"⟧,"likes":3}\r

      {"id":12.0,"text":"two",⟦"approved_by": ["a", 7, true, null]⟧,"media":[{"alt":"A \\"ship\\""}]}
      {"text":"three","id":null,"presence":null,"labels":{"presence":"x"}}
      """
    )
    let source = SourceText(marked.text)
    let reading = DraftReader.read(source, path: "x/export.jsonl", format: .jsonLines)
    #expect(reading.summary.isEmpty)
    #expect(reading.posts.map(\.string) == ["one", "two", "three"])
    #expect(reading.posts.map(\.id) == ["x1", "12.0", "export"])
    try #require(reading.posts.count == 3)
    #expect(
      reading.posts[0].context.entries
        == ["publish-at": ContextEntry(.text("2026-03-02"), range: marked.ranges[0])]
    )
    let second = reading.posts[1].context
    #expect(second.entries["approved-by"]?.range == marked.ranges[1])
    #expect(second["approved-by"] == .list([.text("a"), .text("7"), .text("true")]))
    #expect(second["media"] == .list([.map(["alt": .text("A \"ship\"")])]))
    #expect(reading.posts[2].context.entries.isEmpty)
    for post in reading.posts { expectSoundMap(of: post, in: source) }
  }

  @Test("A line knows its place in a long file")
  func streaming() throws {
    let reader = JSONLinesReader(path: "a.jsonl")
    let line = SourceText(Array(#"{"text":"on\nTuesday"}"#.utf8), baseOffset: 1000, firstLine: 9)
    let post = try #require(reader.read(line).posts.first)
    #expect(post.map.fileRange(of: SourceRange(3, 10)) == SourceRange(1013, 1020))
    let bad = SourceText(Array(#"{"text":7}"#.utf8), baseOffset: 2000, firstLine: 10)
    #expect(reader.read(bad).summary == ["2008..<2009 error draft/text-not-a-string"])
  }

  @Test(
    "A bad line is reported at its place",
    arguments: [
      (#"⟦["a"]⟧"#, "json"), ("⟦12⟧", "json"), ("⟦x⟧", "json"), ("⟦}⟧", "json"),
      (#"{"text":"a"⟦⟧"#, "json"), (#"{⟦⟧"#, "json"), (#"{"text"⟦⟧"#, "json"),
      (#"{"text":⟦⟧"#, "json"), (#"{"text":⟦,⟧}"#, "json"), (#"{⟦t⟧ext:"a"}"#, "json"),
      (#"{"text":⟦'⟧a'}"#, "json"), (#"{"text":⟦“⟧a”}"#, "json"),
      (#"{"text" ⟦"⟧a"}"#, "json"), (#"{"text":"a" ⟦"⟧id":1}"#, "json"),
      (#"{"text":"a"⟦,⟧}"#, "json"), (#"{"a":[1⟦,⟧],"text":"a"}"#, "json"),
      (#"{"text":⟦"a}⟧"#, "json"), (#"{"text":⟦"a\"}⟧"#, "json"),
      ("{\"text\":\"a⟦\t⟧b\"}", "json"), ("{\"text\":\"long enough ⟦\u{1}⟧ to scan\"}", "json"),
      (#"{"text":"a⟦\x⟧b"}"#, "json"), (#"{"text":"a⟦\é⟧b"}"#, "json"),
      (#"{"text":"⟦\u12⟧G4"}"#, "json"), (#"{"text":"⟦\u12⟧"}"#, "json"),
      (#"{"a":⟦01⟧}"#, "json"), (#"{"a":⟦1.⟧}"#, "json"), (#"{"a":⟦.5⟧}"#, "json"),
      (#"{"a":⟦+1⟧}"#, "json"), (#"{"a":⟦1e⟧}"#, "json"), (#"{"a":⟦-⟧}"#, "json"),
      (#"{"a":⟦True⟧}"#, "json"), (#"{"a":⟦nul⟧}"#, "json"), (#"{"a":⟦NaN⟧}"#, "json"),
      (#"{"text":"a"} ⟦{⟧"text":"b"}"#, "json"), (#"{"text":"a"}⟦,⟧"#, "json"),
      (#"⟦{"title":"a"}⟧"#, "missing-text"), (#"⟦{}⟧"#, "missing-text"),
      (#"{"text":⟦null⟧}"#, "text-not-a-string"), (#"{"text":⟦["a"]⟧}"#, "text-not-a-string"),
    ]
  )
  func badLines(_ line: String, _ rule: String) {
    let marked = MarkedText("\n{\"text\":\"before\"}\r\n" + line + "\n{\"text\":\"after\"}\n")
    let reading = DraftReader.read(SourceText(marked.text), path: "a", format: .jsonLines)
    #expect(reading.summary == ["\(marked.ranges[0]) error draft/\(rule)"])
    #expect(reading.posts.map(\.string) == ["before", "after"])
  }

  @Test(
    "Good JSON of every kind is passed over",
    arguments: [
      "0", "-0", "1.5e+10", "2E-3", "-12.0", "true", "false", "null", "[]", "{}",
      "[[],[{}],1,\"\"]",
      #"{"a":{"b":[1 , 2]},"":""}"#, #""\u0000""#,
    ]
  )
  func goodValues(_ value: String) {
    let line = SourceText(#"{"other":\#(value),"text":"a","lane":\#(value)}"#)
    let reading = JSONLinesReader(path: "a").read(line)
    #expect(reading.summary.isEmpty)
    #expect(reading.posts.map(\.string) == ["a"])
  }

  @Test(
    "Half a surrogate pair is reported, and the rest is read",
    arguments: [
      (#"a⟦\uD83D⟧b"#, "a\u{FFFD}b"), (#"a⟦\uDE00⟧"#, "a\u{FFFD}"),
      (#"⟦\ud83d⟧\n"#, "\u{FFFD}\n"), (#"⟦\uD83D⟧\uD83D\uDE00"#, "\u{FFFD}😀"),
    ]
  )
  func surrogates(_ text: String, _ expected: String) {
    let marked = MarkedText(#"{"text":"\#(text)"}"#)
    let source = SourceText(marked.text)
    let reading = JSONLinesReader(path: "a").read(source)
    #expect(reading.summary == ["\(marked.ranges[0]) warning draft/unpaired-surrogate"])
    #expect(reading.posts.map(\.string) == [expected])
    for post in reading.posts { expectSoundMap(of: post, in: source) }
  }

  @Test("A key that stands twice is reported")
  func duplicates() {
    let marked = MarkedText(#"{"text":"a","⟦text⟧":"b","lane":1,"⟦lane⟧":2,"x":1,"x":2}"#)
    let reading = JSONLinesReader(path: "a").read(SourceText(marked.text))
    #expect(reading.summary == marked.ranges.map { "\($0) error draft/duplicate-key" })
    #expect(reading.posts.map(\.string) == ["b"])
  }

  @Test("Nesting, length and bytes have limits, line by line")
  func limits() {
    let nest = { (depth: Int) in
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    let reader = JSONLinesReader(path: "a", lineLimit: 200)
    let deepest = reader.read(SourceText(#"{"text":"a","x":\#(nest(63))}"#))
    #expect(deepest.summary.isEmpty)
    let deeper = reader.read(SourceText(#"{"text":"a","x":\#(nest(64))}"#))
    #expect(deeper.summary == ["79..<80 error draft/nesting-too-deep"])
    let far = JSONLinesReader(path: "a").read(
      SourceText(#"{"text":"a","lane":\#(String(repeating: "[", count: 500_000))"#)
    )
    #expect(far.summary == ["82..<83 error draft/nesting-too-deep"])
    let long = #"{"text":"\#(String(repeating: "a", count: 200))"}"#
    let lines = reader.read(SourceText(long + "\n{\"text\":\"b\"}"))
    #expect(lines.summary == ["0..<\(long.utf8.count) error draft/line-too-long"])
    #expect(lines.posts.map(\.string) == ["b"])
    let bytes = Array("{\"text\":\"é".utf8.dropLast()) + Array("\"}\n{\"text\":\"b\"}".utf8)
    let faulty = reader.read(SourceText(bytes))
    #expect(faulty.summary == ["9..<10 error draft/invalid-utf-8"])
    #expect(faulty.posts.map(\.string) == ["b"])
  }

  @Test("Every start and every small change of a line is read or reported")
  func damage() {
    let line = Array(
      #"{"text":"a\n\uD83D\uDE00é","id":-1.5e3,"media":[{"alt":null},true],"x":{}}"#.utf8
    )
    let reader = JSONLinesReader(path: "a")
    for end in 1..<line.count {
      let reading = reader.read(SourceText(Array(line[..<end])))
      #expect(reading.posts.isEmpty && reading.problems.count == 1)
    }
    for index in line.indices {
      for byte: UInt8 in [0x00, 0x22, 0x5C, 0x7B, 0x5D, 0x2C, 0x80, 0x20] {
        var changed = line
        changed[index] = byte
        let source = SourceText(changed)
        let reading = reader.read(source)
        #expect(!reading.posts.isEmpty || !reading.problems.isEmpty)
        for post in reading.posts { expectSoundMap(of: post, in: source) }
      }
    }
  }
}
