/// Reads Unicode scalars out of UTF-8 bytes that may be ill-formed.
public enum UTF8Scan {
  /// What stands for ill-formed bytes: U+FFFD REPLACEMENT CHARACTER.
  public static let replacement: UInt32 = 0xFFFD

  /// The scalar at an offset and the number of bytes it takes, 1 to 4.
  ///
  /// Ill-formed bytes give ``replacement`` with the length of their maximal subpart, 1 to 3 (The
  /// Unicode Standard, 3.9, “U+FFFD Substitution of Maximal Subparts”).
  ///
  /// - Precondition: `offset` lies in the buffer.
  @inlinable
  public static func scalar(
    at offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, count: Int) {
    let first = bytes[offset]
    return first < 0x80 ? (UInt32(first), 1) : longScalar(first, at: offset, in: bytes)
  }

  /// The offset of the first byte that is not part of well-formed UTF-8, or nil.
  ///
  /// Well-formed is what Table 3-7 of The Unicode Standard lists: no overlong forms, no surrogates,
  /// nothing above U+10FFFF.
  public static func firstIllFormed(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let (value, count) = longScalar(bytes[offset], at: offset, in: bytes)
      // U+FFFD may be written in the text itself, as EF BF BD.
      let written = count == 3 && bytes[offset + 1] == 0xBF && bytes[offset + 2] == 0xBD
      if value == replacement, !written { return offset }
      offset += count
    }
    return nil
  }

  /// The scalar that starts with a byte above 0x7F.
  @usableFromInline
  static func longScalar(
    _ first: UInt8,
    at offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, count: Int) {
    // The second byte has a narrower range after some first bytes; the others are 80..BF.
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let length: Int
    var value: UInt32
    switch first {
    case 0xC2...0xDF:
      (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF:
      (length, value) = (3, UInt32(first & 0x0F))
      if first == 0xE0 { low = 0xA0 }
      if first == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      (length, value) = (4, UInt32(first & 0x07))
      if first == 0xF0 { low = 0x90 }
      if first == 0xF4 { high = 0x8F }
    default:
      return (replacement, 1)
    }
    for step in 1..<length {
      let index = offset + step
      guard index < bytes.count, low <= bytes[index], bytes[index] <= high else {
        return (replacement, step)
      }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      (low, high) = (0x80, 0xBF)
    }
    return (value, length)
  }
}
