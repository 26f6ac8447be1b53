/// Keys, tokens and passwords.
enum Secrets {
  /// The range of the private key whose first dashes begin at `start`, or nil.
  ///
  /// Holds the whole block if its last line is there, else the first line.
  static func privateKey(_ text: UTF8Text, _ start: Int) -> SourceRange? {
    guard text.begins(with: "-----begin ", at: start),
      let header = endOfKeyLine(text, start + 11)
    else { return nil }
    var index = header
    while index < text.count {
      if text[index] == 0x2D, text.begins(with: "-----end ", at: index) {
        return SourceRange(start, endOfKeyLine(text, index + 9) ?? header)
      }
      // A key is letters, digits and few marks; other text means that its end is missing.
      guard text[index] < 0x80 else { break }
      if text[index] == 0x2D, text.begins(with: "-----begin ", at: index) { break }
      index += 1
    }
    return SourceRange(start, header)
  }

  /// The end of `… PRIVATE KEY-----` or `… PRIVATE KEY BLOCK-----`, or nil.
  private static func endOfKeyLine(_ text: UTF8Text, _ start: Int) -> Int? {
    var index = start
    while index - start < 40, isASCIIUpper(text.byte(index)) || text.byte(index) == 0x20 {
      for name: StaticString in ["private key-----", "private key block-----"]
      where text.begins(with: name, at: index) {
        return index + name.utf8CodeUnitCount
      }
      index += 1
    }
    return nil
  }

  /// The range of `user:password` behind the `//` of an address whose colon stands at `colon`, or nil.
  static func credentials(_ text: UTF8Text, colon: Int) -> SourceRange? {
    guard text.byte(colon + 1) == 0x2F, text.byte(colon + 2) == 0x2F,
      isASCIILetter(text.byte(colon - 1))
    else { return nil }
    let start = colon + 3
    guard let middle = endOfCredential(text, start), text.byte(middle) == 0x3A, middle > start,
      let end = endOfCredential(text, middle + 1), text.byte(end) == 0x40, end > middle + 1,
      isASCIIAlphanumeric(text.byte(end + 1)) || text.byte(end + 1) == 0x5B
    else { return nil }
    return SourceRange(start, end)
  }

  /// The end of a name or password in an address, or nil if it is too long to be one.
  private static func endOfCredential(_ text: UTF8Text, _ start: Int) -> Int? {
    var index = start
    while index - start < 128 {
      switch text.byte(index) {
      case 0...0x20, 0x22, 0x2F, 0x3A, 0x3C, 0x3E, 0x3F, 0x40, 0x23: return index
      default: index += 1
      }
    }
    return nil
  }

  /// The range of the password behind the sign at `sign`, `=` or `:`, or nil.
  ///
  /// Behind `=` any value counts that is no placeholder; behind a colon one with a digit and a
  /// letter, since advice on passwords is written in words.
  static func password(_ text: UTF8Text, sign: Int) -> SourceRange? {
    var end = sign
    if text.byte(end - 1) == 0x20 { end -= 1 }
    guard followsName(text, end) else { return nil }
    return value(text, sign + 1, strict: text[sign] == 0x3A)
  }

  /// The range of the password whose first character stands at `start`, behind `password is`, or nil.
  static func statedPassword(_ text: UTF8Text, _ start: Int) -> SourceRange? {
    guard text.begins(with: " is ", at: start - 4), followsName(text, start - 4) else { return nil }
    return value(text, start, strict: true)
  }

  /// Whether a word for a password ends at an offset.
  private static func followsName(_ text: UTF8Text, _ end: Int) -> Bool {
    let names: [StaticString] = [
      "password", "passwd", "passphrase", "passcode", "pwd", "pw", "secret", "api_key", "apikey",
      "api key", "api-key", "access_token", "secret_key", "wifi key", "wi-fi key",
    ]
    return names.contains {
      let start = end - $0.utf8CodeUnitCount
      return text.begins(with: $0, at: start) && !isASCIIAlphanumeric(text.byte(start - 1))
    }
  }

  /// The range of a value that looks like a password, or nil.
  private static func value(_ text: UTF8Text, _ start: Int, strict: Bool) -> SourceRange? {
    var begin = start
    while begin - start < 2, text.byte(begin) == 0x20 { begin += 1 }
    if text.byte(begin) == 0x22 || text.byte(begin) == 0x27 { begin += 1 }
    // Placeholders: `<password>`, `****`, `{password}`, `[your password]`, `$PASSWORD`.
    let placeholders: StaticString = "<*{[$"
    if placeholders.holds(text.byte(begin)) { return nil }
    var end = begin
    var hasDigit = false
    var hasLetter = false
    scan: while end < text.count, end - begin < 128 {
      let byte = text[end]
      switch byte {
      case 0...0x20, 0x22, 0x27, 0x2C, 0x3B, 0x29, 0x26: break scan
      default:
        hasDigit = hasDigit || isASCIIDigit(byte)
        hasLetter = hasLetter || isASCIILetter(byte)
        end += 1
      }
    }
    while end > begin, text[end - 1] == 0x2E || text[end - 1] == 0x21 || text[end - 1] == 0x3F {
      end -= 1
    }
    guard end - begin >= (strict ? 6 : 4), !strict || (hasDigit && hasLetter) else { return nil }
    return text.begins(with: "xxx", at: begin) || text.begins(with: "http", at: begin)
      ? nil : SourceRange(begin, end)
  }
}
