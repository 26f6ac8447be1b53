/// What a token of a post is.
public enum TokenKind: UInt8, Sendable, CaseIterable {
  /// Letters, with inner apostrophes.
  case word
  /// Digits, with inner separators, sign, and a unit or suffix written against them.
  case number
  /// `@name`, with the server part where there is one.
  case mention
  /// `$SYMBOL`.
  case cashtag
  /// A web address.
  case url
  /// An e-mail address.
  case email
  /// One emoji, its whole sequence.
  case emoji
  /// One other mark that keeps words apart.
  case punctuation

  /// A bit for each kind.
  @inline(__always) var bit: UInt8 { 1 &<< rawValue }
}

/// Facts about how a token is written, decided once while the text is split.
public struct TokenFlags: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16

  /// Makes flags from their bits.
  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Starts with an upper-case letter.
  @inlinable public static var capitalised: TokenFlags { TokenFlags(rawValue: 1 << 0) }
  /// Has two letters or more, all of them upper-case.
  @inlinable public static var allCapitals: TokenFlags { TokenFlags(rawValue: 1 << 1) }
  /// Is one upper-case letter, an initial.
  @inlinable public static var initial: TokenFlags { TokenFlags(rawValue: 1 << 2) }
  /// Is a part of a hashtag.
  @inlinable public static var inHashtag: TokenFlags { TokenFlags(rawValue: 1 << 3) }
  /// Is the first token of its sentence.
  @inlinable public static var startsSentence: TokenFlags { TokenFlags(rawValue: 1 << 4) }
  /// Is the first token of its line.
  @inlinable public static var startsLine: TokenFlags { TokenFlags(rawValue: 1 << 5) }
  /// Lies inside quotation marks, or in a quoted block.
  @inlinable public static var quoted: TokenFlags { TokenFlags(rawValue: 1 << 6) }
  /// Holds a byte above 0x7F.
  @inlinable public static var nonASCII: TokenFlags { TokenFlags(rawValue: 1 << 7) }
  /// Is a number that ends in st, nd, rd or th.
  @inlinable public static var ordinal: TokenFlags { TokenFlags(rawValue: 1 << 8) }
  /// Is an amount of money: a number with a currency sign or code.
  @inlinable public static var money: TokenFlags { TokenFlags(rawValue: 1 << 9) }
  /// Is the first part of a hashtag.
  @inlinable public static var startsHashtag: TokenFlags { TokenFlags(rawValue: 1 << 10) }
  /// Is the first token inside quotation marks.
  @inlinable public static var startsQuotation: TokenFlags { TokenFlags(rawValue: 1 << 11) }
}

/// One token of a post: a kind, a byte range, and the symbol of its folded text.
///
/// Marks that do not keep words apart (hyphens, `#`, emphasis marks, the full stop of an
/// abbreviation) have no token, so a phrase runs straight across them. A token takes 16 bytes, since a
/// long draft has many.
public struct Token: Sendable {
  /// The offset of the first byte in the post's text.
  public var start: UInt32
  /// The offset one past the last byte.
  public var end: UInt32
  /// The number of the folded text in the ``SymbolTable``; 0 where the table does not hold it.
  public var symbol: UInt32
  /// What the token is.
  public var kind: TokenKind
  /// How the token is written.
  public var flags: TokenFlags

  /// Makes a token.
  @inlinable
  public init(
    start: UInt32,
    end: UInt32,
    symbol: UInt32,
    kind: TokenKind,
    flags: TokenFlags
  ) {
    self.start = start
    self.end = end
    self.symbol = symbol
    self.kind = kind
    self.flags = flags
  }

  /// The token's bytes in the post's text.
  @inlinable public var range: SourceRange { SourceRange(Int(start), Int(end)) }

  /// Whether the token is an emoji or another mark, before and after which words stand first and last.
  @inlinable public var isMark: Bool { kind == .punctuation || kind == .emoji }
}
