/// Brings words that a reader takes for the same to the same bytes.
///
/// Every scalar is taken on its own:
/// - letters become lower-case, by full case folding (`ß` becomes `ss`);
/// - full-width, mathematical, enclosed and other compatibility letters become plain, by
///   compatibility decomposition; `⒜` and `🅐` are enclosed letters too, and so become `a`;
/// - letters with strokes, hooks and tails, and small capitals, become the letter (`ø` `o`, `đ` `d`,
///   `ł` `l`, `ʙ` `b`); `æ` becomes `ae`, `œ` `oe`, `þ` `th`, `ð` `d`, `ı` `i`, `ɑ` `a`, `ɡ` `g`;
/// - accents and points are left out: the nonspacing marks of the Latin, Greek, Cyrillic, Hebrew and
///   Arabic scripts and those that scripts share. Vowel signs of other scripts and the voicing marks
///   of Japanese stay, since they make other words;
/// - default-ignorable scalars (zero-width, soft hyphen, joiners, variation selectors, direction
///   controls, tags) are left out;
/// - curly and modifier apostrophes, and the acute accent written for one, become `'`;
/// - Hangul syllables become their letters; ill-formed bytes become U+FFFD.
///
/// When the result holds an ASCII letter, the word is mixed, and two things are added: a letter of
/// another script or an unusual Latin one that looks like one ASCII letter or digit, itself or in its
/// capital form (UTS #39, confusables), becomes that one, and all marks are left out. So `раssword`
/// with Cyrillic `ра` folds as `password`, while a Cyrillic word keeps its letters. Folding what
/// is folded changes nothing.
public enum Folding {
  /// Folds a range of bytes into a buffer and gives the number of bytes written.
  ///
  /// Stops before the first scalar whose form does not fit; whether the word is mixed is then judged
  /// by what fitted. A form takes at most 33 bytes; the forms of nearly all words take no more bytes
  /// than the words, and three times as many is enough for Hangul.
  ///
  /// - Precondition: `range` lies in `bytes`, and `buffer` does not overlap it.
  public static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>,
    range: Range<Int>,
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var offset = range.lowerBound
    var written = 0
    let asciiEnd = min(range.upperBound, range.lowerBound + buffer.count)
    while offset < asciiEnd, bytes[offset] < 0x80 {
      buffer[written] = lowercased(bytes[offset])
      offset += 1
      written += 1
    }
    if offset == asciiEnd { return written }
    let word = UnsafeBufferPointer(rebasing: bytes[range])
    let plain = foldScalars(word, from: written, into: buffer, mixed: false)
    let folded = UnsafeBufferPointer(rebasing: buffer[..<plain.count])
    guard plain.canMix || folded.contains(where: { $0 >= 0x80 }), folded.contains(where: isLetter)
    else { return plain.count }
    // Shapes of the scalars as written come first; then those of what they decomposed to. The
    // second pass works in place, since no look-alike is longer than what it stands for.
    let shaped = foldScalars(word, from: 0, into: buffer, mixed: true).count
    let first = UnsafeBufferPointer(rebasing: buffer[..<shaped])
    return foldScalars(first, from: 0, into: buffer, mixed: true).count
  }

  /// The folded form of a string, for tables made once; words of a text go through the buffer.
  public static func fold(_ string: String) -> String {
    var copy = string
    return copy.withUTF8 { bytes in
      // The longest form, U+FDFA, takes 11 bytes for each of its own.
      let room = 11 * bytes.count
      return String(unsafeUninitializedCapacity: room) { buffer in
        fold(
          bytes,
          range: 0..<bytes.count,
          into: UnsafeMutableBufferPointer(rebasing: buffer[..<room])
        )
      }
    }
  }

  /// Folds the scalars from an offset on; the bytes before it are ASCII and already in the buffer.
  ///
  /// `canMix` says whether a scalar changes further in a mixed word.
  private static func foldScalars(
    _ word: UnsafeBufferPointer<UInt8>,
    from start: Int,
    into buffer: UnsafeMutableBufferPointer<UInt8>,
    mixed: Bool
  ) -> (count: Int, canMix: Bool) {
    var offset = start
    var output = FoldingOutput(buffer: buffer, count: start)
    var canMix = false
    while offset < word.count {
      let byte = word[offset]
      if byte < 0x80 {
        guard output.append(lowercased(byte)) else { break }
        offset += 1
        continue
      }
      let (scalar, length) = UTF8Scan.scalar(at: offset, in: word)
      let look = lookAlike(of: scalar)
      if mixed, let look {
        if look != drop, !output.append(look) { break }
      } else {
        canMix = canMix || look != nil
        guard output.append(scalar, at: offset, length: length, of: word) else { break }
      }
      offset += length
    }
    return (output.count, canMix)
  }

  /// What the table says of a scalar that a mixed word leaves out.
  private static let drop = UInt8(ascii: "-")

  /// The ASCII character a scalar becomes in a mixed word, ``drop``, or nil.
  @inline(__always)
  private static func lookAlike(of scalar: UInt32) -> UInt8? {
    guard scalar < FoldingTable.mixedLimit else { return nil }
    let place = StagedTable.place(
      of: scalar,
      index: FoldingTable.mixedIndex,
      blockBits: FoldingTable.mixedBlockBits
    )
    let look = FoldingTable.mixedBlocks[place]
    return look == UInt8(ascii: ".") ? nil : look
  }

  /// The lower-case form of an ASCII byte.
  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Whether a byte is a lower-case ASCII letter.
  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
}

