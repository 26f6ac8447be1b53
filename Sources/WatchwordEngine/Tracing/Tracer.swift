public import WatchwordDiagnostics
public import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

/// Says of each rule what it saw in posts and what let that go.
///
/// It checks the posts as well, to tell which rules speak, and is for one thread and for people who ask.
public struct Tracer {
  /// The rules.
  private let program: Program
  /// The day and the context from outside.
  private let options: CheckOptions
  /// The rules to follow, by their places; nil for those that came close.
  private let wanted: Set<Int>?
  /// Checks posts as a run does.
  private var checker: Checker
  /// Checks posts as if no rule yielded to another.
  private var stubborn: Checker
  /// Follows the matchers of rules.
  private var matchers: MatcherTrace

  /// How many findings rules have in posts, by the rule and the id of the post.
  private typealias Counts = [RuleID: [String: Int]]

  /// Makes a tracer.
  ///
  /// - Parameter rules: Names of the rules to follow, as `pack/name`, alone, or old; nil for every rule
  ///   that comes close.
  public init(program: Program, options: CheckOptions, rules: [String]? = nil) {
    self.program = program
    self.options = options
    wanted = rules.map { names in
      let old = Set(names.flatMap { program.oldNames[$0] ?? [] })
      return Set(
        program.rules.indices.filter { index in
          let id = program.rules[index].id
          return names.contains(id.name) || names.contains(id.description) || old.contains(id)
        }
      )
    }
    checker = Checker(program: program, options: options)
    var stubborn = options
    stubborn.letsRulesYield = false
    self.stubborn = Checker(program: program, options: stubborn)
    matchers = MatcherTrace(MatcherEvaluator(program: program))
  }

  /// What rules saw in the posts of one draft: in each post by itself, those about threads in the whole.
  ///
  /// For each post, the rules that came nearest to speaking stand first.
  public mutating func traces(of posts: [Post], path: String) -> [RuleTrace] {
    let final = checker.check(posts, path: path)
    let heard = Self.counts(final.filter { $0.settlement == nil })
    let said = Self.counts(final)
    let all = Self.counts(stubborn.check(posts, path: path))
    var traces: [RuleTrace] = []
    var index = 0
    while index < posts.count {
      let end = Checker.endOfThread(posts, from: index)
      let parts = posts[index..<end]
      let approval = ApprovalStanding(of: parts, outside: options.context)
      let isThread = parts.count > 1
      var looks = parts.map { ($0, isThread ? false : nil as Bool?) }
      if isThread { looks.append((Checker.whole(parts).post, true)) }
      for (post, isWhole) in looks {
        let context = post.context.filled(from: options.context)
        var found = self.traces(
          of: post,
          path: path,
          in: approval?.counting(in: context) ?? context,
          isWhole: isWhole
        )
        for place in found.indices {
          conclude(&found[place], heard, said, all)
        }
        if wanted == nil { found.removeAll { !$0.cameClose } }
        traces += found.sorted { ($0.distance, $0.rule) < ($1.distance, $1.rule) }
      }
      index = end
    }
    return traces
  }

  /// What rules saw in one post, whether they spoke or not.
  private mutating func traces(
    of post: Post,
    path: String,
    in context: Context,
    isWhole: Bool?
  ) -> [RuleTrace] {
    let facts = ContextFacts(context, program: program, options: options)
    return post.text.withUnsafeBufferPointer { text in
      matchers.evaluator.begin(
        text,
        blockQuotes: post.blockQuotes,
        publicationDay: facts.publicationDay,
        dateOrder: facts.dateOrder
      )
      var traces: [RuleTrace] = []
      for (index, rule) in program.rules.enumerated()
      where wanted?.contains(index) ?? facts.rules.contains(index) {
        if let isWhole, rule.isForThreads != isWhole { continue }
        var trace = RuleTrace(
          path: path,
          post: post.id,
          rule: rule.id,
          isMasked: rule.isMasked
        )
        follow(rule, in: post, &trace)
        if !facts.rules.contains(index) {
          let counts = !rule.isDated || rule.counts(at: facts.published, in: context)
          trace.outcome = counts ? .otherContext : .otherDay
        }
        traces.append(trace)
      }
      return traces
    }
  }

  /// Follows a rule's matchers, and says what came of it by them alone.
  private mutating func follow(
    _ rule: CompiledRule,
    in post: Post,
    _ trace: inout RuleTrace
  ) {
    matchers.begin()
    var isMet = true
    switch rule.body {
    case .flag:
      isMet = !matchers.follow(rule.node, as: "").isEmpty
      if isMet { trace.outcome = .below }
    case .require:
      if rule.node >= 0 {
        isMet =
          !matchers.follow(rule.node, as: "when").isEmpty || matchers.evaluator.holds(rule.node)
      }
      if isMet {
        trace.outcome = .satisfied
        if rule.requiredNode >= 0 { _ = matchers.follow(rule.requiredNode, as: "text") }
      }
    case .limit:
      if rule.node >= 0 { isMet = !matchers.follow(rule.node, as: "").isEmpty }
      if isMet { trace.outcome = .within }
    }
    let steps = matchers.result
    if !isMet {
      if let gap = matchers.gap {
        trace.missing = gap.missing
        trace.apart = gap.apart
        trace.outcome =
          gap.isTooFew
          ? .fewer : !gap.missing.isEmpty ? .missing : !gap.apart.isEmpty ? .apart : .clash
      } else if steps.contains(where: { $0.letGo != nil }) {
        trace.outcome = .letGo
      }
    }
    func words(_ range: SourceRange) -> String {
      String(decoding: post.text[range.start..<range.end], as: UTF8.self)
    }
    trace.sightings = steps.map { step in
      var sighting = RuleTrace.Sighting(
        part: step.part,
        range: post.map.fileRange(of: step.range),
        postRange: step.range,
        words: words(step.range)
      )
      sighting.letGo = step.letGo
      sighting.cause = step.by.map {
        RuleTrace.Cause(range: post.map.fileRange(of: $0), postRange: $0, words: words($0))
      }
      return sighting
    }
  }

  /// Says what came of a rule by the findings it has.
  private mutating func conclude(
    _ trace: inout RuleTrace,
    _ heard: Counts,
    _ said: Counts,
    _ all: Counts
  ) {
    func has(_ counts: Counts, _ rule: RuleID) -> Bool { counts[rule]?[trace.post] != nil }
    if has(heard, trace.rule) {
      trace.outcome = .spoke
    } else if has(said, trace.rule) {
      trace.outcome = .settled
    } else if has(all, trace.rule) {
      trace.outcome = .yielded
      let rivals = (checker.program.rivals(of: trace.rule) ?? []).map(\.id)
        .filter { all[$0] != nil }.sorted()
      // In a thread a rival may stand in another of its posts.
      let near = rivals.filter { has(all, $0) }
      trace.rivals = near.isEmpty ? rivals : near
    }
  }

  /// Counts findings by rule and post.
  private static func counts(_ findings: [Diagnostic]) -> Counts {
    var counts: Counts = [:]
    for finding in findings {
      counts[finding.rule, default: [:]][finding.post ?? "", default: 0] += 1
    }
    return counts
  }
}

extension RuleTrace {
  /// How far the rule is from having something to say: the outcomes in their order, then what it lacks.
  fileprivate var distance: Int {
    let place = Outcome.allCases.firstIndex(of: outcome) ?? 0
    return place * 1000 + min(missing.count + apart.count, 999)
  }
}
