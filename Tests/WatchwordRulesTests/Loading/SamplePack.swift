import WatchwordDiagnostics
import WatchwordRules
import WatchwordText

/// A small pack without mistakes, whose files a test replaces one at a time.
enum SamplePack {
  /// `pack.yml`.
  static let pack = """
    id: sample
    title: Sample guidelines
    edition: "2026"
    publisher: Example Authority
    source: { title: Sample guidelines, date: "2026-01-01" }

    """

  /// `guidance.yml`.
  static let guidance = """
    sources:
      EX-SEC: { title: Think first, date: "2026-01-01" }
    statements:
      EX-SEC-01:
        says: Do not say when a unit moves.
        status: P
        class: [COOC]
        rules: [unit-movement]

    """

  /// `vocabulary/verb.yml`.
  static let verb = """
    title: Verbs
    words:
      - deploy~
      - (fly|sail)~ [back] out
    except: ["deploy~ the app"]

    """

  /// `security/unit-movement.yml`.
  static let rule = """
    title: Movement
    topic: opsec.movement
    severity: { 2: warning, 3: error }
    action: ask
    guidance: [EX-SEC-01]
    flag:
      together:
        of:
          who: { words: ["{number} Blankshires"] }
          move: { words: verb }
          when: { time: { tense: future, precision: day } }
        must: [who, move]
    message: this tells a reader when {who} will move
    why: A stranger can plan around it.
    do: Post it after the move.
    examples:
      bad: ["⟦2 Blankshires⟧ ⟦deploy⟧ on Monday."]
      good: [2 Blankshires came home.]

    """

  /// The files of the pack, with some replaced or added.
  static func files(_ changes: [String: String] = [:]) -> [PackFile] {
    var texts = [
      "pack.yml": pack, "guidance.yml": guidance, "vocabulary/verb.yml": verb,
      "security/unit-movement.yml": rule,
    ]
    texts.merge(changes) { $1 }
    return texts.map { PackFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// Each mistake of the pack as `file:line:column name`, in the order reported.
  static func mistakes(_ changes: [String: String], known: Set<String>? = nil) -> [String] {
    let files = files(changes)
    return PackLoader.load(files: files, named: "rules/sample", knownVocabularies: known).problems
      .map { problem in
        let path = problem.path.dropFirst("rules/sample/".count)
        let bytes = files.first { $0.path == path }?.bytes ?? []
        let place = problem.range.map { SourceText(bytes).position(at: $0.start) }
        let position = place.map { ":\($0.line):\($0.scalarColumn)" } ?? ""
        return "\(path)\(position) \(problem.rule.name)"
      }
  }
}
