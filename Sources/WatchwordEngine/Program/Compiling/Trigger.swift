internal import WatchwordRules
internal import WatchwordText

/// A finding without which a rule cannot speak; one of a rule's triggers must be there.
enum Trigger: Hashable, Sendable {
  /// A phrase of this set.
  case set(UInt32)
  /// An entity of this kind.
  case entity(EntityKind)
  /// A match of this pattern.
  case pattern(Int)
  /// Any date or time.
  case time
  /// Nothing in particular: the rule is looked at for every post.
  case everyPost

  /// The triggers of a rule.
  static func of(_ rule: RulePlan, nodes: [MatcherPlan]) -> [Trigger] {
    switch rule.rule.body {
    case .flag: return of(rule.node, nodes: nodes)
    case .require(let requirement):
      return requirement.when == nil ? [.everyPost] : of(rule.node, nodes: nodes)
    case .limit: return [.everyPost]
    }
  }

  /// The triggers of a matcher: the cheapest set of findings one of which every match needs.
  private static func of(_ index: Int32, nodes: [MatcherPlan]) -> [Trigger] {
    switch nodes[Int(index)].kind {
    case .words(let set, _): return [.set(set)]
    case .pattern(let pattern, _): return [.pattern(pattern)]
    case .entity(let kinds): return kinds.map { .entity($0) }
    case .time: return [.time]
    case .shape, .not: return [.everyPost]
    case .any(let inner): return each(inner.flatMap { of($0, nodes: nodes) })
    case .together(let together):
      let needed = together.together.must.map { of(together.nodes[$0], nodes: nodes) }
      if let best = needed.min(by: { cost($0) < cost($1) }) { return best }
      return each(together.nodes.flatMap { of($0, nodes: nodes) })
    }
  }

  /// The triggers without repetition, in order.
  private static func each(_ triggers: [Trigger]) -> [Trigger] {
    var known: Set<Trigger> = []
    return triggers.filter { known.insert($0).inserted }
  }

  /// How often triggers fire and what looking at them costs, as a rough order.
  private static func cost(_ triggers: [Trigger]) -> Int {
    triggers.reduce(0) { sum, trigger in
      switch trigger {
      case .set, .entity: sum + 1
      case .time: sum + 20
      case .pattern: sum + 50
      case .everyPost: sum + 10_000
      }
    }
  }
}

/// Which rules each trigger wakes, while packs are compiled; ``TriggerIndex`` is what becomes of it.
struct TriggerPlan {
  /// Rules by phrase set.
  private(set) var bySet: [[Int]]
  /// Rules by kind of entity, in the order of the kinds.
  private(set) var byEntity: [[Int]]
  /// Rules by pattern, in the order in which rules name them first.
  private(set) var byPattern: [(pattern: Int, rules: [Int])] = []
  /// Rules that any time wakes.
  private(set) var byTime: [Int] = []
  /// Rules looked at for every post.
  private(set) var everyPost: [Int] = []

  /// Makes an index for this many phrase sets.
  init(setCount: Int) {
    bySet = Array(repeating: [], count: setCount)
    byEntity = Array(repeating: [], count: EntityKind.allCases.count)
  }

  /// Adds a rule with its triggers.
  mutating func add(rule: Int, triggers: [Trigger]) {
    if triggers.contains(.everyPost) {
      everyPost.append(rule)
      return
    }
    for trigger in triggers {
      switch trigger {
      case .set(let set): bySet[Int(set)].append(rule)
      case .entity(let kind): byEntity[kind.place].append(rule)
      case .time: byTime.append(rule)
      case .everyPost: break
      case .pattern(let pattern):
        if let index = byPattern.firstIndex(where: { $0.pattern == pattern }) {
          byPattern[index].rules.append(rule)
        } else {
          byPattern.append((pattern, [rule]))
        }
      }
    }
  }
}
