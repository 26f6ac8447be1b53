import ArgumentParser
import TestSupport
import Testing

@testable import watchword

/// The two readers of the arguments of `check`: what both read means the same to both.
@Suite struct PlainCheckReaderTests {
  /// Options with values they can and cannot have.
  private static let options: [(name: String, values: [String])] = [
    ("--format", ["full", "concise", "json", "jsonl", "JSON", "xml"]),
    ("--fail-level", ["note", "warning", "error", "off", ""]),
    ("--stdin-filename", ["a.md", "posts/b.txt", "-"]),
    ("--since", ["main", "HEAD~2", "a=b"]),
    ("--baseline", ["baseline.json", "-x"]),
    ("--jobs", ["1", "4", "0", "-1", "+2", " 3", "two", "99999999999999999999"]),
    ("--allowed-signers", ["signers"]),
    ("--show-config", ["a.md"]),
    ("--color", ["auto", "always", "never", "yes"]),
    ("--colour", ["auto", "always", "never", "sometimes"]),
    ("--json-text", ["data.posts[].caption", "..", "text"]),
    ("--presence", ["corporate", "sponsored", "personal", "Personal"]),
    ("--platform", ["x", "Bluesky", "\u{0301}x"]),
    ("--account", ["@blankshires", "a b"]),
    ("--market", ["UK", "=UK"]),
    (
      "--context",
      ["already-public=https://example.org/?a=b", "campaign=", "nonsense=1", "campaign"]
    ),
    ("--as-of", ["2026-11-22", "2026-02-30", "today"]),
    ("--packs", ["platforms", "rules/secrets"]),
    ("--pack", ["platforms", "./own", "--packs"]),
    ("--config", ["watchword.yml", "\u{0338}=", "--staged"]),
  ]

  /// Flags.
  private static let flags = [
    "--staged", "--require-signature", "--timing", "--show-settled", "--no-ignore",
    "--force-exclude", "--no-cache", "--no-config",
  ]

  /// Words that are paths, or stand for something else altogether.
  private static let words = [
    "a.md", "posts/", "-", "a b.md", "help", "check", "=", "é.md", "\u{0301}", "", "--", "---",
    "-a",
    "-j4", "--help", "-h", "--version", "--form", "--formats", "--no-staged", "--Staged", "–staged",
    "--experimental-dump-help", "--generate-completion-script", "---completion", "@a.md", "*",
    "-\u{0301}", "--\u{0301}", "--staged\u{0338}",
  ]

  /// What ArgumentParser makes of words; nil where it takes them for a mistake or a call for help.
  private static func parsed(_ words: [String]) -> CheckArguments? {
    (try? CheckCommand.parseAsRoot(words) as? CheckCommand)?.arguments
  }

  /// Expects that the plain reader gives what ArgumentParser gives, or nothing; says whether it gave anything.
  @discardableResult
  private func compare(_ words: [String]) -> Bool {
    guard let plain = PlainCheckReader.arguments(of: words) else { return false }
    #expect(plain == Self.parsed(words), "\(words)")
    return true
  }

  @Test("Each option with each value, in both ways of writing, alone and again", arguments: options)
  func option(_ name: String, _ values: [String]) {
    var isRead = false
    for value in values {
      for words in [[name, value], ["\(name)=\(value)"]] {
        for around in [[], ["a.md"], ["--staged"], ["--allowed-signers", "s", "-"]] {
          if compare(around + words) { isRead = true }
          compare(words + around)
        }
        for other in values { compare(words + ["a.md", name, other]) }
      }
      compare(["a.md", name])
      compare(["a.md", "\(name)\u{0338}=\(value)", "\(name)=\u{0338}"])
    }
    #expect(isRead, "no value of \(name) is read plainly")
  }

  @Test("Each flag, alone, with a value, and twice", arguments: flags)
  func flag(_ name: String) {
    #expect(compare(["a.md", name]) != (name == "--require-signature"))
    for words in [[name], [name, name, "a.md"], ["\(name)=true", "a.md"], [name, "true"]] {
      compare(words)
      compare(words + ["--allowed-signers", "s"])
      compare(words + ["--config", "c.yml"])
    }
  }

  @Test("Any other word", arguments: words)
  func word(_ word: String) {
    for words in [
      [word], [word, "a.md"], ["a.md", word], ["--format", word, "a.md"], [word, word],
    ] {
      compare(words)
    }
  }

  @Test("Lists of any length, drawn at random")
  func lists() {
    var generator = SeededGenerator(seed: 20_261_125)
    var readCount = 0
    for _ in 0..<1500 {
      var words: [String] = []
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        let draw = Int.random(in: 0..<100, using: &generator)
        if draw < 30 {
          words.append("a.md")
        } else if draw < 35, let word = Self.words.randomElement(using: &generator) {
          words.append(word)
        } else if draw < 55, let flag = Self.flags.randomElement(using: &generator) {
          words.append(flag)
        } else if let (name, values) = Self.options.randomElement(using: &generator) {
          let value = values[
            draw % 2 == 0 ? 0 : Int.random(in: 0..<values.count, using: &generator)
          ]
          words += draw % 3 == 0 ? ["\(name)=\(value)"] : [name, value]
        }
      }
      if compare(words) { readCount += 1 }
    }
    #expect(readCount > 500)
  }

  @Test("What is no plain call is left to ArgumentParser")
  func declined() {
    let calls = [
      [], ["--help"], ["a.md", "-h"], ["--", "a.md"], ["a.md", "--format"],
      ["a.md", "--jobs", "0"],
      ["a.md", "--form", "json"], ["a.md", "--format", "xml"], ["a.md", ""], ["-", "--staged"],
      ["a.md", "--require-signature"], ["a.md", "--config", "c.yml", "--no-config"],
    ]
    for words in calls { #expect(PlainCheckReader.arguments(of: words) == nil, "\(words)") }
  }

  @Test("Every option of the command is among those compared")
  func complete() {
    let help = CheckCommand.helpMessage(columns: 1000)
    let named = help.split { !($0.isLetter || $0 == "-") }.filter { $0.hasPrefix("--") }
    let known = Set(Self.options.map(\.name) + Self.flags)
    let others: Set = ["--show-config", "--help", "--version"]
    #expect(named.count > 20)
    for name in named where !others.contains(String(name)) && name.contains(where: \.isLetter) {
      #expect(known.contains(String(name)), "\(name)")
    }
  }
}
