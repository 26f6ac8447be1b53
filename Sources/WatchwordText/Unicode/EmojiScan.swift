/// Finds emoji as people see them: whole sequences (UTS #51).
public enum EmojiScan {
  /// The end of the emoji that starts at an offset, or nil when none does.
  ///
  /// An emoji is
  /// - a flag: two regional indicators, or a black flag with tags;
  /// - a keycap: a digit, `#` or `*`, and U+20E3, with or without VARIATION SELECTOR-16 between;
  /// - a scalar shown as an emoji, with any skin tone or selector, and others after joiners;
  /// - a scalar shown as text, when VARIATION SELECTOR-16, a skin tone, or a joiner and an emoji
  ///   follow it.
  ///
  /// A bare scalar shown as text counts as well where writers mean a picture: among technical
  /// pictures (U+2328 to U+23FA), Miscellaneous Symbols and Dingbats (`☀`, `✈`, `❤`; not the arrow
  /// `➡`), and the pictographs from U+1F300. A bare digit, `©`, `™`, arrow, `▶`, `Ⓜ` or `🅰` does not.
  /// VARIATION SELECTOR-15 makes any scalar text. Places kept for new emoji, U+1FA70 to U+1FAFF, count.
  ///
  /// - Precondition: `offset` lies in the buffer.
  public static func end(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let (scalar, length) = UTF8Scan.scalar(at: offset, in: bytes)
    let next = offset + length
    if scalar < 0x80 {
      guard isKeycapBase(scalar) else { return nil }
      return take(keycap, at: take(selector, at: next, in: bytes) ?? next, in: bytes)
    }
    if indicators.contains(scalar) {
      return takes(indicators.contains, at: next, in: bytes)
    }
    guard var end = element(at: offset, in: bytes, needsEmoji: true) else { return nil }
    while let joined = take(joiner, at: end, in: bytes), joined < bytes.count,
      let following = element(at: joined, in: bytes, needsEmoji: false)
    {
      end = following
    }
    return end
  }

  /// The end of one part of a sequence: an emoji scalar with its selector, skin tone or tags.
  ///
  /// With `needsEmoji`, a scalar shown as text must have something with it that says otherwise.
  private static func element(
    at offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    needsEmoji: Bool
  ) -> Int? {
    let (scalar, length) = UTF8Scan.scalar(at: offset, in: bytes)
    guard scalar >= 0x80, !indicators.contains(scalar) else { return nil }
    let properties = ScalarProperties.of(scalar)
    let isReserved = newEmoji.contains(scalar) && properties.contains(.extendedPictographic)
    guard properties.contains(.emoji) || isReserved else { return nil }
    var end = offset + length
    if take(textSelector, at: end, in: bytes) != nil { return nil }
    var isEmoji = !needsEmoji || isReserved || isPicture(scalar, properties)
    if let after = take(selector, at: end, in: bytes) ?? takes(tones.contains, at: end, in: bytes) {
      end = after
      isEmoji = true
    } else if !isEmoji {
      let joined = take(joiner, at: end, in: bytes) ?? bytes.count
      isEmoji = joined < bytes.count && element(at: joined, in: bytes, needsEmoji: false) != nil
    }
    guard isEmoji else { return nil }
    return tagsEnd(at: end, in: bytes) ?? end
  }

  /// The end of tags that are closed by a cancel tag, or nil.
  private static func tagsEnd(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = offset
    while let after = takes(tags.contains, at: end, in: bytes) { end = after }
    return end == offset ? nil : take(cancelTag, at: end, in: bytes)
  }

  /// Whether a bare scalar is seen as a picture.
  private static func isPicture(_ scalar: UInt32, _ properties: ScalarProperties) -> Bool {
    if properties.contains(.emojiPresentation) { return true }
    guard properties.contains(.extendedPictographic) else { return false }
    switch scalar {
    case 0x2328...0x23FA, 0x2600...0x27A0, 0x27A2...0x27BF, 0x1F300...0x1FAFF: return true
    default: return false
    }
  }

  /// Whether an ASCII scalar can start a keycap.
  private static func isKeycapBase(_ scalar: UInt32) -> Bool {
    0x30...0x39 ~= scalar || scalar == 0x23 || scalar == 0x2A
  }

  /// The offset after a scalar if it is the one that stands at `offset`.
  private static func take(
    _ wanted: UInt32,
    at offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    takes({ $0 == wanted }, at: offset, in: bytes)
  }

  /// The offset after the scalar at `offset` if it is one of those wanted.
  @inline(__always)
  private static func takes(
    _ isWanted: (UInt32) -> Bool,
    at offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard offset < bytes.count else { return nil }
    let (scalar, length) = UTF8Scan.scalar(at: offset, in: bytes)
    return isWanted(scalar) ? offset + length : nil
  }

  /// ZERO WIDTH JOINER.
  private static let joiner: UInt32 = 0x200D
  /// COMBINING ENCLOSING KEYCAP.
  private static let keycap: UInt32 = 0x20E3
  /// VARIATION SELECTOR-15, which asks for text.
  private static let textSelector: UInt32 = 0xFE0E
  /// VARIATION SELECTOR-16, which asks for an emoji.
  private static let selector: UInt32 = 0xFE0F
  /// The regional indicators, which make flags in pairs.
  private static let indicators: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
  /// The skin tones.
  private static let tones: ClosedRange<UInt32> = 0x1F3FB...0x1F3FF
  /// The block new emoji go to.
  private static let newEmoji: ClosedRange<UInt32> = 0x1FA70...0x1FAFF
  /// The tags that spell a region.
  private static let tags: ClosedRange<UInt32> = 0xE0020...0xE007E
  /// CANCEL TAG, which closes them.
  private static let cancelTag: UInt32 = 0xE007F
}
