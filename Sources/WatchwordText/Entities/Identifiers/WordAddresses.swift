/// Addresses of three words, as what3words gives them.
enum WordAddresses {
  /// The range of the address whose three slashes begin at `start`, or nil.
  static func slashed(_ text: UTF8Text, _ start: Int) -> SourceRange? {
    guard text.byte(start - 1) != 0x2F, text.byte(start - 1) != 0x3A,
      !isASCIIWord(text.byte(start - 1))
    else { return nil }
    guard let end = words(text, start + 3, shortest: 2) else { return nil }
    return SourceRange(start, end)
  }

  /// The range of the address without slashes around its first dot, or nil; a word for a place must be near.
  static func plain(_ text: UTF8Text, dot: Int, bound: Int) -> SourceRange? {
    var start = dot
    while start > bound, text[start - 1] &- 0x61 < 26 { start -= 1 }
    guard dot - start >= 4, TokenEdges.isCleanBefore(text, start), text.byte(start - 1) != 0x2E,
      let end = words(text, start, shortest: 4)
    else { return nil }
    let range = SourceRange(start, end)
    var last = end
    while text[last - 1] != 0x2E { last -= 1 }
    if TopLevelDomains.end(in: text, at: last, limit: end) != nil { return nil }
    return ContextWords.near(text, range, ContextWords.place) ? range : nil
  }

  /// The end of three lower-case words with dots between, or nil.
  private static func words(_ text: UTF8Text, _ start: Int, shortest: Int) -> Int? {
    var index = start
    for word in 0..<3 {
      if word > 0 {
        guard text.byte(index) == 0x2E else { return nil }
        index += 1
      }
      let begin = index
      while index < text.count, index - begin < 64 {
        let (value, width) = text.scalar(at: index)
        guard value < 0x80 ? value &- 0x61 < 26 : SocialScalars.isHashtagLetter(value) else {
          break
        }
        // Words without slashes are told from prose by being plain.
        if value >= 0x80, shortest > 2 { return nil }
        index += width
      }
      if index - begin < shortest { return nil }
    }
    let next = text.byte(index)
    if isASCIIWord(next) || next == 0x2F || next == 0x40 { return nil }
    return next == 0x2E && isASCIIAlphanumeric(text.byte(index + 1)) ? nil : index
  }
}
