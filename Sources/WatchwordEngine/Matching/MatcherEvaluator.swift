internal import WatchwordRules
internal import WatchwordText

/// Works out what a program's matchers find in one post, each at most once.
///
/// Only matchers of rules that woke up are asked; what they found is kept until the next post.
struct MatcherEvaluator {
  /// From how many bytes on a text is long.
  private static let longText = 65_536

  /// The program.
  let program: Program
  /// Memory for patterns.
  let scratch = PatternScratch()
  /// What the one pass found.
  var analysis = AnalyzedText()
  /// Dates and times.
  var times: [TimeExpression] = []
  /// Identifiers, such as telephone numbers and coordinates.
  var identifiers: [Entity] = []
  /// Phrases.
  let hits: PhraseHits
  /// Tells which matchers can find anything.
  private(set) var gate: MatcherGate
  /// What tells which patterns can match.
  private var sight = PatternFilter.Sight()
  /// The post's text; valid while the post is being checked.
  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Ranges of the text that a block quotation holds, apart from each other and in reading order.
  var blockQuotes: [SourceRange] = []
  /// The day of publication, as days since 1970-01-01, for telling history.
  var publicationDay = 0
  /// Where lines start; nil until a scope asks.
  var lines: LineTable?
  /// How many words stand before each token, and in all at the end; empty until a scope asks.
  var wordsBefore: [Int32] = []
  /// Whether each sentence speaks of the past, by the set of history words; empty until a guard asks.
  var pastSentences: [UInt32?: [Bool]] = [:]
  /// What each matcher found, by its place; nil where it was not asked.
  private var found: [[Match]?]
  /// The matchers that were asked.
  private var asked: [Int32] = []
  /// The patterns that needed more steps than allowed.
  private(set) var exhausted: [Int] = []
  /// Where the time goes, if anybody wants to know.
  var tally: CheckTally?

  /// Makes an evaluator for a program.
  init(program: Program) {
    self.program = program
    hits = PhraseHits(automaton: program.automaton)
    gate = MatcherGate(program: program)
    found = Array(repeating: nil, count: program.nodes.count)
  }

  /// Analyses a post and finds its phrases, times and identifiers.
  ///
  /// - Parameter text: The post's text, which must stay where it is until the post is done.
  mutating func begin(
    _ text: UnsafeBufferPointer<UInt8>,
    blockQuotes: [SourceRange],
    publicationDay: Int,
    dateOrder: DateOrder
  ) {
    for index in asked { found[Int(index)] = nil }
    asked.removeAll(keepingCapacity: true)
    exhausted.removeAll(keepingCapacity: true)
    hits.removeAll()
    times.removeAll(keepingCapacity: true)
    identifiers.removeAll(keepingCapacity: true)
    self.text = text
    self.blockQuotes.removeAll(keepingCapacity: true)
    for quote in blockQuotes {
      // A quotation inside another adds nothing.
      if let last = self.blockQuotes.last, last.end > quote.start {
        self.blockQuotes[self.blockQuotes.count - 1] = last.union(quote)
      } else {
        self.blockQuotes.append(quote)
      }
    }
    self.publicationDay = publicationDay
    lines = nil
    wordsBefore.removeAll(keepingCapacity: true)
    pastSentences.removeAll(keepingCapacity: true)
    program.analyzer.analyze(text, into: &analysis)
    tally?.lap(.analyse)
    program.patternFilter.look(at: text, analysis.presence, into: &sight)
    tally?.lap(.literals)
    if program.usesIdentifiers {
      IdentifierEntities.scan(text, social: analysis.entities, into: &identifiers)
    }
    tally?.lap(.identifiers)
    if program.usesTimes {
      program.times.scan(
        text,
        analysis,
        publicationDay: publicationDay,
        order: dateOrder,
        into: &times
      )
      times.removeParts(of: identifiers)
    }
    tally?.lap(.times)
    program.findPhrases(in: analysis, text: text, times: times, into: hits)
    gate.begin(analysis, identifiers: identifiers)
    tally?.lap(.phrases)
  }

  /// Whether a matcher can find anything; true too often rather than too seldom.
  func canFind(_ index: Int32) -> Bool { gate.canFind(index, self) }

  /// Forgets what matchers found in a long text, since one rule's matchers serve no other.
  ///
  /// So what is found there takes the memory of one rule and not of all; in a short text it is not
  /// worth the work.
  mutating func endRule() {
    guard text.count > Self.longText else { return }
    for index in asked { found[Int(index)] = nil }
    asked.removeAll(keepingCapacity: true)
  }

  /// What a matcher finds in the post, in reading order.
  mutating func matches(_ index: Int32) -> [Match] {
    if let known = found[Int(index)] { return known }
    guard canFind(index) else { return [] }
    let node = program.nodes[Int(index)]
    var matches = unguarded(node.kind)
    if let guards = node.guards { apply(guards, to: &matches) }
    found[Int(index)] = matches
    asked.append(index)
    return matches
  }

  /// What a kind of matcher finds before its guards.
  mutating func unguarded(_ kind: MatcherNode.Kind) -> [Match] {
    switch kind {
    case .words(let set, let hashtags): return words(set, hashtags)
    case .pattern(let pattern, let validator): return patternMatches(pattern, validator)
    case .entity(let kinds): return entities(kinds)
    case .time(let matcher):
      return times.filter { matcher.accepts($0) }.map { Match(range: $0.range) }
    case .shape(let shape):
      return ShapeFinder(text: text, analysis: analysis).ranges(of: shape).map { Match(range: $0) }
    case .any(let inner):
      var all: [Match] = []
      for index in inner { all += matches(index) }
      return Self.leftmost(all)
    case .together(let together): return togetherMatches(together)
    case .not: return []
    }
  }

