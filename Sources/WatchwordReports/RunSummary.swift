public import WatchwordDiagnostics

/// What a whole run did, for the last lines of a report.
public struct RunSummary: Hashable, Sendable {
  /// The number of posts that were checked.
  public var postsChecked: Int
  /// The number of files those posts came from.
  public var filesRead: Int
  /// The files that were not read, in the order they were met.
  public var filesNotRead: [UnreadFile]
  /// The findings that count, by severity.
  public var counts: SeverityCounts
  /// The number of findings that the drafts' own context settles.
  public var settledCount: Int
  /// The number of findings that a reasoned suppression covers.
  public var suppressedCount: Int
  /// The number of findings that the baseline holds.
  public var acceptedCount: Int
  /// The packs that ran, in the order they were loaded.
  public var packs: [PackEdition]
  /// The lowest severity that fails the run.
  public var failLevel: Severity
  /// Whether drafts have several such levels; ``failLevel`` is then the lowest.
  public var failLevelVaries: Bool
  /// What the run came to, as the command decided it.
  public var outcome: RunOutcome
  /// Further sentences for the reader, such as a pack that is out of date; each ends in a full stop.
  public var notes: [String]

  /// Makes a summary; all but the number of posts and files have a default.
  public init(
    postsChecked: Int,
    filesRead: Int,
    filesNotRead: [UnreadFile] = [],
    counts: SeverityCounts = SeverityCounts(),
    settledCount: Int = 0,
    suppressedCount: Int = 0,
    acceptedCount: Int = 0,
    packs: [PackEdition] = [],
    failLevel: Severity = .error,
    failLevelVaries: Bool = false,
    outcome: RunOutcome = .passed,
    notes: [String] = []
  ) {
    self.postsChecked = postsChecked
    self.filesRead = filesRead
    self.filesNotRead = filesNotRead
    self.counts = counts
    self.settledCount = settledCount
    self.suppressedCount = suppressedCount
    self.acceptedCount = acceptedCount
    self.packs = packs
    self.failLevel = failLevel
    self.failLevelVaries = failLevelVaries
    self.outcome = outcome
    self.notes = notes
  }
}

/// A file that a run passed over, and why.
public struct UnreadFile: Hashable, Sendable {
  /// The path as the user wrote it.
  public var path: String
  /// The reason, as a clause without a full stop, such as `it is not UTF-8 text`.
  public var reason: String

  /// Makes the record of a file that was not read.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// A rule pack that ran, by id and edition.
public struct PackEdition: Hashable, Sendable {
  /// The id of the pack, such as `mod-online-engagement`.
  public var id: String
  /// Its edition, such as `2009`; empty if it has none.
  public var edition: String

  /// Makes the record of a pack that ran.
  public init(id: String, edition: String) {
    self.id = id
    self.edition = edition
  }
}

/// How many findings there are of each severity.
public struct SeverityCounts: Hashable, Sendable {
  /// The number of errors.
  public var errors: Int
  /// The number of warnings.
  public var warnings: Int
  /// The number of notes.
  public var notes: Int

  /// Makes counts, all zero unless given.
  public init(errors: Int = 0, warnings: Int = 0, notes: Int = 0) {
    self.errors = errors
    self.warnings = warnings
    self.notes = notes
  }

  /// Counts one more finding of a severity.
  public mutating func add(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }

  /// The number of findings of every severity.
  public var total: Int { errors + warnings + notes }
}

/// What a run came to (`design.md`, section 7); the value is the exit status it stands for.
public enum RunOutcome: Int, CaseIterable, Hashable, Sendable {
  /// Nothing was found at or above the fail level.
  case passed = 0
  /// Something was found at or above the fail level.
  case findings = 1
  /// The tool could not do its job: a file could not be read, or there was nothing to check.
  case incomplete = 2
}
