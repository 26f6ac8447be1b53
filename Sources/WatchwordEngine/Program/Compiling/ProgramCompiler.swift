public import WatchwordDiagnostics
public import WatchwordRules
internal import WatchwordText

extension Program {
  /// Compiles packs to one program.
  ///
  /// - Parameters:
  ///   - packs: The packs to check with, by the ids in `available`; where one takes over another
  ///     that is also named, the changed rules win.
  ///   - available: Every pack at hand, so that `extends` finds its base.
  ///   - roots: Where each pack lies, by its id, for the paths of mistakes.
  ///   - key: What to know the program's image by.
  /// - Returns: The program and the mistakes found on the way: patterns that do not compile, phrases
  ///   that stand for too many, packs that are not there. A rule with a mistake is left out.
  public static func compile(
    _ packs: [RulePack],
    available: [RulePack] = [],
    roots: [String: String] = [:],
    key: ProgramKey = .none
  ) -> (program: Program, problems: [Diagnostic]) {
    var compiler = ProgramCompiler(packs: packs, available: available, roots: roots)
    let program = Program(memory: compiler.compile(key: key))
    return (program, compiler.problems)
  }
}

/// Compiles packs to the image of a ``Program``.
struct ProgramCompiler {
  /// The packs to check with.
  let packs: [RulePack]
  /// Where packs lie, by id.
  let roots: [String: String]
  /// Works out extended packs.
  var resolver: PackResolver
  /// Mistakes so far.
  var problems: [Diagnostic] = []

  /// Expands phrases and numbers their words.
  var expander = PhraseExpander()
  /// Collects phrases.
  var automaton = PhraseAutomatonBuilder()
  /// The phrase sets so far.
  var sets: [PhraseSetPlan] = []
  /// The sets of vocabularies and groups already compiled.
  var setsByKey: [PhraseSetKey: UInt32] = [:]
  /// The sets with a mistake.
  var failedSets: Set<UInt32> = []
  /// The sets that the phrases of a set name.
  var nestedSets: [UInt32: [UInt32]] = [:]
  /// The matchers so far.
  var nodes: [MatcherPlan] = []
  /// The patterns so far.
  var patterns: [Pattern] = []
  /// The patterns already compiled, by their text and options.
  var patternsByText: [[UInt8]: Int] = [:]
  /// The pack whose rule is being compiled.
  var scope = ""
  /// Whether the rule being compiled has a mistake.
  var ruleFailed = false

  /// Makes a compiler.
  init(packs: [RulePack], available: [RulePack], roots: [String: String]) {
    self.packs = packs
    self.roots = roots
    let all = Dictionary((available + packs).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    resolver = PackResolver(available: all, roots: roots)
  }

  /// Compiles everything to an image with this key.
  mutating func compile(key: ProgramKey) -> FlatMemory {
    let resolved = resolver.rules(of: packs)
    problems += resolver.problems
    for pack in resolver.available.values {
      expander.vocabularies[pack.id] = resolver.vocabularies(of: pack)
    }
    // First, so that only these have meanings for times.
    let meanings = TimeScanner.register(in: &expander.symbols)
    var rules = resolved.compactMap { compile($0) }
    placeYields(of: &rules)
    passOnCovers()
    let classes = wordClasses()
    var writer = ImageWriter()
    _ = writer.append(.timeMeanings, meanings)
    _ = writer.append(.wordClasses, classes)
    _ = writer.append(.symbolSlots, expander.symbols.slots)
    _ = writer.append(.symbolOffsets, expander.symbols.offsets)
    _ = writer.append(.symbolText, expander.symbols.text)
    automaton.write(symbols: expander.symbols, setCount: sets.count, to: &writer)
    let covers = sets.map { writer.append(.setLists, $0.covers) }
    _ = writer.append(.covers, covers)
    _ = writer.append(.askedSets, askedSets)
    PatternPlan.write(patterns, to: &writer)
    writer.write(nodes)
    for rule in rules { writer.write(rule) }
    for pack in packs { writer.write(pack, windows: resolver.windows(of: pack)) }
    writer.writeFacts(
      of: rules,
      nodes: nodes,
      setCount: sets.count,
      phrasesAskForTimes: automaton.asksForTimes
    )
    return writer.image(key: key)
  }

  /// For each set 1 where a matcher, a guard or the cover of a set asks for it.
  private var askedSets: [UInt8] {
    var asked = Array(repeating: UInt8(0), count: sets.count)
    for node in nodes {
      if case .words(let set, _) = node.kind { asked[Int(set)] = 1 }
      for set in node.guards.covers { asked[Int(set)] = 1 }
      if let set = node.guards.historySet { asked[Int(set)] = 1 }
    }
    for set in sets { for cover in set.covers { asked[Int(cover)] = 1 } }
    return asked
  }

  /// The classes of each symbol's word, adding the words that only classes know.
  private mutating func wordClasses() -> [WordClass] {
    var pairs: [(UInt32, WordClass)] = []
    for (wordClass, words) in WordClass.words {
      for word in words {
        pairs.append((expander.symbols.insert(Array(word.utf8)), wordClass))
      }
    }
    var classes = Array(repeating: WordClass(), count: expander.symbols.count + 1)
    for (symbol, wordClass) in pairs { classes[Int(symbol)].insert(wordClass) }
    return classes
  }

  /// Compiles one rule, or nil where it has a mistake.
  private mutating func compile(_ resolved: PackResolver.Resolved) -> RulePlan? {
    scope = resolved.rule.id.pack
    ruleFailed = false
    var node: Int32 = -1
    var requiredNode: Int32 = -1
    switch resolved.rule.body {
    case .flag(let matcher):
      node = compile(matcher, within: .sentence)
    case .require(let requirement):
      if let when = requirement.when { node = compile(when, within: .sentence) }
      if let text = requirement.text { requiredNode = compile(text, within: .post) }
    case .limit(let limit):
      if case .matches(let matcher) = limit.subject { node = compile(matcher, within: .sentence) }
    }
    // A pack alone is checked when it is loaded; one that takes over others only here.
    let extends = resolver.available[scope]?.extends.isEmpty == false
    for name in resolved.rule.during where extends && resolved.windows[name.value] == nil {
      report(
        "unknown-window",
        "no pack here has a window “\(name.value)”",
        at: name
      )
    }
    guard !ruleFailed else { return nil }
    return RulePlan(
      rule: resolved.rule,
      citations: resolved.citations,
      folds: resolved.folds,
      windows: resolved.rule.during.flatMap { resolved.windows[$0.value] ?? [] },
      node: node,
      requiredNode: requiredNode
    )
  }

  /// Reports a mistake at a place in the pack whose rule is being compiled.
  mutating func report(
    _ name: String,
    _ message: String,
    at place: Located<String>,
    offset: Int? = nil,
    advice: String? = nil
  ) {
    ruleFailed = true
    var range = place.range
    if let offset, offset <= place.value.utf8.count, place.value.utf8.count == range.count {
      range = SourceRange(range.start + offset, min(range.start + offset + 1, range.end))
    }
    problems.append(
      Diagnostic(
        path: place.path(inPackAt: roots[scope] ?? scope),
        rule: RuleID(pack: "pack", name: name),
        severity: .error,
        message: message,
        advice: advice,
        range: range
      )
    )
  }
}

/// A set of phrases that a matcher looks for: a vocabulary, or the phrases of one `words:`.
struct PhraseSetPlan {
  /// The sets whose phrases cover a match of this one.
  var covers: [UInt32] = []
}
