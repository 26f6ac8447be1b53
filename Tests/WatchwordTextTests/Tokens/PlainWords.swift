import WatchwordText

/// The plain, slow reader of words that the tokeniser is compared with.
///
/// It goes scalar by scalar through texts of letters, apostrophes, combining marks and spaces, without
/// a table, a buffer or a hash.
struct PlainWords {
  /// A word as the tokeniser should see it.
  struct Word: Equatable, CustomStringConvertible {
    /// Where it stands, in bytes.
    var range: Range<Int>
    /// The number of its folded form, or of that without `'s`; 0 where neither is known.
    var symbol: UInt32
    /// Whether it is capitalised, has two letters or more, all of them capitals, or is an initial.
    var flags: TokenFlags

    var description: String { "\(range) \(symbol) \(flags.rawValue)" }
  }

  /// The longest folded word that can be known, in bytes, and one more.
  private static let limit = 64

  /// The numbers of folded words.
  let known: [String: UInt32]

  /// The words of a text.
  func words(of text: String) -> [Word] {
    var words: [Word] = []
    var scalars: [(scalar: Unicode.Scalar, offset: Int)] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append((scalar, offset))
      offset += String(scalar).utf8.count
    }
    scalars.append((" ", offset))
    var start: Int?
    for (index, (scalar, end)) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1].scalar : " "
      let isInside =
        scalar.properties.isAlphabetic || start != nil && Self.isMark(scalar)
        || start != nil && Self.isApostrophe(scalar) && next.properties.isAlphabetic
      if isInside {
        start = start ?? index
      } else if let first = start {
        let part = scalars[first..<index].map(\.scalar)
        words.append(word(part, scalars[first].offset..<end))
        start = nil
      }
    }
    return words
  }

  /// One word.
  private func word(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Word {
    var flags: TokenFlags = []
    let letters = scalars.filter(\.properties.isAlphabetic)
    let capitals = letters.filter(\.properties.isUppercase)
    if scalars[0].properties.isUppercase { flags.insert(.capitalised) }
    if capitals.count == letters.count {
      flags.insert(letters.count == 1 ? .initial : .allCapitals)
    }
    if scalars.contains(where: { !$0.isASCII }) { flags.insert(.nonASCII) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let folded = Folding.fold(String(view))
    var symbol: UInt32 = 0
    if folded.utf8.count < Self.limit {
      symbol = known[folded] ?? 0
      if symbol == 0, folded.utf8.count > 2, folded.hasSuffix("'s") {
        symbol = known[String(folded.dropLast(2))] ?? 0
      }
    }
    return Word(range: range, symbol: symbol, flags: flags)
  }

  /// Whether a scalar is one of the apostrophes of these tests.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  /// Whether a scalar is a combining mark or cannot be seen.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.isDefaultIgnorableCodePoint
  }
}
