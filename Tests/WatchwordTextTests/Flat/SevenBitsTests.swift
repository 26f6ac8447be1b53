import Testing
import WatchwordText

/// Bytes as bytes below 128 and back.
@Suite struct SevenBitsTests {
  /// The bytes that packed ones stand for.
  private func unpacked(_ packed: [UInt8], count: Int) -> [UInt8] {
    let memory = packed.withUnsafeBytes { SevenBits.unpacked($0, count: count) }
    return withExtendedLifetime(memory) { Array(memory.bytes) }
  }

  @Test("Bytes come back as they were, and what stands for them is ASCII")
  func roundTrip() {
    for count in 0..<80 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count &* 59) }
      let packed = bytes.withUnsafeBytes { SevenBits.packed($0) }
      #expect(packed.allSatisfy { $0 < 128 })
      #expect(unpacked(packed, count: count) == bytes)
    }
    for byte in UInt8.min...UInt8.max {
      let packed = withUnsafeBytes(of: byte) { SevenBits.packed($0) }
      #expect(unpacked(packed, count: 1) == [byte])
    }
  }
}