  /// The phrases of a set: leftmost, then longest, not overlapping, none covered.
  private func words(_ set: UInt32, _ hashtags: WordsMatcher.Hashtags) -> [Match] {
    var matches = phrases(set, hashtags)
    if !matches.isEmpty { removeCovered(&matches, by: program.covers(ofSet: set)) }
    return matches
  }

  /// The phrases of a set, covered ones among them.
  func phrases(_ set: UInt32, _ hashtags: WordsMatcher.Hashtags) -> [Match] {
    guard hits.hasHits(set) else { return [] }
    var spans: [TokenRun] = []
    // Closures that need more than this would be given a copy of the whole evaluator.
    let tokens = analysis.tokens
    hits.forEach(set) { span in
      switch hashtags {
      case .include: break
      case .ignore:
        if tokens[span].contains(where: { $0.flags.contains(.inHashtag) }) { return }
      case .only:
        if !tokens[span].allSatisfy({ $0.flags.contains(.inHashtag) }) { return }
      }
      if let last = spans.last, last.end > span.lowerBound {
        if span.lowerBound == last.start, span.upperBound > last.end {
          spans[spans.count - 1].end = span.upperBound
        }
        return
      }
      spans.append(TokenRun(start: span.lowerBound, end: span.upperBound))
    }
    var matches: [Match] = []
    matches.reserveCapacity(spans.count)
    for run in spans { matches.append(Match(range: range(of: run.start..<run.end))) }
    return matches
  }

  /// A run of tokens as arrays hold it: one of ranges needs to know at run time how they compare.
  private struct TokenRun {
    /// The place of the first token.
    let start: Int
    /// The place behind the last one.
    var end: Int
  }

  /// The bytes of a run of tokens; the first word of a hashtag carries its sign.
  func range(of tokens: Range<Int>) -> SourceRange {
    let first = analysis.tokens[tokens.lowerBound]
    var start = Int(first.start)
    if first.flags.contains(.startsHashtag) {
      start = analysis.entities[analysis.firstEntity(endingAfter: start)].range.start
    }
    return SourceRange(start, Int(analysis.tokens[tokens.upperBound - 1].end))
  }

  /// Removes matches that a phrase of one of the sets overlaps; the matches must not overlap each other.
  func removeCovered(_ matches: inout [Match], by covers: FlatTable<UInt32>) {
    for cover in covers where hits.hasHits(cover) {
      // Covers and matches are both in reading order, so one pass over both is enough.
      var covered: [SourceRange] = []
      hits.forEach(cover) { span in
        let range = range(of: span)
        if let last = covered.last, last.end >= range.start {
          covered[covered.count - 1] = last.union(range)
        } else {
          covered.append(range)
        }
      }
      var next = 0
      matches.removeAll { match in
        while next < covered.count, covered[next].end <= match.range.start { next += 1 }
        return next < covered.count && covered[next].overlaps(match.range)
      }
    }
  }

  /// Whether a pattern can match in the post at all.
  func canMatch(pattern: Int) -> Bool {
    program.patternFilter.canMatch(pattern, sight) && program.patterns.canMatch(pattern, analysis)
  }

  /// The matches of a pattern that pass its validator.
  private mutating func patternMatches(_ index: Int, _ validator: Validator?) -> [Match] {
    guard canMatch(pattern: index) else { return [] }
    guard let pattern = program.patterns[index] else {
      exhausted.append(index)
      return []
    }
    var matches: [Match] = []
    let text = text
    do throws(PatternExhausted) {
      try pattern.forEachMatch(in: text, scratch: scratch) { vector in
        let range = SourceRange(vector[0], vector[1])
        if let validator,
          !validator.accepts(UnsafeBufferPointer(rebasing: text[range.start..<range.end]))
        {
          return
        }
        let groups = pattern.groups.compactMap { name, number -> Match.Part? in
          let start = vector[2 * number]
          guard start >= 0, vector[2 * number + 1] >= start else { return nil }
          return Match.Part(
            name: name,
            range: SourceRange(start, vector[2 * number + 1]),
            isGroup: true
          )
        }
        matches.append(Match(range: range, parts: groups))
      }
    } catch {
      exhausted.append(index)
    }
    return matches
  }

  /// The entities of these kinds.
  private func entities(_ kinds: EntityKindSet) -> [Match] {
    let found =
      analysis.entities.filter { kinds.contains($0.kind) }
      + identifiers.filter { kinds.contains($0.kind) }
    return Self.leftmost(found.map { Match(range: $0.range) })
  }

  /// The matches in reading order; of those that overlap, the first, and of those that start together, the longest.
  static func leftmost(_ matches: consuming [Match]) -> [Match] {
    guard matches.count > 1 else { return matches }
    matches.sort {
      ($0.range.start, -$0.partCount, -$0.range.end)
        < ($1.range.start, -$1.partCount, -$1.range.end)
    }
    var kept = 1
    for index in 1..<matches.count
    where matches[kept - 1].range.end <= matches[index].range.start {
      if kept < index { matches.swapAt(kept, index) }
      kept += 1
    }
    matches.removeSubrange(kept...)
    return matches
  }
}
