internal import WatchwordRules
internal import WatchwordText

extension ProgramCompiler {
  /// Compiles a matcher that stands in a scope, and returns its node.
  mutating func compile(_ matcher: Matcher, within scope: Together.Scope) -> Int32 {
    let kind: MatcherPlan.Kind
    var guardScope = scope
    switch matcher.kind {
    case .words(let words):
      kind = .words(set: set(for: words), hashtags: words.hashtags)
    case .pattern(let pattern):
      kind = compile(pattern)
    case .entity(let kinds):
      kind = .entity(kinds)
    case .time(let time):
      kind = .time(time)
    case .shape(let shape):
      kind = .shape(shape)
    case .any(let matchers):
      kind = .any(matchers.map { compile($0, within: scope) })
    case .not(let inner):
      kind = .not(compile(inner, within: scope))
    case .together(let together):
      guardScope = together.scope
      kind = .together(
        TogetherPlan(
          together: together,
          nodes: together.parts.map { compile($0.matcher, within: together.scope) }
        )
      )
    }
    let guards = compile(matcher.guards, within: guardScope)
    nodes.append(MatcherPlan(kind: kind, guards: guards))
    return Int32(nodes.count - 1)
  }

  /// Compiles guards whose `unless` looks as far as `scope` where it does not say.
  private mutating func compile(
    _ guards: Guards,
    within scope: Together.Scope
  ) -> GuardPlan {
    var compiled = GuardPlan(guards: guards)
    compiled.covers = guards.except.map { set(for: WordsMatcher(words: $0)) }
    compiled.unless = guards.unless.map {
      (compile($0.matcher, within: $0.scope ?? scope), $0.scope ?? scope)
    }
    if guards.ignoresHistory, expander.vocabularies[self.scope]?["history-marker"] != nil {
      compiled.historySet = set(forVocabulary: "history-marker", isCaseExact: false, at: nil)
    }
    return compiled
  }

  /// Compiles a pattern, once for each text and options.
  private mutating func compile(_ matcher: PatternMatcher) -> MatcherPlan.Kind {
    var options = Pattern.Options()
    if matcher.isCaseExact { options.insert(.caseExact) }
    if matcher.matchesAtLines { options.insert(.lines) }
    if matcher.dotMatchesAll { options.insert(.dotAll) }
    var validator: Validator?
    if let name = matcher.validator {
      validator = Validator(rawValue: name.value)
      if validator == nil {
        let known = Validator.allCases.map(\.rawValue).joined(separator: ", ")
        report(
          "unknown-validator",
          "there is no validator “\(name.value)”; there are \(known)",
          at: name
        )
      }
    }
    let key = Array("\(options.rawValue) \(matcher.pattern.value)".utf8)
    if let known = patternsByText[key] { return .pattern(known, validator: validator) }
    do {
      patterns.append(try Pattern(matcher.pattern.value, options: options))
    } catch {
      report(
        "pattern",
        "the pattern does not compile: \(error.message)",
        at: matcher.pattern,
        offset: error.offset
      )
      return .any([])
    }
    patternsByText[key] = patterns.count - 1
    return .pattern(patterns.count - 1, validator: validator)
  }
}
