/// Why a file could not be used, in words for the closing lines of a report.
public struct FileProblem: Error, Hashable, Sendable {
  /// The path as the user wrote it.
  public var path: String
  /// The reason, as a clause without a full stop.
  public var reason: String

  /// Makes a problem.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
