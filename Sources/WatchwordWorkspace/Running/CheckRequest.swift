public import WatchwordDiagnostics
public import WatchwordDrafts
public import WatchwordEngine

/// What a run is to check, and how.
public struct CheckRequest: Sendable {
  /// Files, directories, and `-` for standard input.
  public var paths: [String]
  /// Drafts from git, which are checked instead of ``paths``; nil where none were asked for.
  public var gitDrafts: GitDrafts?
  /// The findings accepted before; nil without a baseline.
  public var baseline: Baseline?
  /// Whose signatures count under approvals; nil where they are not looked at.
  public var signatures: SignaturePolicy?
  /// Whether ``CheckRun/found`` is kept, for a baseline to be written.
  public var remembersFindings = false
  /// The path that standard input counts as.
  public var standardInputPath: String
  /// What is known of the layout of drafts.
  public var reading = ReadingOptions()
  /// The day and the context from outside.
  public var options: CheckOptions
  /// The lowest severity that fails the run.
  public var failLevel: Severity
  /// The most threads to check with; nil for one for each processor.
  public var threadLimit: Int?
  /// A clock that only rises, in nanoseconds, where the time is to be told by stage; nil for no timing.
  public var clock: (@Sendable () -> Int64)?

  /// Makes a request.
  public init(
    paths: [String],
    standardInputPath: String = "standard-input.md",
    options: CheckOptions,
    failLevel: Severity = .error,
    threadLimit: Int? = nil
  ) {
    self.paths = paths
    self.standardInputPath = standardInputPath
    self.options = options
    self.failLevel = failLevel
    self.threadLimit = threadLimit
  }
}
