internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordRules

/// Lets findings go that baselines hold, and remembers what a run found.
struct BaselinePass {
  /// Every finding of the run that nothing else lets go.
  private(set) var found: [Diagnostic] = []
  /// Whether findings are remembered, for a baseline to be written.
  private let remembers: Bool
  /// The rules that speak once a file or run: which post they speak beside depends on the order of
  /// the drafts, so their findings are not accepted one by one.
  private lazy var passing = Set(
    programs.joined().filter { $0.frequency != .every }.map(\.id)
  )
  /// The rules of the programs.
  private let programs: [RuleTable]

  /// Makes a pass.
  init(remembers: Bool, programs: [Program]) {
    self.remembers = remembers
    self.programs = programs.map(\.allRules)
  }

  /// Marks the findings in a draft that are accepted.
  ///
  /// - Parameter accepted: The fingerprints that its baseline holds; nil without one.
  mutating func apply(to findings: inout [Diagnostic], accepted: Set<String>?) {
    guard remembers || accepted != nil else { return }
    for index in findings.indices
    where findings[index].settlement == nil && !passing.contains(findings[index].rule) {
      if remembers {
        var slim = findings[index]
        slim.citations = []
        slim.labels = []
        found.append(slim)
      }
      if accepted?.contains(findings[index].fingerprint) == true {
        findings[index].settlement = .accepted
      }
    }
  }
}
