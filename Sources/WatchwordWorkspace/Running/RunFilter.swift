internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordRules

/// Lets rules that inform once per file or once per run speak just so often.
struct RunFilter {
  /// How often each rule that does not always speak does.
  private lazy var frequencies: [RuleID: Rule.Frequency] = Dictionary(
    programs.joined().filter { $0.frequency != .every }.map { ($0.id, $0.frequency) },
    uniquingKeysWith: { first, _ in first }
  )
  /// The rules of the programs, which are looked through once something was found.
  private let programs: [RuleTable]
  /// The rules that have spoken in this run.
  private var inRun: Set<RuleID> = []
  /// The rules that have spoken in this file.
  private var inFile: Set<RuleID> = []

  /// Makes a filter for the rules of programs.
  init(programs: [Program]) {
    self.programs = programs.map(\.allRules)
  }

  /// Starts a new file.
  mutating func beginFile() {
    inFile.removeAll(keepingCapacity: true)
  }

  /// Removes the findings of rules that have had their say, or that have nothing to stand beside.
  ///
  /// - Parameter findings: Those of one draft, or of one line of a stream.
  mutating func apply(to findings: inout [Diagnostic]) {
    guard !findings.isEmpty else { return }
    let limits = findings.map { frequencies[$0.rule] }
    guard limits.contains(where: { $0 != nil }) else { return }
    var accompanied: Set<String?> = []
    if limits.contains(.besideFindings) {
      for (place, limit) in limits.enumerated()
      where limit != .besideFindings && findings[place].settlement == nil {
        accompanied.insert(findings[place].post)
      }
    }
    var kept = 0
    for (place, limit) in limits.enumerated()
    where !isSilent(findings[place].rule, of: findings[place].post, limit, accompanied) {
      if kept < place { findings.swapAt(kept, place) }
      kept += 1
    }
    findings.removeSubrange(kept...)
  }

  /// Whether a rule's limit lets its finding in a post go; if not, the rule has spoken.
  ///
  /// - Parameter accompanied: The posts that have findings of other rules.
  private mutating func isSilent(
    _ rule: RuleID,
    of post: String?,
    _ limit: Rule.Frequency?,
    _ accompanied: Set<String?>
  ) -> Bool {
    switch limit {
    case .oncePerFile: !inFile.insert(rule).inserted
    case .oncePerRun: !inRun.insert(rule).inserted
    case .besideFindings:
      !accompanied.contains(post) || !inRun.insert(rule).inserted
    default: false
    }
  }
}
