/// Finds e-mail addresses, from the `@` in them.
///
/// The local part is the unquoted form of RFC 5322, section 3.4.1, with the marks in common use;
/// the domain ends in a top-level domain or a name reserved for examples and private networks.
enum EmailAddresses {
  /// The most bytes before the `@` (RFC 5321, section 4.5.3.1).
  private static let longestLocalPart = 64
  /// The most bytes after it.
  static let longestDomain = 255

  /// The range of the address around the `@` at `index`, or nil.
  ///
  /// - Parameter bound: Where the text not yet taken by an entity begins.
  static func range(_ text: UTF8Text, at index: Int, bound: Int) -> SourceRange? {
    var start = index
    let lowest = max(bound, index - longestLocalPart)
    while start > lowest, isLocalPart(text[start - 1]) { start -= 1 }
    // The local part is longer than it may be.
    if start == lowest, start > bound, isLocalPart(text[start - 1]) { return nil }
    while start < index, !isASCIIWord(text[start]) { start += 1 }
    guard start < index, text[index - 1] != 0x2E, mayBegin(text, start) else { return nil }
    guard let end = domainEnd(text, index + 1) else { return nil }
    return SourceRange(start, end)
  }

  /// The end of the domain that begins at `start`, or nil.
  static func domainEnd(_ text: UTF8Text, _ start: Int) -> Int? {
    var limit = start
    let highest = min(text.count, start + longestDomain)
    while limit < highest, let width = text.domainScalar(at: limit) { limit += width }
    // A domain cut off here would be longer than one can be.
    if limit > highest || (limit == highest && limit < text.count) { return nil }
    guard let end = DomainWalk(text, from: start, limit: limit, reserved: true).end else {
      return nil
    }
    let next = text.byte(end)
    if next == 0x5F || next == 0x40 { return nil }
    return PunycodeLength.labelsFit(text, from: start, to: end) ? end : nil
  }

  /// Whether a byte can be part of a local part.
  private static func isLocalPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x25, 0x2B, 0x27, 0x2D: true
    default: isASCIIWord(byte)
    }
  }

  /// Whether what stands before an offset lets an address begin there.
  private static func mayBegin(_ text: UTF8Text, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    let value = text.scalar(before: start).value
    // `@a@b.example` names an account, and `//a@b.example` is part of a web address.
    if SocialScalars.isAt(value) || value == 0x2F { return false }
    if value == 0x3A { return !followsUserName(text, colon: start - 1) }
    return value < 0x80 || !SocialScalars.isAccentedLatin(value)
  }

  /// Whether a colon separates a user name from a password: `//name:password@host`.
  private static func followsUserName(_ text: UTF8Text, colon: Int) -> Bool {
    var start = colon
    while start > 0, colon - start < longestLocalPart, isLocalPart(text[start - 1]) { start -= 1 }
    return text.byte(start - 1) == 0x2F
  }
}
