import Foundation
import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordEngine
import WatchwordRules
import WatchwordText

/// Any text gives the same findings in every format and encoding, each at the bytes that say it.
@Suite("Findings in every format")
struct FormatPropertyTests {
  /// What texts are put together from.
  private static let pieces = [
    "kettle", "Kettle's", "naïve", "e\u{301}tude", "Ünïcode", "漢字", "עברית", "𝒜𝓫", "👋🏽",
    "👩‍👩‍👧", "🇬🇧", "\u{10FFFF}", "\u{FFFD}", "\u{2028}", "\u{A0}", "9:30", "#TeaTime", "@tea",
    "https://example.org/a?b=c&d", " ", "  ", "\"", "\"\"", "'", ",", ";", ":", "\\", "\\n",
    "\\u0041",
    "\\ud83d", "/", "&amp;", "&", "&#65;", "<b>", "<!--", "*", "_", "`", "#", "[a](b)", "|", "~~",
    "---", "===", "sep=", "{", "}", "1.", "- ", "> ", "=1+1", "!", "$x$",
  ]
  /// Line ends, which Markdown and plain text see in their own way.
  private static let lineEnds = ["\n", "\r\n", "\r", "\n\n", "\t"]

  /// Rules that between them mark every letter, mark and symbol of a text.
  private static let rules = [
    "words": "flag: { words: [kettle, tea time] }",
    "letters": "flag: { pattern: '\\p{L}[\\p{L}\\p{M}]*' }",
    "others": "flag: { pattern: '[^\\p{L}\\p{M}\\s]' }",
    "tags": "flag: { entity: [hashtag, url, mention] }",
  ]

  /// A text of several pieces.
  private static func text(_ chance: inout SplitMix, lines: [String]) -> String {
    var text = ""
    for _ in 0...chance.next(14) {
      text += pieces[chance.next(pieces.count)]
      if chance.next(3) == 0 { text += " " }
      if !lines.isEmpty, chance.next(4) == 0 { text += lines[chance.next(lines.count)] }
    }
    return text
  }

  /// A text without what Markdown and plain text do not take for the post's own: white space at the
  /// ends of it and its lines, lines that separate posts.
  private static func plainText(_ chance: inout SplitMix) -> String {
    let blanks = CharacterSet(charactersIn: " \t\r\n")
    let lines = text(&chance, lines: ["\n"]).components(separatedBy: "\n")
      .map { $0.trimmingCharacters(in: blanks) }.filter { !$0.isEmpty && !$0.hasPrefix("---") }
    return (lines.isEmpty ? ["tea"] : lines).joined(separator: "\n")
  }

  @Test("Tables, JSON and JSON Lines", arguments: 0..<8)
  func machineFormats(_ seed: Int) throws {
    var chance = SplitMix(seed: UInt64(seed))
    var checker = try checker()
    var count = 0
    for _ in 0..<12 {
      let text = Self.text(&chance, lines: Self.lineEnds)
      let wanted = findings(text, &checker)
      count += wanted.count
      for encoding in WrittenDraft.Encoding.allCases {
        var drafts = [DraftFormat.json, .jsonLines].map {
          WrittenDraft.json(text, $0, encoding, &chance)
        }
        for delimiter in [",", ";", "\t"] {
          let quotesAll = chance.next(2) == 0 || text.hasPrefix(" ") || text.isEmpty
          drafts.append(
            .csv(
              text,
              delimiter: delimiter,
              lineEnd: ["\n", "\r\n"][chance.next(2)],
              quotesAll: quotesAll,
              encoding
            )
          )
        }
        for draft in drafts { check(draft, text, wanted, &checker) }
      }
    }
    #expect(count > 100)
  }

  @Test("Markdown and plain text", arguments: 0..<8)
  func peoplesFormats(_ seed: Int) throws {
    var chance = SplitMix(seed: UInt64(100 + seed))
    var checker = try checker()
    var count = 0
    for _ in 0..<30 {
      let text = Self.plainText(&chance)
      let wanted = findings(text, &checker)
      count += wanted.count
      for encoding in WrittenDraft.Encoding.allCases {
        check(.markdown(text, encoding, &chance), text, wanted, &checker)
        check(WrittenDraft(text + "\n", .plainText, encoding) { $0 }, text, wanted, &checker)
      }
    }
    #expect(count > 100)
  }

  /// A checker with the rules.
  private func checker() throws -> Checker {
    let loading = FixturePack.load(rules: Self.rules)
    #expect(loading.problems.map(\.message) == [])
    let program = Program.compile([try #require(loading.pack)]).program
    return Checker(program: program, options: CheckOptions(asOf: ExampleTest.publicationDay))
  }

  /// The findings in a text that is no file.
  private func findings(_ text: String, _ checker: inout Checker) -> [String] {
    let bytes = Array(text.utf8)
    let post = Post(id: "1", text: bytes, map: SourceMap(verbatim: bytes.count, at: 0))
    return checker.check(post, path: "a").map(summary).sorted()
  }

  /// Reads a draft and checks that it gives just these findings, at bytes that mean what is marked.
  private func check(
    _ draft: WrittenDraft,
    _ text: String,
    _ wanted: [String],
    _ checker: inout Checker
  ) {
    let source = SourceText(file: draft.bytes)
    let reading = DraftReader.read(source, path: "a", format: draft.format)
    guard let post = reading.posts.first, reading.posts.count == 1,
      post.text.elementsEqual(text.utf8)
    else {
      Issue.record("\(draft) is read as \(reading.posts.map(\.string)) for \(text)")
      return
    }
    let findings = checker.check(post, path: "a")
    #expect(findings.map(summary).sorted() == wanted, "\(draft)")
    for finding in findings {
      guard let range = finding.range, let postRange = finding.postRange else {
        Issue.record("\(summary(finding)) has no place in \(draft)")
        continue
      }
      let marked = String(decoding: post.text[postRange.start..<postRange.end], as: UTF8.self)
      let meaning = draft.meaning(of: source.fileRange(of: range))
      if !meaning.unicodeScalars.elementsEqual(marked.unicodeScalars) {
        Issue.record("“\(meaning)” is marked for “\(marked)” in \(draft)")
      }
    }
  }

  /// A finding by its rule and its place in the post.
  private func summary(_ finding: Diagnostic) -> String {
    "\(finding.rule.name) \(finding.postRange.map { "\($0)" } ?? "-")"
  }
}
