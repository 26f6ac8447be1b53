/// The names a domain on the public internet can end in.
enum TopLevelDomains {
  /// Whether `length` bytes at `start` spell a top-level domain; ASCII letters in any case.
  static func contains(_ text: UTF8Text, _ start: Int, length: Int) -> Bool {
    guard length > 1, length <= longest else { return false }
    let table = table(ofLength: length)
    let names = table.utf8Start
    var low = 0
    var high = table.utf8CodeUnitCount / length
    while low < high {
      let middle = (low + high) / 2
      var order = 0
      for offset in 0..<length where order == 0 {
        order = Int(names[middle * length + offset]) - Int(lowered(text[start + offset]))
      }
      if order == 0 { return true }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return false
  }

  /// The end of the top-level domain that begins at `start`, or nil.
  ///
  /// Follows twitter-text: no letter, digit, `@`, `+` or `-` may come next, but other scripts may,
  /// since they are written without spaces. `xn--` introduces any name in Punycode.
  static func end(in text: UTF8Text, at start: Int, limit: Int) -> Int? {
    var run = start
    while run < limit, isASCIIAlphanumeric(text[run]) { run += 1 }
    if run - start == 2, run + 2 < limit, lowered(text[start]) == 0x78,
      lowered(text[start + 1]) == 0x6E, text[run] == 0x2D, text[run + 1] == 0x2D
    {
      var end = run + 2
      while end < limit, isASCIIAlphanumeric(text[end]) || text[end] == 0x2D { end += 1 }
      return end > run + 2 ? end : nil
    }
    if run > start, contains(text, start, length: run - start), !continues(text, run) { return run }
    // A few names mix ASCII with accented letters; the rest are in other scripts throughout.
    guard run < limit, text[run] >= 0x80 else { return nil }
    return endOfNonASCII(in: text, at: start, limit: limit)
  }

  /// The end of the longest top-level domain that is not all ASCII at `start`, or nil.
  private static func endOfNonASCII(in text: UTF8Text, at start: Int, limit: Int) -> Int? {
    var found: Int?
    var end = start
    while end < limit, text[end] >= 0x80 || isASCIIAlphanumeric(text[end]), end - start < longest {
      end += text.scalar(at: end).width
      if end <= limit, contains(text, start, length: end - start), !continues(text, end) {
        found = end
      }
    }
    return found
  }

  /// Whether the byte at `index` keeps a top-level domain before it from ending there.
  private static func continues(_ text: UTF8Text, _ index: Int) -> Bool {
    guard index < text.count else { return false }
    let byte = text[index]
    return isASCIIAlphanumeric(byte) || byte == 0x40 || byte == 0x2B || byte == 0x2D
  }
}
