import WatchwordDiagnostics
import WatchwordText

/// Collects what is wrong with one draft.
struct DraftProblems {
  /// The draft's path as the user wrote it.
  let path: String
  /// The problems so far.
  private(set) var diagnostics: [Diagnostic] = []

  /// Makes an empty collection for the draft at `path`.
  init(path: String) {
    self.path = path
  }

  /// Adds a problem whose rule is `draft/` and `name`; no `range` means the draft as a whole.
  mutating func report(
    _ name: String,
    _ severity: Severity = .error,
    at range: SourceRange?,
    _ message: String,
    advice: String
  ) {
    diagnostics.append(
      Diagnostic(
        path: path,
        rule: RuleID(pack: "draft", name: name),
        severity: severity,
        message: message,
        advice: advice,
        range: range
      )
    )
  }

  /// Adds problems that another reader found.
  mutating func add(_ others: [Diagnostic]) {
    diagnostics += others
  }
}
