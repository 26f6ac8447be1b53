/// Makes texts that hold names and words from outside fit for a terminal.
enum PrintableText {
  /// The text with every control character but the line feed and the tab, and every character that
  /// reorders a line, shown as a substitute.
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { substitute(for: $0) != nil }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(substitute(for: scalar) ?? scalar) }
    return String(shown)
  }

  /// What stands for a character that must not be printed; nil for all others.
  private static func substitute(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A: nil
    // The pictures of control characters lie in the same order as these.
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: nil
    }
  }
}
