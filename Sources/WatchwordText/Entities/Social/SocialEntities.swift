/// Finds what social platforms turn into links: tags, mentions, web and e-mail addresses.
///
/// Agrees with twitter-text (conformance suite of 2021) where platforms differ, and adds what it
/// does not know: mentions that name a server, and e-mail addresses.
public enum SocialEntities {
  /// Appends the hashtags, cashtags, mentions, web and e-mail addresses of a text.
  ///
  /// They are sorted by start and do not overlap. Ranges are offsets in UTF-8 bytes and hold the
  /// sign: `#tag`, `$TAG`, `@name`, `@name@example.org`, `@name/list`. Ill-formed bytes are part
  /// of nothing.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  public static func scan(
    _ text: UnsafeBufferPointer<UInt8>,
    into entities: inout [Entity]
  ) {
    let text = UTF8Text(text)
    var addresses = WebAddresses()
    var index = 0
    var bound = 0
    while let sign = nextSign(text, from: index) {
      index = sign + 1
      var width = 1
      var kind = text[sign]
      if kind == 0xEF {
        // U+FF03 and U+FF20 are `#` and `@` in full width.
        guard text.byte(sign + 1) == 0xBC else { continue }
        switch text.byte(sign + 2) {
        case 0x83: kind = 0x23
        case 0xA0: kind = 0x40
        default: continue
        }
        width = 3
      }
      var found: Entity?
      switch kind {
      case 0x2E:
        if let end = addresses.scan(text, dot: sign, bound: bound, into: &entities) {
          bound = end
          index = max(index, end)
        }
      case 0x23: found = TextTags.hashtag(text, at: sign, width: width).map { Entity(.hashtag, $0) }
      case 0x24: found = TextTags.cashtag(text, at: sign).map { Entity(.cashtag, $0) }
      default:
        if width == 1, let range = EmailAddresses.range(text, at: sign, bound: bound) {
          found = Entity(.email, range)
        } else {
          found = Handles.range(text, at: sign, width: width).map { Entity(.mention, $0) }
        }
      }
      if let found {
        entities.append(found)
        bound = found.range.end
        index = bound
      }
    }
  }

  /// The offset of the next byte, at or after `start`, that can be the sign of an entity.
  @inline(__always)
  private static func nextSign(_ text: UTF8Text, from start: Int) -> Int? {
    var index = start
    while index + 8 <= text.count {
      let word = ByteWords.load(text.bytes, at: index)
      let found =
        ByteWords.marks(of: 0x23, in: word) | ByteWords.marks(of: 0x24, in: word)
        | ByteWords.marks(of: 0x2E, in: word) | ByteWords.marks(of: 0x40, in: word)
        | ByteWords.marks(of: 0xEF, in: word)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    let classes = signs.utf8Start
    while index < text.count {
      if classes[Int(text[index])] != 0x2D { return index }
      index += 1
    }
    return nil
  }

  /// For each byte, `x` if it can be the sign of an entity: `#`, `$`, `.`, `@` and the lead byte of
  /// full-width forms.
  private static var signs: StaticString {
    """
    --------------------------------\
    ---xx---------x-----------------\
    x-------------------------------\
    --------------------------------\
    --------------------------------\
    --------------------------------\
    --------------------------------\
    ---------------x----------------
    """
  }
}
