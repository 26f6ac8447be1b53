import WatchwordText

extension JSONScanner {
  /// Passes over a string, whose opening quotation mark is the next byte.
  mutating func string() throws(JSONMistake) -> JSONString {
    let open = position
    var index = position + 1
    var hasEscapes = false
    while true {
      index = endOfPlainText(from: index)
      guard index < bytes.count else {
        throw JSONMistake(kind: .openString, range: open..<bytes.count)
      }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        move(to: index + 1)
        return JSONString(content: open + 1..<index, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        index = try endOfEscape(at: index)
      case 0x0A, 0x0D:
        throw JSONMistake(kind: .openString, range: open..<index)
      default:
        throw JSONMistake(kind: .rawControl, range: index..<index + 1)
      }
    }
  }

  /// The offset of the first quotation mark, backslash or control byte at or after `start`, or the end.
  func endOfPlainText(from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = ByteWords.load(bytes, at: index)
      let found =
        ByteWords.marks(of: UInt8(ascii: "\""), in: word)
        | ByteWords.marks(of: UInt8(ascii: "\\"), in: word)
        | ByteWords.marksOfControls(in: word)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      index += 1
    }
    return index
  }

  /// The offset behind the escape whose backslash stands at `index`.
  private func endOfEscape(at index: Int) throws(JSONMistake) -> Int {
    guard index + 1 < bytes.count else {
      throw JSONMistake(kind: .badEscape, range: index..<bytes.count)
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return index + 2
    case UInt8(ascii: "u"):
      var end = index + 2
      while end < min(index + 6, bytes.count), Self.hexValue(bytes[end]) != nil { end += 1 }
      guard end == index + 6 else { throw JSONMistake(kind: .badEscape, range: index..<end) }
      return end
    default:
      var end = index + 2
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      throw JSONMistake(kind: .badEscape, range: index..<end)
    }
  }

  /// The value of a hexadecimal digit in either case.
  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// Passes over a number, `true`, `false` or `null` and returns its bytes.
  mutating func word() throws(JSONMistake) -> Range<Int> {
    let start = position
    var end = position
    while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
    guard start < end else { throw mistake(.notAValue) }
    let first = bytes[start]
    let isNumber = first < UInt8(ascii: "A")
    let run = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard isNumber ? Self.isNumber(run) : Self.isLiteral(run) else {
      throw JSONMistake(kind: isNumber ? .badNumber : .badWord, range: start..<end)
    }
    move(to: end)
    return start..<end
  }

  /// Whether a byte belongs to a number or a word, right or wrong.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether the bytes are one of the three words of JSON.
  private static func isLiteral(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    run.elementsEqual("true".utf8) || run.elementsEqual("false".utf8)
      || run.elementsEqual("null".utf8)
  }

  /// Whether the bytes are a number (RFC 8259, section 6).
  private static func isNumber(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    /// Passes over digits and says how many there were.
    func digits() -> Int {
      let start = index
      while index < run.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(run[index]) {
        index += 1
      }
      return index - start
    }
    if run.first == UInt8(ascii: "-") { index += 1 }
    let hasZero = index < run.count && run[index] == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || (whole > 1 && !hasZero) else { return false }
    if index < run.count, run[index] == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { return false }
    }
    if index < run.count, run[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < run.count, run[index] == UInt8(ascii: "+") || run[index] == UInt8(ascii: "-") {
        index += 1
      }
      guard digits() > 0 else { return false }
    }
    return index == run.count
  }
}
