/// The classes of scalars that twitter-text's extraction tells apart.
enum SocialScalars {
  /// Whether a scalar is a letter or mark, as a hashtag needs one.
  static func isHashtagLetter(_ value: UInt32) -> Bool {
    value < 0x80 ? isASCIILetter(UInt8(value)) : category(value) == .letter
  }

  /// Whether a scalar can be part of a hashtag.
  static func isHashtagPart(_ value: UInt32) -> Bool {
    if value < 0x80 { return isASCIIWord(UInt8(value)) }
    switch value {
    // Joiners, and marks that stand inside words of Hebrew, Japanese, Tibetan and Catalan.
    case 0x200C, 0x200D, 0xA67E, 0x05BE, 0x05F3, 0x05F4, 0xFF5E, 0x301C, 0x309B, 0x309C, 0x30A0,
      0x30FB, 0x3003, 0x0F0B, 0x0F0C, 0x00B7:
      return true
    default:
      return category(value) != .other
    }
  }

  /// What a scalar above ASCII is in a hashtag.
  private enum Category { case letter, digit, other }

  /// Asks the standard library for a scalar's general category.
  private static func category(_ value: UInt32) -> Category {
    guard let scalar = Unicode.Scalar(value) else { return .other }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      return .letter
    case .decimalNumber: return .digit
    default: return .other
    }
  }

  /// Whether a scalar is white space.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Whether a scalar turns the direction of writing.
  static func isDirectional(_ value: UInt32) -> Bool {
    switch value {
    case 0x202A...0x202E, 0x061C, 0x200E, 0x200F, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a scalar is a noncharacter or byte-order mark that no link may hold or follow.
  static func isInvalid(_ value: UInt32) -> Bool {
    value == 0xFEFF || value == 0xFFFE || value == 0xFFFF
  }

  /// Whether a scalar is `@` or its full-width form.
  static func isAt(_ value: UInt32) -> Bool { value == 0x40 || value == 0xFF20 }

  /// Whether a scalar is `#` or its full-width form.
  static func isHash(_ value: UInt32) -> Bool { value == 0x23 || value == 0xFF03 }

  /// Whether a scalar above ASCII can be part of a domain name.
  static func isDomainScalar(_ value: UInt32) -> Bool {
    !isSpace(value) && !isDirectional(value) && !isInvalid(value) && !isAt(value) && !isHash(value)
  }

  /// Whether a scalar is an accented Latin letter or a combining accent.
  static func isAccentedLatin(_ value: UInt32) -> Bool {
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x024F, 0x0253, 0x0254, 0x0256, 0x0257, 0x0259, 0x025B,
      0x0263, 0x0268, 0x026F, 0x0272, 0x0289, 0x028B, 0x02BB, 0x0300...0x036F, 0x1E00...0x1EFF:
      true
    default: false
    }
  }

  /// Whether a scalar is ASCII punctuation as twitter-text lists it.
  static func isPunctuation(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x23...0x2F, 0x3A...0x40, 0x5B...0x5F, 0x7B...0x7E: true
    default: false
    }
  }
}
