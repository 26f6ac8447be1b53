internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

/// One rule's look at one post.
struct RuleRun {
  /// The rule.
  let rule: CompiledRule
  /// The post.
  let post: Post
  /// The path of its draft.
  let path: String
  /// What is known about it.
  let context: Context
  /// When it goes out.
  let published: Moment

  /// What a rule found before it becomes a diagnostic.
  struct Finding {
    /// The mark and its parts; nil where something is missing from the whole post.
    var match: Match?
    /// The rule's count, which decides the severity.
    var count: Int
    /// The limit it is over or under, if it has one.
    var limit: Int?
    /// The missing key, if that is what it is, or the key whose moment is still to come.
    var key: String?
    /// The bytes of the file that the finding is about where they are no part of the post.
    var place: SourceRange?
  }

  /// Adds the diagnostics of the rule.
  ///
  /// - Parameter place: The rule's place in its program.
  func addFindings(
    to diagnostics: inout [Diagnostic],
    with evaluator: inout MatcherEvaluator,
    words: inout RuleWordsCache,
    at place: Int
  ) {
    let found: [Finding]
    switch rule.body {
    case .flag:
      let matches = evaluator.matches(rule.node)
      found = matches.map { match in
        Finding(match: match, count: match.partCount > 0 ? match.partCount : matches.count)
      }
    case .require(let before, let keys, let notBefore):
      found = missing(before: before, keys: keys, notBefore: notBefore, &evaluator)
    case .limit(let limit):
      found = LimitRun(limit: limit, node: rule.node).findings(&evaluator)
    }
    if found.isEmpty { return }
    let words = words.words(of: rule, at: place)
    for finding in found {
      guard let diagnostic = diagnostic(for: finding, text: evaluator.text, words: words) else {
        continue
      }
      diagnostics.append(diagnostic)
      if rule.frequency == .oncePerPost { break }
    }
  }

  /// What a requirement misses.
  private func missing(
    before: Requirement.Before?,
    keys: [String],
    notBefore: [String],
    _ evaluator: inout MatcherEvaluator
  ) -> [Finding] {
    var trigger: Match?
    var count = 1
    if rule.node >= 0 {
      let triggers = evaluator.matches(rule.node)
      // A `not` holds without anything to mark.
      if triggers.isEmpty, !evaluator.holds(rule.node) { return [] }
      trigger = triggers.first
      if let trigger { count = trigger.partCount > 0 ? trigger.partCount : triggers.count }
    }
    if let key = ContextMatching.missing(keys, in: context).first {
      return [Finding(match: trigger, count: count, key: key)]
    }
    if let key = published.isBefore(keys: notBefore, in: context) {
      let place = ["publish-at", key].lazy.compactMap { context.entries[$0]?.range }.first
      return [Finding(match: trigger, count: count, key: key, place: place)]
    }
    guard rule.requiredNode >= 0 else { return [] }
    let answers = evaluator.matches(rule.requiredNode)
    let isAnswered: Bool
    switch before.flatMap(characters(before:)) {
    case nil: isAnswered = !answers.isEmpty
    case let most?:
      // The earliest answer decides, so the text before it is counted once.
      isAnswered =
        answers.first.map {
          TextMeasure.characters(evaluator.text, upTo: $0.range.end) <= most
        } ?? false
    }
    return isAnswered ? [] : [Finding(match: trigger, count: count)]
  }

  /// How many characters the text must end within; nil where the fold is not known.
  ///
  /// Of several platforms the earliest fold counts.
  private func characters(before place: Requirement.Before) -> Int? {
    switch place {
    case .characters(let most): return most
    case .fold:
      let platforms = context["platform"]?.texts ?? []
      return platforms.compactMap { rule.fold(on: $0.lowercased()) }.min()
    }
  }

  /// The diagnostic for a finding, or nil where it is below the rule's lowest severity.
  func diagnostic(
    for finding: Finding,
    text: UnsafeBufferPointer<UInt8>,
    words: RuleWords
  ) -> Diagnostic? {
    guard var severity = rule.severity(for: finding.count) else { return nil }
    if rule.isDraft { severity = .note }
    let postRange = finding.match?.range ?? SourceRange(0, 0)
    let window = rule.isDuring ? rule.window(at: published, in: context) : nil
    let message = MessageRenderer(rule: rule, context: context, text: text, window: window)
      .message(for: finding)
    var diagnostic = Diagnostic(
      path: path,
      post: post.id,
      rule: words.id,
      topic: words.topic,
      severity: severity,
      action: rule.action,
      message: message,
      why: words.why,
      advice: words.advice,
      citations: words.citations
    )
    diagnostic.range = post.map.fileRange(of: postRange)
    diagnostic.postRange = postRange
    if finding.match == nil, let place = finding.place {
      diagnostic.range = place
      diagnostic.postRange = nil
    }
    diagnostic.isMasked = rule.isMasked
    if let match = finding.match {
      diagnostic.labelName = match.name.isEmpty ? nil : match.name
      diagnostic.labels = match.parts.filter { !$0.isGroup }.map { part in
        Label(part.name, range: post.map.fileRange(of: part.range), postRange: part.range)
      }
    }
    diagnostic.fingerprint = Fingerprint.of(
      rule: words.id,
      finding: finding.match,
      key: finding.key,
      text: text,
      post: post.id
    )
    if let key = ContextMatching.settler(of: rule, in: context) {
      diagnostic.settlement = .settled(by: key)
    }
    return diagnostic
  }
}
