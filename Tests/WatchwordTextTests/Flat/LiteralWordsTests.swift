import Testing
import WatchwordText

/// Bytes as integer literals and back.
@Suite struct LiteralWordsTests {
  /// The bytes of a literal's words, as a compiler keeps them: as few words as say the number.
  private func words(of literal: String) -> [UInt8] {
    let isNegative = literal.hasPrefix("-")
    var digits = Array(literal.drop { $0 != "x" }.dropFirst().reversed())
    if digits.count % 2 == 1 { digits.append("0") }
    var bytes = stride(from: 0, to: digits.count, by: 2).map { index in
      UInt8(String([digits[index + 1], digits[index]]), radix: 16) ?? 0
    }
    // A word more for the sign, which goes again where it says nothing.
    bytes += Array(repeating: 0, count: 16 - bytes.count % 8)
    if isNegative {
      var carries = true
      for index in bytes.indices {
        bytes[index] = ~bytes[index] &+ (carries ? 1 : 0)
        carries = carries && bytes[index] == 0
      }
    }
    let sign: UInt8 = isNegative ? 0xFF : 0
    while bytes.count > 8, bytes.suffix(8).allSatisfy({ $0 == sign }),
      (bytes[bytes.count - 9] >= 0x80) == isNegative
    {
      bytes.removeLast(8)
    }
    return bytes
  }

  @Test("The words of the literals are the bytes, and each literal ends aligned")
  func roundTrip() {
    for count in [0, 1, 7, 8, 15, 16, 17, 4095, 4096, 4097, 20_000] {
      for mask: UInt8 in [0xFF, 0x80, 0x01, 0] {
        for filler: UInt8 in [0, 0xFF] {
          let bytes = (0..<count).map { index in
            index % 8200 < 4000
              ? UInt8(truncatingIfNeeded: index &* 167 &+ count &* 59) & mask : filler
          }
          var writer = LiteralWords()
          let literals = bytes.withUnsafeBytes { writer.literals(of: $0) }
          #expect(Set(literals).count == literals.count)
          #expect(literals.allSatisfy { words(of: $0).count % FlatMemory.alignment == 0 })
          #expect(Array(literals.flatMap { words(of: $0) }.prefix(count)) == bytes)
        }
      }
    }
  }

  @Test("No literal of one file is like another")
  func differ() {
    let bytes = Array(repeating: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt8], count: 5000).flatMap { $0 }
    var writer = LiteralWords()
    let literals = (0..<3).flatMap { _ in bytes.withUnsafeBytes { writer.literals(of: $0) } }
    #expect(Set(literals.dropLast()).count == literals.count - 1)
  }

  @Test("Words are found where they lie, and copied where they do not adjoin")
  func memory() {
    let literals: [StaticBigInt] = [
      0x0706_0504_0302_0100_0f0e_0d0c_0b0a_0908, -0x0102_0304_0506_0708_090a_0b0c_0d0e_0f10,
    ]
    let first: [UInt8] = Array(8...15) + Array(0...7)
    let second: [UInt8] = [
      0xF0, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD,
      0xFE,
    ]
    for count in 0...32 {
      let memory = LiteralWords.memory(of: literals, count: count)
      #expect(Array(memory.bytes) == Array((first + second).prefix(count)))
      let turned = LiteralWords.memory(of: literals.reversed(), count: count)
      #expect(Array(turned.bytes) == Array((second + first).prefix(count)))
    }
  }
}
