/// Writes texts as YAML scalars on one line.
public enum YAMLText {
  /// A text as a plain scalar where that can only be read as this text, else in double quotation marks.
  public static func written(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A text in double quotation marks, with everything that is no visible character escaped.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case 0x0A: result += "\\n"
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a text needs no quotation marks, in a list in brackets either.
  private static func isPlain(_ text: String) -> Bool {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    guard let first = text.utf8.first, text.utf8.last != 0x20, text.utf8.last != UInt8(ascii: ":"),
      isLetterOrDigit(first), !words.contains(text.lowercased()), !text.contains(": "),
      !text.contains(" #")
    else { return false }
    return text.utf8.allSatisfy { byte in
      isLetterOrDigit(byte) || " -_.:/+=()'@".utf8.contains(byte)
    }
  }

  /// Whether a byte is an ASCII letter or digit.
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
