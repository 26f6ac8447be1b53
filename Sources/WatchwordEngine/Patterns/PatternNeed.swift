internal import WatchwordText

/// Something every match of an expression holds, so that a text without it can be passed over.
enum PatternNeed: Hashable {
  /// One of these strings, ASCII letters in lower case and digits as 0, each of two bytes or more.
  case strings([[UInt8]])
  /// One of these bytes.
  case bytes(BytePresence)

  /// The need for one of some strings; nil where an empty one among them asks for nothing.
  init?(oneOf strings: [[UInt8]]) {
    guard let shortest = strings.map(\.count).min(), shortest > 0 else { return nil }
    guard shortest == 1 else {
      self = .strings(strings)
      return
    }
    var bytes = BytePresence()
    for string in strings { bytes.insertCases(of: string[0]) }
    // A space tells nothing.
    guard !bytes.contains(0x20) else { return nil }
    self = .bytes(bytes)
  }

  /// How much it tells: long strings more than short ones, any string more than a byte.
  var weight: Int {
    switch self {
    case .strings(let strings): strings.map(\.count).min() ?? 0
    case .bytes: 1
    }
  }

  /// The need of a text that has this one or that one.
  func union(_ other: PatternNeed) -> PatternNeed {
    if case .strings(let one) = self, case .strings(let two) = other { return .strings(one + two) }
    return .bytes(leadingBytes.union(other.leadingBytes))
  }

  /// The bytes one of which a text with this need must hold.
  private var leadingBytes: BytePresence {
    switch self {
    case .bytes(let bytes): return bytes
    case .strings(let strings):
      var bytes = BytePresence()
      for string in strings { bytes.insertCases(of: string[0]) }
      return bytes
    }
  }
}

extension BytePresence {
  /// Adds a byte and, for an ASCII letter, its other case; 0 stands for every digit.
  mutating func insertCases(of byte: UInt8) {
    insert(byte)
    if byte == UInt8(ascii: "0") {
      for digit in UInt8(ascii: "1")...UInt8(ascii: "9") { insert(digit) }
    }
    guard (byte | 0x20) &- 0x61 < 26 else { return }
    insert(byte | 0x20)
    insert(byte & 0xDF)
  }
}
