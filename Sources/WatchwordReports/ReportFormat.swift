/// The output formats, by the names that `--format` takes.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  /// Place, message, excerpt, reason and next step: for a person at a terminal.
  case full
  /// One line for each finding, in the form compilers use.
  case concise
  /// One object for the whole run.
  case json
  /// One object a line for each finding: the stable machine interface.
  case jsonl

  /// A reporter that writes this format.
  public func reporter(_ options: ReportOptions = ReportOptions()) -> any Reporter {
    switch self {
    case .full: FullReporter(options)
    case .concise: ConciseReporter(options)
    case .json: JSONReporter()
    case .jsonl: JSONLinesReporter()
    }
  }

  /// Whether the output is for programs, so that the closing lines must go elsewhere.
  public var isForMachines: Bool {
    switch self {
    case .full, .concise: false
    case .json, .jsonl: true
    }
  }
}

/// What a reader may choose about the formats for people.
public struct ReportOptions: Hashable, Sendable {
  /// Whether styles become terminal colours.
  public var colouring: Colouring
  /// The width, in cells, at which sentences wrap.
  public var width: Int
  /// Whether findings that are settled or suppressed are shown too.
  public var showsSettled: Bool

  /// Makes options; sentences wrap at 80 cells and settled findings are left out by default.
  public init(colouring: Colouring = .plain, width: Int = 80, showsSettled: Bool = false) {
    self.colouring = colouring
    self.width = width
    self.showsSettled = showsSettled
  }
}
