import Testing
import WatchwordText

@Suite("UTF-8 scan")
struct UTF8ScanTests {
  @Test(
    "Ill-formed bytes split into maximal subparts",
    arguments: [
      ([0x80], [1]), ([0xC0, 0xAF], [1, 1]), ([0xC1, 0xBF], [1, 1]), ([0xC3], [1]),
      ([0xE0, 0x80, 0x80], [1, 1, 1]), ([0xE0, 0xA0], [2]), ([0xED, 0xA0, 0x80], [1, 1, 1]),
      ([0xE2, 0x82, 0x41], [2, 1]), ([0xF0, 0x8F, 0x80, 0x80], [1, 1, 1, 1]),
      ([0xF0, 0x90, 0x80], [3]), ([0xF4, 0x90, 0x80, 0x80], [1, 1, 1, 1]),
      ([0xF1, 0x80, 0x80, 0xE1, 0x80, 0xC2], [3, 2, 1]), ([0xF5, 0x80], [1, 1]),
      ([0xFF, 0xFE], [1, 1]),
    ] as [([UInt8], [Int])]
  )
  func maximalSubparts(bytes: [UInt8], counts: [Int]) {
    bytes.withUnsafeBufferPointer { buffer in
      var found: [Int] = []
      var offset = 0
      while offset < buffer.count {
        let (value, count) = UTF8Scan.scalar(at: offset, in: buffer)
        #expect(value == (buffer[offset] < 0x80 ? UInt32(buffer[offset]) : 0xFFFD))
        found.append(count)
        offset += count
      }
      #expect(found == counts)
      #expect(UTF8Scan.firstIllFormed(in: buffer) == 0)
    }
  }

  @Test("Every scalar reads as itself and is well-formed")
  func everyScalar() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      bytes.withUnsafeBufferPointer { buffer in
        let read = UTF8Scan.scalar(at: 0, in: buffer)
        if read != (value, bytes.count) || UTF8Scan.firstIllFormed(in: buffer) != nil {
          wrong.append(value)
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("The first ill-formed byte is named")
  func firstIllFormed() {
    let cases: [([UInt8], Int?)] = [
      ([], nil), ([0x61, 0xC3, 0xA9], nil), ([0xEF, 0xBF, 0xBD, 0x61, 0xE2, 0x82], 4),
      ([0x61, 0xC3, 0xA9, 0xFF], 3),
    ]
    for (bytes, offset) in cases {
      #expect(bytes.withUnsafeBufferPointer { UTF8Scan.firstIllFormed(in: $0) } == offset)
    }
  }
}
