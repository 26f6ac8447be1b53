/// Numbers of digits alone that name a person or an account.
enum PersonalNumbers {
  /// The number that begins at `start`, or nil.
  static func entity(_ text: UTF8Text, _ start: Int) -> Entity? {
    guard TokenEdges.isCleanBefore(text, start) else { return nil }
    let groups = DigitGroups(text, start)
    guard groups.count > 0, groups.digits.count >= 6 else { return nil }
    for count in stride(from: groups.count, through: 1, by: -1)
    where (9...19).contains(groups.totals[count - 1]) {
      let end = groups.ends[count - 1]
      let code = Array(groups.digits(groups: count))
      let lengths = Array(groups.lengths[..<count])
      if let kind = kind(text, SourceRange(start, end), groups, code, lengths),
        TokenEdges.isCleanAfter(text, end)
      {
        return Entity(kind, SourceRange(start, end))
      }
    }
    return bankAccount(text, start, groups).map { Entity(.bankAccount, $0) }
  }

  /// What kind of number groups of digits are, or nil.
  private static func kind(
    _ text: UTF8Text,
    _ range: SourceRange,
    _ groups: DigitGroups,
    _ code: [UInt8],
    _ lengths: [Int]
  ) -> EntityKind? {
    if isCard(text, range, groups, code, lengths) { return .paymentCard }
    if lengths == [3, 2, 4], groups.areSeparated(by: [0x2D], groups: 3),
      Validator.socialSecurityNumber.accepts(compact: code)
    {
      return .socialSecurityNumber
    }
    if code.count == 10, Validator.nhsNumber.accepts(compact: code) {
      let isGrouped = lengths == [3, 3, 4] && groups.areSeparated(by: [0x20], groups: 3)
      if isGrouped && !PhoneNumbers.isFictional(code) { return .nhsNumber }
      if lengths.count == 1 || lengths == [3, 3, 4],
        ContextWords.near(text, range, ContextWords.health)
      {
        return .nhsNumber
      }
    }
    if code.count == 10, Validator.taxReference.accepts(compact: code), lengths.count <= 2,
      ContextWords.near(text, range, ContextWords.tax)
    {
      return .taxReference
    }
    if code.count == 9, lengths == [9] || lengths == [3, 4, 2],
      Validator.vatNumber.accepts(compact: code), ContextWords.near(text, range, ContextWords.vat)
    {
      return .vatNumber
    }
    return nil
  }

  /// Whether groups of digits are a payment card's number.
  private static func isCard(
    _ text: UTF8Text,
    _ range: SourceRange,
    _ groups: DigitGroups,
    _ code: [UInt8],
    _ lengths: [Int]
  ) -> Bool {
    guard code.count >= 12, Validator.paymentCard.accepts(compact: code) else { return false }
    let isGrouped =
      groups.areSeparated(by: [0x20, 0x2D], groups: lengths.count)
      && (lengths == [4, 6, 5] || lengths == [4, 6, 4]
        || (lengths.count > 2 && lengths.dropLast().allSatisfy { $0 == 4 }
          && lengths[lengths.count - 1] <= 4))
    if isGrouped { return true }
    guard lengths.count == 1 else { return false }
    // Barcodes have 12 to 14 digits and message numbers 19, and one in ten passes.
    let isUsual = code.count == 15 || code.count == 16 || (code.count == 14 && code[0] == 0x33)
    return isUsual || ContextWords.near(text, range, ContextWords.card)
  }

  /// The range of a sort code and the account number behind it, or nil.
  private static func bankAccount(
    _ text: UTF8Text,
    _ start: Int,
    _ groups: DigitGroups
  ) -> SourceRange? {
    let isNamed = ContextWords.near(
      text,
      SourceRange(start, start),
      ContextWords.account,
      after: false
    )
    let sortCode: Int
    if groups.count >= 3, Array(groups.lengths[..<3]) == [2, 2, 2],
      groups.areSeparated(by: [0x2D], groups: 3)
        || (isNamed && groups.areSeparated(by: [0x20], groups: 3))
    {
      sortCode = groups.ends[2]
    } else if isNamed, groups.lengths[0] == 6 {
      sortCode = groups.ends[0]
    } else {
      return nil
    }
    // Words such as “account number” may stand between.
    var index = sortCode
    while index < text.count, index - sortCode < 32, !isASCIIDigit(text[index]) { index += 1 }
    guard index > sortCode, !isASCIIWord(text[index - 1]) else { return nil }
    var end = index
    while isASCIIDigit(text.byte(end)), end - index < 9 { end += 1 }
    guard end - index == 8, TokenEdges.isCleanAfter(text, end) else { return nil }
    // Two dates stand side by side more often than an account number begins 19 or 20.
    let looksLikeYear =
      (text[index] == 0x31 && text[index + 1] == 0x39)
      || (text[index] == 0x32 && text[index + 1] == 0x30)
    return looksLikeYear && !isNamed ? nil : SourceRange(start, end)
  }
}
