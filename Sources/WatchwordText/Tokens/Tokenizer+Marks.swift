extension Tokenizer {
  /// Reads a scalar beyond ASCII that starts no entity: a word, an emoji, white space or a mark.
  mutating func readHigh(until limit: Int) {
    let (scalar, width) = UTF8Scan.scalar(at: position, in: text)
    let properties = ScalarProperties.of(scalar)
    if properties.contains(.letter) || properties.contains(.decimalDigit) {
      readWord(until: limit, flags: [])
    } else if let end = EmojiScan.end(at: position, in: text) {
      readEmoji(to: end)
    } else if scalar == 0x2026 {
      readTerminators()
    } else if scalar == 0x2028 || scalar == 0x2029 || scalar == 0x85 {
      readLineEnds()
    } else if Self.isCurrency(scalar) {
      readCurrency(byteCount: width, until: limit)
    } else if properties.contains(.whitespace) || properties.contains(.mark)
      || properties.contains(.defaultIgnorable) || properties.contains(.quoteLike)
      || scalar == 0x2010 || scalar == 0x2011
    {
      position += width
    } else {
      emitMark(byteCount: width)
    }
  }

  /// Reads an emoji up to `end` as one token; variation selectors make no difference to its symbol.
  private mutating func readEmoji(to end: Int) {
    let start = position
    var count = 0
    var offset = start
    while offset < end {
      let (scalar, width) = UTF8Scan.scalar(at: offset, in: text)
      if scalar != 0xFE0F {
        for byte in text[offset..<(offset + width)] where count < Self.longestWord {
          folded[count] = byte
          count += 1
        }
      }
      offset += width
    }
    position = end
    emit(.emoji, from: start, symbol: foldedSymbol(count), flags: .nonASCII)
  }

  /// Whether a scalar beyond ASCII is a common currency sign.
  private static func isCurrency(_ scalar: UInt32) -> Bool {
    scalar == 0xA3 || scalar == 0xA5 || (0x20A0...0x20C0).contains(scalar)
  }

  /// Reads a run of full stops, exclamation and question marks, and decides whether a sentence ends.
  ///
  /// A full stop after an abbreviation or an initial ends nothing and leaves no token.
  mutating func readTerminators() {
    let start = position
    var stops = 0
    var isStrong = false
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: ".") {
        stops += 1
        position += 1
      } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        isStrong = true
        position += 1
      } else if byte == 0xE2, position + 2 < text.count, text[position + 1] == 0x80,
        text[position + 2] == 0xA6
      {
        stops += 2
        position += 3
      } else {
        break
      }
    }
    let next = lookAhead(from: position)
    if !isStrong, stops == 1, endsAbbreviation(at: start),
      next.byte != nil || recording != nil
    {
      return
    }
    let ends: Bool
    if isStrong || stops == 1 {
      ends = next.isSpaced || startsUnspacedSentence(after: start)
    } else {
      // An ellipsis ends a sentence only where the next one clearly starts.
      ends = next.isSpaced && !(next.byte?.isASCIILower ?? false)
    }
    if sentenceEnded, lastToken != nil {
      // A second mark after the end, as in `."?`, belongs to what has ended.
      return
    }
    emit(.punctuation, from: start, symbol: rawSymbol(from: start), flags: [])
    if ends { sentenceEnded = true }
  }

  /// What follows from `offset` on: whether white space or the end comes first, and the next byte.
  private func lookAhead(from offset: Int) -> (isSpaced: Bool, byte: UInt8?) {
    var offset = offset
    // Closing quotes and brackets belong to what has ended.
    while offset < text.count {
      let byte = text[offset]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")")
        || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
      {
        offset += 1
      } else if byte == 0xE2, offset + 2 < text.count, text[offset + 1] == 0x80,
        text[offset + 2] == 0x99 || text[offset + 2] == 0x9D
      {
        offset += 3
      } else {
        break
      }
    }
    var isSpaced = offset == text.count
    while offset < text.count, text[offset] == 0x20 || text[offset] &- 9 < 5 {
      isSpaced = true
      offset += 1
    }
    // An emoji or other mark beyond ASCII may stand straight after the end.
    if offset < text.count, text[offset] >= 0xE2 { isSpaced = true }
    return (isSpaced, offset < text.count ? text[offset] : nil)
  }

  /// Whether a sentence starts without a space after the mark at `mark`, as in "back.Then we".
  private func startsUnspacedSentence(after mark: Int) -> Bool {
    guard let last = lastToken, last.kind == .word, Int(last.end) == mark,
      last.end - last.start > 1, position + 1 < text.count
    else { return false }
    return text[position].isASCIIUpper && text[position + 1].isASCIILower
  }

  /// Whether the full stop at `offset` belongs to an abbreviation or an initial.
  private func endsAbbreviation(at offset: Int) -> Bool {
    guard let last = lastToken, last.kind == .word, Int(last.end) == offset else {
      return false
    }
    if last.end - last.start == 1 { return text[Int(last.start)] != UInt8(ascii: "I") }
    return isKnown(last, among: Abbreviations.words)
  }

  /// Whether a token's lower-case bytes are one of `words`.
  private func isKnown(_ token: Token, among words: ShortWords) -> Bool {
    guard token.end - token.start <= 8 else { return false }
    var word: UInt64 = 0
    for byte in token.range.bytes(in: text).reversed() {
      word = word << 8 | UInt64(byte.isASCIIUpper ? byte | 0x20 : byte)
    }
    return words.contains(word)
  }

  /// Reads line ends and the white space about them, and decides whether a sentence ends.
  ///
  /// A blank line ends one. A single line end does where the next line starts a list item, or where
  /// the line was short, its last word does not lead on, and the next does not start in lower case:
  /// a wrapped line is long, a line broken on purpose is not.
  mutating func readLineEnds() {
    let lineLength = position - lineStart
    var ends = 0
    while position < text.count {
      let byte = text[position]
      if byte == 0x0D, position + 1 < text.count, text[position + 1] == 0x0A {
        ends += 1
        position += 2
      } else if byte == 0x0A || byte == 0x0D {
        ends += 1
        position += 1
      } else if byte == 0x20 || byte == 0x09 {
        position += 1
      } else if byte == 0xE2, position + 2 < text.count, text[position + 1] == 0x80,
        text[position + 2] == 0xA8 || text[position + 2] == 0xA9
      {
        ends += 1
        position += 3
      } else if byte == 0xC2, position + 1 < text.count, text[position + 1] == 0x85 {
        ends += 1
        position += 2
      } else {
        break
      }
    }
    lineEnded = true
    lineStart = position
    guard position < text.count else { return }
    if ends > 1 || startsListItem(at: position) {
      sentenceEnded = true
    } else if lineLength < 60, !text[position].isASCIILower, let last = lastToken,
      !(last.kind == .punctuation && text[Int(last.start)] == UInt8(ascii: ",")),
      !isKnown(last, among: Abbreviations.connectors)
    {
      sentenceEnded = true
    }
  }

  /// Whether a list item starts at `offset`: a bullet or a number, and a space.
  private func startsListItem(at offset: Int) -> Bool {
    let byte = text[offset]
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") {
      return offset + 1 < text.count && text[offset + 1] == 0x20
    }
    if byte == 0xE2, offset + 2 < text.count, text[offset + 1] == 0x80 {
      return text[offset + 2] == 0xA2
    }
    return false
  }
}

extension SourceRange {
  /// The range's bytes in a buffer that holds the whole text.
  func bytes(in text: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    text[start..<end]
  }
}
