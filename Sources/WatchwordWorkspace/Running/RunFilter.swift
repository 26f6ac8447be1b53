internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordRules

/// Lets rules that inform once per file or once per run speak just so often.
struct RunFilter {
  /// A rule that speaks once per file or more seldom.
  fileprivate struct Rationed {
    /// The rule.
    let rule: CompiledRule
    /// How often it speaks.
    let frequency: Rule.Frequency
    /// Whether it has spoken in this run.
    var hasSpokenInRun = false
    /// Whether it has spoken in this file.
    var hasSpokenInFile = false
  }

  /// The rules that speak so seldom, each once; nil until something was found.
  ///
  /// They are so few that going through them costs less than one look into a table by their ids.
  private var rationed: [Rationed]?
  /// The rules of the programs.
  private let programs: [RuleTable]

  /// Makes a filter for the rules of programs.
  init(programs: [Program]) {
    self.programs = programs.map(\.allRules)
  }

  /// Starts a new file.
  mutating func beginFile() {
    for place in rationed?.indices ?? 0..<0 { rationed?[place].hasSpokenInFile = false }
  }

  /// Removes the findings of rules that have had their say, or that have nothing to stand beside.
  ///
  /// - Parameter findings: Those of one draft, or of one line of a stream.
  mutating func apply(to findings: inout [Diagnostic]) {
    guard !findings.isEmpty else { return }
    var rules = rationed ?? rationedRules
    defer { rationed = rules }
    guard findings.contains(where: { rules.place(of: $0) != nil }) else { return }
    var left: [Diagnostic] = []
    for finding in findings {
      guard let place = rules.place(of: finding) else {
        left.append(finding)
        continue
      }
      switch rules[place].frequency {
      case .oncePerFile:
        guard !rules[place].hasSpokenInFile else { continue }
        rules[place].hasSpokenInFile = true
      case .besideFindings
      where !rules[place].hasSpokenInRun && !isAccompanied(finding, among: findings, rules):
        continue
      default:
        guard !rules[place].hasSpokenInRun else { continue }
        rules[place].hasSpokenInRun = true
      }
      left.append(finding)
    }
    findings = left
  }

  /// Whether another finding in its post counts, one that does not itself look for company.
  private func isAccompanied(
    _ finding: Diagnostic,
    among findings: [Diagnostic],
    _ rules: [Rationed]
  ) -> Bool {
    findings.contains { other in
      other.settlement == nil && other.post == finding.post
        && rules.place(of: other).map { rules[$0].frequency } != .besideFindings
    }
  }

  /// The rules of the programs that speak once per file or more seldom, each once.
  private var rationedRules: [Rationed] {
    var rules: [Rationed] = []
    for program in programs {
      for rule in program where rule.isRationed {
        guard !rules.contains(where: { $0.rule.isNamed(rule.id) }) else { continue }
        rules.append(Rationed(rule: rule, frequency: rule.frequency))
      }
    }
    return rules
  }
}

extension [RunFilter.Rationed] {
  /// The place of the rule that made a finding; nil where that is none of these.
  fileprivate func place(of finding: Diagnostic) -> Int? {
    firstIndex { $0.rule.isNamed(finding.rule) }
  }
}
