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

  /// Adds a problem whose rule is `draft/` and `name`.
  ///
  /// Without a `range` it is about the draft as a whole; `post` names the post it is about, if one.
  mutating func report(
    _ name: String,
    _ severity: Severity = .error,
    at range: SourceRange?,
    post: String? = nil,
    _ message: String,
    advice: String
  ) {
    diagnostics.append(
      Diagnostic(
        path: path,
        post: post,
        rule: RuleID(pack: "draft", name: name),
        severity: severity,
        message: message,
        advice: advice,
        range: range
      )
    )
  }

  /// Reports a text in a table or in JSON that is longer than any platform takes; false where it is not.
  mutating func refuseLong(_ count: Int, at range: SourceRange, post: String) -> Bool {
    let limit = JSONLinesReader.defaultLineLimit
    guard count > limit else { return false }
    report(
      "text-too-long",
      at: range,
      post: post,
      "this text is longer than \(limit) bytes, so it was not checked",
      advice: "Check that it is one post, and that every quotation mark is closed."
    )
    return true
  }

  /// Adds problems that another reader found, those about no post as problems of `post`.
  mutating func add(_ others: [Diagnostic], post: String? = nil) {
    diagnostics += others.map { other in
      var other = other
      other.post = other.post ?? post
      return other
    }
  }
}
