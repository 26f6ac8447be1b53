/// Takes apart what a cell holds.
enum CSVCellText {
  /// Bytes as a string, without the white space around them.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes
    while let first = rest.first, EncodingCheck.isBlank(CollectionOfOne(first)) {
      rest.removeFirst()
    }
    while let last = rest.last, EncodingCheck.isBlank(CollectionOfOne(last)) { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }

  /// The parts between commas and semicolons, without white space and empty ones.
  static func list(_ text: String) -> [String] {
    text.utf8.split {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x0A || $0 == 0x0D
    }
    .map { trimmed(Array($0)[...]) }.filter { !$0.isEmpty }
  }

  /// The addresses of a cell; a comma that no new address follows belongs to the address before it.
  static func addresses(_ text: String) -> [String] {
    var found: [String] = []
    for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let part = trimmed(Array(part)[...])
      if let last = found.last, last.contains("://"), !part.contains("://"), !part.isEmpty {
        found[found.count - 1] = last + "," + part
      } else if !part.isEmpty {
        found.append(part)
      }
    }
    return found
  }

  /// The parts between `||`, without white space; empty ones keep their place.
  static func alternatives(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "|"), bytes[index + 1] == UInt8(ascii: "|") {
        parts.append(trimmed(bytes[start..<index]))
        index += 2
        start = index
      } else {
        index += 1
      }
    }
    return parts + [trimmed(bytes[start...])]
  }

  /// Whether a cell ticks its column.
  static func isTick(_ text: String) -> Bool {
    ["true", "yes", "y", "1", "x", "✓", "✔"].contains(text.lowercased())
  }

  /// The name of a platform as rules spell it; what follows ` - ` is a channel there.
  static func platform(_ text: String) -> String {
    let name = beforeDash(text).lowercased()
    return ["twitter", "twitter/x", "x/twitter", "x (twitter)", "x (formerly twitter)"].contains(
      name
    )
      ? "x" : name
  }

  /// What stands before the first hyphen or dash between two spaces.
  private static func beforeDash(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    for index in scalars.indices.dropFirst().dropLast() {
      guard scalars[index] == "-" || scalars[index] == "–" else { continue }
      if scalars[index - 1] == " ", scalars[index + 1] == " " {
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[..<(index - 1)])
        return String(name)
      }
    }
    return text
  }
}
