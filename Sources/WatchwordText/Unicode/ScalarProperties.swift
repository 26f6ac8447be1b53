/// What a scalar is, from one look-up.
///
/// The values come from the Unicode Character Database; `ScalarProperties.of(0x41)` holds
/// ``letter`` and ``uppercase``.
public struct ScalarProperties: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt32

  /// Makes a set from its bits.
  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// General category L: letters of every script, ideographs among them.
  @inlinable public static var letter: ScalarProperties { ScalarProperties(rawValue: 1 << 0) }
  /// General category M: combining marks.
  @inlinable public static var mark: ScalarProperties { ScalarProperties(rawValue: 1 << 1) }
  /// General category Nd: decimal digits of every script.
  @inlinable public static var decimalDigit: ScalarProperties { ScalarProperties(rawValue: 1 << 2) }
  /// Uppercase.
  @inlinable public static var uppercase: ScalarProperties { ScalarProperties(rawValue: 1 << 3) }
  /// Lowercase.
  @inlinable public static var lowercase: ScalarProperties { ScalarProperties(rawValue: 1 << 4) }
  /// White_Space, line ends among them.
  @inlinable public static var whitespace: ScalarProperties { ScalarProperties(rawValue: 1 << 5) }
  /// Emoji_Presentation: drawn as emoji without a selector.
  @inlinable public static var emojiPresentation: ScalarProperties { ScalarProperties(rawValue: 1 << 6) }
  /// Extended_Pictographic: emoji, other pictographs, and places kept for new ones.
  @inlinable public static var extendedPictographic: ScalarProperties { ScalarProperties(rawValue: 1 << 7) }
  /// Default_Ignorable_Code_Point: zero-width, soft hyphen, variation selectors, direction
  /// controls, tags.
  @inlinable public static var defaultIgnorable: ScalarProperties { ScalarProperties(rawValue: 1 << 8) }
  /// Dash: hyphens, dashes and the minus sign.
  @inlinable public static var dashLike: ScalarProperties { ScalarProperties(rawValue: 1 << 9) }
  /// Quotation_Mark: straight, curly, angled and corner marks, and apostrophes used as such.
  @inlinable public static var quoteLike: ScalarProperties { ScalarProperties(rawValue: 1 << 10) }
  /// Emoji: what emoji sequences are made of, ASCII digits, `#` and `*` among them.
  @inlinable public static var emoji: ScalarProperties { ScalarProperties(rawValue: 1 << 11) }

  /// The properties of a scalar; those of an unassigned one for a number that is none.
  public static func of(_ scalar: UInt32) -> ScalarProperties {
    ScalarRecord(scalar).properties
  }
}

/// Single questions about a scalar; ``ScalarProperties/of(_:)`` answers several at once.
public enum ScalarClass {
  /// Whether a scalar is a letter of any script.
  public static func isLetter(_ scalar: UInt32) -> Bool { has(.letter, scalar) }
  /// Whether a scalar is a combining mark.
  public static func isMark(_ scalar: UInt32) -> Bool { has(.mark, scalar) }
  /// Whether a scalar is a decimal digit of any script.
  public static func isDecimalDigit(_ scalar: UInt32) -> Bool { has(.decimalDigit, scalar) }
  /// Whether a scalar is upper-case.
  public static func isUppercase(_ scalar: UInt32) -> Bool { has(.uppercase, scalar) }
  /// Whether a scalar is lower-case.
  public static func isLowercase(_ scalar: UInt32) -> Bool { has(.lowercase, scalar) }
  /// Whether a scalar is white space or a line end.
  public static func isWhitespace(_ scalar: UInt32) -> Bool { has(.whitespace, scalar) }
  /// Whether a scalar is drawn as an emoji without a selector.
  public static func isEmojiPresentation(_ scalar: UInt32) -> Bool {
    has(.emojiPresentation, scalar)
  }
  /// Whether a scalar is a pictograph, or a place kept for one.
  public static func isExtendedPictographic(_ scalar: UInt32) -> Bool {
    has(.extendedPictographic, scalar)
  }
  /// Whether a scalar is one that readers do not see.
  public static func isDefaultIgnorable(_ scalar: UInt32) -> Bool { has(.defaultIgnorable, scalar) }
  /// Whether a scalar is a hyphen or a dash.
  public static func isDashLike(_ scalar: UInt32) -> Bool { has(.dashLike, scalar) }
  /// Whether a scalar is a quotation mark.
  public static func isQuoteLike(_ scalar: UInt32) -> Bool { has(.quoteLike, scalar) }

  /// Whether a scalar has a property.
  private static func has(_ property: ScalarProperties, _ scalar: UInt32) -> Bool {
    ScalarProperties.of(scalar).contains(property)
  }
}
