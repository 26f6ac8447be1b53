public import WatchwordText

/// Why a draft cannot be edited as asked.
public struct EditProblem: Error, Hashable, Sendable {
  /// The reason, as a clause without a full stop.
  public var reason: String
  /// The bytes of the file that stand in the way; nil where none do.
  public var range: SourceRange?

  /// Makes a problem.
  init(_ reason: String, at range: SourceRange? = nil) {
    self.reason = reason
    self.range = range
  }
}
