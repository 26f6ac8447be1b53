internal import WatchwordRules
internal import WatchwordText

/// Works out the classes of a text's tokens, as phrases ask for them.
struct TokenClasses {
  /// The text's tokens.
  let tokens: UnsafeBufferPointer<Token>
  /// The classes of each symbol's word.
  let wordClasses: UnsafeBufferPointer<WordClass>
  /// The text's dates and times.
  let times: TimeSpans

  /// Puts the bits of each token's ``TokenClassSet`` into `classes`.
  func fill(_ classes: inout Stack<UInt32>) {
    classes.fill(with: 0, count: tokens.count)
    for index in 0..<tokens.count { classes[index] = plainClasses(of: index).rawValue }
    for span in times.spans {
      classes[span.first] |= TokenClassSet.date.rawValue
      if span.isClock { classes[span.first] |= TokenClassSet.time.rawValue }
    }
  }

  /// The classes of a token but for those of times.
  @inline(__always)
  private func plainClasses(of index: Int) -> TokenClassSet {
    let token = tokens[index]
    var classes = TokenClassSet()
    switch token.kind {
    case .word:
      classes.insert(.word)
      let words = wordClasses[Int(token.symbol)]
      if token.flags.contains(.capitalised) {
        if !words.contains(.common), !opensSentence(index) { classes.insert(.name) }
        if token.flags.contains(.allCapitals) { classes.insert(.capitals) }
        if token.flags.contains(.initial) { classes.insert(.initial) }
      }
      if words.rawValue > 1 {
        if words.contains(.number) { classes.insert(.number) }
        if words.contains(.ordinal) { classes.insert(.ordinal) }
        if words.contains(.weekday) { classes.insert(.weekday) }
        if words.contains(.month) { classes.insert(.month) }
      }
    case .number:
      if token.flags.contains(.ordinal) {
        classes.insert(.ordinal)
      } else {
        classes.insert(.number)
        if token.flags.contains(.money) { classes.insert(.money) }
      }
    case .mention: classes.insert(.mention)
    case .url: classes.insert(.url)
    case .email: classes.insert(.email)
    case .emoji: classes.insert(.emoji)
    case .cashtag, .punctuation: break
    }
    if token.flags.contains(.startsHashtag) { classes.insert(.hashtag) }
    if token.flags.contains(.startsQuotation) { classes.insert(.quote) }
    return classes
  }

  /// Whether a word is the first of its sentence, but for marks and emoji before it.
  private func opensSentence(_ token: Int) -> Bool {
    var index = token
    while !tokens[index].flags.contains(.startsSentence) {
      guard index > 0, tokens[index - 1].isMark else { return false }
      index -= 1
    }
    return true
  }
}

/// One class each, for tests against the classes of a token; in the order of ``TokenClass``.
extension TokenClassSet {
  static let name = TokenClassSet(rawValue: 1 << 0)
  static let capitals = TokenClassSet(rawValue: 1 << 1)
  static let initial = TokenClassSet(rawValue: 1 << 2)
  static let word = TokenClassSet(rawValue: 1 << 3)
  static let number = TokenClassSet(rawValue: 1 << 4)
  static let ordinal = TokenClassSet(rawValue: 1 << 5)
  static let money = TokenClassSet(rawValue: 1 << 6)
  static let date = TokenClassSet(rawValue: 1 << 7)
  static let time = TokenClassSet(rawValue: 1 << 8)
  static let weekday = TokenClassSet(rawValue: 1 << 9)
  static let month = TokenClassSet(rawValue: 1 << 10)
  static let mention = TokenClassSet(rawValue: 1 << 11)
  static let url = TokenClassSet(rawValue: 1 << 12)
  static let email = TokenClassSet(rawValue: 1 << 13)
  static let hashtag = TokenClassSet(rawValue: 1 << 14)
  static let emoji = TokenClassSet(rawValue: 1 << 15)
  static let quote = TokenClassSet(rawValue: 1 << 16)

  /// Whether one of the classes can hold more than one token.
  var mayHoldSeveral: Bool { rawValue & Self.several != 0 }

  /// The bits of the classes that can.
  private static let several = date.rawValue | time.rawValue | hashtag.rawValue | quote.rawValue
}
