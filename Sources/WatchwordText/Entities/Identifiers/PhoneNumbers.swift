/// Telephone numbers as they are written in the United Kingdom, in North America and with a country code.
enum PhoneNumbers {
  /// The end of the telephone number that begins at `start`, or nil.
  ///
  /// - Parameter start: The offset of its `+`, `(` or first digit.
  static func end(_ text: UTF8Text, _ start: Int) -> Int? {
    let plus = text[start] == 0x2B
    let bracket = text.byte(plus ? start + 1 : start) == 0x28
    let groups = DigitGroups(text, start + (plus ? 1 : 0) + (bracket ? 1 : 0))
    guard groups.count > 0, groups.areBracketsClosed(open: bracket) else { return nil }
    // The longest run of groups that is a number; what follows may be something else.
    for count in stride(from: groups.count, through: 1, by: -1)
    where (9...17).contains(groups.totals[count - 1]) {
      let digits = Array(groups.digits(groups: count))
      let end = groups.ends[count - 1]
      guard TokenEdges.isCleanAfter(text, end) else { continue }
      let range = SourceRange(start, end)
      if isNumber(text, range, groups, count, digits, plus: plus, bracket: bracket) { return end }
    }
    return nil
  }

  private static func isNumber(
    _ text: UTF8Text,
    _ range: SourceRange,
    _ groups: DigitGroups,
    _ count: Int,
    _ digits: [UInt8],
    plus: Bool,
    bracket: Bool
  ) -> Bool {
    if plus { return isInternational(digits, groups, count) }
    if digits.starts(with: [0x30, 0x30]) {
      return digits.count > 10 && isInternational(Array(digits[2...]), groups, count)
    }
    if digits[0] == 0x30 { return isNational(digits) && hasNationalShape(groups, count) }
    return isNorthAmerican(text, range, digits, groups, count)
  }

  /// Whether digits after `+` are a number with its country code.
  private static func isInternational(
    _ digits: [UInt8],
    _ groups: DigitGroups,
    _ count: Int
  ) -> Bool {
    if digits.starts(with: [0x34, 0x34]) {
      var national = Array(digits[2...])
      if national.first != 0x30 { national.insert(0x30, at: 0) }
      return isNational(national)
    }
    if digits[0] == 0x31 {
      return digits.count == 11 && isPlan(Array(digits[1...]))
    }
    guard (9...15).contains(digits.count), digits[0] != 0x30 else { return false }
    // `+20 000 000 people` is an amount.
    let isAmount =
      count > 1 && groups.lengths[1..<count].allSatisfy { $0 == 3 }
      && groups.areSeparated(by: [0x20, 0x2E], groups: count)
      && digits.suffix(3) == [0x30, 0x30, 0x30]
    return !isAmount
  }

  /// Whether digits with a leading 0 fit the United Kingdom's numbering plan.
  private static func isNational(_ digits: [UInt8]) -> Bool {
    guard digits.count > 1 else { return false }
    switch digits[1] {
    case 0x31, 0x38: return digits.count == 10 || digits.count == 11
    case 0x32, 0x33, 0x37, 0x39: return digits.count == 11
    case 0x35: return digits.count == 11 && digits[2] >= 0x35
    default: return false
    }
  }

  /// Whether the groups of a national number are not those of a date or a count.
  private static func hasNationalShape(_ groups: DigitGroups, _ count: Int) -> Bool {
    let lengths = groups.lengths[..<count]
    if count == 1 { return lengths[0] == 11 }
    return (3...6).contains(lengths[0]) && lengths[1...].allSatisfy { (2...8).contains($0) }
      && count < 6
  }

  /// Whether digits, with the way they are written, are a North American number.
  private static func isNorthAmerican(
    _ text: UTF8Text,
    _ range: SourceRange,
    _ digits: [UInt8],
    _ groups: DigitGroups,
    _ count: Int
  ) -> Bool {
    var lengths = Array(groups.lengths[..<count])
    var plan = digits
    if digits.count == 11, digits[0] == 0x31 {
      plan.removeFirst()
      if lengths[0] == 1 { lengths.removeFirst() } else { lengths[0] -= 1 }
    }
    guard plan.count == 10, isPlan(plan) else { return false }
    let isSpaced = groups.areSeparated(by: [0x20], groups: count)
    if lengths == [3, 3, 4], !isSpaced || count == 4 { return true }
    // Ten digits alone, or with spaces as in an NHS number, can be anything.
    return (lengths == [10] || lengths == [3, 3, 4] || lengths == [3, 7] || lengths == [6, 4])
      && ContextWords.near(text, range, ContextWords.call, after: false)
  }

  /// Whether ten digits have an area code and an exchange of the North American plan.
  private static func isPlan(_ digits: [UInt8]) -> Bool {
    digits.count == 10 && digits[0] > 0x31 && digits[3] > 0x31
  }

  /// Whether a number is set aside for fiction; digits only, as it is dialled or with `+`.
  static func isFictional(_ text: some Sequence<UInt8>) -> Bool {
    var digits: [UInt8] = []
    var plus = false
    for byte in text {
      if byte == 0x2B { plus = digits.isEmpty }
      if isASCIIDigit(byte) {
        if digits.count == 17 { return false }
        digits.append(byte)
      }
    }
    if digits.starts(with: [0x30, 0x30]), digits.count > 11 {
      digits.removeFirst(2)
      plus = true
    }
    if plus, digits.starts(with: [0x34, 0x34]) {
      digits.removeFirst(2)
      if digits.first != 0x30 { digits.insert(0x30, at: 0) }
      plus = false
    }
    if digits.count == 11, digits[0] == 0x31 { digits.removeFirst() } else if plus { return false }
    if digits.count == 10 {
      // 555-0100 to 555-0199 in any area.
      return digits[3..<8].elementsEqual([0x35, 0x35, 0x35, 0x30, 0x31])
    }
    return digits.count == 11 && isDrama(digits)
  }

  /// Whether eleven digits begin like one of Ofcom's ranges for drama, each named by its first eight.
  private static func isDrama(_ digits: [UInt8]) -> Bool {
    let ranges: StaticString = """
      01632960020794600113496001144960011549600116496001174960011849600121496001314960\
      01414960015149600161496001914980028964960292018007700900080815700909879003069990
      """
    return ranges.holdsEntry(digits[..<8])
  }
}

extension DigitGroups {
  /// Whether each bracket is closed once, and none is left open.
  func areBracketsClosed(open: Bool) -> Bool {
    var depth = open ? 1 : 0
    for separator in separators {
      if separator == 0x28 { depth += 1 }
      if separator == 0x29 { depth -= 1 }
      if depth < 0 || depth > 1 { return false }
    }
    return depth == 0
  }
}
