import TestSupport
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

  @Test("Line ends are found wherever they stand in eight bytes", arguments: 0..<20)
  func everyPlace(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for count in 0..<40 {
      let choices: [UInt8] = [0x0A, 0x0D, 0x0B, 0x0C, 0x0E, 0x8A, 0x8D, 0x61, 0x61, 0x61]
      let bytes = (0..<count).map { _ in choices.randomElement(using: &generator) ?? 0x61 }
      var starts = [0]
      for index in bytes.indices
      where bytes[index] == 0x0A
        || bytes[index] == 0x0D && (index + 1 == count || bytes[index + 1] != 0x0A)
      {
        starts.append(index + 1)
      }
      let table = LineTable(bytes)
      #expect((0..<table.count).map(table.start(ofLine:)) == starts, "\(bytes)")
    }
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
