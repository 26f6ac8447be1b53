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
  public var options: CheckOptions {
    didSet {
      // Most drafts of a run are told the same, and to ask every rule whether it counts then takes time.
      if options.asOf != oldValue.asOf || options.context != oldValue.context { facts = nil }
    }
  }
  /// Works out what matchers find.
  var evaluator: MatcherEvaluator
  /// Which rules each finding wakes.
  private let wakeTable: WakeTable
  /// The rules that woke up for this post.
  private var awake: RuleBits
  /// What the context of the last post says.
  private var facts: ContextFacts?

  /// The rules that are asked about a thread as a whole and not about its parts.
  lazy var threadRules = program.threadRules

  /// Whether any finding can go because its rule yields to another.
  var mayYield: Bool { options.letsRulesYield && !program.yieldingRules.isEmpty }

  /// What the rules say that had findings.
  private var ruleWords = RuleWordsCache()

  /// What posts gave to rules that look across posts, since it was last taken.
  private var gathered = GatheredFacts()

  /// Makes a checker.
  public init(program: Program, options: CheckOptions) {
    self.program = program
    self.options = options
    evaluator = MatcherEvaluator(program: program)
    wakeTable = WakeTable(program: program)
    awake = RuleBits(count: program.rules.count)
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
    var look = look(at: post, path: path, in: source, approval: approval(of: post))
    if mayYield, look.findings.count > 1 {
      var looks = [look]
      YieldPass(program, options, evaluator.analysis).apply(to: &looks, at: [0])
      look = looks[0]
    }
    return settle(look)
  }

  /// What the rules find in one post whose approval, or that of its thread, is known.
  ///
  /// - Parameter isWhole: Whether the post is a whole thread, which only rules about threads are
  ///   asked of, or a part of one, which the others are; nil for a post on its own.
  mutating func look(
    at post: Post,
    path: String,
    in source: SourceText?,
    approval: ApprovalStanding?,
    isWhole: Bool? = nil
  ) -> PostLook {
    let stated = post.context.filled(from: options.context)
    let context = approval?.counting(in: stated) ?? stated
    let facts = facts(of: context)
    let moment = facts.published
    // Whether there is one, without the comparison of texts that `!=` stands for.
    let givesFacts = if case .some = source { true } else { false }
    var findings: [Diagnostic] = []
    post.text.withUnsafeBufferPointer { text in
      evaluator.begin(
        text,
        blockQuotes: post.blockQuotes,
        publicationDay: facts.publicationDay,
        dateOrder: facts.dateOrder
      )
      wakeTable.wake(into: &awake, evaluator)
      evaluator.tally?.lap(.rules)
      var beside: [Int] = []
      for word in awake.words.indices {
        var bits = awake.words[word] & facts.rules.words[word]
        while bits != 0 {
          let index = word * 64 + bits.trailingZeroBitCount
          bits &= bits &- 1
          if wakeTable.beside.contains(index) {
            beside.append(index)
          } else {
            ask(index, about: post, path: path, in: context, at: moment, &findings)
          }
        }
      }
      if !findings.isEmpty || options.asksUnaccompanied {
        for index in beside {
          ask(index, about: post, path: path, in: context, at: moment, &findings)
        }
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
    return PostLook(
      post: post,
      path: path,
      today: moment.day,
      approval: approval,
      givesFacts: givesFacts,
      findings: findings
    )
  }

  /// What is left of a look once decisions in the draft count, in reading order.
  mutating func settle(_ look: PostLook) -> [Diagnostic] {
    let (post, path, approval) = (look.post, look.path, look.approval)
    var findings = look.findings
    var scopes = ApprovalScopes(approval, post: post, path: path)
    scopes.note(findings, of: program)
    if !post.suppressions.isEmpty {
      SuppressionPass(
        post: post,
        path: path,
        today: look.today,
        oldNames: program.oldNames,
        gatheringNames: look.givesFacts ? program.gatheringNames : []
      ).apply(to: &findings)
    }
    findings += scopes.findings
    if let approval { findings += approval.findings(in: post, path: path) }
    if findings.count > 1 { sort(&findings) }
    evaluator.tally?.lap(.settle)
    return findings
  }

  /// What the approval of a post on its own is worth; nil where none is recorded.
  private func approval(of post: Post) -> ApprovalStanding? {
    if post.context.entries.isEmpty, options.context.entries.isEmpty { return nil }
    return ApprovalStanding(of: [post], outside: options.context)
  }

  /// Adds the findings of one rule that woke up.
  private mutating func ask(
    _ index: Int,
    about post: Post,
    path: String,
    in context: Context,
    at moment: Moment,
    _ findings: inout [Diagnostic]
  ) {
    defer {
      evaluator.endRule()
      evaluator.tally?.lap(rule: Int32(index))
    }
    if let limit = wakeTable.limits[index], limit.isOutOfReach(in: evaluator.analysis) { return }
    let rule = program.rules[index]
    if rule.node >= 0 {
      // Most woken rules find nothing, so that is asked first.
      guard evaluator.canFind(rule.node) || rule.speaksWithoutMatch(in: program) else { return }
      if rule.isFlag, evaluator.matches(rule.node).isEmpty { return }
    }
    RuleRun(rule: rule, post: post, path: path, context: context, published: moment)
      .addFindings(to: &findings, with: &evaluator, words: &ruleWords, at: index)
  }

  /// Puts findings in reading order, those of one place by their rules.
  private func sort(_ findings: inout [Diagnostic]) {
    findings.sort { left, right in
      (left.range?.start ?? 0, left.range?.end ?? 0, left.rule)
        < (right.range?.start ?? 0, right.range?.end ?? 0, right.rule)
    }
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

  /// What a context says; worked out anew only where it is not that of the post before.
  private mutating func facts(of context: Context) -> ContextFacts {
    if let known = facts, known.hold(for: context) { return known }
    let new = ContextFacts(context, program: program, options: options)
    facts = new
    return new
  }

  /// A warning for each pattern that gave up, so that no rule falls silent unseen.
  private func exhaustedPatterns(_ post: Post, path: String) -> [Diagnostic] {
    guard !evaluator.exhausted.isEmpty else { return [] }
    return program.rules.indices.filter(awake.contains).compactMap { index in
      let rule = program.rules[index]
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
