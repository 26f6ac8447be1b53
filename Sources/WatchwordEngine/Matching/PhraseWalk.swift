internal import WatchwordRules
internal import WatchwordText

extension Program {
  /// Finds every phrase of every rule in one pass over the tokens.
  ///
  /// A phrase never runs from one sentence into the next.
  func findPhrases(
    in analysis: AnalyzedText,
    text: UnsafeBufferPointer<UInt8>,
    times: [TimeExpression],
    into hits: inout PhraseHits
  ) {
    let timeSpans = TimeSpans(times, tokens: analysis)
    var walk = PhraseWalk(
      automaton: automaton,
      analysis: analysis,
      nodes: automaton.nodes.buffer,
      wordClasses: wordClasses.buffer,
      text: text,
      times: timeSpans
    )
    let rootClasses = automaton.nodes[0].classes
    hits.begin(tokenCount: analysis.tokens.count)
    for index in analysis.tokens.indices.reversed() {
      walk.first = index
      walk.followSymbols(of: 0, at: index, hits: &hits)
      if !rootClasses.isDisjoint(with: walk.classes(of: index)) {
        walk.followClasses(of: 0, at: index, hits: &hits)
      }
      walk.followSetsFromRoot(hits: &hits)
      hits.close(token: index)
    }
  }
}

/// The walk through the automaton from one token.
private struct PhraseWalk {
  /// The phrases.
  let automaton: PhraseAutomaton
  /// The text's tokens.
  let analysis: AnalyzedText
  /// The automaton's nodes.
  let nodes: UnsafeBufferPointer<PhraseAutomaton.Node>
  /// The classes of each symbol's word.
  let wordClasses: UnsafeBufferPointer<WordClass>
  /// The text.
  let text: UnsafeBufferPointer<UInt8>
  /// Its dates and times.
  let times: TimeSpans
  /// The token the walk started from.
  var first = 0
  /// The tokens that words of the phrase stand for so far; empty where no phrase has a spelling.
  private var words: [Int] = []

  /// Makes a walk over a text.
  init(
    automaton: PhraseAutomaton,
    analysis: AnalyzedText,
    nodes: UnsafeBufferPointer<PhraseAutomaton.Node>,
    wordClasses: UnsafeBufferPointer<WordClass>,
    text: UnsafeBufferPointer<UInt8>,
    times: TimeSpans
  ) {
    self.automaton = automaton
    self.analysis = analysis
    self.nodes = nodes
    self.wordClasses = wordClasses
    self.text = text
    self.times = times
  }

  /// Reports the phrases that end at `node` and goes on with the token at `next`.
  mutating func visit(_ node: UInt32, next: Int, hits: inout PhraseHits) {
    let flat = nodes[Int(node)]
    for index in 0..<Int(flat.terminalCount) {
      let terminal = automaton.terminals[Int(flat.terminalStart) + index]
      if terminal.spelling < 0 || isSpelled(Int(terminal.spelling)) {
        hits.add(set: terminal.set, first: first, end: next)
      }
    }
    guard next < analysis.tokens.count,
      !analysis.tokens[next].flags.contains(.startsSentence)
    else { return }
    if flat.hasSymbols { followSymbols(of: node, at: next, hits: &hits) }
    if flat.classCount > 0 { followClasses(of: node, at: next, hits: &hits) }
    for offset in 0..<Int(flat.setCount) {
      let edge = automaton.setEdges[Int(flat.setStart) + offset]
      for index in hits.indices(from: next) where hits.sets[index] == edge.set {
        visit(edge.target, next: Int(hits.hits[index].end), hits: &hits)
      }
    }
  }

  /// Follows the edge of `node` for the word at `index`, and for the word without its `'s`.
  @inline(__always)
  mutating func followSymbols(of node: UInt32, at index: Int, hits: inout PhraseHits) {
    let symbol = analysis.tokens[index].symbol
    guard symbol != 0 else { return }
    follow(symbol, of: node, at: index, hits: &hits)
    let stem = automaton.stems[Int(symbol)]
    if stem != 0 { follow(stem, of: node, at: index, hits: &hits) }
  }

  /// Follows the edge of `node` for a symbol, if it has one.
  @inline(__always)
  private mutating func follow(
    _ symbol: UInt32,
    of node: UInt32,
    at index: Int,
    hits: inout PhraseHits
  ) {
    let target =
      node == 0
      ? automaton.roots[Int(symbol)] : automaton.target(of: node, symbol: symbol)
    guard target != 0 else { return }
    guard !automaton.spellings.isEmpty else {
      visit(target, next: index + 1, hits: &hits)
      return
    }
    words.append(index)
    visit(target, next: index + 1, hits: &hits)
    words.removeLast()
  }

  /// Follows the phrases that start with a phrase of a set, for every set found at the first token.
  ///
  /// What that finds is looked at in turn, so that `<a>` may start with `<b>`.
  mutating func followSetsFromRoot(hits: inout PhraseHits) {
    var index = hits.firstOpen
    while index < hits.hits.count {
      let target = automaton.rootsBySet[Int(hits.sets[index])]
      if target != 0 { visit(target, next: Int(hits.hits[index].end), hits: &hits) }
      index += 1
    }
  }

