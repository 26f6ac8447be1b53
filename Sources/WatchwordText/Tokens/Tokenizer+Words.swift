extension Tokenizer {
  /// Reads a word from ``position`` on, but no further than `limit`.
  mutating func readWord(until limit: Int, flags: TokenFlags) {
    if !readPlainWord(until: limit, flags: flags) { readAnyWord(until: limit, flags: flags) }
  }

  /// Reads a word of ASCII letters alone, as most are; false, and nothing read, where it is none.
  ///
  /// Letters are told apart, counted and folded eight at a time.
  @inline(__always)
  private mutating func readPlainWord(until limit: Int, flags: TokenFlags) -> Bool {
    let start = position
    guard start + 8 <= text.count else { return readLetters(until: limit, flags: flags) }
    let word = ByteWords.load(text, at: start)
    let others = ~ByteWords.marksOfLetters(in: word) & ByteWords.tops
    guard others != 0 else { return readLetters(until: limit, flags: flags) }
    let count = min(others.trailingZeroBitCount / 8, limit - start)
    guard count > 0, start + count == limit || !Self.goesOn(text[start + count]) else {
      return false
    }
    position = start + count
    let folded = ByteWords.lowest(count, of: word | Self.caseBits)
    let symbol = symbols.symbol(ofShort: folded, count: count)
    if recording != nil { record(text[start..<position]) }
    let capitals = ByteWords.lowest(count, of: ~word & Self.caseBits)
    emit(
      .word,
      from: start,
      symbol: symbol,
      flags: capitals == 0 ? flags : flags.union(Self.capitalFlags(capitals, count))
    )
    return true
  }

  /// Reads words of one to seven ASCII letters with one space behind each, as most of a text is.
  ///
  /// It goes on from a word and ends before whatever is anything else, so that no sentence and no line
  /// starts in it.
  mutating func readPlainWords(until limit: Int) {
    guard recording == nil else { return }
    let slots = symbols.slots
    let end = min(limit, text.count - 7)
    var index = position
    var count = chunkCount
    var written = TokenFlags()
    while index < end, count < chunk.count {
      let word = ByteWords.load(text, at: index)
      let others = ~ByteWords.marksOfLetters(in: word) & ByteWords.tops
      let length = others.trailingZeroBitCount / 8
      guard length > 0, length < 8, (word &>> UInt64(8 &* length)) & 0xFF == 0x20,
        index + length < limit
      else { break }
      let letters = ByteWords.lowest(length, of: word | Self.caseBits)
      let capitals = ByteWords.lowest(length, of: ~word & Self.caseBits)
      let flags = capitals == 0 ? [] : Self.capitalFlags(capitals, length)
      written.formUnion(flags)
      chunk[count] = Token(
        start: UInt32(truncatingIfNeeded: index),
        end: UInt32(truncatingIfNeeded: index + length),
        symbol: SymbolTable.symbol(ofShort: letters, count: length, in: slots),
        kind: .word,
        flags: flags
      )
      count += 1
      index += length + 1
    }
    result.flags.formUnion(written)
    chunkCount = count
    position = index
  }

  /// The bit of each byte that a capital lacks.
  private static var caseBits: UInt64 { 0x2020_2020_2020_2020 }

  /// How a word of 1 to 8 letters with capitals is written; `capitals` has a bit in each capital's byte.
  private static func capitalFlags(_ capitals: UInt64, _ count: Int) -> TokenFlags {
    var flags: TokenFlags = capitals & 0x20 != 0 ? .capitalised : []
    if capitals.nonzeroBitCount == count { flags.insert(count == 1 ? .initial : .allCapitals) }
    return flags
  }

  /// Reads a word of eight ASCII letters or more, or one in the last bytes of the text.
  private mutating func readLetters(until limit: Int, flags: TokenFlags) -> Bool {
    guard let word = folded.baseAddress else { return false }
    let start = position
    let end = min(limit, start + Self.longestWord - 1)
    var index = start
    var capitals = 0
    while index + 8 <= end {
      let bytes = ByteWords.load(text, at: index)
      guard ~ByteWords.marksOfLetters(in: bytes) & ByteWords.tops == 0 else { break }
      UnsafeMutableRawPointer(word + (index - start))
        .storeBytes(of: (bytes | Self.caseBits).littleEndian, as: UInt64.self)
      capitals += (~bytes & Self.caseBits).nonzeroBitCount
      index += 8
    }
    while index < end, text[index].isASCIILetter {
      word[index - start] = text[index] | 0x20
      if text[index].isASCIIUpper { capitals += 1 }
      index += 1
    }
    guard index > start, index == limit || !Self.goesOn(text[index]) else { return false }
    var flags = flags
    if capitals > 0 {
      if text[start].isASCIIUpper { flags.insert(.capitalised) }
      if capitals == index - start {
        flags.insert(index == start + 1 ? .initial : .allCapitals)
      }
    }
    position = index
    if recording != nil { record(text[start..<index]) }
    let symbol = symbols.symbol(of: UnsafeBufferPointer(folded), count: index - start)
    emit(.word, from: start, symbol: symbol, flags: flags)
    return true
  }

  /// Whether a word of letters may go on with a byte.
  @inline(__always)
  private static func goesOn(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "'") || byte.isASCIILetter
  }

  /// Keeps the letters of a word for a phrase that is read.
  private mutating func record(_ letters: Slice<UnsafeBufferPointer<UInt8>>) {
    recording?.append(letters.map { $0 | 0x20 })
  }

  /// Reads a word of any script from ``position`` on, but no further than `limit`.
  private mutating func readAnyWord(until limit: Int, flags: TokenFlags) {
    let start = position
    var flags = flags
    var count = 0
    var letters = 0
    var capitals = 0
    var isASCII = true
    scan: while position < limit {
      let byte = text[position]
      if byte.isASCIILetter {
        letters += 1
        if byte.isASCIIUpper { capitals += 1 }
        if count < Self.longestWord {
          folded[count] = byte | 0x20
          count += 1
        }
        position += 1
      } else if byte == UInt8(ascii: "'") {
        guard letters > 0, isLetter(at: position + 1, limit: limit) else { break scan }
        if count < Self.longestWord {
          folded[count] = byte
          count += 1
        }
        position += 1
      } else if byte >= 0x80 {
        let (scalar, width) = UTF8Scan.scalar(at: position, in: text)
        let properties = ScalarProperties.of(scalar)
        if properties.contains(.letter) || properties.contains(.decimalDigit) {
          letters += 1
          if properties.contains(.uppercase) { capitals += 1 }
        } else if Self.isApostrophe(scalar) {
          guard letters > 0, isLetter(at: position + width, limit: limit) else { break scan }
        } else if !properties.contains(.mark) && !properties.contains(.defaultIgnorable) {
          break scan
        }
        isASCII = false
        position += width
      } else {
        break scan
      }
    }
    guard position > start else {
      position += UTF8Scan.scalar(at: position, in: text).count
      return
    }
    if !isASCII {
      count = Folding.fold(text, range: start..<position, into: folded)
      flags.insert(.nonASCII)
    }
    if capitals > 0 {
      if startsUpper(at: start) { flags.insert(.capitalised) }
      if capitals == letters { flags.insert(letters == 1 ? .initial : .allCapitals) }
    }
    emit(.word, from: start, symbol: foldedSymbol(count), flags: flags)
  }

  /// Reads a number from ``position`` on; its token starts at `start`, which may hold a currency sign.
  ///
  /// Commas, full stops and colons between digits belong to it; an ordinal's ending does, too.
  mutating func readNumber(from start: Int, until limit: Int, flags: TokenFlags) {
    var flags = flags
    var count = 0
    // The sign belongs to the amount: £50 is another word than 50.
    for offset in start..<position where text[offset] != UInt8(ascii: " ") {
      folded[count] = text[offset]
      count += 1
    }
    while position < limit {
      let byte = text[position]
      if byte.isASCIIDigit {
        if count < Self.longestWord {
          folded[count] = byte
          count += 1
        }
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
      {
        guard position + 1 < limit, text[position + 1].isASCIIDigit else { break }
        if byte != UInt8(ascii: ","), count < Self.longestWord {
          folded[count] = byte
          count += 1
        }
      } else {
        break
      }
      position += 1
    }
    if flags.contains(.money) {
      for _ in 0..<multiplierLength(at: position, limit: limit) {
        if count < Self.longestWord {
          folded[count] = text[position] | 0x20
          count += 1
        }
        position += 1
      }
    } else if isOrdinalEnding(at: position, limit: limit) {
      for offset in 0..<2 where count < Self.longestWord {
        folded[count] = text[position + offset] | 0x20
        count += 1
      }
      position += 2
      flags.insert(.ordinal)
    }
    emit(.number, from: start, symbol: foldedSymbol(count), flags: flags)
  }

  /// Reads a currency sign of `byteCount` bytes: with the number behind it, or as a mark of its own.
  mutating func readCurrency(byteCount: Int, until limit: Int) {
    let start = position
    var digit = position + byteCount
    if digit < limit, text[digit] == UInt8(ascii: " ") { digit += 1 }
    guard digit < limit, text[digit].isASCIIDigit else {
      emitMark(byteCount: byteCount)
      return
    }
    position = digit
    readNumber(from: start, until: limit, flags: .money)
  }

  /// The length of k, m, b, bn, mn or tn at `offset` where it ends a word, as in $5m; else 0.
  private func multiplierLength(at offset: Int, limit: Int) -> Int {
    guard offset < limit, text[offset].isASCIILetter else { return 0 }
    let length = offset + 1 < limit && text[offset + 1] | 0x20 == UInt8(ascii: "n") ? 2 : 1
    let end = offset + length
    if end < text.count, text[end].isASCIILetter || text[end].isASCIIDigit { return 0 }
    switch text[offset] | 0x20 {
    case UInt8(ascii: "m"), UInt8(ascii: "b"): return length
    case UInt8(ascii: "t"): return length == 2 ? 2 : 0
    case UInt8(ascii: "k"): return length == 1 ? 1 : 0
    default: return 0
    }
  }

  /// Whether st, nd, rd or th stands at `offset` and ends a word.
  private func isOrdinalEnding(at offset: Int, limit: Int) -> Bool {
    guard offset + 2 <= limit else { return false }
    if offset + 2 < text.count, text[offset + 2].isASCIILetter { return false }
    switch (text[offset] | 0x20, text[offset + 1] | 0x20) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      return true
    default:
      return false
    }
  }

  /// Whether a letter of any script stands at `offset`.
  private func isLetter(at offset: Int, limit: Int) -> Bool {
    guard offset < limit else { return false }
    let byte = text[offset]
    if byte < 0x80 { return byte.isASCIILetter }
    return ScalarProperties.of(UTF8Scan.scalar(at: offset, in: text).value).contains(.letter)
  }

  /// Whether the scalar at `offset` is a capital.
  private func startsUpper(at offset: Int) -> Bool {
    let byte = text[offset]
    if byte < 0x80 { return byte.isASCIIUpper }
    return ScalarProperties.of(UTF8Scan.scalar(at: offset, in: text).value).contains(.uppercase)
  }

  /// Whether a scalar beyond ASCII stands for an apostrophe.
  private static func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar == 0x2019 || scalar == 0x02BC || scalar == 0xFF07 || scalar == 0x2018
  }
}
