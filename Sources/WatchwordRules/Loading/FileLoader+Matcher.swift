import WatchwordText

extension FileLoader {
  /// Where a matcher stands, which decides whether it may be a `not`.
  enum MatcherRole {
    /// Its matches are marked.
    case finds
    /// Only whether it holds matters.
    case asks
  }

  /// Reads a matcher whose shape was checked; nil where it has no kind that can be used.
  mutating func matcher(_ node: YAMLNode?, _ role: MatcherRole = .finds) -> Matcher? {
    guard let node, let entries = node.entries,
      let entry = entries.first(where: { TableName.matcherKinds.contains($0.name) }),
      let kind = kind(node, entry, role)
    else { return nil }
    return Matcher(kind: kind, guards: guards(node), place: located(entry.name, entry.range))
  }

  /// Reads what a matcher looks for.
  private mutating func kind(
    _ node: YAMLNode,
    _ entry: YAMLEntry,
    _ role: MatcherRole
  ) -> Matcher.Kind? {
    let value = entry.value
    switch entry.name {
    case "words":
      guard let words = words(value) else { return nil }
      let hashtags = text(node["hashtags"]).flatMap(WordsMatcher.Hashtags.init) ?? .include
      return .words(
        WordsMatcher(words: words, isCaseExact: node["case"] != nil, hashtags: hashtags)
      )
    case "pattern":
      return pattern(node, value).map { .pattern($0) }
    case "entity":
      return .entity(texts(value).compactMap { EntityKind(rawValue: $0.value) })
    case "time":
      return .time(
        TimeMatcher(
          tenses: Set(texts(value["tense"]).compactMap { TimeTense(rawValue: $0.value) }),
          precision: text(value["precision"]).flatMap(TimePrecision.init) ?? .vague
        )
      )
    case "shape":
      return text(value).flatMap(Shape.init).map { .shape($0) }
    case "any":
      return .any((value.items ?? []).compactMap { matcher($0, role == .asks ? .asks : .finds) })
    case "all":
      return all(node, entry).map { .together($0) }
    case "together":
      return together(entry).map { .together($0) }
    case "not":
      if role == .finds {
        report(
          "misplaced-not",
          "`not` finds nothing that could be marked here",
          advice: "put it in `all`, `together` or `when`, or use `unless`",
          at: entry.key.range
        )
      }
      return matcher(value).map { .not($0) }
    default:
      return nil
    }
  }

  /// Reads a pattern and its flags.
  private func pattern(_ node: YAMLNode, _ value: YAMLNode) -> PatternMatcher? {
    guard let text = text(value) else { return nil }
    let flags = texts(node["flags"]).map(\.value)
    let count = text.utf8.count
    return PatternMatcher(
      pattern: located(text, value.range(ofText: SourceRange(0, count))),
      isCaseExact: flags.contains("case"),
      matchesAtLines: flags.contains("lines"),
      dotMatchesAll: flags.contains("dot-all"),
      validator: texts(node["validate"]).first
    )
  }

  /// Reads `all`: parts without names, every one required.
  private mutating func all(_ node: YAMLNode, _ entry: YAMLEntry) -> Together? {
    let parts = (entry.value.items ?? []).compactMap { matcher($0, .asks) }
    guard !parts.isEmpty else { return nil }
    guard let mark = parts.firstIndex(where: { !$0.isNot }) else {
      report("misplaced-not", "one part must be something to find", at: entry.key.range)
      return nil
    }
    return Together(
      scope: scope(node["within"]) ?? .sentence,
      parts: parts.map { Together.Part(name: "", matcher: $0) },
      must: Array(parts.indices),
      atLeast: parts.count,
      mark: mark
    )
  }

