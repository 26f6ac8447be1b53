/// Tokens that services issue, told by the prefix and length that the services document.
enum AccessTokens {
  /// The characters that may follow a prefix.
  private enum Alphabet { case letters, base64URL, upper, hex, dotted }

  /// One form of token.
  private struct Form {
    let prefix: StaticString
    let alphabet: Alphabet
    /// The least number of characters behind the prefix.
    let least: Int
    /// The most.
    let most: Int
  }

  /// The forms; publishable keys are none, since they are meant to be seen.
  private static let forms: [Form] = [
    Form(prefix: "AKIA", alphabet: .upper, least: 16, most: 16),
    Form(prefix: "ASIA", alphabet: .upper, least: 16, most: 16),
    Form(prefix: "ghp_", alphabet: .letters, least: 36, most: 255),
    Form(prefix: "gho_", alphabet: .letters, least: 36, most: 255),
    Form(prefix: "ghu_", alphabet: .letters, least: 36, most: 255),
    Form(prefix: "ghs_", alphabet: .letters, least: 36, most: 255),
    Form(prefix: "ghr_", alphabet: .letters, least: 36, most: 255),
    Form(prefix: "github_pat_", alphabet: .base64URL, least: 60, most: 255),
    Form(prefix: "glpat-", alphabet: .base64URL, least: 20, most: 255),
    Form(prefix: "xoxb-", alphabet: .base64URL, least: 20, most: 255),
    Form(prefix: "xoxa-", alphabet: .base64URL, least: 20, most: 255),
    Form(prefix: "xoxp-", alphabet: .base64URL, least: 20, most: 255),
    Form(prefix: "xoxr-", alphabet: .base64URL, least: 20, most: 255),
    Form(prefix: "xoxs-", alphabet: .base64URL, least: 20, most: 255),
    Form(prefix: "sk_live_", alphabet: .letters, least: 16, most: 255),
    Form(prefix: "sk_test_", alphabet: .letters, least: 16, most: 255),
    Form(prefix: "rk_live_", alphabet: .letters, least: 16, most: 255),
    Form(prefix: "rk_test_", alphabet: .letters, least: 16, most: 255),
    Form(prefix: "AIza", alphabet: .base64URL, least: 35, most: 35),
    Form(prefix: "sk-", alphabet: .base64URL, least: 32, most: 255),
    Form(prefix: "AC", alphabet: .hex, least: 32, most: 32),
    Form(prefix: "SK", alphabet: .hex, least: 32, most: 32),
    Form(prefix: "SG.", alphabet: .dotted, least: 60, most: 255),
    Form(prefix: "npm_", alphabet: .letters, least: 36, most: 36),
  ]

  /// Whether a run of token characters from `start` to `end` is a token.
  static func isToken(_ text: UTF8Text, _ start: Int, _ end: Int) -> Bool {
    for form in forms where spells(text, form.prefix, at: start) {
      let rest = start + form.prefix.utf8CodeUnitCount
      if form.least <= end - rest, end - rest <= form.most,
        text.bytes[rest..<end].allSatisfy({ isPart($0, of: form.alphabet) })
      {
        return true
      }
    }
    return isWebToken(text, start, end) || isSecretKey(text, start, end)
  }

  /// Whether the bytes at `start` are exactly those of a prefix, in its case.
  private static func spells(_ text: UTF8Text, _ prefix: StaticString, at start: Int) -> Bool {
    guard start + prefix.utf8CodeUnitCount <= text.count else { return false }
    return (0..<prefix.utf8CodeUnitCount).allSatisfy { text[start + $0] == prefix.utf8Start[$0] }
  }

  private static func isPart(_ byte: UInt8, of alphabet: Alphabet) -> Bool {
    switch alphabet {
    case .letters: isASCIIAlphanumeric(byte)
    case .base64URL: isASCIIWord(byte) || byte == 0x2D
    case .upper: isASCIIUpper(byte) || isASCIIDigit(byte)
    case .hex: isASCIIDigit(byte) || byte &- 0x61 < 6
    case .dotted: isASCIIWord(byte) || byte == 0x2D || byte == 0x2E
    }
  }

  /// Whether a run is a JSON Web Token (RFC 7519): three parts, the first two JSON objects in Base64.
  private static func isWebToken(_ text: UTF8Text, _ start: Int, _ end: Int) -> Bool {
    guard spells(text, "eyJ", at: start) else { return false }
    var parts = 1
    var length = 0
    for index in start..<end {
      if text[index] == 0x2E {
        if length < 10 || parts == 3 { return false }
        if parts == 1, !spells(text, "eyJ", at: index + 1) { return false }
        parts += 1
        length = 0
      } else if isPart(text[index], of: .base64URL) {
        length += 1
      } else {
        return false
      }
    }
    return parts == 3
  }

  /// Whether a run is like a secret access key of AWS: 40 characters in Base64, thoroughly mixed.
  ///
  /// Hashes have one case and paths have long stretches of it; neither changes between letter
  /// cases and digits often.
  private static func isSecretKey(_ text: UTF8Text, _ start: Int, _ end: Int) -> Bool {
    guard end - start == 40 else { return false }
    var changes = 0
    var seen = 0
    var last = 0
    for byte in text.bytes[start..<end] {
      let kind = isASCIIDigit(byte) ? 1 : isASCIIUpper(byte) ? 2 : isASCIILetter(byte) ? 4 : 8
      if kind == 8, byte != 0x2F, byte != 0x2B { return false }
      if kind != last { changes += 1 }
      last = kind
      seen |= kind
    }
    return seen & 7 == 7 && changes >= 13
  }

  /// Whether the web address at a range is itself a secret: posting to it needs nothing else.
  static func isSecretAddress(_ text: UTF8Text, _ range: SourceRange) -> Bool {
    text.begins(with: "https://hooks.slack.com/services/", at: range.start)
      || text.begins(with: "https://discord.com/api/webhooks/", at: range.start)
  }
}
