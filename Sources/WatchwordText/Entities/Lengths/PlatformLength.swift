/// Counts a text as the platforms do that do not count characters alone.
///
/// Entities are those that ``SocialEntities`` finds in the same text. Limits are no part of this:
/// they are data with dates.
public enum PlatformLength {
  /// The length of any web address, whatever it is, on X and Mastodon.
  private static let addressLength = 23

  /// The weighted length on X.
  ///
  /// Counts the text in Normalisation Form C: 1 for a scalar of Latin and neighbouring scripts and
  /// for common punctuation, 2 for any other and for an emoji with all its parts, 23 for a web
  /// address (twitter-text, configuration version 3).
  public static func x(_ text: UnsafeBufferPointer<UInt8>, entities: [Entity]) -> Int {
    weighted(text, entities: entities, emojiAsOne: true)
  }

  /// The weighted length, with each part of an emoji counted by itself if asked.
  ///
  /// - Parameter emojiAsOne: Whether an emoji counts 2 with all its parts, as it does since
  ///   configuration version 3.
  package static func weighted(
    _ text: UnsafeBufferPointer<UInt8>,
    entities: [Entity],
    emojiAsOne: Bool
  ) -> Int {
    var length = 0
    var start = 0
    for entity in entities where entity.kind == .url {
      length += weight(text, start, entity.range.start, emojiAsOne) + addressLength
      start = entity.range.end
    }
    return length + weight(text, start, text.count, emojiAsOne)
  }

  /// The length on Mastodon, in grapheme clusters.
  ///
  /// A web address with a scheme counts 23, `@name@example.org` counts as `@name`; the content
  /// warning counts in full.
  public static func mastodon(
    _ text: UnsafeBufferPointer<UInt8>,
    entities: [Entity],
    contentWarning: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)
  ) -> Int {
    var length = graphemes(contentWarning, 0, contentWarning.count)
    var start = 0
    let bytes = UTF8Text(text)
    for entity in entities {
      let range = entity.range
      switch entity.kind {
      case .url where bytes.begins(with: "http", at: range.start) && hasScheme(bytes, range):
        length += graphemes(text, start, range.start) + addressLength
        start = range.end
      case .mention:
        guard let server = (range.start + 1..<range.end).first(where: { text[$0] == 0x40 }) else {
          continue
        }
        length += graphemes(text, start, server)
        start = range.end
      default: continue
      }
    }
    return length + graphemes(text, start, text.count)
  }

  /// The length on Bluesky in extended grapheme clusters; ``blueskyBytes(_:)`` is limited too.
  public static func blueskyGraphemes(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    graphemes(text, 0, text.count)
  }

  /// The length on Bluesky in bytes of UTF-8.
  public static func blueskyBytes(_ text: UnsafeBufferPointer<UInt8>) -> Int { text.count }

  /// The length on Threads: characters, and for an emoji its bytes in UTF-8.
  public static func threads(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    if isASCII(text, 0, text.count) { return graphemes(text, 0, text.count) }
    var length = 0
    for character in String(decoding: text, as: UTF8.self) {
      length += isEmoji(character) ? character.utf8.count : 1
    }
    return length
  }

  /// Whether an address has `://` in front of its host.
  private static func hasScheme(_ text: UTF8Text, _ range: SourceRange) -> Bool {
    text.begins(with: "://", at: range.start + 4) || text.begins(with: "s://", at: range.start + 4)
  }

  /// The weight on X of a stretch without web addresses.
  private static func weight(
    _ text: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ emojiAsOne: Bool
  ) -> Int {
    if isASCII(text, start, end) { return end - start }
    var total = 0
    for character in slice(text, start, end) {
      if emojiAsOne, isEmoji(character) {
        total += 2
        continue
      }
      for value in CanonicalComposition.compose(character.unicodeScalars.map(\.value)) {
        switch value {
        case 0...0x10FF, 0x2000...0x200D, 0x2010...0x201F, 0x2032...0x2037: total += 1
        default: total += 2
        }
      }
    }
    return total
  }

  /// The number of extended grapheme clusters of a stretch.
  private static func graphemes(
    _ text: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Int {
    guard isASCII(text, start, end) else { return slice(text, start, end).count }
    var count = end - start
    // CR LF is the one cluster of two ASCII bytes.
    for index in start..<max(start, end - 1) where text[index] == 0x0D && text[index + 1] == 0x0A {
      count -= 1
    }
    return count
  }

  /// Whether a stretch is ASCII.
  private static func isASCII(
    _ text: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    var bits: UInt8 = 0
    for index in start..<max(start, end) { bits |= text[index] }
    return bits < 0x80
  }

  /// The text of a stretch.
  private static func slice(
    _ text: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[start..<max(start, end)]), as: UTF8.self)
  }

  /// Whether a cluster is shown as an emoji.
  private static func isEmoji(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first, first.value > 0x20 else { return false }
    if first.properties.isEmojiPresentation { return true }
    guard first.properties.isEmoji else { return false }
    // A text character needs a selector, a key cap, a skin tone or a joined part.
    return character.unicodeScalars.dropFirst().contains {
      $0.value == 0xFE0F || $0.value == 0x20E3 || $0.properties.isEmojiModifier
    }
  }
}
