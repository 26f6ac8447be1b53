internal import WatchwordText

/// Reads what every match of a regular expression must hold.
///
/// It understands the part of PCRE2's syntax that packs use and gives up on everything else, so that
/// an expression it does not understand is merely tried on every text.
struct PatternSyntax {
  /// Something that is not understood.
  private struct NotUnderstood: Error {}

  /// The deepest nesting that is followed.
  private static let deepest = 40

  /// The expression.
  private let bytes: [UInt8]
  /// The next byte to read.
  private var position = 0
  /// How deep the group that is being read lies.
  private var depth = 0

  /// What a text must hold, all of it, for `expression` to match anywhere in it.
  static func needs(of expression: String) -> [PatternNeed] {
    var syntax = PatternSyntax(bytes: Array(expression.utf8))
    guard let facts = try? syntax.choice(), syntax.position == syntax.bytes.count else { return [] }
    return facts.allNeeds
  }

  /// Starts to read an expression.
  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The next byte, or nil at the end.
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Whether the expression goes on with `text`, which is then passed over.
  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for index in 0..<count where bytes[position + index] != text.utf8Start[index] { return false }
    position += count
    return true
  }

  /// Alternatives up to the end of a group.
  private mutating func choice() throws(NotUnderstood) -> PatternFacts {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw NotUnderstood() }
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return .choice(parts)
  }

  /// Parts up to the end of an alternative.
  private mutating func sequence() throws(NotUnderstood) -> PatternFacts {
    var parts: [PatternFacts] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let part = try atom()
      parts.append(try repeated(part))
    }
    return .sequence(parts)
  }

  /// A part with the quantifier behind it.
  private mutating func repeated(_ part: PatternFacts) throws(NotUnderstood) -> PatternFacts {
    var result = part
    if take("?") {
      result = part.repeated(least: 0, isOnce: true)
    } else if take("*") {
      result = part.repeated(least: 0, isOnce: false)
    } else if take("+") {
      result = part.repeated(least: 1, isOnce: false)
    } else if next == UInt8(ascii: "{") {
      guard let bounds = bounds() else { throw NotUnderstood() }
      result = part.repeated(least: bounds.least, isOnce: bounds.isOnce)
    } else {
      return part
    }
    if !take("+") { _ = take("?") }
    return result
  }

  /// The numbers of `{n}`, `{n,}` or `{n,m}`.
  private mutating func bounds() -> (least: Int, isOnce: Bool)? {
    position += 1
    guard let least = number() else { return nil }
    if take("}") { return (least, least <= 1) }
    guard take(",") else { return nil }
    if take("}") { return (least, false) }
    guard let most = number(), take("}") else { return nil }
    return (least, most <= 1)
  }

  /// A decimal number.
  private mutating func number() -> Int? {
    let start = position
    var value = 0
    while let byte = next, byte &- 0x30 < 10, value < 100_000 {
      value = value * 10 + Int(byte - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }

  /// One part without its quantifier.
  private mutating func atom() throws(NotUnderstood) -> PatternFacts {
    guard let byte = next else { throw NotUnderstood() }
    switch byte {
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "["): return try set()
    case UInt8(ascii: "\\"): return try escape()
    case UInt8(ascii: "^"), UInt8(ascii: "$"):
      position += 1
      return .place
    case UInt8(ascii: "."):
      position += 1
      return .anything
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
      throw NotUnderstood()
    default:
      position += 1
      if byte < 0x80 { return PatternFacts(strings: [[Self.lowered(byte)]]) }
      while let more = next, more & 0xC0 == 0x80 { position += 1 }
      return .anything
    }
  }

  /// A group, or something that looks ahead or back.
  private mutating func group() throws(NotUnderstood) -> PatternFacts {
    position += 1
    var looks = false
    var isDenied = false
    if take("?") {
      if take("=") || take("<=") {
        looks = true
      } else if take("!") || take("<!") {
        looks = true
        isDenied = true
      } else if take("<") || take("P<") {
        while let byte = next, byte != UInt8(ascii: ">") { position += 1 }
        position += 1
      } else if !take(":"), !take(">"), !take("|"), !take("i:"), !take("-i:") {
        throw NotUnderstood()
      }
    } else if next == UInt8(ascii: "*") {
      throw NotUnderstood()
    }
    let facts = try choice()
    guard take(")") else { throw NotUnderstood() }
    guard looks else { return facts }
    return isDenied ? .place : PatternFacts(strings: [[]], needs: facts.allNeeds)
  }

  /// A class of characters.
  private mutating func set() throws(NotUnderstood) -> PatternFacts {
    position += 1
    let isDenied = take("^")
    var members: Set<UInt8> = []
    var isOpen = isDenied
    var hasDigits = false
    var isFirst = true
    while isFirst || next != UInt8(ascii: "]") {
      isFirst = false
      guard let low = try member(&isOpen, &hasDigits) else { continue }
      var high = low
      if next == UInt8(ascii: "-"), position + 1 < bytes.count,
        bytes[position + 1] != UInt8(ascii: "]")
      {
        position += 1
        guard let end = try member(&isOpen, &hasDigits), end >= low else {
          isOpen = true
          continue
        }
        high = end
      }
      for byte in low...high { members.insert(Self.lowered(byte)) }
    }
    position += 1
    if isOpen { return .anything }
    if hasDigits {
      var bytes = Self.digits
      for byte in members { bytes.insertCases(of: byte) }
      return PatternFacts(strings: nil, needs: [.bytes(bytes)])
    }
    return PatternFacts(strings: members.sorted().map { [$0] })
  }

  /// One member of a class; nil where it is not one ASCII character.
  private mutating func member(
    _ isOpen: inout Bool,
    _ hasDigits: inout Bool
  ) throws(NotUnderstood) -> UInt8? {
    guard let byte = next else { throw NotUnderstood() }
    if byte == UInt8(ascii: "["), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: ":")
    {
      throw NotUnderstood()
    }
    guard byte == UInt8(ascii: "\\") else {
      position += 1
      guard byte >= 0x80 else { return byte }
      while let more = next, more & 0xC0 == 0x80 { position += 1 }
      isOpen = true
      return nil
    }
    let facts = try escape()
    if let strings = facts.strings, strings.count == 1, let only = strings.first, only.count == 1 {
      return only[0]
    }
    if facts.needs == [.bytes(Self.digits)] { hasDigits = true } else { isOpen = true }
    return nil
  }

  /// A backslash and what follows it.
  private mutating func escape() throws(NotUnderstood) -> PatternFacts {
    position += 1
    guard let byte = next else { throw NotUnderstood() }
    position += 1
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"),
      UInt8(ascii: "Z"), UInt8(ascii: "K"):
      return .place
    case UInt8(ascii: "d"): return PatternFacts(strings: nil, needs: [.bytes(Self.digits)])
    case UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "s"), UInt8(ascii: "S"),
      UInt8(ascii: "D"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "R"),
      UInt8(ascii: "X"), UInt8(ascii: "N"):
      return .anything
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      _ = number()
      return .anything
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      if take("{") {
        while let other = next, other != UInt8(ascii: "}") { position += 1 }
      }
      position += 1
      return .anything
    case UInt8(ascii: "x"):
      guard take("{") else { throw NotUnderstood() }
      var value = 0
      while let digit = next, let number = Self.hexadecimal(digit), value < 0x10_FFFF {
        value = value * 16 + number
        position += 1
      }
      guard take("}") else { throw NotUnderstood() }
      return value < 0x80
        ? PatternFacts(strings: [[Self.lowered(UInt8(value))]]) : .anything
    case UInt8(ascii: "t"): return PatternFacts(strings: [[0x09]])
    case UInt8(ascii: "n"): return PatternFacts(strings: [[0x0A]])
    case UInt8(ascii: "r"): return PatternFacts(strings: [[0x0D]])
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x20:
      return PatternFacts(strings: [[byte]])
    default: throw NotUnderstood()
    }
  }

  /// The bytes one of which a digit of any script starts with.
  private static let digits: BytePresence = {
    var bytes = BytePresence()
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { bytes.insert(byte) }
    // Arabic, N'Ko, and the blocks from Devanagari to the mathematical digits.
    for byte: UInt8 in [0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xEA, 0xEF, 0xF0] { bytes.insert(byte) }
    return bytes
  }()

  /// An ASCII letter in lower case, any other byte as it is.
  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// The value of a hexadecimal digit.
  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 0x61 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 0x41 + 10
    default: nil
    }
  }
}
