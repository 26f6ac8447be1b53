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
  /// Whether all letters match as written.
  private var isCaseExact = false

  /// What a text must hold, all of it, for `expression` to match anywhere in it.
  ///
  /// - Parameter isCaseExact: Whether letters match as written, but in groups that say otherwise.
  static func needs(of expression: String, isCaseExact: Bool = false) -> [PatternNeed] {
    var syntax = PatternSyntax(bytes: Array(expression.utf8))
    syntax.isCaseExact = isCaseExact && !expression.contains("(?i")
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
    case UInt8(ascii: "\\"):
      switch try escape() {
      case .facts(let facts): return facts
      case .scalar(let scalar) where scalar < 0x80:
        return PatternFacts(strings: [[Self.lowered(UInt8(scalar))]])
      case .scalar(let scalar): return ScalarLeads(of: scalar).facts
      }
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
      position -= 1
      return ScalarLeads(of: scalar()).facts
    }
  }

  /// The scalar at the next byte, which is beyond ASCII.
  private mutating func scalar() -> UInt32 {
    let (scalar, count) = bytes.withUnsafeBufferPointer { UTF8Scan.scalar(at: position, in: $0) }
    position += count
    return scalar
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
    var members = SetMembers()
    if isDenied { members.isOpen = true }
    var isFirst = true
    while isFirst || next != UInt8(ascii: "]") {
      isFirst = false
      guard let low = try member(&members) else { continue }
      var high = low
      if next == UInt8(ascii: "-"), position + 1 < bytes.count,
        bytes[position + 1] != UInt8(ascii: "]")
      {
        position += 1
        guard let end = try member(&members), end >= low else {
          members.isOpen = true
          continue
        }
        high = end
      }
      members.add(low...high)
    }
    position += 1
    var facts = members.facts
    facts.isCapital = isCaseExact && members.holdsOnlyCapitals
    return facts
  }

  /// One member of a class; nil where it is more than one scalar, which is then added to `members`.
  private mutating func member(_ members: inout SetMembers) throws(NotUnderstood) -> UInt32? {
    guard let byte = next else { throw NotUnderstood() }
    if byte == UInt8(ascii: "["), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: ":")
    {
      throw NotUnderstood()
    }
    guard byte == UInt8(ascii: "\\") else {
      guard byte >= 0x80 else {
        position += 1
        return UInt32(byte)
      }
      return scalar()
    }
    let facts: PatternFacts
    switch try escape() {
    case .scalar(let scalar): return scalar
    case .facts(let other): facts = other
    }
    if case .bytes(let bytes)? = facts.needs.first, facts.strings == nil {
      members.bytes = members.bytes.union(bytes)
    } else {
      members.isOpen = true
    }
    return nil
  }

  /// What a backslash can stand for.
  private enum Escape {
    /// One scalar.
    case scalar(UInt32)
    /// Anything else.
    case facts(PatternFacts)
  }

  /// A backslash and what follows it.
  private mutating func escape() throws(NotUnderstood) -> Escape {
    position += 1
    guard let byte = next else { throw NotUnderstood() }
    position += 1
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"),
      UInt8(ascii: "Z"), UInt8(ascii: "K"):
      return .facts(.place)
    // Digits of other scripts are the filter's business.
    case UInt8(ascii: "d"): return .scalar(0x30)
    case UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "s"), UInt8(ascii: "S"),
      UInt8(ascii: "D"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "R"),
      UInt8(ascii: "X"), UInt8(ascii: "N"):
      return .facts(.anything)
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      _ = number()
      return .facts(.anything)
    case UInt8(ascii: "p"): return .facts(property())
    case UInt8(ascii: "P"):
      _ = property()
      return .facts(.anything)
    case UInt8(ascii: "x"):
      guard take("{") else { throw NotUnderstood() }
      var value: UInt32 = 0
      while let digit = next, let number = Self.hexadecimal(digit), value < 0x10_FFFF {
        value = value * 16 + UInt32(number)
        position += 1
      }
      guard take("}") else { throw NotUnderstood() }
      return .scalar(value)
    case UInt8(ascii: "t"): return .scalar(0x09)
    case UInt8(ascii: "n"): return .scalar(0x0A)
    case UInt8(ascii: "r"): return .scalar(0x0D)
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x20: return .scalar(UInt32(byte))
    default: throw NotUnderstood()
    }
  }

  /// What follows `\\p`: a letter, or a name in braces.
  private mutating func property() -> PatternFacts {
    guard take("{") else {
      position += 1
      return .anything
    }
    let start = position
    while let other = next, other != UInt8(ascii: "}") { position += 1 }
    let name = bytes[start..<position]
    position += 1
    if name.elementsEqual("Extended_Pictographic".utf8) {
      return PatternFacts(oneOf: ScalarLeads.pictographs)
    }
    // Marks and scripts without a letter in ASCII.
    let isHigh = ["Mn", "Han", "Hangul", "Hiragana", "Katakana"].contains {
      name.elementsEqual($0.utf8)
    }
    return isHigh ? PatternFacts(oneOf: ScalarLeads.all) : .anything
  }

  /// An ASCII letter in lower case, 0 for a digit, any other byte as it is.
  static func lowered(_ byte: UInt8) -> UInt8 {
    if byte &- 0x30 < 10 { return 0x30 }
    return byte &- 0x41 < 26 ? byte | 0x20 : byte
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
