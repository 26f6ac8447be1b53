/// A string in JSON: where it stands, still escaped.
struct JSONString {
  /// The bytes between the quotation marks.
  var content: Range<Int>
  /// Whether a backslash occurs in it.
  var hasEscapes: Bool
}

/// Steps through the bytes of one JSON value, strictly after RFC 8259.
///
/// The bytes must be well-formed UTF-8; offsets are into the scanned bytes.
struct JSONScanner {
  /// How many brackets may be open at once.
  static let depthLimit = 64

  /// The bytes, with the value and the white space around it.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the next byte to look at.
  private(set) var position: Int

  /// Begins at an offset into `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next byte, or nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Passes over white space.
  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// A mistake at the next byte, or at the end, which then is what is wrong.
  func mistake(_ kind: JSONMistake.Kind) -> JSONMistake {
    guard position < bytes.count else {
      return JSONMistake(kind: .unfinished, range: position..<position)
    }
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return JSONMistake(kind: kind, range: position..<end)
  }

  /// Passes over `byte`, or throws the mistake that it is not there.
  mutating func expect(_ byte: UInt8, else kind: JSONMistake.Kind) throws(JSONMistake) {
    guard next == byte else { throw mistake(kind) }
    position += 1
  }

  /// The next key of an object whose opening bracket is passed, with the scanner moved to its
  /// value; nil, with the closing bracket passed, after the last.
  mutating func nextKey(isFirst: Bool) throws(JSONMistake) -> JSONString? {
    guard try moreFollows(isFirst: isFirst, closing: UInt8(ascii: "}")) else { return nil }
    guard next == UInt8(ascii: "\"") else { throw mistake(.notAKey) }
    let key = try string()
    skipSpace()
    try expect(UInt8(ascii: ":"), else: .missingColon)
    skipSpace()
    return key
  }

  /// Whether another element or member follows, with the comma or the closing bracket passed.
  mutating func moreFollows(isFirst: Bool, closing: UInt8) throws(JSONMistake) -> Bool {
    skipSpace()
    if next == closing {
      position += 1
      return false
    }
    if isFirst {
      if position >= bytes.count { throw mistake(.unfinished) }
      return true
    }
    let comma = position
    try expect(UInt8(ascii: ","), else: .missingComma)
    skipSpace()
    if next == closing {
      throw JSONMistake(kind: .trailingComma, range: comma..<comma + 1)
    }
    return true
  }

  /// Passes over a value of any kind; `depth` counts the brackets open around it.
  mutating func skipValue(depth: Int) throws(JSONMistake) {
    switch next {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"):
      try enter(depth: depth)
      var isFirst = true
      while try nextKey(isFirst: isFirst) != nil {
        try skipValue(depth: depth + 1)
        isFirst = false
      }
    case UInt8(ascii: "["):
      try enter(depth: depth)
      var isFirst = true
      while try moreFollows(isFirst: isFirst, closing: UInt8(ascii: "]")) {
        try skipValue(depth: depth + 1)
        isFirst = false
      }
    default: _ = try word()
    }
  }

  /// Passes over an opening bracket, unless too many are open.
  mutating func enter(depth: Int) throws(JSONMistake) {
    guard depth < Self.depthLimit else { throw mistake(.tooDeep) }
    position += 1
  }

  /// Moves to an offset that ``JSONScanner`` extensions have reached.
  mutating func move(to offset: Int) {
    position = offset
  }
}
