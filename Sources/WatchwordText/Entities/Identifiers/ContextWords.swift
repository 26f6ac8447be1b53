/// Words near a number that say what it is.
enum ContextWords {
  /// How far from the number a word may stand, in bytes.
  private static let reach = 48

  /// Whether one of the words, in lower case, stands near a range.
  ///
  /// - Parameter after: Whether words behind the range count as well as those before it.
  static func near(
    _ text: UTF8Text,
    _ range: SourceRange,
    _ words: [StaticString],
    after: Bool = true
  ) -> Bool {
    holds(text, from: max(0, range.start - reach), to: range.start, words)
      || (after && holds(text, from: range.end, to: min(text.count, range.end + reach), words))
  }

  /// Whether one of the words stands between two offsets.
  private static func holds(
    _ text: UTF8Text,
    from start: Int,
    to end: Int,
    _ words: [StaticString]
  ) -> Bool {
    var index = start
    while index < end {
      guard isASCIIWord(text[index]), !isASCIIWord(text.byte(index - 1)) else {
        index += 1
        continue
      }
      for word in words {
        let stop = index + word.utf8CodeUnitCount
        // In `location.path` and `map/tiles` the word is part of a name.
        let isInName =
          (text.byte(stop) == 0x2E || text.byte(stop) == 0x2F) && isASCIIWord(text.byte(stop + 1))
        if stop <= end, text.begins(with: word, at: index), !isASCIIWord(text.byte(stop)), !isInName
        {
          return true
        }
      }
      while index < end, isASCIIWord(text[index]) { index += 1 }
    }
    return false
  }

  static let place: [StaticString] = [
    "grid", "gr", "os", "map", "mgrs", "location", "located", "loc", "position", "posn", "pos",
    "rv", "coordinates", "coords", "coord", "lat", "latitude", "long", "longitude", "gps", "meet",
    "rendezvous", "landing", "pin", "what3words", "w3w", "find us", "address", "plus code",
    "come to",
  ]
  static let postcode: [StaticString] = [
    "postcode", "post code", "address", "street", "road", "avenue", "lane", "close", "live",
    "lives",
    "house", "flat",
  ]
  static let card: [StaticString] = [
    "card", "visa", "mastercard", "amex", "maestro", "debit", "credit", "cvv",
  ]
  static let health: [StaticString] = [
    "nhs", "patient", "hospital number", "hospital no", "medical record",
  ]
  static let tax: [StaticString] = [
    "utr", "tax reference", "taxpayer", "self assessment", "self-assessment", "hmrc", "tax ref",
  ]
  static let vat: [StaticString] = ["vat"]
  static let call: [StaticString] = [
    "call", "phone", "tel", "telephone", "ring", "text", "whatsapp", "fax", "mobile", "mob", "cell",
    "contact", "dial", "sms", "helpline", "hotline",
  ]
  static let account: [StaticString] = ["sort code", "sort-code", "sortcode"]
}
