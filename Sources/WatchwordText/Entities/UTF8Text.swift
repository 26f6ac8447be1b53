/// A text's bytes, decoded scalar by scalar only where they are not ASCII.
struct UTF8Text {
  /// The bytes.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Reads bytes that outlive the value.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The number of bytes.
  @inline(__always) var count: Int { bytes.count }

  /// The byte at an offset inside the text.
  @inline(__always)
  subscript(index: Int) -> UInt8 { bytes[index] }

  /// The byte at an offset, or 0 outside the text.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 {
    index >= 0 && index < bytes.count ? bytes[index] : 0
  }

  /// The scalar that begins at an offset inside the text, and its length in bytes.
  ///
  /// An ill-formed byte reads as U+FFFD of one byte.
  func scalar(at index: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard width > 0, first < 0xF5, index + width <= bytes.count else { return (0xFFFD, 1) }
    var value = first & (0x7F >> UInt32(width))
    for offset in 1..<width {
      let next = UInt32(bytes[index + offset])
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | next & 0x3F
    }
    return (value, width)
  }

  /// The scalar that ends at an offset above 0, and its length in bytes.
  func scalar(before index: Int) -> (value: UInt32, width: Int) {
    let last = bytes[index - 1]
    if last < 0x80 { return (UInt32(last), 1) }
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, width) = scalar(at: start)
    return start + width == index ? (value, width) : (0xFFFD, 1)
  }
}

/// The lower-case form of an ASCII letter; other bytes as they are.
@inline(__always)
func lowered(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}

/// Whether a byte is an ASCII letter.
@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26
}

/// Whether a byte is an ASCII digit.
@inline(__always)
func isASCIIDigit(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10
}

/// Whether a byte is an ASCII letter or digit.
@inline(__always)
func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
  isASCIILetter(byte) || isASCIIDigit(byte)
}

/// Whether a byte is an ASCII letter, digit or underscore.
@inline(__always)
func isASCIIWord(_ byte: UInt8) -> Bool {
  isASCIIAlphanumeric(byte) || byte == 0x5F
}
