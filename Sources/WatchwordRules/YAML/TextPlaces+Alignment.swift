import WatchwordText

extension TextPlaces {
  /// Finds where the bytes of `text` stand in a scalar written at `range`, if no lines are folded.
  ///
  /// `base` is added to every offset. An alignment that does not give back the text is dropped.
  init(
    of text: String,
    style: YAMLScalar.Style,
    at range: SourceRange,
    in bytes: UnsafeBufferPointer<UInt8>,
    base: Int
  ) {
    self = .unknown
    let count = text.utf8.count
    switch style {
    case .folded:
      return
    case .literal:
      if let offsets = Self.literal(text, range, in: bytes) {
        self = .mapped(offsets.map { $0 + base })
      }
    case .plain:
      // Anchors and tags stand in front, so the text is what the range ends with.
      let start = range.end - count
      if start >= range.start, bytes[start..<range.end].elementsEqual(text.utf8) {
        self = .direct(start + base)
      }
    case .singleQuoted, .doubleQuoted:
      let end = range.end - 1
      let start = end - count
      let quote: UInt8 = style == .singleQuoted ? 0x27 : 0x22
      guard end > range.start, bytes[end] == quote else { return }
      if start > range.start, bytes[start - 1] == quote, bytes[start..<end].elementsEqual(text.utf8)
      {
        self = .direct(start + base)
        return
      }
      guard let open = bytes[range.start..<end].firstIndex(of: quote) else { return }
      let offsets =
        style == .singleQuoted
        ? Self.singleQuoted(SourceRange(open + 1, end), in: bytes)
        : Self.doubleQuoted(SourceRange(open + 1, end), in: bytes)
      guard let offsets, offsets.decoded.elementsEqual(text.utf8) else { return }
      self = .mapped((offsets.places + [end]).map { $0 + base })
    }
  }

  /// A decoded text and the offset each of its bytes comes from.
  private struct Decoded {
    var decoded: [UInt8] = []
    var places: [Int] = []

    /// Adds a byte with the offset it comes from.
    mutating func append(_ byte: UInt8, from offset: Int) {
      decoded.append(byte)
      places.append(offset)
    }
  }

  /// The offset of each byte of a literal block's text, and of its end; nil where they do not agree.
  private static func literal(
    _ text: String,
    _ range: SourceRange,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int]? {
    var offsets: [Int] = []
    var end = range.start
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      // The header stands on the line before the first, and a line end before every other.
      guard let lineEnd = bytes[end...].firstIndex(of: 0x0A) else { break }
      if !offsets.isEmpty || end != range.start { offsets.append(end) }
      let start = lineEnd + 1
      end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      let content = end - line.count
      guard !line.isEmpty else { continue }
      guard content >= start, bytes[content..<end].elementsEqual(line) else { return nil }
      offsets.append(contentsOf: content..<end)
    }
    while offsets.count <= text.utf8.count { offsets.append(max(range.end, offsets.last ?? 0)) }
    return offsets.count == text.utf8.count + 1 ? offsets : nil
  }

  /// Undoes doubled apostrophes; nil where the text runs over lines.
  private static func singleQuoted(
    _ range: SourceRange,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Decoded? {
    var result = Decoded()
    var index = range.start
    while index < range.end {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D { return nil }
      result.append(byte, from: index)
      index += byte == 0x27 ? 2 : 1
    }
    return result
  }

  /// Undoes backslash escapes; nil where the text runs over lines.
  private static func doubleQuoted(
    _ range: SourceRange,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Decoded? {
    var result = Decoded()
    var index = range.start
    while index < range.end {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D { return nil }
      guard byte == 0x5C, index + 1 < range.end else {
        result.append(byte, from: index)
        index += 1
        continue
      }
      guard let escape = escape(bytes[index + 1]) else { return nil }
      var value = escape.value
      let digits = index + 2..<index + 2 + escape.digits
      guard digits.upperBound <= range.end else { return nil }
      for digit in digits {
        guard let nibble = Character(UnicodeScalar(bytes[digit])).hexDigitValue else { return nil }
        value = value << 4 | UInt32(nibble)
      }
      guard let scalar = UnicodeScalar(value) else { return nil }
      for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        result.append(unit, from: index)
      }
      index = digits.upperBound
    }
    return result
  }

  /// What the byte after a backslash stands for: a character, or a number of hexadecimal digits.
  private static func escape(_ byte: UInt8) -> (value: UInt32, digits: Int)? {
    switch UnicodeScalar(byte) {
    case "0": (0x00, 0)
    case "a": (0x07, 0)
    case "b": (0x08, 0)
    case "t", "\t": (0x09, 0)
    case "n": (0x0A, 0)
    case "v": (0x0B, 0)
    case "f": (0x0C, 0)
    case "r": (0x0D, 0)
    case "e": (0x1B, 0)
    case " ", "\"", "/", "\\": (UInt32(byte), 0)
    case "N": (0x85, 0)
    case "_": (0xA0, 0)
    case "L": (0x2028, 0)
    case "P": (0x2029, 0)
    case "x": (0, 2)
    case "u": (0, 4)
    case "U": (0, 8)
    default: nil
    }
  }
}
