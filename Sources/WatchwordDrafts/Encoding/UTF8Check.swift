import WatchwordText

/// Finds ill-formed UTF-8 (The Unicode Standard, section 3.9, table 3-7).
enum UTF8Check {
  /// The first ill-formed bytes: the longest start of a sequence that could have become well-formed,
  /// at least one byte; nil where all is well-formed.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index = endOfASCII(in: bytes, from: index)
        continue
      }
      let (length, isWellFormed) = sequence(in: bytes, at: index)
      guard isWellFormed else { return index..<index + length }
      index += length
    }
    return nil
  }

  /// Whether there is a well-formed sequence of more than one byte anywhere.
  static func hasLongSequence(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      index = endOfASCII(in: bytes, from: index)
      guard index < bytes.count else { return false }
      let (length, isWellFormed) = sequence(in: bytes, at: index)
      if isWellFormed { return true }
      index += length
    }
    return false
  }

  /// The index of the first byte at or after `start` that is not ASCII, or the count.
  private static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count, ByteWords.load(bytes, at: index) & ByteWords.tops == 0 {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The length of the sequence at `index`, and whether it is whole and well-formed.
  private static func sequence(
    in bytes: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (length: Int, isWellFormed: Bool) {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return (1, false)
    }
    var seen = 1
    while seen < length {
      guard index + seen < bytes.count else { return (seen, false) }
      let byte = bytes[index + seen]
      guard seen == 1 ? second.contains(byte) : (byte & 0xC0 == 0x80) else { return (seen, false) }
      seen += 1
    }
    return (length, true)
  }
}
