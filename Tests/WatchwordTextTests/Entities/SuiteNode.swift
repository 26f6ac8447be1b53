/// A node of the YAML in which the outside suites are written.
///
/// Reads block maps and lists, lists in brackets, and scalars that are plain or in double quotes:
/// the shapes those files have, not YAML at large.
enum SuiteNode: Equatable {
  case scalar(String)
  case list([SuiteNode])
  case map([String: SuiteNode])

  /// The text of a scalar; empty for nothing.
  var text: String {
    if case .scalar(let text) = self { text } else { "" }
  }

  /// The items of a list.
  var items: [SuiteNode] {
    if case .list(let items) = self { items } else { [] }
  }

  /// The value of a key, or an empty scalar.
  subscript(key: String) -> SuiteNode {
    if case .map(let entries) = self { entries[key] ?? .scalar("") } else { .scalar("") }
  }

  /// Reads a file.
  init(_ bytes: [UInt8]) {
    var reader = SuiteReader(String(decoding: bytes, as: UTF8.self))
    self = reader.block(indent: 0)
  }
}

/// Reads the lines of a suite from top to bottom.
private struct SuiteReader {
  /// The lines with something in them, and how far each is indented.
  private var lines: [(indent: Int, text: Substring)] = []
  /// The next line.
  private var next = 0

  init(_ file: String) {
    for line in file.split(whereSeparator: \.isNewline) {
      let text = line.drop { $0 == " " }
      if text.isEmpty || text.first == "#" || text == "---" { continue }
      lines.append((line.count - text.count, text))
    }
  }

  /// Reads the block whose lines are indented by `indent` or more.
  mutating func block(indent: Int) -> SuiteNode {
    guard next < lines.count, lines[next].indent >= indent else { return .scalar("") }
    let own = lines[next].indent
    return lines[next].text.hasPrefix("- ") ? list(own) : map(own)
  }

  private mutating func list(_ indent: Int) -> SuiteNode {
    var items: [SuiteNode] = []
    while next < lines.count, lines[next].indent == indent, lines[next].text.hasPrefix("- ") {
      let rest = lines[next].text.dropFirst(2)
      if rest.first != "\"", rest.contains(": ") {
        // The map's first key stands behind the dash.
        lines[next] = (indent + 2, rest)
        items.append(map(indent + 2))
      } else {
        next += 1
        items.append(Self.value(rest))
      }
    }
    return .list(items)
  }

  private mutating func map(_ indent: Int) -> SuiteNode {
    var entries: [String: SuiteNode] = [:]
    while next < lines.count, lines[next].indent == indent, !lines[next].text.hasPrefix("- ") {
      let line = lines[next].text
      guard let colon = line.firstIndex(of: ":") else { break }
      let rest = line[line.index(after: colon)...].drop { $0 == " " }
      next += 1
      if rest.isEmpty {
        // A list may stand as far left as the key it belongs to.
        let isList =
          next < lines.count && lines[next].indent == indent && lines[next].text.hasPrefix("- ")
        entries[String(line[..<colon])] = block(indent: isList ? indent : indent + 1)
      } else {
        entries[String(line[..<colon])] = Self.value(rest)
      }
    }
    return .map(entries)
  }

  /// Reads a value that stands on one line.
  private static func value(_ text: Substring) -> SuiteNode {
    var rest = text
    guard rest.first == "[" else { return .scalar(scalar(&rest)) }
    rest.removeFirst()
    var items: [SuiteNode] = []
    while let first = rest.first, first != "]" {
      if first == "," || first == " " {
        rest.removeFirst()
      } else {
        items.append(.scalar(scalar(&rest, inList: true)))
      }
    }
    return .list(items)
  }

  /// Takes a scalar from the front of a line.
  private static func scalar(_ text: inout Substring, inList: Bool = false) -> String {
    guard text.first == "\"" else {
      let end = inList ? text.firstIndex { $0 == "," || $0 == "]" } ?? text.endIndex : text.endIndex
      defer { text = text[end...] }
      return String(text[..<end])
    }
    var scalars = String.UnicodeScalarView()
    var rest = text.unicodeScalars.dropFirst()
    while let scalar = rest.popFirst(), scalar != "\"" {
      guard scalar == "\\", let escape = rest.popFirst() else {
        scalars.append(scalar)
        continue
      }
      switch escape {
      case "n": scalars.append("\n")
      case "u", "U":
        let digits = rest.prefix(escape == "u" ? 4 : 8)
        rest = rest.dropFirst(escape == "u" ? 4 : 8)
        if let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value) {
          scalars.append(scalar)
        }
      default: scalars.append(escape)
      }
    }
    text = Substring(String(rest))
    return String(scalars)
  }
}
