import Testing
import WatchwordRules
import WatchwordText

@Suite("YAML reader")
struct YAMLReaderTests {
  /// The written form of every value, outermost first, one a line.
  private func written(_ source: String) -> [String] {
    let text = SourceText(source)
    var lines: [String] = []
    func visit(_ node: YAMLNode) {
      lines.append(text.string(node.range))
      for item in node.items ?? [] { visit(item) }
      for entry in node.entries ?? [] {
        lines.append(text.string(entry.key.range))
        visit(entry.value)
      }
    }
    let reading = YAMLReader.read(source)
    #expect(reading.problems.isEmpty)
    if let root = reading.root { visit(root) }
    return lines
  }

  @Test("Every value has the bytes it is written with")
  func ranges() {
    #expect(
      written("é: 'ünï' # c\n🚢:   [a, \"b\"]  \nc:\nd: |\n  x\n\n") == [
        "é: 'ünï' # c\n🚢:   [a, \"b\"]  \nc:\nd: |\n  x", "é", "'ünï'", "🚢", "[a, \"b\"]", "a",
        "\"b\"", "c", "", "d", "|\n  x",
      ]
    )
    #expect(
      written("- a\n- b: 1\n  c: 2\n\n# end\n") == [
        "- a\n- b: 1\n  c: 2", "a", "b: 1\n  c: 2", "b", "1", "c", "2",
      ]
    )
    #expect(written("a: b\r\nc: d\r\n") == ["a: b\r\nc: d", "a", "b", "c", "d"])
    #expect(written("\u{FEFF}a: é\n") == ["a: é", "a", "é"])
  }

  @Test("Offsets are those of the file the text stands in")
  func baseOffset() throws {
    let reading = YAMLReader.read(Array("é: x\né: y".utf8), baseOffset: 100, firstLine: 7)
    let root = try #require(reading.root)
    #expect(root.range == SourceRange(100, 111))
    #expect(root["é"]?.range == SourceRange(104, 105))
    #expect(reading.problems.map(\.message) == ["the key `é` is already on line 7"])
    #expect(reading.problems.map(\.range) == [SourceRange(106, 108)])
  }

  @Test(
    "A stretch of a scalar without folded lines has exact bytes",
    arguments: [
      ("a: one two", "two"), ("a: &x one two", "two"), ("a: 'it''s two'", "two"),
      ("a: \"é\\u00e9\\t two\"", "two"), ("a: ' two'", "two"), ("a: \"x two\"", "two"),
      ("a: |\n  x two", "two"), ("a: |\r\n  é\r\n\r\n   two", "two"),
      ("a: |2-\n    b\n  two\n\nb: c", "two"), ("a: >\n  x two", ">\n  x two"),
      ("a: x\n  two", "x\n  two"),
    ]
  )
  func places(source: String, marked: String) throws {
    let node = try #require(YAMLReader.read(source).root?["a"])
    let value = try #require(node.text)
    let start = try #require(value.ranges(of: "two").first?.lowerBound)
    let bytes = value[..<start].utf8.count
    #expect(SourceText(source).string(node.range(ofText: SourceRange(bytes, bytes + 3))) == marked)
  }

  @Test("Aliases stand for what their anchor names, at their own place")
  func aliases() throws {
    let source = "a: &x [1, 2]\nb: *x\n"
    let node = try #require(YAMLReader.read(source).root?["b"])
    #expect(node.items?.compactMap(\.text) == ["1", "2"])
    #expect(SourceText(source).string(node.range) == "*x")
  }

  @Test(
    "Each mistake is marked and said in one sentence",
    arguments: [
      ("a: ⟦\"⟧b\nc: d\n", "this quotation mark is never closed"),
      ("a: b\na2: c\n⟦a⟧: d\n", "the key `a` is already on line 1"),
      ("é: x\n⟦\t⟧b: c\n", "a tab stands where only spaces may"),
      ("a: b⟦:⟧ c\n", "a colon stands where no key can end"),
      ("a: ⟦@⟧b\n", "a value cannot start with `@` unless it is in quotes"),
      ("a: ⟦*b⟧\n", "nothing above is named `&b`"),
      ("a: &b [⟦*b⟧]\n", "the alias `*b` stands inside what it stands for"),
      ("a: &b {x: y}\nc:\n  ⟦<<⟧: *b\n", "merge keys (`<<`) are not read"),
      ("⟦[a]⟧: b\n", "a key must be a plain text"),
      ("a: b\n⟦---⟧\nc: d\n", "a second document starts here, and only one is read"),
      ("a: 'x' ⟦y⟧\n", "nothing may follow the closing quotation mark"),
      ("a: ⟦[⟧b, c\nd: e\n", "this bracket is not closed, or a comma is missing after it"),
      ("a: b\n⟦  c: d⟧\n", ""),
      ("é: \u{1}\n", "the invisible character U+0001 is not allowed here"),
    ]
  )
  func problems(marked: String, message: String) throws {
    let (source, expected) = Self.unmark(marked)
    let problem = try #require(YAMLReader.read(source).problems.first)
    if !message.isEmpty { #expect(problem.message == message) }
    if let expected, !message.isEmpty { #expect(problem.range == expected) }
  }

  /// Takes the marks out of a text.
  private static func unmark(_ marked: String) -> (String, SourceRange?) {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }
    guard parts.count == 3 else { return (marked, nil) }
    let start = parts[0].utf8.count
    return (parts.joined(), SourceRange(start, start + parts[1].utf8.count))
  }

  @Test("Bytes that are no UTF-8 text are refused where they stand")
  func encodings() {
    let bad: [([UInt8], SourceRange)] = [
      ([0x61, 0x3A, 0x20, 0xC3], SourceRange(3, 4)),
      ([0x61, 0xE2, 0x82], SourceRange(1, 3)),
      ([0x61, 0xED, 0xA0, 0x80], SourceRange(1, 4)),
      ([0x61, 0xC0, 0x80], SourceRange(1, 2)),
      ([0x61, 0x00], SourceRange(1, 2)),
      ([0xFF, 0xFE, 0x61, 0x00], SourceRange(0, 2)),
      ([0xEF, 0xBB, 0xBF, 0xFF], SourceRange(3, 4)),
    ]
    for (bytes, range) in bad {
      let reading = YAMLReader.read(bytes)
      #expect(reading.root == nil)
      #expect(reading.problems.map(\.kind) == [.encoding])
      #expect(reading.problems.map(\.range) == [range])
    }
  }

  @Test("Nothing gives nothing")
  func empty() {
    for source in ["", "# a remark\n", "\u{FEFF}", "\n\n"] {
      let reading = YAMLReader.read(source)
      #expect(reading.root == nil)
      #expect(reading.problems.isEmpty)
    }
  }

  @Test("Depth, size and expansion have an end")
  func limits() {
    let deep = String(repeating: "[", count: 10_000)
    #expect(YAMLReader.read(deep).problems.map(\.kind) == [.limit])
    var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      laughs += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(YAMLReader.read(laughs).problems.map(\.kind) == [.limit])
    var chain = "a0: &a0 [x]\n"
    for level in 1...100 { chain += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(YAMLReader.read(chain).problems.map(\.kind) == [.limit])
    let small = YAMLReader.read(Array("a: b".utf8), limits: YAMLLimits(bytes: 3))
    #expect(small.problems.map(\.kind) == [.limit])
  }
}
