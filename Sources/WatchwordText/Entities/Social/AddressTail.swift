/// The port, path and query of a web address.
struct AddressTail {
  /// The end of the address.
  let end: Int
  /// Whether there is a path.
  let hasPath: Bool

  /// Reads what follows a domain that ends at `start`.
  init(_ text: UTF8Text, _ start: Int) {
    var index = start
    if text.byte(index) == 0x3A, isASCIIDigit(text.byte(index + 1)) {
      index += 1
      while isASCIIDigit(text.byte(index)) { index += 1 }
    }
    hasPath = text.byte(index) == 0x2F
    if hasPath { index = Self.endOfPath(text, index + 1) }
    end = Self.endOfQuery(text, index)
  }

  /// The end of a path whose first slash stands before `start`; final punctuation is no part of it.
  private static func endOfPath(_ text: UTF8Text, _ start: Int) -> Int {
    var end = start
    var index = start
    while index < text.count {
      if text[index] == 0x28 {
        guard let close = endOfBrackets(text, index) else { break }
        index = close
        end = close
        continue
      }
      let (value, width) = text.scalar(at: index)
      guard let canEnd = pathScalar(value) else { break }
      index += width
      if canEnd { end = index }
    }
    return end
  }

  /// The end of brackets around something, with at most one pair inside, or nil.
  private static func endOfBrackets(_ text: UTF8Text, _ open: Int) -> Int? {
    var index = open + 1
    var depth = 1
    var pairs = 1
    var lastOpen = open
    while index < text.count {
      switch text[index] {
      case 0x28:
        guard depth == 1, pairs == 1 else { return nil }
        depth = 2
        pairs = 2
        lastOpen = index
        index += 1
      case 0x29:
        guard index > lastOpen + 1 else { return nil }
        index += 1
        depth -= 1
        if depth == 0 { return index }
      default:
        let (value, width) = text.scalar(at: index)
        guard pathScalar(value) != nil else { return nil }
        index += width
      }
    }
    return nil
  }

  /// Whether a path can end with a scalar; nil if no path can hold it.
  private static func pathScalar(_ value: UInt32) -> Bool? {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x3D, 0x5F, 0x23, 0x2F,
      0x0400...0x04FF:
      true
    case 0x21, 0x2A, 0x27, 0x3B, 0x3A, 0x2C, 0x2E, 0x24, 0x25, 0x5B, 0x5D, 0x2013, 0x7E, 0x40,
      0x7C, 0x26:
      false
    default: SocialScalars.isAccentedLatin(value) ? true : nil
    }
  }

  /// The end of the query that begins at `start`, or `start` if there is none.
  static func endOfQuery(_ text: UTF8Text, _ start: Int) -> Int {
    guard text.byte(start) == 0x3F else { return start }
    var end = start
    var index = start + 1
    while index < text.count {
      switch text[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x26, 0x3D, 0x23, 0x2F:
        index += 1
        end = index
      case 0x21, 0x3F, 0x2A, 0x27, 0x40, 0x28, 0x29, 0x3B, 0x3A, 0x2B, 0x24, 0x25, 0x5B, 0x5D,
        0x2E, 0x2C, 0x7E, 0x7C:
        index += 1
      default:
        return end
      }
    }
    return end
  }
}
