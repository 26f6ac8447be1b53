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
    // First told, then removed, so that those to be removed still accompany others.
    var isSilent: [Bool] = []
    for index in findings.indices {
      isSilent.append(
        rules.place(of: findings[index]).map { place in
          let hasSpoken =
            rules[place].frequency == .oncePerFile
            ? rules[place].hasSpokenInFile : rules[place].hasSpokenInRun
          if hasSpoken { return true }
          if rules[place].frequency == .besideFindings, !isAccompanied(index, in: findings, rules) {
            return true
          }
          rules[place].hasSpokenInFile = true
          rules[place].hasSpokenInRun = true
          return false
        } ?? false
      )
    }
    var kept = 0
    for index in findings.indices where !isSilent[index] {
      if kept < index { findings.swapAt(kept, index) }
      kept += 1
    }
    findings.removeSubrange(kept...)
  }

  /// Whether another finding in a finding's post counts, one that does not itself look for company.
  ///
  /// - Parameter findings: In the order of their posts.
  private func isAccompanied(
    _ index: Int,
    in findings: [Diagnostic],
    _ rules: [Rationed]
  ) -> Bool {
    func counts(_ other: Diagnostic) -> Bool {
      other.settlement == nil
        && rules.place(of: other).map { rules[$0].frequency } != .besideFindings
    }
    let post = findings[index].post
    var place = index
    while place > 0, findings[place - 1].post == post {
      place -= 1
      if counts(findings[place]) { return true }
    }
    place = index + 1
    while place < findings.count, findings[place].post == post {
      if counts(findings[place]) { return true }
      place += 1
    }
    return false
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
