import Testing
import WatchwordText

@Suite("Scalar properties")
struct ScalarPropertiesTests {
  @Test(
    "The properties of a few scalars",
    arguments: [
      (0x41, [.letter, .uppercase]), (0xE9, [.letter, .lowercase]),
      (0x31, [.decimalDigit, .emoji]),
      (0x663, [.decimalDigit]), (0x301, [.mark]), (0x9, [.whitespace]), (0xA0, [.whitespace]),
      (0xAD, [.defaultIgnorable]), (0x202E, [.defaultIgnorable]), (0x2014, [.dashLike]),
      (0x2019, [.quoteLike]), (0xAB, [.quoteLike]), (0x6F22, [.letter]), (0x2A6D6, [.letter]),
      (0x1F6A2, [.emoji, .emojiPresentation, .extendedPictographic]),
      (0x2600, [.emoji, .extendedPictographic]), (0xFE0F, [.mark, .defaultIgnorable]),
      (0xE0041, [.defaultIgnorable]), (0x10D50, [.letter, .uppercase]), (0x10FFFD, []),
      (0xFFFF_FFFF, []),
    ] as [(UInt32, ScalarProperties)]
  )
  func properties(scalar: UInt32, properties: ScalarProperties) {
    #expect(ScalarProperties.of(scalar) == properties)
  }

  @Test("Single questions agree with the standard library on scalars it knows")
  func questions() {
    // Scalars of the first versions, whose properties no later one changes.
    for value in UInt32(0)..<0x600 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let known = scalar.properties
      #expect(ScalarClass.isUppercase(value) == known.isUppercase, "\(value)")
      #expect(ScalarClass.isLowercase(value) == known.isLowercase, "\(value)")
      #expect(ScalarClass.isWhitespace(value) == known.isWhitespace, "\(value)")
      #expect(
        ScalarClass.isDefaultIgnorable(value) == known.isDefaultIgnorableCodePoint,
        "\(value)"
      )
      #expect(ScalarClass.isDashLike(value) == known.isDash, "\(value)")
      #expect(ScalarClass.isQuoteLike(value) == known.isQuotationMark, "\(value)")
      #expect(ScalarClass.isEmojiPresentation(value) == known.isEmojiPresentation, "\(value)")
      #expect(
        ScalarClass.isDecimalDigit(value) == (known.generalCategory == .decimalNumber),
        "\(value)"
      )
    }
    #expect(ScalarClass.isLetter(0x44F) && ScalarClass.isMark(0x93F))
    #expect(ScalarClass.isExtendedPictographic(0xA9) && !ScalarClass.isLetter(0x30))
  }
}
