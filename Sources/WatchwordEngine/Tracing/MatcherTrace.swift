internal import WatchwordDiagnostics
internal import WatchwordRules
internal import WatchwordText

/// Follows a rule's matchers through one post, step by step, and keeps what each step found or let go.
///
/// It asks an evaluator that has looked at the post and finds what that finds, but slowly: checks know
/// nothing of it, and so pay nothing for it.
struct MatcherTrace {
  /// Something found, and what became of it.
  struct Step {
    /// The part it was found for.
    var part: String
    /// The bytes in the post's text.
    var range: SourceRange
    /// What let it go; nil where nothing did.
    var letGo: RuleTrace.LetGo?
    /// The words that let it go.
    var by: SourceRange?
  }

  /// What a `together` lacks.
  struct Gap {
    /// Parts that are nowhere in the post, or that something unwanted takes away.
    var missing: [String] = []
    /// Parts that stand too far from the mark.
    var apart: [String] = []
    /// Whether it is the number of parts that does not suffice.
    var isTooFew = false

    /// How much it lacks.
    var size: Int { missing.count + apart.count }
  }

  /// For how many matches of one guard the words that let them go are looked for.
  private static let mostReasons = 100

  /// Looks at posts.
  var evaluator: MatcherEvaluator
  /// What was found, in the order of looking; a matcher in several places finds it in each.
  private var steps: [Step] = []
  /// The steps that nothing has let go, by their ranges.
  private var open: [SourceRange: [Int]] = [:]
  /// The first step of the matcher that is being followed.
  private var start = 0
  /// The least that a `together` with some of its parts lacks; nil where none lacks anything.
  private(set) var gap: Gap?

  /// Makes a trace with an evaluator that looks at one post after the other.
  init(_ evaluator: MatcherEvaluator) {
    self.evaluator = evaluator
  }

  /// Forgets what was found, for the next rule.
  mutating func begin() {
    steps.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    start = 0
    gap = nil
  }

  /// What a matcher finds, in reading order.
  ///
  /// - Parameter part: What it is looked for as.
  mutating func follow(_ index: Int32, as part: String) -> [Match] {
    let node = evaluator.program.nodes[Int(index)]
    let outer = start
    start = steps.count
    defer { start = outer }
    let own = start
    var matches: [Match]
    switch node.kind {
    case .words(let set, let hashtags):
      matches = evaluator.phrases(set, hashtags)
      note(matches, as: part)
      letGoCovered(&matches, by: evaluator.program.covers(ofSet: set))
    case .time(let test):
      matches = []
      for time in evaluator.times {
        note(time.range, as: part, letGo: test.accepts(time) ? nil : .otherTime)
        if test.accepts(time) { matches.append(Match(range: time.range)) }
      }
    case .pattern, .entity, .shape:
      matches = evaluator.unguarded(node.kind)
      note(matches, as: part)
    case .any(let inner):
      var all: [Match] = []
      for child in inner { all += follow(child, as: part) }
      matches = MatcherEvaluator.leftmost(all)
    case .together(let together):
      matches = follow(together, as: part)
    case .not(let inner):
      for unwanted in follow(inner, as: part) {
        start = own
        letGo(unwanted.range, .unwanted)
      }
      matches = []
    }
    start = own
    if let guards = node.guards { apply(guards, to: &matches) }
    return matches
  }

  /// What was found, in reading order, each once for a part: what stays rather than what was let go.
  var result: [Step] {
    let sorted = steps.enumerated().sorted { left, right in
      (left.element.range, left.element.part, left.element.letGo == nil ? 0 : 1, left.offset)
        < (
          right.element.range, right.element.part, right.element.letGo == nil ? 0 : 1, right.offset
        )
    }
    var result: [Step] = []
    for (_, step) in sorted
    where result.last.map({ $0.range != step.range || $0.part != step.part }) ?? true {
      result.append(step)
    }
    return result
  }

  /// What a `together` finds; notes what it lacks where it finds nothing.
  private mutating func follow(_ together: TogetherNode, as part: String) -> [Match] {
    var found: [[Match]] = []
    for (index, node) in together.nodes.enumerated() {
      let name = together.name(index)
      let full = name.isEmpty ? part : part.isEmpty ? name : "\(part).\(name)"
      found.append(follow(node, as: full))
    }
    let matches = evaluator.togetherMatches(together)
    if matches.isEmpty, found.contains(where: { !$0.isEmpty }) {
      let gap = gap(in: together, found)
      if self.gap.map({ gap.size < $0.size }) ?? true { self.gap = gap }
    }
    return matches
  }

  /// What a `together` lacks where most of it stands.
  private mutating func gap(in together: TogetherNode, _ found: [[Match]]) -> Gap {
    let presences = together.nodes.map { evaluator.presence(of: $0, scope: together.scope) }
    var near = presences.map { _ in false }
    var most = -1
    for candidate in found[together.mark] {
      let here = presences.map { $0.holds(near: candidate.range, evaluator) }
      let needed = together.must.count { here[Int($0)] }
      let score = needed * presences.count + here.count { $0 }
      if score > most { (near, most) = (here, score) }
    }
    var gap = Gap()
    func name(_ index: Int) -> String { together.name(index) }
    let needed = together.needed
    // Without a mark nothing can be said of how far the others stand.
    let hasMark = !found[together.mark].isEmpty
    for index in needed where !near[index] {
      if !hasMark, evaluator.program.holdsWithoutPlace(together.nodes[index]) { continue }
      if found[index].isEmpty {
        gap.missing.append(name(index))
      } else if hasMark {
        gap.apart.append(name(index))
      }
    }
    if gap.size == 0, near.count(where: { $0 }) < together.atLeast {
      gap.isTooFew = true
      for index in near.indices where !near[index] && !needed.contains(index) {
        if found[index].isEmpty {
          gap.missing.append(name(index))
        } else {
          gap.apart.append(name(index))
        }
      }
    }
    return gap
  }

