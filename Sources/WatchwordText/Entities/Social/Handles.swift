/// Finds mentions, from the `@` before them.
enum Handles {
  /// The most bytes in a name; X links the first 20 of a longer one.
  private static let longestName = 20
  /// The most bytes in the name of a list.
  private static let longestList = 25
  /// The most bytes in a name on a server of its own.
  private static let longestLocalPart = 64

  /// The range of the mention whose sign stands at `index`, or nil.
  ///
  /// - Parameter width: The length of the sign in bytes; it is full-width or not.
  static func range(_ text: UTF8Text, at index: Int, width: Int) -> SourceRange? {
    guard mayBegin(text, index) else { return nil }
    let start = index + width
    if let end = endOnServer(text, start) { return SourceRange(index, end) }
    var end = start
    while end - start < longestName, isASCIIWord(text.byte(end)) { end += 1 }
    guard end > start else { return nil }
    if text.byte(end) == 0x2F, isASCIILetter(text.byte(end + 1)) {
      let slug = end + 1
      end = slug + 1
      while end - slug < longestList, isASCIIWord(text.byte(end)) || text.byte(end) == 0x2D {
        end += 1
      }
    }
    guard end < text.count else { return SourceRange(index, end) }
    let next = text.scalar(at: end).value
    if SocialScalars.isAt(next) || SocialScalars.isAccentedLatin(next) { return nil }
    return text.begins(with: "://", at: end) ? nil : SourceRange(index, end)
  }

  /// The end of `name@example.org`, the form that names a server, or nil.
  private static func endOnServer(_ text: UTF8Text, _ start: Int) -> Int? {
    var end = start
    while end - start < longestLocalPart,
      isASCIIWord(text.byte(end)) || text.byte(end) == 0x2E || text.byte(end) == 0x2D
    {
      end += 1
    }
    guard end > start, text.byte(end) == 0x40, isASCIIWord(text[start]), isASCIIWord(text[end - 1])
    else { return nil }
    return EmailAddresses.domainEnd(text, end + 1)
  }

  /// Whether what stands before an offset lets a mention begin there; `RT` may stand against it.
  private static func mayBegin(_ text: UTF8Text, _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let value = text.scalar(before: index).value
    if value >= 0x80 { return !SocialScalars.isAt(value) }
    switch UInt8(value) {
    case 0x21, 0x23, 0x24, 0x25, 0x26, 0x2A, 0x40: return false
    case let byte where isASCIIWord(byte):
      guard text.begins(with: "rt", at: index - 2) else { return false }
      guard index > 2 else { return true }
      let before = text[index - 3]
      switch before {
      case 0x2B, 0x7E, 0x2E, 0x2D: return false
      default: return !isASCIIWord(before)
      }
    default: return true
    }
  }
}
