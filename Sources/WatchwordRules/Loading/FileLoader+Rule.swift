import WatchwordDiagnostics
import WatchwordText

extension FileLoader {
  /// Reads a rule file; nil where something it needs is missing or wrong.
  mutating func rule(_ bytes: [UInt8], pack: String) -> Rule? {
    guard let node = read(bytes, as: .rule) else { return nil }
    let body = body(node)
    let bad = examples(node["examples"]?["bad"], mayHaveMarks: true)
    let good = examples(node["examples"]?["good"], mayHaveMarks: false)
    let alarms = examples(node["examples"]?["wrong-alarms"], mayHaveMarks: false)
    let message = message(node)
    let validity = validity(node)
    let action = text(node["action"]).flatMap(Action.init)
    if let action, action != .remind { needAdvice(node) }
    for entry in node["applies"]?.entries ?? [] where entry.name.hasSuffix("presence") {
      presence(entry.value)
    }
    guard let body, let message, let action,
      let title = text(node["title"]), let topic = text(node["topic"]),
      let severity = severity(node["severity"]), let why = text(node["why"])
    else { return nil }
    return Rule(
      id: RuleID(pack: pack, name: stem),
      title: title,
      topic: topic,
      severity: severity,
      action: action,
      guidance: texts(node["guidance"]),
      applies: conditions(node["applies"]),
      stated: stated(node["applies"]),
      body: body,
      settledBy: settlers(node["settled-by"]),
      message: message,
      why: why,
      advice: text(node["do"]),
      more: text(node["more"]),
      isMasked: truth(node["mask"]),
      frequency: text(node["report"]).flatMap(Rule.Frequency.init) ?? .every,
      validity: validity,
      during: texts(node["during"]),
      yieldsTo: texts(node["yields-to"]),
      isDraft: text(node["status"]) == "draft",
      aliases: texts(node["aliases"]).map(\.value),
      badExamples: bad,
      goodExamples: good,
      wrongAlarms: alarms,
      file: file
    )
  }

  /// Reports that `do` is missing, unless a key looks like a misspelt one.
  private mutating func needAdvice(_ node: YAMLNode) {
    let names = (node.entries ?? []).map(\.name)
    let strange = names.filter { TableName.rule.table[$0] == nil }
    let isMeant = strange.contains { NearName.nearest(to: $0, among: ["do"]) != nil }
    guard !names.contains("do"), !isMeant else { return }
    report("missing-key", "a rule needs `do`", at: node.entries?.first?.key.range)
  }

  /// Reports values that no presence can have: such a rule would never speak.
  mutating func presence(_ node: YAMLNode) {
    let known = ["corporate", "sponsored", "personal"]
    for value in texts(node) where !known.contains(value.value.lowercased()) && value.value != "any"
    {
      report(
        "unknown-value",
        "`\(value.value)` is no presence",
        advice: NearName.advice(value.value, among: known)
          ?? "write " + known.joined(separator: ", "),
        at: value.range
      )
    }
  }

  /// Reads the conditions of an `applies`.
  func conditions(_ node: YAMLNode?) -> [ContextCondition] {
    (node?.entries ?? []).filter { $0.name != "stated" }.map(condition)
  }

  /// Reads one line of `applies`.
  private func condition(_ entry: YAMLEntry) -> ContextCondition {
    let isNegated = entry.name.hasPrefix("not-")
    return ContextCondition(
      key: String(entry.name.dropFirst(isNegated ? 4 : 0)),
      values: texts(entry.value).map { $0.value.lowercased() },
      isNegated: isNegated
    )
  }

  /// Reads the keys that must be set.
  private mutating func stated(_ applies: YAMLNode?) -> [String] {
    let keys = texts(applies?["stated"])
    for key in keys { contextKey(key.value, key.range) }
    return keys.map(\.value)
  }

  /// Reads what settles a finding.
  private func settlers(_ node: YAMLNode?) -> [Settler] {
    guard let node else { return [] }
    return (node.items ?? [node]).compactMap { item in
      if let key = text(item) { return .key(key) }
      if let scope = text(item["approval"]) { return .approval(scope: scope) }
      if let all = item["all"] { return .all(settlers(all)) }
      return nil
    }
  }

  /// Reads the one of the three verbs that the rule has.
  private mutating func body(_ node: YAMLNode) -> Rule.Body? {
    if let flag = node["flag"] { return matcher(flag).map { .flag($0) } }
    if let require = node["require"] { return .require(requirement(require)) }
    if let limit = node["limit"] { return self.limit(limit).map { .limit($0) } }
    return nil
  }

  /// Reads a `require`.
  private mutating func requirement(_ node: YAMLNode) -> Requirement {
    var requirement = Requirement(
      when: matcher(node["when"], .asks),
      text: matcher(node["text"]),
      everyPart: truth(node["every-part"]),
      context: texts(node["context"]).map(\.value),
      notBefore: texts(node["not-before"]).map(\.value)
    )
    if let before = node["before"] {
      requirement.before = number(before["characters"]).map { .characters($0) } ?? .fold
    }
    return requirement
  }

  /// Reads a `limit`.
  private mutating func limit(_ node: YAMLNode) -> Limit? {
    let subject: Limit.Subject? =
      if let measure = text(node["count"]).flatMap(Limit.Measure.init) {
        .measure(measure)
      } else {
        matcher(node["of"]).map { .matches($0) }
      }
    let atMost = number(node["at-most"])
    let atLeast = number(node["at-least"])
    if let atMost, let atLeast, atLeast > atMost, let range = node["at-least"]?.range {
      report("bad-count", "`at-least` is more than `at-most`", at: range)
    }
    guard let subject else { return nil }
    let scope = text(node["in"]).flatMap(Limit.Scope.init) ?? .post
    return Limit(subject: subject, scope: scope, atMost: atMost, atLeast: atLeast)
  }
}
