/// Recognises text in Windows-1252, in which spreadsheets save plain CSV.
enum Windows1252 {
  /// The character that an ill-formed byte is in Windows-1252; nil where the bytes are probably something else.
  ///
  /// They are taken for Windows-1252 where no other byte of them makes UTF-8, and the byte is a
  /// letter beside another or one of the usual marks.
  static func character(
    at fault: Range<Int>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar? {
    let index = fault.lowerBound
    let byte = bytes[index]
    // The end of a file may have cut a sequence of UTF-8 off, which begins like a letter.
    let next = index + 1 < bytes.count ? bytes[index + 1] : byte < 0xC0 ? 0x20 : 0x80
    guard fault.count == 1, next & 0xC0 != 0x80, !UTF8Check.hasLongSequence(bytes) else {
      return nil
    }
    if byte >= 0xC0, byte != 0xD7, byte != 0xF7 {
      let isBesideLetter = isLetter(next) || index > 0 && isLetter(bytes[index - 1])
      return isBesideLetter ? Unicode.Scalar(byte) : nil
    }
    return marks[byte]
  }

  /// The usual marks whose place is not that of Latin-1, and those whose place is.
  private static let marks: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–",
    0x97: "—", 0x99: "™", 0xA0: "\u{A0}", 0xA3: "£", 0xA9: "©", 0xAB: "«", 0xAE: "®",
    0xB0: "°", 0xB7: "·", 0xBB: "»", 0xBC: "¼", 0xBD: "½", 0xBE: "¾",
  ]

  /// Whether a byte is a letter of ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
