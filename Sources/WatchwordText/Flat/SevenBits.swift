/// Bytes as bytes below 128, so that any data can stand in a source file as a string literal.
///
/// Seven bytes become eight: the first holds the high bits of the seven that follow it, the bit of the
/// first of them lowest. Taking them apart again is a load, a multiplication and a store for each seven.
public enum SevenBits {
  /// Packs bytes; what is missing from the last seven counts as zero.
  public static func packed(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 6) / 7 * 8)
    for start in stride(from: 0, to: bytes.count, by: 7) {
      let seven = (start..<start + 7).map { $0 < bytes.count ? bytes[$0] : 0 }
      result.append(seven.enumerated().reduce(0) { $0 | ($1.element >> 7) << UInt8($1.offset) })
      result += seven.map { $0 & 0x7F }
    }
    return result
  }

  /// Unpacks the first `count` of packed bytes into memory of its own.
  ///
  /// - Parameter packed: What ``packed(_:)`` made of at least `count` bytes.
  public static func unpacked(_ packed: UnsafeRawBufferPointer, count: Int) -> FlatMemory {
    precondition(packed.count >= (count + 6) / 7 * 8, "packed bytes are all there")
    return FlatMemory(count: count, isZeroed: false) { block in
      guard count > 0, var source = packed.baseAddress, var target = block.baseAddress else {
        return
      }
      // Each store writes one byte too many, which the next one writes again.
      let sevens = max(0, count - 1) / 7
      for _ in 0..<sevens {
        let word = seven(source.loadUnaligned(as: UInt64.self))
        target.storeBytes(of: word.littleEndian, as: UInt64.self)
        source += 8
        target += 7
      }
      var word = seven(source.loadUnaligned(as: UInt64.self))
      for offset in sevens * 7..<count {
        block[offset] = UInt8(truncatingIfNeeded: word)
        word >>= 8
      }
    }
  }

  /// Seven bytes, the first lowest, out of eight packed ones as they lie in memory.
  @inline(__always)
  private static func seven(_ packed: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: packed)
    // Bit n of the first byte goes to the top of byte n: copies of it at distances of seven bits.
    let high = (word & 0x7F) &* 0x0002_0408_1020_4080 & 0x0080_8080_8080_8080
    return word >> 8 | high
  }
}