  /// Removes the matches that guards let go, one guard after the other, as an evaluator does.
  private mutating func apply(_ guards: CompiledGuards, to matches: inout [Match]) {
    if let position = guards.position {
      letGo(&matches, .position) { evaluator, range in
        evaluator.stands(range, at: position) ? .stays : .goes(nil)
      }
    }
    if guards.ignoresQuoted {
      letGo(&matches, .quoted) { evaluator, range in
        evaluator.isQuoted(range) ? .goes(nil) : .stays
      }
    }
    if guards.ignoresNegated {
      letGo(&matches, .negated) { evaluator, range in
        evaluator.negation(before: range).map { .goes(evaluator.analysis.tokens[$0].range) }
          ?? .stays
      }
    }
    if guards.ignoresHistory, !matches.isEmpty {
      var signs: [Int: SourceRange] = [:]
      evaluator.forEachSignOfThePast(historySet: guards.historySet) { sentence, range in
        if signs[sentence] == nil { signs[sentence] = range }
      }
      letGo(&matches, .history) { evaluator, range in
        signs[evaluator.analysis.sentence(containing: range.start)].map { .goes($0) } ?? .stays
      }
    }
    letGoCovered(&matches, by: guards.covers)
    for exception in guards.unless where !matches.isEmpty {
      let scope = exception.scope.scope
      let presence = evaluator.presence(of: exception.node, scope: scope)
      let causes = evaluator.matches(exception.node)
      var asked = 0
      var kept: [Match] = []
      for match in matches {
        guard presence.holds(near: match.extent, evaluator) else {
          kept.append(match)
          continue
        }
        asked += 1
        let cause =
          asked > Self.mostReasons
          ? nil : causes.first { evaluator.isNear($0.extent, match.extent, scope: scope) }
        letGo(match.range, .unless, by: cause?.range)
      }
      matches = kept
    }
    if matches.count < guards.minimum {
      for match in matches { letGo(match.range, .minimum) }
      matches = []
    }
  }

  /// Whether a guard lets a match go, and by which words.
  private enum Verdict {
    /// It does not.
    case stays
    /// It does.
    case goes(SourceRange?)
  }

  /// Removes the matches that a guard lets go.
  private mutating func letGo(
    _ matches: inout [Match],
    _ reason: RuleTrace.LetGo,
    _ verdict: (MatcherEvaluator, SourceRange) -> Verdict
  ) {
    var kept: [Match] = []
    for match in matches {
      switch verdict(evaluator, match.range) {
      case .stays: kept.append(match)
      case .goes(let words): letGo(match.range, reason, by: words)
      }
    }
    matches = kept
  }

  /// Removes the matches that a phrase of one of the sets overlaps.
  private mutating func letGoCovered(_ matches: inout [Match], by covers: FlatTable<UInt32>) {
    guard !matches.isEmpty else { return }
    let before = matches
    evaluator.removeCovered(&matches, by: covers)
    guard matches.count < before.count else { return }
    let stays = Set(matches.map(\.range))
    for (count, match) in before.filter({ !stays.contains($0.range) }).enumerated() {
      let isAsked = count < Self.mostReasons
      letGo(match.range, .except, by: isAsked ? cover(of: match.range, among: covers) : nil)
    }
  }

  /// The first phrase of some sets that overlaps a range.
  private func cover(of range: SourceRange, among covers: FlatTable<UInt32>) -> SourceRange? {
    var result: SourceRange?
    for cover in covers where evaluator.hits.hasHits(cover) && result == nil {
      evaluator.hits.forEach(cover) { span in
        let phrase = evaluator.range(of: span)
        if result == nil, phrase.overlaps(range) { result = phrase }
      }
    }
    return result
  }

  /// Notes that something was found.
  private mutating func note(_ matches: [Match], as part: String) {
    for match in matches { note(match.range, as: part) }
  }

  /// Notes that something was found for a part.
  private mutating func note(
    _ range: SourceRange,
    as part: String,
    letGo: RuleTrace.LetGo? = nil
  ) {
    if letGo == nil { open[range, default: []].append(steps.count) }
    steps.append(Step(part: part, range: range, letGo: letGo))
  }

  /// Notes that what the matcher at hand found in a range was let go.
  private mutating func letGo(
    _ range: SourceRange,
    _ reason: RuleTrace.LetGo,
    by words: SourceRange? = nil
  ) {
    while let index = open[range]?.last, index >= start {
      open[range]?.removeLast()
      steps[index].letGo = reason
      steps[index].by = words
    }
  }
}

extension TogetherNode {
  /// The parts that must be there, the marked one among them.
  fileprivate var needed: [Int] {
    let must = must.map { Int($0) }
    return must.contains(mark) ? must : [mark] + must
  }
}
