/// Looks at eight bytes at a time.
///
/// A test marks a byte by its top bit. Where the text of a test says so, every mark is exact;
/// otherwise the lowest marked byte is, and bytes above it may be marked by a borrow from it, so
/// that only "is any marked" and "the lowest" may be asked.
public enum ByteWords {
  /// The top bit of each byte.
  @inlinable public static var tops: UInt64 { 0x8080_8080_8080_8080 }
  /// One in each byte.
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// The eight bytes from `index` on, which must lie in the buffer, the first in the lowest byte.
  @inlinable
  @inline(__always)
  public static func load(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: index,
        as: UInt64.self
      )
    )
  }

  /// The lowest `count` bytes of a word, 1 to 8, the others 0.
  @inlinable
  @inline(__always)
  public static func lowest(_ count: Int, of word: UInt64) -> UInt64 {
    word & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count))
  }

  /// Marks the bytes of a word that are `byte`.
  @inlinable
  @inline(__always)
  public static func marks(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & tops
  }

  /// Marks the bytes of a word that are below 0x20.
  @inlinable
  @inline(__always)
  public static func marksOfControls(in word: UInt64) -> UInt64 {
    (word &- ones &* 0x20) & ~word & tops
  }

  /// Marks the ASCII letters of a word; exact for every byte.
  @inlinable
  @inline(__always)
  public static func marksOfLetters(in word: UInt64) -> UInt64 {
    marksOfRange(from: 0x61, through: 0x7A, in: word | ones &* 0x20) & ~word
  }

  /// Marks the ASCII capitals of a word; exact for every byte.
  @inlinable
  @inline(__always)
  public static func marksOfCapitals(in word: UInt64) -> UInt64 {
    marksOfRange(from: 0x41, through: 0x5A, in: word) & ~word
  }

  /// Marks the bytes whose seven lower bits lie between two values; exact for every byte.
  @inlinable
  @inline(__always)
  static func marksOfRange(from first: UInt64, through last: UInt64, in word: UInt64) -> UInt64 {
    // No sum passes 0xFF, so none carries into the next byte.
    let low = word & ~tops
    return (low &+ ones &* (0x80 &- first)) & ~(low &+ ones &* (0x7F &- last)) & tops
  }

  /// The index of the first `byte` at or after `start`; nil where there is none.
  @inlinable
  public static func firstIndex(
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

  /// The index of the first LF or CR at or after `start`, or the number of bytes.
  @inlinable
  public static func firstLineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = load(bytes, at: index)
      let found = marks(of: 0x0A, in: word) | marks(of: 0x0D, in: word)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }
}