  /// Reads `together`.
  private mutating func together(_ entry: YAMLEntry) -> Together? {
    let node = entry.value
    guard let written = node["of"]?.entries else { return nil }
    if written.isEmpty, let owner = node.entries?.first(where: { $0.name == "of" }) {
      report("missing-value", "`of` needs at least one part", at: owner.key.range)
    }
    var parts: [Together.Part] = []
    for part in written {
      if let found = matcher(part.value, .asks) {
        parts.append(Together.Part(name: part.name, matcher: found))
      }
    }
    let names = written.map(\.name)
    var must: [Int] = []
    for name in texts(node["must"]) {
      guard known(name, names) else { continue }
      if let index = parts.firstIndex(where: { $0.name == name.value }) { must.append(index) }
    }
    if node["must"] == nil { must = Array(parts.indices) }
    let atLeast = number(node["at-least"]) ?? must.count
    if atLeast > written.count, let range = node["at-least"]?.range {
      report("bad-count", "there are only \(written.count) parts", at: range)
    }
    let marked = texts(node["mark"]).first
    if let marked, !known(marked, names) { return nil }
    guard !parts.isEmpty, !must.isEmpty else { return nil }
    let first = must.first { !parts[$0].matcher.isNot }
    let mark = marked.flatMap { name in parts.firstIndex { $0.name == name.value } } ?? first
    guard let mark, !parts[mark].matcher.isNot else {
      report(
        "misplaced-not",
        "the part that carries the mark must be something to find",
        at: marked?.range ?? entry.key.range
      )
      return nil
    }
    return Together(
      scope: scope(node["within"]) ?? .sentence,
      parts: parts,
      must: must,
      atLeast: atLeast,
      isOrdered: truth(node["ordered"]),
      mayOverlap: truth(node["overlap"]),
      mark: mark
    )
  }

  /// Whether a name is that of a part; reports it where not.
  private mutating func known(_ name: Located<String>, _ names: [String]) -> Bool {
    if names.contains(name.value) { return true }
    report(
      "unknown-part",
      "there is no part `\(name.value)`",
      advice: NearName.advice(name.value, among: names),
      at: name.range
    )
    return false
  }

  /// Reads a distance.
  private func scope(_ node: YAMLNode?) -> Together.Scope? {
    guard let node else { return nil }
    if let words = number(node["words"]) { return .words(words) }
    if let days = number(node["thread"]) { return .thread(days: days) }
    switch node.text {
    case "sentence": return .sentence
    case "line": return .line
    case "post": return .post
    case "thread": return .thread(days: Together.Scope.usualDays)
    case "run": return .run
    default: return nil
    }
  }

  /// Reads the guards of a matcher.
  private mutating func guards(_ node: YAMLNode) -> Guards {
    var guards = Guards()
    if let except = node["except"], let words = words(except) { guards.except = [words] }
    for item in node["unless"].map({ $0.items ?? [$0] }) ?? [] {
      guard let found = matcher(item, .asks) else { continue }
      guards.unless.append(Guards.Unless(matcher: found, scope: scope(item["within"])))
    }
    guards.ignoresQuoted = node["quoted"] != nil
    guards.ignoresNegated = node["negated"] != nil
    guards.ignoresHistory = node["history"] != nil
    guards.position = text(node["at"]).flatMap(Guards.Position.init)
    guards.minimum = number(node["minimum"]) ?? 1
    return guards
  }

  /// Reads phrases or the name of a vocabulary.
  private mutating func words(_ node: YAMLNode) -> WordsMatcher.Words? {
    if node.items != nil { return .phrases(phrases(node)) }
    guard let name = texts(node).first else { return nil }
    vocabularies.append(name)
    return .vocabulary(name)
  }

  /// Reads a list of phrases and reports their mistakes at their exact places.
  mutating func phrases(_ node: YAMLNode?) -> [Phrase] {
    (node?.items ?? []).compactMap { phrase($0) }
  }

  /// Reads one phrase.
  private mutating func phrase(_ node: YAMLNode) -> Phrase? {
    guard let text = text(node) else { return nil }
    let parser = PhraseParser(text)
    for mistake in parser.mistakes {
      report(
        "phrase-syntax",
        mistake.message,
        advice: mistake.advice,
        at: node.range(ofText: mistake.range)
      )
    }
    for (name, range) in parser.vocabularies {
      vocabularies.append(located(name, node.range(ofText: range)))
    }
    guard parser.mistakes.isEmpty else { return nil }
    return Phrase(elements: parser.elements, written: located(text, node.range))
  }
}

extension Matcher {
  /// Whether it holds where nothing is found.
  fileprivate var isNot: Bool {
    if case .not = kind { true } else { false }
  }
}