/// The bytes folded so far.
private struct FoldingOutput {
  /// Where they go.
  let buffer: UnsafeMutableBufferPointer<UInt8>
  /// How many there are.
  var count: Int

  /// Appends a byte; false when the buffer is full.
  @inline(__always)
  mutating func append(_ byte: UInt8) -> Bool {
    guard count < buffer.count else { return false }
    buffer[count] = byte
    count += 1
    return true
  }

  /// Appends the form of a scalar that stands in `word`; false, and nothing written, without room.
  mutating func append(
    _ scalar: UInt32,
    at offset: Int,
    length: Int,
    of word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // Planes above the table hold nothing that changes, but for the tags and selectors of plane 14.
    if scalar >= FoldingTable.limit {
      return 0xE0000..<0xE1000 ~= scalar || append(word, from: offset, count: length)
    }
    if scalar == UTF8Scan.replacement { return append(0xEF, 0xBF, 0xBD) }
    if 0xAC00..<0xD7A4 ~= scalar { return append(syllable: scalar - 0xAC00) }
    let place = StagedTable.place(
      of: scalar,
      index: FoldingTable.index,
      blockBits: FoldingTable.blockBits
    )
    let form = StagedTable.triple(FoldingTable.blocks, place)
    if form == 0 { return append(word, from: offset, count: length) }
    let size = StagedTable.digit(FoldingTable.pool, form)
    return append(
      UnsafeBufferPointer(start: FoldingTable.pool + form + 1, count: size),
      from: 0,
      count: size
    )
  }

  /// Appends some bytes of another buffer, all or none.
  private mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    count size: Int
  ) -> Bool {
    guard count + size <= buffer.count else { return false }
    for step in 0..<size { buffer[count + step] = bytes[start + step] }
    count += size
    return true
  }

  /// Appends three bytes, all or none.
  private mutating func append(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    guard count + 3 <= buffer.count else { return false }
    (buffer[count], buffer[count + 1], buffer[count + 2]) = (first, second, third)
    count += 3
    return true
  }

  /// Appends the letters of a Hangul syllable counted from U+AC00 (The Unicode Standard, 3.12).
  private mutating func append(syllable: UInt32) -> Bool {
    let start = count
    let final = syllable % 28
    // U+1100 is E1 84 80, U+1161 is E1 85 A1, U+11A7 is E1 86 A7; all letters have E1 first.
    let fits =
      append(jamo: 0x1100 + syllable / 588) && append(jamo: 0x1161 + syllable % 588 / 28)
      && (final == 0 || append(jamo: 0x11A7 + final))
    if !fits { count = start }
    return fits
  }

  /// Appends a Hangul letter, a scalar of three bytes.
  private mutating func append(jamo: UInt32) -> Bool {
    append(0xE1, UInt8(0x80 | jamo >> 6 & 0x3F), UInt8(0x80 | jamo & 0x3F))
  }
}
