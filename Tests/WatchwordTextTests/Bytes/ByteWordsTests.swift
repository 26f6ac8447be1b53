import TestSupport
import Testing

@testable import WatchwordText

/// Questions asked of eight bytes at a time, against the same asked of each.
@Suite struct ByteWordsTests {
  /// The indices of the bytes that a word of marks marks.
  private func marked(_ marks: UInt64) -> [Int] {
    (0..<8).filter { marks >> UInt64(8 * $0 + 7) & 1 == 1 }
  }

  @Test("Marks of letters and capitals are exact, whatever stands beside them", arguments: 0..<20)
  func exactMarks(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let edges: [UInt8] = [0x00, 0x40, 0x41, 0x5A, 0x5B, 0x60, 0x61, 0x7A, 0x7B, 0x7F, 0x80, 0xC1, 0xFF]
    for _ in 0..<500 {
      let bytes = (0..<8).map { _ in
        Bool.random(using: &generator)
          ? edges.randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0...255, using: &generator)
      }
      let word = bytes.withUnsafeBufferPointer { ByteWords.load($0, at: 0) }
      #expect(
        marked(ByteWords.marksOfLetters(in: word))
          == bytes.indices.filter { bytes[$0].isASCIILetter }
      )
      #expect(
        marked(ByteWords.marksOfCapitals(in: word))
          == bytes.indices.filter { bytes[$0].isASCIIUpper }
      )
    }
  }

  @Test("The first line end stands where a plain search finds it", arguments: 0..<20)
  func lineEnds(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<100).map { _ in
      [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x8A, 0x8D, 0x61].randomElement(using: &generator) ?? 0
    } as [UInt8]
    bytes.withUnsafeBufferPointer { buffer in
      for start in 0...bytes.count {
        let plain = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        #expect(ByteWords.firstLineEnd(in: buffer, from: start) == plain)
      }
    }
  }
}
