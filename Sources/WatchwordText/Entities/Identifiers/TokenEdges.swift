/// Whether a code stands by itself in a text.
enum TokenEdges {
  /// Whether a code may begin at an offset: no word, amount, tag or longer number runs into it.
  static func isCleanBefore(_ text: UTF8Text, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    let (value, width) = text.scalar(before: start)
    if value >= 0x80 {
      // `£`, `€`, `¥` and `°`.
      return value != 0xA3 && value != 0x20AC && value != 0xA5 && value != 0xB0
        && !SocialScalars.isHashtagLetter(value)
    }
    let before = text.byte(start - width - 1)
    switch UInt8(value) {
    case 0x23, 0x24, 0x25, 0x2F, 0x5C, 0x26, 0x2A, 0x40, 0x7E, 0x5E, 0x2B: return false
    case 0x2C, 0x2E, 0x27, 0x2D: return !isASCIIAlphanumeric(before)
    // `NHS:943` but not `10:07`.
    case 0x3A: return !isASCIIDigit(before)
    case let byte: return !isASCIIWord(byte)
    }
  }

  /// Whether a code may end at an offset.
  static func isCleanAfter(_ text: UTF8Text, _ end: Int) -> Bool {
    guard end < text.count else { return true }
    let (value, width) = text.scalar(at: end)
    if value >= 0x80 { return value != 0xB0 && !SocialScalars.isHashtagLetter(value) }
    let next = text.byte(end + width)
    switch UInt8(value) {
    case 0x25, 0x2A, 0x40, 0x23, 0x24, 0x5C: return false
    case 0x2C, 0x2E, 0x3A, 0x2F, 0x2D, 0x2B: return !isASCIIAlphanumeric(next)
    case let byte: return !isASCIIWord(byte)
    }
  }
}
