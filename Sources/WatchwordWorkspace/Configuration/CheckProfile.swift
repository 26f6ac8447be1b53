internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordEngine
internal import WatchwordRules

/// Settings of drafts as the check of them needs them; drafts to which the same applies share one.
struct CheckProfile: Sendable {
  /// The number of the program that checks them.
  var program: Int
  /// What holds for posts that do not say it themselves.
  var context: Context
  /// The severities that differ from the rules' own.
  var severities: SeverityPass
  /// The lowest severity that fails the run.
  var failLevel: Severity
  /// The findings accepted before; nil without a baseline.
  var accepted: Set<String>?

  /// What is known of the layout of a draft.
  var reading: ReadingOptions

  /// Makes a profile of settings.
  init(_ settings: DraftSettings, number: Int, program: Program, accepted: Set<String>?) {
    self.program = number
    // To make an empty table of another empty one costs as much as checking a short post.
    context =
      settings.context.isEmpty
      ? Context() : Context(settings.context.mapValues { ContextEntry($0.value) })
    severities = SeverityPass(settings, program: program)
    reading = settings.reading
    failLevel = settings.failLevel.value
    self.accepted = accepted

  }
}

/// Gives findings the severities that a configuration wants, whatever the rules' own scales say.
struct SeverityPass: Sendable {
  /// The severities of rules that have another one here.
  private let levels: [RuleID: SeverityLevel]
  /// The rules that are off.
  let offRules: [RuleID]

  /// Works out the severities of a program's rules.
  init(_ settings: DraftSettings, program: Program) {
    var levels: [RuleID: SeverityLevel] = [:]
    if !settings.severities.isEmpty {
      let aliases = program.oldNames.sorted { $0.key < $1.key }
      for rule in program.allRules {
        let names = RuleNames(
          rule.id,
          aliases: aliases.filter { $0.value.contains(rule.id) }.map(\.key),
          topic: rule.topic
        )
        levels[rule.id] = settings.severity(of: names)?.value
      }
    }
    self.levels = levels
    offRules =
      levels.isEmpty ? [] : program.allRules.map(\.id).filter { levels[$0] == .off }
  }

  /// Removes the findings of rules that are off, and changes the severity of others.
  func apply(to findings: inout [Diagnostic]) {
    guard !levels.isEmpty else { return }
    findings.removeAll { levels[$0.rule] == .off }
    for index in findings.indices {
      if let severity = levels[findings[index].rule]?.severity {
        findings[index].severity = severity
      }
    }
  }
}
