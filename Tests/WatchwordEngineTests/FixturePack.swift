import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordEngine
import WatchwordRules
import WatchwordText

/// Small packs around the rules of a test.
enum FixturePack {
  /// The keys that a rule body may leave out, with what they are then.
  private static let defaults = [
    ("title", "Fixture"), ("topic", "wording"), ("severity", "warning"), ("action", "check"),
    ("guidance", "[EX-01]"), ("message", "this is found"), ("why", "Somebody must look."),
    ("do", "Look."), ("examples", "{ bad: [x], good: [y] }"),
  ]

  /// A whole rule file around a body.
  static func rule(_ body: String) -> String {
    let lines = body.split(separator: "\n")
    let missing = defaults.filter { key, _ in !lines.contains { $0.hasPrefix("\(key):") } }
    return missing.map { "\($0): \($1)\n" }.joined() + body + "\n"
  }

  /// Loads a pack of rule bodies and of vocabularies, both by name.
  static func load(
    id: String = "fixture",
    rules: [String: String],
    vocabularies: [String: String] = [:],
    pack: String = "",
    known: Set<String>? = nil
  ) -> PackLoading {
    var texts = [
      "pack.yml": """
      id: \(id)
      title: Fixture
      edition: "1"
      publisher: Example Authority
      source: { title: Fixture }
      \(pack)

      """,
      "guidance.yml": """
      sources:
        EX: { title: Fixture }
      statements:
        EX-01:
          says: Look.
          status: P
          \(rules.isEmpty ? "person: It needs one." : "rules: [\(rules.keys.sorted().joined(separator: ", "))]")

      """,
    ]
    for (name, body) in rules { texts["topic/\(name).yml"] = rule(body) }
    for (name, body) in vocabularies {
      texts["vocabulary/\(name).yml"] = "title: \(name)\n\(body)\n"
    }
    return PackLoader.load(
      files: texts.map { PackFile(path: $0.key, bytes: Array($0.value.utf8)) },
      named: "rules/\(id)",
      knownVocabularies: known
    )
  }

  /// A program of one rule with this body; without the rule where it has a mistake.
  static func program(
    _ body: String,
    vocabularies: [String: String] = [:]
  ) -> (program: Program, problems: [Diagnostic]) {
    let loading = load(rules: ["rule": body], vocabularies: vocabularies)
    let (program, problems) = Program.compile(loading.pack.map { [$0] } ?? [])
    return (program, loading.problems + problems)
  }

  /// The findings of a program in a plain text.
  static func findings(_ program: Program, _ text: String) -> [Diagnostic] {
    var checker = Checker(program: program, options: CheckOptions(asOf: ExampleTest.publicationDay))
    return check(text, with: &checker)
  }

  /// The findings of a checker in a plain text.
  static func check(_ text: String, with checker: inout Checker) -> [Diagnostic] {
    DraftReader.read(SourceText(text), path: "post.txt", format: .plainText).posts.flatMap {
      checker.check($0, path: "post.txt")
    }
  }

  /// The marked words of each finding.
  static func marks(_ findings: [Diagnostic], in text: String) -> [String] {
    let source = SourceText(text)
    return findings.compactMap { $0.range.map(source.string) }
  }
}
