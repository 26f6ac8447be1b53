extension Tokenizer {
  /// Reads an entity that starts at ``position``: a hashtag as its words, any other as one token.
  mutating func readEntity(_ entity: Entity) {
    let start = position
    let end = entity.range.end
    switch entity.kind {
    case .hashtag: readHashtag(until: end)
    case .mention: readWhole(.mention, from: start, to: end)
    case .cashtag: readWhole(.cashtag, from: start, to: end)
    case .email: readWhole(.email, from: start, to: end)
    default: readWhole(.url, from: start, to: end)
    }
  }

  /// Reads the bytes up to `end` as one token, whose symbol is that of its lower-case bytes.
  private mutating func readWhole(_ kind: TokenKind, from start: Int, to end: Int) {
    position = end
    var count = 0
    for byte in text[start..<end] where count < Self.longestWord {
      folded[count] = byte.isASCIIUpper ? byte | 0x20 : byte
      count += 1
    }
    emit(kind, from: start, symbol: foldedSymbol(count), flags: [])
  }

  /// Reads a hashtag as its words, split at changes of case, between letters and digits, and at `_`.
  private mutating func readHashtag(until end: Int) {
    // The sign is one byte, or three where it is full-width.
    position += text[position] == UInt8(ascii: "#") ? 1 : 3
    var flags: TokenFlags = [.inHashtag, .startsHashtag]
    while position < end {
      let byte = text[position]
      if byte.isASCIIDigit {
        readNumber(from: position, until: end, flags: flags)
      } else if byte.isASCIILetter || byte >= 0x80 {
        let before = position
        let partEnd = hashtagPartEnd(from: position, end: end)
        if !readUnmarkedWords(until: partEnd, flags: flags) {
          readWord(until: partEnd, flags: flags)
        }
        if position == before { position = end }
      } else {
        position += 1
        continue
      }
      flags.remove(.startsHashtag)
    }
  }

  /// Reads a part of a hashtag as the several words a dictionary sees in it; false where it is one word.
  ///
  /// Capitals would mark the words, so only a part that is all small or all capital letters is
  /// looked at. A part whose letters a rule knows as they stand (`#tcot`) is left whole.
  private mutating func readUnmarkedWords(until end: Int, flags: TokenFlags) -> Bool {
    let letters = text[position..<end]
    guard letters.count >= HashtagSplitter.shortest, letters.count <= HashtagSplitter.longest,
      letters.allSatisfy(\.isASCIILower) || letters.allSatisfy(\.isASCIIUpper)
    else { return false }
    for (index, byte) in letters.enumerated() { folded[index] = byte | 0x20 }
    guard recording != nil || foldedSymbol(letters.count) == 0,
      let words = HashtagSplitter.split(UnsafeBufferPointer(rebasing: letters))
    else { return false }
    let start = position
    var flags = flags
    for word in words {
      position = start + word.lowerBound
      readWord(until: start + word.upperBound, flags: flags)
      flags.remove(.startsHashtag)
    }
    return true
  }

  /// Where the word that starts at `start` in a hashtag ends, by its capitals.
  ///
  /// `OpShader` is Op and Shader; `RAFBlankford` is RAF and Blankford; `USArmy` is US and Army.
  private func hashtagPartEnd(from start: Int, end: Int) -> Int {
    var offset = start + 1
    while offset < end {
      let byte = text[offset]
      let before = text[offset - 1]
      if byte == UInt8(ascii: "_") || byte.isASCIIDigit { return offset }
      if byte.isASCIIUpper {
        if before.isASCIILower { return offset }
        if before.isASCIIUpper, offset + 1 < end, text[offset + 1].isASCIILower,
          !(text[offset + 1] == UInt8(ascii: "s") && offset + 2 == end)
        {
          return offset
        }
      }
      offset += 1
    }
    return end
  }
}
