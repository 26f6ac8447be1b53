/// Looks at eight bytes at a time.
///
/// The tests mark a byte by its top bit. The lowest marked byte is always exact; bytes above it may
/// be marked by a borrow from it, so only "is any marked" and "the lowest" may be asked.
enum ByteWords {
  /// The top bit of each byte.
  static let tops: UInt64 = 0x8080_8080_8080_8080
  /// One in each byte.
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The eight bytes from `index` on, the first in the lowest byte.
  @inline(__always)
  static func load(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: index,
        as: UInt64.self
      )
    )
  }

  /// Marks the bytes of a word that are `byte`.
  @inline(__always)
  static func marks(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & tops
  }

  /// Marks the bytes of a word that are below 0x20.
  @inline(__always)
  static func marksOfControls(in word: UInt64) -> UInt64 {
    (word &- ones &* 0x20) & ~word & tops
  }

  /// The index of the first `byte` at or after `start`; nil where there is none.
  static func firstIndex(
    of byte: UInt8,
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    var index = start
    while index + 8 <= bytes.count {
      let found = marks(of: byte, in: load(bytes, at: index))
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }
}
