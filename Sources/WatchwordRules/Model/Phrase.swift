/// One phrase of a rule or vocabulary, parsed from the phrase syntax.
public struct Phrase: Hashable, Sendable {
  /// What a phrase is made of.
  public indirect enum Element: Hashable, Sendable {
    /// Literal text, to be split by the same tokeniser as posts: usually one word or one mark.
    case literal(String, inflected: Bool)
    /// One of these runs; `(a|b)`.
    case alternatives([[Element]])
    /// May be absent; `[a]`.
    case optional([Element])
    /// A token of a class; `{Name}`.
    case tokenClass(TokenClass)
    /// Any phrase of a vocabulary; `<rank>`.
    case vocabulary(String)
  }

  /// The elements, in order.
  public var elements: [Element]
  /// The phrase as written, with its place in the pack.
  public var written: Located<String>

  /// Makes a phrase.
  public init(elements: [Element], written: Located<String>) {
    self.elements = elements
    self.written = written
  }
}

/// The classes of token that a phrase can ask for in braces.
public enum TokenClass: String, CaseIterable, Hashable, Sendable {
  /// A capitalised word that does not start a sentence and is not a common word.
  case name = "Name"
  /// A word of two letters or more, all capitals.
  case capitals = "CAPS"
  /// One capital letter.
  case initial
  /// Any word.
  case word
  /// A number in digits or words.
  case number
  /// An ordinal number in digits or words.
  case ordinal
  /// An amount of money.
  case money
  /// A date expression.
  case date
  /// A clock time.
  case time
  /// A day of the week.
  case weekday
  /// A month.
  case month
  /// A mention.
  case mention
  /// A web address.
  case url
  /// An e-mail address.
  case email
  /// A hashtag, all its parts.
  case hashtag
  /// An emoji.
  case emoji
  /// What stands in one pair of double quotation marks.
  case quote
}
