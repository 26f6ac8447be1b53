public import WatchwordDiagnostics
public import WatchwordRules

/// A rule with its clauses, to be explained to a person.
public struct RuleExplanation: Sendable {
  /// The rule.
  public var rule: Rule
  /// The clauses it comes from.
  public var citations: [Citation]

  /// Makes an explanation of a rule.
  public init(rule: Rule, citations: [Citation]) {
    self.rule = rule
    self.citations = citations
  }

  /// The explanation: what, why, what to do, the clauses, examples, and what settles a finding.
  public var text: String {
    var text = "\(rule.title)\n\(rule.id)\n\n"
    text += paragraph("Says:", rule.message.written.value)
    text += paragraph("Why:", rule.why)
    if let advice = rule.advice { text += paragraph("Do:", advice) }
    if let more = rule.more { text += paragraph("More:", more) }
    text += "\n  Severity \(severity), action \(rule.action.rawValue), topic \(rule.topic).\n"
    if !rule.applies.isEmpty || !rule.stated.isEmpty { text += "  For \(scope).\n" }
    if let days { text += "  Counts \(days).\n" }
    if !rule.yieldsTo.isEmpty {
      let others = rule.yieldsTo.map(\.value).joined(separator: ", ")
      text += paragraph("Yields to:", "\(others), where they have a finding in the same sentence.")
    }
    if !rule.settledBy.isEmpty {
      text += paragraph("Settled by:", rule.settledBy.map { words($0) }.joined(separator: "; or "))
    }
    text += "\nGuidance\n"
    for citation in citations {
      let status = citation.status == .published ? "" : " \(words(citation.status))"
      let date = citation.date.map { " (\($0))" } ?? ""
      text += paragraph("\(citation.statement):", citation.says)
      text += paragraph("", "\(citation.title)\(date)\(status)")
      if let url = citation.url { text += "    \(url)\n" }
    }
    text += "\nGives a finding\n"
    for example in rule.badExamples { text += paragraph("-", shown(example)) }
    text += "\nGives none\n"
    for example in rule.goodExamples { text += paragraph("-", shown(example)) }
    return text
  }

  /// A paragraph with a label, indented and wrapped at 80 cells.
  private func paragraph(_ label: String, _ body: String) -> String {
    let head = label.isEmpty ? "    " : "  \(label) "
    var line = head
    var result = ""
    for word in body.split(whereSeparator: \.isWhitespace) {
      if line.count + word.count > 79, line.count > head.count {
        result += line + "\n"
        line = "    "
      }
      line += (line.hasSuffix(" ") ? "" : " ") + word
    }
    return result + line + "\n"
  }

  /// The severity, with its thresholds where there are several.
  private var severity: String {
    rule.severity.steps.count == 1
      ? rule.severity.highest.rawValue
      : rule.severity.steps.map { "\($0.severity.rawValue) from \($0.threshold)" }
        .joined(separator: ", ")
  }

  /// The contexts the rule is for.
  private var scope: String {
    let conditions = rule.applies.map { condition in
      "\(condition.key)\(condition.isNegated ? " other than" : "") "
        + condition.values.joined(separator: " or ")
    }
    let stated = rule.stated.map { "drafts that state \($0)" }
    return (conditions + stated).joined(separator: ", ")
  }

  /// The days of publication it counts on; nil for a rule that always counts.
  private var days: String? {
    let parts = [
      rule.validity.from.map { "from \($0) on" }, rule.validity.until.map { "up to \($0)" },
      rule.during.isEmpty
        ? nil
        : "within the windows \(rule.during.map(\.value).joined(separator: ", ")) of its pack",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What settles, in words.
  private func words(_ settler: Settler) -> String {
    switch settler {
    case .key(let key): "`\(key):`"
    case .approval(let scope): "`approved-by:` and `approved-on:` for the scope \(scope)"
    case .all(let settlers): settlers.map { words($0) }.joined(separator: " and ")
    }
  }

  /// How well a clause is established, in words.
  private func words(_ status: StatementStatus) -> String {
    switch status {
    case .published: ""
    case .secondary: "– read in a secondary source"
    case .agreedSecondary: "– read in secondary sources that agree"
    case .unverified: "– unverified"
    }
  }

  /// An example with its context.
  private func shown(_ example: RuleExample) -> String {
    let context = example.context.sorted { $0.key < $1.key }
      .map { "\($0.key): \($0.value.written)" }.joined(separator: "; ")
    return "“\(example.text)”" + (context.isEmpty ? "" : " with \(context)")
  }
}

extension ContextValue {
  /// The value in the flow style of YAML.
  fileprivate var written: String {
    switch self {
    case .text(let text): text
    case .list(let values): "[" + values.map(\.written).joined(separator: ", ") + "]"
    case .map(let entries):
      "{ "
        + entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.written)" }
        .joined(separator: ", ") + " }"
    }
  }
}
