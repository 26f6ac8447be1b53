/// How much a finding matters to the run.
public enum Severity: String, CaseIterable, Hashable, Sendable {
  /// Informs; never fails a run.
  case note
  /// Asks for a person's judgement.
  case warning
  /// Stops the run.
  case error

  /// The place in the order note, warning, error.
  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

extension Severity: Comparable {
  /// Orders note below warning below error.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }
}

/// What a finding asks of the author.
public enum Action: String, CaseIterable, Hashable, Sendable {
  /// Change the text.
  case fix
  /// Get a yes from someone and record it.
  case ask
  /// Confirm a fact and record it.
  case check
  /// Keep something in mind; nothing to record.
  case remind
}
