import WatchwordText

extension JSONString {
  /// Undoes the escapes into `text`; each escape, or pair of surrogates, becomes one piece.
  ///
  /// A surrogate without its partner becomes U+FFFD; its six bytes are added to `unpaired`.
  func decode(
    in scanner: JSONScanner,
    baseOffset: Int,
    into text: inout MappedText,
    unpaired: inout [SourceRange]
  ) {
    let bytes = scanner.bytes
    var index = content.lowerBound
    while index < content.upperBound {
      let end = min(scanner.endOfPlainText(from: index), content.upperBound)
      text.copy(
        UnsafeBufferPointer(rebasing: bytes[index..<end]),
        fileStart: baseOffset + index
      )
      guard end < content.upperBound else { return }
      let escape = Self.escape(at: end, in: bytes, before: content.upperBound)
      let file = SourceRange(baseOffset + end, baseOffset + end + escape.length)
      if escape.scalar == nil { unpaired.append(file) }
      text.write(escape.scalar ?? "\u{FFFD}", for: file)
      index = end + escape.length
    }
  }

  /// The string with its escapes undone.
  func value(
    in scanner: JSONScanner,
    baseOffset: Int,
    unpaired: inout [SourceRange]
  ) -> String {
    guard hasEscapes else {
      return String(decoding: UnsafeBufferPointer(rebasing: scanner.bytes[content]), as: UTF8.self)
    }
    var text = MappedText()
    decode(in: scanner, baseOffset: baseOffset, into: &text, unpaired: &unpaired)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// The scalar that the escape at `index` stands for, and the escape's length in bytes.
  ///
  /// There is no scalar for a surrogate without its partner. The scanner has checked the form.
  private static func escape(
    at index: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    before end: Int
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    switch bytes[index + 1] {
    case UInt8(ascii: "b"): return ("\u{08}", 2)
    case UInt8(ascii: "f"): return ("\u{0C}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"): break
    default: return (Unicode.Scalar(bytes[index + 1]), 2)
    }
    let high = codeUnit(at: index, in: bytes)
    guard (0xD800...0xDBFF).contains(high) else { return (Unicode.Scalar(high), 6) }
    guard
      index + 12 <= end, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u")
    else { return (nil, 6) }
    let low = codeUnit(at: index + 6, in: bytes)
    guard (0xDC00...0xDFFF).contains(low) else { return (nil, 6) }
    return (Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)), 12)
  }

  /// The UTF-16 code unit that `\uXXXX` at `index` gives.
  private static func codeUnit(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    bytes[index + 2..<index + 6].reduce(0) { $0 << 4 | (JSONScanner.hexValue($1) ?? 0) }
  }
}