  /// Follows the class edges of `node` that the token at `index` fits.
  mutating func followClasses(of node: UInt32, at index: Int, hits: inout PhraseHits) {
    let flat = nodes[Int(node)]
    let classes = classes(of: index)
    guard !flat.classes.isDisjoint(with: classes) else { return }
    for offset in 0..<Int(flat.classCount) {
      let edge = automaton.classEdges[Int(flat.classStart) + offset]
      guard classes.contains(edge.tokenClass) else { continue }
      var next = index + 1
      if edge.tokenClass == .date || edge.tokenClass == .time {
        next = times.end(from: index, clock: edge.tokenClass == .time)
      } else if edge.tokenClass == .hashtag {
        while next < analysis.tokens.count, analysis.tokens[next].isInHashtagStartedBefore {
          next += 1
        }
      }
      visit(edge.target, next: next, hits: &hits)
    }
  }

  /// The classes of a token.
  func classes(of index: Int) -> TokenClassSet {
    let token = analysis.tokens[index]
    var classes = TokenClassSet()
    let words = wordClasses[Int(token.symbol)]
    switch token.kind {
    case .word:
      classes.insert(.word)
      if token.flags.contains(.capitalised) {
        if !words.contains(.common), !analysis.opens(index, .startsSentence) {
          classes.insert(.name)
        }
        if token.flags.contains(.allCapitals) { classes.insert(.capitals) }
        if token.flags.contains(.initial) { classes.insert(.initial) }
      }
      if words.rawValue > 1 {
        if words.contains(.number) { classes.insert(.number) }
        if words.contains(.ordinal) { classes.insert(.ordinal) }
        if words.contains(.weekday) { classes.insert(.weekday) }
        if words.contains(.month) { classes.insert(.month) }
      }
    case .number:
      if token.flags.contains(.ordinal) {
        classes.insert(.ordinal)
      } else {
        classes.insert(.number)
        if token.flags.contains(.money) { classes.insert(.money) }
      }
    case .mention: classes.insert(.mention)
    case .url: classes.insert(.url)
    case .email: classes.insert(.email)
    case .emoji: classes.insert(.emoji)
    case .cashtag, .punctuation: break
    }
    if token.flags.contains(.startsHashtag) { classes.insert(.hashtag) }
    if !times.isEmpty {
      if times.end(from: index, clock: false) > index { classes.insert(.date) }
      if times.end(from: index, clock: true) > index { classes.insert(.time) }
    }
    return classes
  }

  /// Whether the words of the phrase stand letter by letter as a spelling has them.
  private func isSpelled(_ spelling: Int) -> Bool {
    let list = automaton.spellings[spelling]
    let spelling = automaton.spelledWords.part(list.start, list.count)
    return spelling.count == words.count
      && zip(words, spelling).allSatisfy { token, word in
        isSpelled(analysis.tokens[token], automaton.text.part(word.offset, word.count))
      }
  }

  /// Whether a token is written as given; "'s" behind a word is not part of its spelling.
  private func isSpelled(_ token: Token, _ written: FlatTable<UInt8>) -> Bool {
    let bytes = text[Int(token.start)..<Int(token.end)]
    guard bytes.starts(with: written) else { return false }
    let rest = bytes.dropFirst(written.count)
    return rest.isEmpty || Self.isPossessive(rest)
  }

  /// Whether bytes are an apostrophe, straight or curly, and an s.
  private static func isPossessive(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.elementsEqual("'s".utf8) || bytes.elementsEqual("’s".utf8)
  }
}

extension Token {
  /// Whether the token is a further part of the hashtag that the token before it belongs to.
  fileprivate var isInHashtagStartedBefore: Bool {
    flags.contains(.inHashtag) && !flags.contains(.startsHashtag)
  }
}

/// One class each, for tests against the classes of a token.
extension TokenClassSet {
  static let name = TokenClassSet(TokenClass.name)
  static let capitals = TokenClassSet(TokenClass.capitals)
  static let initial = TokenClassSet(TokenClass.initial)
  static let word = TokenClassSet(TokenClass.word)
  static let number = TokenClassSet(TokenClass.number)
  static let ordinal = TokenClassSet(TokenClass.ordinal)
  static let money = TokenClassSet(TokenClass.money)
  static let date = TokenClassSet(TokenClass.date)
  static let time = TokenClassSet(TokenClass.time)
  static let weekday = TokenClassSet(TokenClass.weekday)
  static let month = TokenClassSet(TokenClass.month)
  static let mention = TokenClassSet(TokenClass.mention)
  static let url = TokenClassSet(TokenClass.url)
  static let email = TokenClassSet(TokenClass.email)
  static let hashtag = TokenClassSet(TokenClass.hashtag)
  static let emoji = TokenClassSet(TokenClass.emoji)
}
