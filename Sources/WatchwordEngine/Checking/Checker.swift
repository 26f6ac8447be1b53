public import WatchwordDiagnostics
public import WatchwordDrafts
internal import WatchwordRules
public import WatchwordText

/// Checks posts against a program, one after the other.
///
/// The result depends only on the program, the options and the post: no files, clock, locale or
/// network. A checker keeps memory between posts and is used by one thread; each thread has its own.
public struct Checker {
  /// The rules.
  let program: Program
  /// The day and the context from outside; they may change from one draft to the next.
  public var options: CheckOptions
  /// Works out what matchers find.
  var evaluator: MatcherEvaluator
  /// The number of the post in which each rule last woke up.
  private var wokenAt: [Int]
  /// The rules that woke up for this post.
  private var woken: [Int32] = []
  /// How many posts were checked.
  private var postNumber = 0

  /// The rules that are asked about a thread as a whole and not about its parts.
  lazy var threadRules = program.threadRules

  /// What posts gave to rules that look across posts, since it was last taken.
  private var gathered = GatheredFacts()

  /// Makes a checker.
  public init(program: Program, options: CheckOptions) {
    self.program = program
    self.options = options
    evaluator = MatcherEvaluator(program: program)
    wokenAt = Array(repeating: 0, count: program.rules.count)
  }

  /// The findings in one post, in reading order, the settled and suppressed ones among them.
  ///
  /// - Parameter source: The draft or the slice of it that holds the post, where facts are to be
  ///   gathered over posts; see ``takeGathered()``.
  public mutating func check(
    _ post: Post,
    path: String,
    in source: SourceText? = nil
  ) -> [Diagnostic] {
    check(
      post,
      path: path,
      in: source,
      approval: ApprovalStanding(of: [post], outside: options.context)
    )
  }

  /// The findings in one post whose approval, or that of its thread, is known.
  ///
  /// - Parameter isWhole: Whether the post is a whole thread, which only rules about threads are
  ///   asked of, or a part of one, which the others are; nil for a post on its own.
  mutating func check(
    _ post: Post,
    path: String,
    in source: SourceText?,
    approval: ApprovalStanding?,
    isWhole: Bool? = nil
  ) -> [Diagnostic] {
    let stated = post.context.filled(from: options.context)
    let context = approval?.counting(in: stated) ?? stated
    var scopes = ApprovalScopes(approval, post: post, path: path)
    let moment = options.publication(in: context)
    let published = moment.day
    var findings: [Diagnostic] = []
    post.text.withUnsafeBufferPointer { text in
      evaluator.begin(
        text,
        blockQuotes: post.blockQuotes,
        publicationDay: published.dayNumber,
        dateOrder: DateOrder(market: context["market"]?.texts)
      )
      wake()
      evaluator.tally?.lap(.rules)
      for index in woken {
        defer { evaluator.tally?.lap(rule: index) }
        let rule = program.rules[Int(index)]
        // Most woken rules find nothing, so that is asked first.
        if rule.isFlag, evaluator.matches(rule.node).isEmpty { continue }
        guard !rule.isDated || rule.counts(at: moment, in: context),
          ContextMatching.applies(rule, in: context)
        else { continue }
        let found = RuleRun(
          rule: rule,
          post: post,
          path: path,
          context: context,
          published: moment
        ).findings(with: &evaluator)
        scopes.note(rule, found)
        findings += found
      }
      findings += exhaustedPatterns(post, path: path)
      if let source, !program.gatheringRules.isEmpty {
        gathered.add(
          post,
          path: path,
          context: context,
          published: moment,
          source: source,
          rules: program.gatheringRules,
          evaluator: &evaluator
        )
      }
    }
    if let isWhole {
      findings.removeAll { threadRules.contains($0.rule) != isWhole }
    }
    if !post.suppressions.isEmpty {
      SuppressionPass(
        post: post,
        path: path,
        today: published,
        oldNames: program.oldNames,
        gatheringNames: source == nil ? [] : program.gatheringNames
      ).apply(to: &findings)
    }
    findings += scopes.findings
    if let approval { findings += approval.findings(in: post, path: path) }
    findings.sort { left, right in
      (left.range?.start ?? 0, left.range?.end ?? 0, left.rule)
        < (right.range?.start ?? 0, right.range?.end ?? 0, right.rule)
    }
    evaluator.tally?.lap(.settle)
    return findings
  }

  /// Where the time goes; nil, and no clock is asked, unless somebody sets it.
  public var tally: CheckTally? {
    get { evaluator.tally }
    set { evaluator.tally = newValue }
  }

  /// What the posts since the last call give to rules that look across posts; see ``Gathering``.
  public mutating func takeGathered() -> GatheredFacts {
    defer { gathered = GatheredFacts() }
    return gathered
  }

  /// Finds the rules that this post can make speak, in the order of the program.
  private mutating func wake() {
    postNumber += 1
    woken.removeAll(keepingCapacity: true)
    let triggers = program.triggers
    for rule in triggers.everyPost { wake(rule) }
    for set in evaluator.hits.touched {
      for rule in triggers.rules(ofSet: set) { wake(rule) }
    }
    for entity in evaluator.analysis.entities {
      for rule in triggers.rules(ofEntity: entity.kind) { wake(rule) }
    }
    for entity in evaluator.identifiers {
      for rule in triggers.rules(ofEntity: entity.kind) { wake(rule) }
    }
    if !evaluator.times.isEmpty {
      for rule in triggers.byTime { wake(rule) }
    }
    for index in 0..<triggers.patternCount
    where evaluator.canMatch(pattern: triggers.pattern(index)) {
      for rule in triggers.rules(ofPatternAt: index) { wake(rule) }
    }
    woken.sort()
  }

  /// Adds a rule to those awake, once.
  private mutating func wake(_ rule: Int32) {
    guard wokenAt[Int(rule)] != postNumber else { return }
    wokenAt[Int(rule)] = postNumber
    woken.append(rule)
  }

  /// A warning for each pattern that gave up, so that no rule falls silent unseen.
  private func exhaustedPatterns(_ post: Post, path: String) -> [Diagnostic] {
    guard !evaluator.exhausted.isEmpty else { return [] }
    return woken.compactMap { index in
      let rule = program.rules[Int(index)]
      guard program.patterns(of: rule).contains(where: evaluator.exhausted.contains) else {
        return nil
      }
      return Diagnostic(
        path: path,
        post: post.id,
        rule: RuleID(pack: "engine", name: "pattern-limit"),
        severity: .warning,
        action: .check,
        message: "a pattern of \(rule.id) gave up on this post, which it did not check",
        why: "The pattern needs more steps on this text than any rule may take.",
        advice: "Read the post for what the rule is about, and tell whoever keeps the pack.",
        range: post.map.fileRange(of: SourceRange(0, 0)),
        postRange: SourceRange(0, 0)
      )
    }
  }
}

extension Program {
  /// The patterns that a rule's matchers hold.
  func patterns(of rule: CompiledRule) -> [Int] {
    var stack = [rule.node, rule.requiredNode].filter { $0 >= 0 }
    var patterns: [Int] = []
    while let index = stack.popLast() {
      let node = nodes[Int(index)]
      stack += node.guards?.unless.map(\.node) ?? []
      switch node.kind {
      case .pattern(let pattern, _): patterns.append(pattern)
      case .any(let inner): stack += inner
      case .not(let inner): stack.append(inner)
      case .together(let together): stack += together.nodes
      case .words, .entity, .time, .shape: break
      }
    }
    return patterns
  }
}
