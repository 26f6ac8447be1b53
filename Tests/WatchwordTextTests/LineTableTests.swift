import Testing
import WatchwordText

@Suite("Line table")
struct LineTableTests {
  @Test("LF, CR LF and lone CR end a line")
  func lineEnds() {
    let text = SourceText("a\nb\r\nc\rd")
    #expect(text.lines.count == 4)
    #expect((0..<4).map { text.lines.start(ofLine: $0) } == [0, 2, 5, 7])
    #expect(text.position(at: 7) == SourcePosition(line: 4, scalarColumn: 1))
  }

  @Test("Columns count scalars, and a byte-order mark is none")
  func columns() {
    let text = SourceText("\u{FEFF}é🚢x")
    #expect(text.position(at: 3) == SourcePosition(line: 1, scalarColumn: 1))
    #expect(text.position(at: 9) == SourcePosition(line: 1, scalarColumn: 3))
  }

  @Test("A slice keeps the place it has in its file")
  func slices() {
    let text = SourceText(Array("xyz".utf8), baseOffset: 100, firstLine: 7)
    #expect(text.position(at: 102) == SourcePosition(line: 7, scalarColumn: 3))
    #expect(text.string(SourceRange(101, 103)) == "yz")
  }
}
