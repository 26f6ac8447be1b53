import WatchwordDiagnostics

extension PackLoader {
  /// Reports names of vocabularies that there are not.
  mutating func checkVocabularies(_ others: Set<String>) {
    let known = others.union(vocabularies.keys)
    for name in loaders.values.flatMap(\.vocabularies) where !known.contains(name.value) {
      add(
        "unknown-vocabulary",
        "there is no vocabulary `\(name.value)`",
        advice: NearName.advice(name.value, among: known.sorted()),
        in: name.file,
        at: name.range
      )
    }
  }

  /// Reports names of windows that `pack.yml` does not have.
  mutating func checkWindows() {
    let known = (windows ?? [:]).keys.sorted()
    for name in rules.values.flatMap(\.during) where !known.contains(name.value) {
      add(
        "unknown-window",
        "pack.yml has no window `\(name.value)`",
        advice: NearName.advice(name.value, among: known)
          ?? "list its dates there, or `[]` for none yet",
        in: name.file,
        at: name.range
      )
    }
  }

  /// Reports the name that closes a circle of vocabularies.
  mutating func checkCycles() {
    var links: [String: [Circles.Link<String, Located<String>>]] = [:]
    for vocabulary in vocabularies.values {
      links[vocabulary.name] = (loaders[vocabulary.file]?.vocabularies ?? []).map {
        Circles.Link(to: $0.value, at: $0)
      }
    }
    for circle in Circles.among(vocabularies.keys.sorted(), links) {
      let (name, link) = (circle.nodes.last ?? "", circle.link)
      add(
        "vocabulary-cycle",
        link.target == name
          ? "the vocabulary `\(name)` takes in itself"
          : "`\(link.target)` already takes in `\(name)`",
        in: link.place.file,
        at: link.place.range
      )
    }
  }

  /// Reports statements that rules name and that there are not, and errors that rest on unverified ones.
  mutating func checkGuidance(_ statements: [Statement], extends: Bool) {
    var status: [String: StatementStatus] = [:]
    for statement in statements { status[statement.id.value] = statement.status }
    for rule in rules.values {
      for name in rule.guidance {
        guard let found = status[name.value] else {
          guard !extends else { continue }
          add(
            "unknown-guidance",
            "there is no statement `\(name.value)` in guidance.yml",
            advice: NearName.advice(name.value, among: statements.map(\.id.value)),
            in: name.file,
            at: name.range
          )
          continue
        }
        if found == .unverified, rule.severity.highest == .error {
          add(
            "unverified-error",
            "`\(name.value)` is unverified and cannot make an error",
            advice: "lower the severity to warning, or verify the statement",
            in: name.file,
            at: name.range
          )
        }
      }
    }
  }

  /// Reports coverage by rules that there are not or that do not fit.
  mutating func checkCoverage(_ statements: [Statement], extends: Bool) {
    for statement in statements {
      let names: [Located<String>]
      var isReminder = false
      switch statement.coverage {
      case .rules(let rules): names = rules
      case .reminder(let rule):
        names = [rule]
        isReminder = true
      case .person, .allow: names = []
      }
      for name in names {
        if ruleFiles[name.value] == nil, !extends {
          add(
            "unknown-rule",
            "there is no rule `\(name.value)` in this pack",
            advice: NearName.advice(name.value, among: ruleFiles.keys.sorted()),
            in: name.file,
            at: name.range
          )
        }
        guard let rule = rules[name.value] else { continue }
        if isReminder, rule.action != .remind, rule.action != .check {
          add(
            "not-a-reminder",
            "the action of `\(name.value)` is neither remind nor check",
            advice: "list it under `rules`",
            in: name.file,
            at: name.range
          )
        }
        let isCited = rule.guidance.contains { $0.value == statement.id.value }
        if statement.status == .unverified, rule.severity.highest == .error, !isCited {
          add(
            "unverified-error",
            "`\(statement.id.value)` is unverified and cannot be covered by an error",
            advice: "lower the severity to warning, or verify the statement",
            in: name.file,
            at: name.range
          )
        }
      }
    }
  }

  /// Reports old names that are the names of other rules.
  mutating func checkAliases() {
    var owners: [String: String] = [:]
    for rule in rules.values.sorted(by: { $0.id < $1.id }) {
      for alias in rule.aliases {
        if let owner = owners[alias] ?? (ruleFiles[alias] == nil ? nil : alias) {
          add(
            "duplicate-name",
            "the alias `\(alias)` is a name of the rule `\(owner)`",
            in: rule.file
          )
        }
        owners[alias] = rule.id.name
      }
    }
  }
}
