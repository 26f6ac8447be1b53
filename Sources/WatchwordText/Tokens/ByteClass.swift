/// What a byte can start, looked up once per byte while a text is split into tokens.
enum ByteClass: UInt8 {
  /// Space, tab and other white space but line ends.
  case space
  /// LF or CR.
  case newline
  /// An ASCII letter.
  case letter
  /// An ASCII digit.
  case digit
  /// A full stop, exclamation or question mark.
  case terminator
  /// The double quotation mark.
  case doubleQuote
  /// A mark that keeps no words apart: hyphen, apostrophe, `#`, emphasis.
  case transparent
  /// A currency sign.
  case currency
  /// Any other ASCII mark.
  case mark
  /// The first byte of a longer sequence.
  case high
  /// A control character.
  case control

  /// The class of each byte value.
  static let table: [ByteClass] = (0..<256).map { value in
    switch UInt8(value) {
    case 0x0A, 0x0D: .newline
    case 0x09, 0x0B, 0x0C, 0x20: .space
    case 0x00..<0x20, 0x7F: .control
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .terminator
    case UInt8(ascii: "\""): .doubleQuote
    case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "#"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"):
      .transparent
    case UInt8(ascii: "$"): .currency
    case 0x80...: .high
    default: .mark
    }
  }
}

/// Byte questions the tokeniser asks often.
extension UInt8 {
  /// Whether the byte is an ASCII capital.
  @inline(__always) var isASCIIUpper: Bool { self &- 0x41 < 26 }
  /// Whether the byte is an ASCII small letter.
  @inline(__always) var isASCIILower: Bool { self &- 0x61 < 26 }
  /// Whether the byte is an ASCII letter.
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether the byte is an ASCII digit.
  @inline(__always) var isASCIIDigit: Bool { self &- 0x30 < 10 }
}
