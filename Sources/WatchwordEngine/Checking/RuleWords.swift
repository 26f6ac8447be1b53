internal import WatchwordDiagnostics

/// What a rule says in each of its findings, decoded from the image.
struct RuleWords {
  /// The rule's id.
  let id: RuleID
  /// The topic.
  let topic: String
  /// The harm in one sentence.
  let why: String
  /// The one thing to do next.
  let advice: String?
  /// The clauses it cites.
  let citations: [Citation]

  /// Decodes what a rule says.
  init(_ rule: CompiledRule) {
    id = rule.id
    topic = rule.topic
    why = rule.why
    advice = rule.advice
    citations = rule.citations
  }
}

/// What rules say, decoded for each when it first has a finding.
struct RuleWordsCache {
  /// What is known, by the place of the rule in its program.
  private var known: [Int: RuleWords] = [:]

  /// What a rule says.
  ///
  /// - Parameter place: The rule's place in its program.
  mutating func words(of rule: CompiledRule, at place: Int) -> RuleWords {
    if let words = known[place] { return words }
    let words = RuleWords(rule)
    known[place] = words
    return words
  }
}
