import Foundation
import Testing
import TestSupport
import WatchwordText

/// One heading of a file in `Fixtures`: a rule and posts in which it must find just what is marked.
///
/// A `yaml` block holds the body of a rule (`yaml NAME` for a second one), a `vocabulary NAME` block
/// the words of a vocabulary, a `pack` block further lines of `pack.yml`, and a `problems` block the
/// mistakes expected of the pack. A `post` block is a draft; its info string may give context as
/// `key=value` and the word `markdown`. What must be found stands in ⟦ ⟧, with the label's name and a
/// colon first where that is to be checked; a post without marks expects silence. A `want` block
/// behind a post lists its findings as `severity: message (settlement)`.
struct FixtureCase: Sendable, CustomTestStringConvertible {
  /// A post with what must be found in it.
  struct FixturePost: Sendable {
    /// The draft with its marks.
    var marked: String
    /// The values of context keys.
    var context: [String: String] = [:]
    /// Whether it is Markdown.
    var isMarkdown = false
    /// The lines of the `want` block; nil without one.
    var wanted: [String]?
    /// The line of the file on which the post begins, counted from 1.
    var line: Int
  }

  /// The file, relative to the tests.
  var file: String
  /// The heading.
  var title: String
  /// The line of the heading.
  var line: Int
  /// Rule bodies by name.
  var rules: [String: String] = [:]
  /// Vocabularies by name.
  var vocabularies: [String: String] = [:]
  /// Further lines of `pack.yml`.
  var pack = ""
  /// The names of mistakes expected, in order.
  var problems: [String] = []
  /// The posts.
  var posts: [FixturePost] = []

  /// The file and the heading.
  var testDescription: String { "\(file): \(title)" }

  /// Where failures of a line are reported.
  func location(_ line: Int) -> SourceLocation {
    SourceLocation(
      fileID: "WatchwordEngineTests/Fixtures/\(file)",
      filePath: Self.directory.appendingPathComponent(file).path,
      line: line,
      column: 1
    )
  }

  /// The directory of the fixtures.
  static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  /// Every case of every file, in order.
  static let all: [FixtureCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().flatMap(cases)
  }()

  /// The cases of one file.
  private static func cases(_ file: String) -> [FixtureCase] {
    let url = directory.appendingPathComponent(file)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    var cases: [FixtureCase] = []
    var info: String?
    var body: [String] = []
    var start = 0
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if let open = info {
        guard line == "```" else {
          body.append(line)
          continue
        }
        if !cases.isEmpty { cases[cases.count - 1].add(open, body, line: start) }
        info = nil
      } else if line.hasPrefix("```") {
        info = String(line.dropFirst(3))
        body = []
        start = index + 2
      } else if line.hasPrefix("## ") {
        cases.append(FixtureCase(file: file, title: String(line.dropFirst(3)), line: index + 1))
      }
    }
    return cases
  }

  /// Takes in a block.
  private mutating func add(_ info: String, _ lines: [String], line: Int) {
    let words = info.split(separator: " ").map(String.init)
    let text = lines.joined(separator: "\n")
    switch words.first {
    case "yaml": rules[words.dropFirst().first ?? "rule"] = text
    case "vocabulary": vocabularies[words.dropFirst().first ?? "vocabulary"] = text
    case "pack": pack = text
    case "problems": problems = lines
    case "want":
      guard !posts.isEmpty else { return }
      posts[posts.count - 1].wanted = lines
    case "post":
      var post = FixturePost(marked: Self.unescaped(text), line: line)
      for word in words.dropFirst() {
        let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
        if pair.count == 2 { post.context[pair[0]] = pair[1] } else { post.isMarkdown = true }
      }
      posts.append(post)
    default:
      Issue.record("no block is called \(info)", sourceLocation: location(line - 1))
    }
  }

  /// The text with `\u{…}`, `\n`, `\r` and `\t` put in.
  private static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let slash = rest.firstIndex(of: "\\") {
      result += rest[..<slash]
      rest = rest[slash...].dropFirst()
      if rest.hasPrefix("u{"), let end = rest.firstIndex(of: "}"),
        let value = UInt32(rest[..<end].dropFirst(2), radix: 16), let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else if let escape = rest.first, let plain = ["n": "\n", "r": "\r", "t": "\t"][escape] {
        result += plain
        rest = rest.dropFirst()
      } else {
        result += "\\"
      }
    }
    return result + rest
  }
}

/// A span that must be found.
struct MarkedSpan: Hashable, CustomStringConvertible {
  /// The label's name; nil where it does not matter.
  var name: String?
  /// The bytes of the post's text.
  var range: SourceRange

  /// The spans of a marked text, and the text without marks and names.
  static func read(_ marked: String) -> (text: String, spans: [MarkedSpan]) {
    var plain = ""
    var names: [String] = []
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "⟦") {
      plain += rest[...open]
      rest = rest[rest.index(after: open)...]
      let name = rest.prefix { $0.isASCII && ($0.isLowercase || $0 == "-") }
      if !name.isEmpty, rest.dropFirst(name.count).first == ":",
        rest.dropFirst(name.count + 1).first != "/"
      {
        names.append(String(name))
        rest = rest.dropFirst(name.count + 1)
      } else {
        names.append("")
      }
    }
    let text = MarkedText(plain + rest)
    // Marks do not stand inside one another here, so names and ranges have one order.
    return (
      text.text,
      zip(names, text.ranges).map { MarkedSpan(name: $0.isEmpty ? nil : $0, range: $1) }
    )
  }

  /// The name and the range.
  var description: String { (name.map { "\($0):" } ?? "") + "\(range)" }
}
