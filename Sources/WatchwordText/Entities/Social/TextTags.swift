/// Finds hashtags and cashtags, from the sign before them.
enum TextTags {
  /// The range of the hashtag whose sign stands at `index`, or nil.
  ///
  /// - Parameter width: The length of the sign in bytes; it is full-width or not.
  static func hashtag(_ text: UTF8Text, at index: Int, width: Int) -> SourceRange? {
    if index > 0 {
      let before = text.scalar(before: index).value
      // A variation selector is a mark, but ends an emoji, which a hashtag may follow.
      if before != 0xFE0E, before != 0xFE0F,
        before == 0x26 || SocialScalars.isHashtagPart(before)
      {
        return nil
      }
    }
    var end = index + width
    guard end < text.count else { return nil }
    let first = text.scalar(at: end).value
    // The sign is a key-cap emoji.
    if first == 0xFE0F || first == 0x20E3 { return nil }
    var hasLetter = false
    while end < text.count {
      let (value, width) = text.scalar(at: end)
      guard SocialScalars.isHashtagPart(value) else { break }
      hasLetter = hasLetter || SocialScalars.isHashtagLetter(value)
      end += width
    }
    guard hasLetter else { return nil }
    if end < text.count, SocialScalars.isHash(text.scalar(at: end).value) { return nil }
    return text.begins(with: "://", at: end) ? nil : SourceRange(index, end)
  }

  /// The range of the cashtag whose `$` stands at `index`, or nil.
  ///
  /// A symbol has one to six letters and can end in `.` or `_` with one or two more.
  static func cashtag(_ text: UTF8Text, at index: Int) -> SourceRange? {
    if index > 0 {
      let before = text.scalar(before: index).value
      guard SocialScalars.isSpace(before) || SocialScalars.isDirectional(before) else { return nil }
    }
    var end = index + 1
    while end - index <= 6, isASCIILetter(text.byte(end)) { end += 1 }
    guard end > index + 1 else { return nil }
    let mark = text.byte(end)
    if mark == 0x2E || mark == 0x5F {
      var long = end + 1
      while long - end <= 2, isASCIILetter(text.byte(long)) { long += 1 }
      if long > end + 1, endsSymbol(text, long) { return SourceRange(index, long) }
    }
    return endsSymbol(text, end) ? SourceRange(index, end) : nil
  }

  /// Whether a symbol can end at an offset: at white space, at punctuation, or with the text.
  private static func endsSymbol(_ text: UTF8Text, _ index: Int) -> Bool {
    guard index < text.count else { return true }
    let value = text.scalar(at: index).value
    return SocialScalars.isSpace(value) || SocialScalars.isPunctuation(value)
  }
}
