internal import WatchwordRules
internal import WatchwordText

extension Program {
  /// Finds every phrase of every rule in one pass over the tokens, last token first.
  ///
  /// A phrase never runs from one sentence into the next.
  func findPhrases(
    in analysis: AnalyzedText,
    text: UnsafeBufferPointer<UInt8>,
    times: [TimeExpression],
    into hits: PhraseHits
  ) {
    let timeSpans = TimeSpans(times, tokens: analysis)
    analysis.tokens.withUnsafeBufferPointer { tokens in
      let tables = PhraseTables(automaton)
      if tables.hasClasses {
        TokenClasses(tokens: tokens, wordClasses: wordClasses.buffer, times: timeSpans)
          .fill(&hits.room.pointee.classes)
      }
      var walk = PhraseWalk(
        tables: tables,
        tokens: tokens,
        text: text,
        times: timeSpans,
        room: hits.room
      )
      walk.run()
    }
  }
}

/// The walk through the automaton from each token.
struct PhraseWalk {
  /// The phrases.
  let tables: PhraseTables
  /// The text's tokens.
  let tokens: UnsafeBufferPointer<Token>
  /// The text.
  let text: UnsafeBufferPointer<UInt8>
  /// Its dates and times.
  let times: TimeSpans
  /// Where what is found goes.
  let room: UnsafeMutablePointer<PhraseHits.Room>
  /// The token that is looked at.
  var first = 0

  /// Makes a walk over a text.
  init(
    tables: PhraseTables,
    tokens: UnsafeBufferPointer<Token>,
    text: UnsafeBufferPointer<UInt8>,
    times: TimeSpans,
    room: UnsafeMutablePointer<PhraseHits.Room>
  ) {
    self.tables = tables
    self.tokens = tokens
    self.text = text
    self.times = times
    self.room = room
  }

  /// Walks from every token, the last one first.
  mutating func run() {
    let rootClasses = tables.nodes[0].classes.rawValue
    room.pointee.eventEnds.fill(with: 0, count: tokens.count + 1)
    var index = tokens.count
    while index > 0 {
      index -= 1
      first = index
      if tables.hasSetEdges { addFilter(ofToken: index) }
      let symbol = tokens[index].symbol
      if symbol != 0 {
        let node = tables.roots[Int(symbol)]
        let stem = tables.stems[Int(symbol)]
        if node != 0 { enter(node, at: index) }
        if stem != 0, tables.roots[Int(stem)] != 0 {
          enter(tables.roots[Int(stem)], at: index)
        }
      }
      let next = NextToken(index + 1, tokens: tokens, tables: tables, room: room)
      if rootClasses != 0, room.pointee.classes[index] & rootClasses != 0 {
        followClassesFromRoot(next)
      }
      if room.pointee.events.count != room.pointee.firstOpen { followSetsFromRoot(next) }
      // The token has all its events.
      room.pointee.eventEnds[index] = Int32(truncatingIfNeeded: room.pointee.events.count)
      room.pointee.firstOpen = room.pointee.events.count
    }
    if tables.hasSetEdges, !tokens.isEmpty { dropUnasked(from: 0) }
  }

  /// Makes room for the sets that will be found from a token on.
  @inline(__always)
  private mutating func addFilter(ofToken index: Int) {
    if index + 1 == tokens.count || tokens[index + 1].flags.contains(.startsSentence) {
      if index + 1 < tokens.count { dropUnasked(from: index + 1) }
      room.pointee.tokenFilters.removeAll()
      room.pointee.sentenceLast = index
    }
    for _ in 0..<SetFilter.wordCount { room.pointee.tokenFilters.append(0) }
  }

  /// Goes on from a node that the word at `index` leads to.
  @inline(__always)
  mutating func enter(_ node: UInt32, at index: Int) {
    guard tables.hasSpellings else {
      visit(node, next: index + 1)
      return
    }
    room.pointee.words.append(Int32(truncatingIfNeeded: index))
    visit(node, next: index + 1)
    room.pointee.words.removeLast()
  }

  /// Reports the phrases that end at `node` and goes on with the token at `next`.
  mutating func visit(_ node: UInt32, next: Int) {
    let flat = tables.nodes + Int(node)
    if flat.pointee.terminalCount > 0 { report(node, end: next) }
    guard next < tokens.count, !tokens[next].flags.contains(.startsSentence) else { return }
    if flat.pointee.hasSymbols {
      let symbol = tokens[next].symbol
      if symbol != 0 {
        let target = tables.target(of: node, symbol: symbol)
        if target != 0 { enter(target, at: next) }
        let stem = tables.stems[Int(symbol)]
        if stem != 0 {
          let target = tables.target(of: node, symbol: stem)
          if target != 0 { enter(target, at: next) }
        }
      }
    }
    if flat.pointee.classCount > 0, flat.pointee.classes.rawValue & room.pointee.classes[next] != 0
    {
      followClasses(of: node, at: next)
    }
    if flat.pointee.setCount > 0 { followSets(of: node, at: next) }
  }

  /// Follows the phrases that start with a class that the first token fits.
  ///
  /// - Parameter next: The token behind the first.
  private mutating func followClassesFromRoot(_ next: NextToken) {
    let classes = room.pointee.classes[first]
    let start = Int(tables.nodes[0].classStart)
    for place in start..<start + Int(tables.nodes[0].classCount) {
      let edge = tables.classEdges[place]
      guard classes & edge.tokenClass.rawValue != 0 else { continue }
      if edge.tokenClass.mayHoldSeveral {
        visit(edge.target, next: end(of: edge.tokenClass, from: first))
      } else if next.canFollow(room.pointee.classStarts[place - start], in: tables) {
        visit(edge.target, next: first + 1)
      }
    }
  }

  /// Follows the class edges of `node` that the token at `index` fits.
  private mutating func followClasses(of node: UInt32, at index: Int) {
    let flat = tables.nodes + Int(node)
    let classes = room.pointee.classes[index]
    let start = Int(flat.pointee.classStart)
    for place in start..<start + Int(flat.pointee.classCount) {
      let edge = tables.classEdges[place]
      guard classes & edge.tokenClass.rawValue != 0 else { continue }
      visit(edge.target, next: end(of: edge.tokenClass, from: index))
    }
  }

  /// The index behind what is of a class and starts with the token at `index`, which fits it.
  @inline(__always)
  private func end(of tokenClass: TokenClassSet, from index: Int) -> Int {
    var next = index + 1
    guard tokenClass.mayHoldSeveral else { return next }
    if tokenClass == .date || tokenClass == .time {
      next = times.end(from: index, clock: tokenClass == .time)
    } else if tokenClass == .hashtag {
      while next < tokens.count, tokens[next].isInHashtagStartedBefore { next += 1 }
    } else {
      while next < tokens.count, tokens[next].isInQuotationStartedBefore { next += 1 }
    }
    return next
  }
}

extension Token {
  /// Whether the token is a further part of the hashtag that the token before it belongs to.
  fileprivate var isInHashtagStartedBefore: Bool {
    flags.contains(.inHashtag) && !flags.contains(.startsHashtag)
  }

  /// Whether the token is a further part of the quotation that the token before it belongs to.
  fileprivate var isInQuotationStartedBefore: Bool {
    flags.contains(.quoted) && !flags.contains(.startsQuotation)
  }
}
