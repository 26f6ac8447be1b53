internal import WatchwordDiagnostics
internal import WatchwordRules
internal import WatchwordText

/// A matcher while packs are compiled; ``MatcherNode`` is what becomes of it.
struct MatcherPlan {
  /// What it looks for.
  enum Kind {
    /// Phrases of a set.
    case words(set: UInt32, hashtags: WordsMatcher.Hashtags)
    /// A pattern by its place among the patterns, and the validator its matches must pass.
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
    case together(TogetherPlan)
    /// Nothing found by this node.
    case not(Int32)
  }

  /// What it looks for.
  var kind: Kind
  /// What lets a match go.
  var guards: GuardPlan

  /// Whether a matcher can hold without a range to mark: a `not`, or an `any` with one.
  static func holdsWithoutPlace(_ kind: Kind, among nodes: [MatcherPlan]) -> Bool {
    switch kind {
    case .not: true
    case .any(let inner): inner.contains { holdsWithoutPlace(nodes[Int($0)].kind, among: nodes) }
    case .words, .pattern, .entity, .time, .shape, .together: false
    }
  }
}

/// A `together` while packs are compiled.
struct TogetherPlan {
  /// The matcher as the pack has it.
  var together: Together
  /// The nodes of the parts.
  var nodes: [Int32]
}

/// Guards while packs are compiled.
struct GuardPlan {
  /// The guards as the pack has them.
  var guards: Guards
  /// Sets whose phrases cover a match.
  var covers: [UInt32] = []
  /// Nodes that must find nothing, and in which scope.
  var unless: [(node: Int32, scope: Together.Scope)] = []
  /// The set of history words; nil where there is none or it is not asked.
  var historySet: UInt32?

  /// Whether there is nothing to check.
  var isEmpty: Bool {
    covers.isEmpty && unless.isEmpty && !guards.ignoresQuoted && !guards.ignoresNegated
      && !guards.ignoresHistory && guards.position == nil && guards.minimum <= 1
  }
}

/// A rule while packs are compiled; ``CompiledRule`` is what becomes of it.
struct RulePlan {
  /// The rule as its pack has it, with the changes of packs that take it over.
  var rule: Rule
  /// The clauses it cites.
  var citations: [Citation]
  /// After how many characters platforms hide the rest of a post, by platform.
  var folds: [String: Int]
  /// The stretches of days it counts in, where it has `during`.
  var windows: [Window]
  /// The node of its `flag`, `when` or counted matcher; -1 without one.
  var node: Int32
  /// The node of the text that `require` asks for; -1 without one.
  var requiredNode: Int32
  /// The rules it yields to, by their places.
  var yieldsTo: [Int] = []

  /// Whether it is about a thread as a whole: a `together` within one, or a text needed once in it.
  var isForThreads: Bool {
    switch rule.body {
    case .flag: gathers
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
}
