public import WatchwordDiagnostics
public import WatchwordRules
internal import WatchwordText

/// Rule packs compiled for matching: immutable, shared by all threads.
///
/// All phrases of all rules stand in one automaton over token symbols; matchers are nodes in a flat
/// array; each rule knows which findings of the one pass over a text can make it speak.
public struct Program: Sendable {
  /// The packs, in the order they were named, after `extends` was resolved.
  public let packs: [RulePack]
  /// Splits texts with the symbols of the phrases.
  let analyzer: TextAnalyzer
  /// Finds dates and times.
  let times: TimeScanner
  /// All phrases.
  let automaton: PhraseAutomaton
  /// The classes of each symbol's word.
  let wordClasses: [WordClass]
  /// The compiled patterns.
  let patterns: [Pattern]
  /// Tells which patterns can match in a text.
  let patternFilter: PatternFilter
  /// The matchers of all rules.
  let nodes: [MatcherNode]
  /// The sets of phrases.
  let sets: [PhraseSet]
  /// The rules.
  let rules: [CompiledRule]
  /// Which rules each finding of the one pass wakes.
  let triggers: TriggerIndex

  /// The rules that had another name before, by that name.
  let oldNames: [String: [RuleID]]
  /// The rules that are asked about a thread as a whole and not about its parts.
  let threadRules: Set<RuleID>

  /// Whether any matcher asks for identifiers, so that texts must be searched for them.
  let usesIdentifiers: Bool

  /// The rules that flag what adds up over several posts, by their places.
  let gatheringRules: [Int32]

  /// The names of those rules, in full and alone.
  var gatheringNames: Set<String> {
    Set(
      gatheringRules.flatMap { index in
        [rules[Int(index)].rule.id.name, rules[Int(index)].rule.id.description]
      }
    )
  }

  /// The matcher of a rule that flags a `together`, with its parts; nil for any other rule.
  func together(of rule: CompiledRule) -> (node: MatcherNode, together: TogetherNode)? {
    guard rule.isFlag, rule.node >= 0 else { return nil }
    let node = nodes[Int(rule.node)]
    guard case .together(let together) = node.kind else { return nil }
    return (node, together)
  }

  /// Every rule that can speak, by its place in the order of packs and names.
  public var allRules: [Rule] { rules.map(\.rule) }

  /// The rules that a name stands for, with their clauses: `pack/name`, a name alone, or an old name.
  public func rules(named name: String) -> [(rule: Rule, citations: [Citation])] {
    rules.filter {
      $0.rule.id.name == name || $0.rule.id.description == name || $0.rule.aliases.contains(name)
    }.map { ($0.rule, $0.citations) }
  }
}

/// A set of phrases that a matcher looks for: a vocabulary, or the phrases of one `words:`.
struct PhraseSet: Sendable {
  /// The sets whose phrases cover a match of this one.
  var covers: [UInt32] = []
}

/// A rule with its matchers compiled.
///
/// A class, because every post looks at many rules: a reference costs one count, a copy of all a
/// rule holds would cost dozens.
final class CompiledRule: Sendable {
  /// The rule as its pack has it, with the changes of packs that take it over.
  let rule: Rule
  /// The clauses it cites.
  let citations: [Citation]
  /// After how many characters platforms hide the rest of a post, by platform.
  let folds: [String: Int]
  /// The node of its `flag`, `when` or counted matcher; -1 without one.
  let node: Int32
  /// The node of the text that `require` asks for; -1 without one.
  let requiredNode: Int32
  /// Whether it flags what is there, so that without a match it has nothing to say.
  let isFlag: Bool
  /// Whether it counts only on some days of publication.
  let isDated: Bool

  /// Whether it is about a thread as a whole: a `together` within one, or a text needed once in it.
  var isForThreads: Bool {
    switch rule.body {
    case .flag(let matcher):
      if case .together(let together) = matcher.kind { together.scope.isAcrossPosts } else { false }
    case .require(let requirement): requirement.text != nil && !requirement.everyPart
    case .limit: false
    }
  }

  /// Whether it flags what adds up over several posts.
  var gathers: Bool {
    guard case .flag(let matcher) = rule.body, case .together(let together) = matcher.kind else {
      return false
    }
    return together.scope.isAcrossPosts
  }

  /// Makes a compiled rule.
  init(
    rule: Rule,
    citations: [Citation],
    folds: [String: Int],
    node: Int32,
    requiredNode: Int32
  ) {
    self.rule = rule
    self.citations = citations
    self.folds = folds
    self.node = node
    self.requiredNode = requiredNode
    isFlag = if case .flag = rule.body { true } else { false }
    isDated = rule.validity != Validity()
  }
}

/// A compiled matcher; a class for the reason that ``CompiledRule`` is one.
final class MatcherNode: Sendable {
  /// What it looks for.
  indirect enum Kind: Sendable {
    /// Phrases of a set.
    case words(set: UInt32, hashtags: WordsMatcher.Hashtags)
    /// A pattern by its place in ``Program/patterns``, and the validator its matches must pass.
    case pattern(Int, validator: Validator?)
    /// Entities of these kinds.
    case entity([EntityKind])
    /// Dates and times.
    case time(TimeMatcher)
    /// A way of writing.
    case shape(Shape)
    /// What any of these nodes finds.
    case any([Int32])
    /// Parts near each other.
    case together(TogetherNode)
    /// Nothing found by this node.
    case not(Int32)
  }

  /// What it looks for.
  let kind: Kind
  /// What lets a match go.
  let guards: CompiledGuards
  /// Whether ``guards`` lets anything go.
  let isGuarded: Bool

  /// Makes a node.
  init(kind: Kind, guards: CompiledGuards) {
    self.kind = kind
    self.guards = guards
    isGuarded = !guards.isEmpty
  }
}

/// A compiled `together`.
struct TogetherNode: Sendable {
  /// How near.
  var scope: Together.Scope
  /// The names of the parts.
  var names: [String]
  /// The nodes of the parts.
  var nodes: [Int32]
  /// Which parts must be there.
  var must: [Int]
  /// How many parts in all.
  var atLeast: Int
  /// Whether the `must` parts must stand in order.
  var isOrdered: Bool
  /// Which part carries the mark.
  var mark: Int
}

/// Compiled guards of a matcher.
struct CompiledGuards: Sendable {
  /// Sets whose phrases cover a match.
  var covers: [UInt32] = []
  /// Nodes that must find nothing, and in which scope.
  var unless: [(node: Int32, scope: Together.Scope)] = []
  /// Whether quoted matches are let go.
  var ignoresQuoted = false
  /// Whether negated matches are let go.
  var ignoresNegated = false
  /// The set of history words, and that matches in a sentence about the past are let go; nil if not.
  var historySet: UInt32?
  /// Whether matches in a sentence about the past are let go.
  var ignoresHistory = false
  /// Where a match must stand.
  var position: Guards.Position?
  /// The fewest matches in the post.
  var minimum = 1

  /// Whether there is nothing to check.
  var isEmpty: Bool {
    covers.isEmpty && unless.isEmpty && !ignoresQuoted && !ignoresNegated && !ignoresHistory
      && position == nil && minimum <= 1
  }
}
