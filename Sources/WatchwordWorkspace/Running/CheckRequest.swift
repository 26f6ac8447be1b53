public import WatchwordText

/// How a run is to check what its plan holds.
public struct CheckRequest: Sendable {
  /// The day a post without `publish-at` counts as published.
  public var asOf: CivilDate
  /// Whose signatures count under approvals; nil where they are not looked at.
  public var signatures: SignaturePolicy?
  /// Whether ``CheckRun/found`` is kept, for a baseline to be written.
  public var remembersFindings = false
  /// The most threads to check with; nil for one for each processor.
  public var threadLimit: Int?
  /// A clock that only rises, in nanoseconds, where the time is to be told by stage; nil for no timing.
  public var clock: (@Sendable () -> Int64)?

  /// Makes a request.
  public init(asOf: CivilDate, threadLimit: Int? = nil) {
    self.asOf = asOf
    self.threadLimit = threadLimit
  }
}
