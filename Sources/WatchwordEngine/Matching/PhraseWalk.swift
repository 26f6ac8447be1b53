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
private struct PhraseWalk {
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
  private var first = 0

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

  /// Drops the events of a sentence, from its first token on, that served other phrases alone.
  ///
  /// No phrase runs on into another sentence, and most words are of no set that is asked for.
  @inline(never)
  private mutating func dropUnasked(from sentenceFirst: Int) {
    let events = room.pointee.events.start
    let asked = tables.automaton.askedSets.base
    var token = room.pointee.sentenceLast
    var place = Int(room.pointee.eventEnds[token + 1])
    var kept = place
    while token >= sentenceFirst {
      let end = Int(room.pointee.eventEnds[token])
      while place < end {
        let event = events[place]
        let isAsked =
          event.source & PhraseHits.Event.isSpelled == 0
          ? room.pointee.notes[Int(event.source)].pointee.askedCount > 0
          : asked[Int(tables.terminals[Int(event.source ^ PhraseHits.Event.isSpelled)].set)] != 0
        if isAsked {
          events[kept] = event
          kept += 1
        }
        place += 1
      }
      room.pointee.eventEnds[token] = Int32(truncatingIfNeeded: kept)
      token -= 1
    }
    room.pointee.events.truncate(to: kept)
    room.pointee.firstOpen = kept
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
  private mutating func enter(_ node: UInt32, at index: Int) {
    guard tables.hasSpellings else {
      visit(node, next: index + 1)
      return
    }
    room.pointee.words.append(Int32(truncatingIfNeeded: index))
    visit(node, next: index + 1)
    room.pointee.words.removeLast()
  }

  /// Reports the phrases that end at `node` and goes on with the token at `next`.
  private mutating func visit(_ node: UInt32, next: Int) {
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

  /// Follows the set edges of `node` whose sets were found at the token at `index`.
  @inline(__always)
  private mutating func followSets(of node: UInt32, at index: Int) {
    // Hardly any edge leads on, so that nothing but the filter is looked at for most.
    let found = room.pointee.filter(ofToken: index)
    var edge = tables.setEdges + Int(tables.nodes[Int(node)].setStart)
    let end = edge + Int(tables.nodes[Int(node)].setCount)
    while edge < end {
      if found.mayHold(edge.pointee.set) { follow(edge.pointee, at: index) }
      edge += 1
    }
  }

  /// Follows a set edge to behind each of the set's phrases that start with the token at `index`.
  @inline(never)
  private mutating func follow(_ edge: PhraseAutomaton.SetEdge, at index: Int) {
    let events = room.pointee.eventIndices(from: index)
    for place in events where isFirst(edge.set, in: events.lowerBound..<place, at: place) {
      visit(edge.target, next: Int(room.pointee.events[place].end))
    }
  }

  /// Whether an event is of a set, and no event among those before it is of the set with the same end.
  @inline(__always)
  private func isFirst(_ set: UInt32, in before: Range<Int>, at place: Int) -> Bool {
    let (nodes, terminals) = (tables.nodes, tables.terminals)
    let event = room.pointee.events[place]
    guard room.pointee.isOfSet(set, event, nodes, terminals) else { return false }
    for other in before
    where room.pointee.events[other].end == event.end
      && room.pointee.isOfSet(set, room.pointee.events[other], nodes, terminals)
    {
      return false
    }
    return true
  }

  /// Reports the phrases that end at a node.
  @inline(__always)
  private mutating func report(_ node: UInt32, end: Int) {
    let number = room.pointee.notes.number(of: node)
    let note = room.pointee.notes[number]
    if note.pointee.text != room.pointee.text { meet(number) }
    let end = Int32(truncatingIfNeeded: end)
    if note.pointee.state & NodeNote.hasPlain != 0 {
      room.pointee.events.append(
        PhraseHits.Event(end: end, source: UInt32(truncatingIfNeeded: number))
      )
    }
    if note.pointee.state & NodeNote.hasSpelled != 0 { spell(node, end: end) }
  }

  /// Marks what is asked of the sets of a node that this text has not met.
  private mutating func meet(_ number: Int) {
    let note = room.pointee.notes[number]
    if note.pointee.state == 0 { study(number) }
    note.pointee.text = room.pointee.text
    var place = Int(note.pointee.firstAsked)
    let end = place + Int(note.pointee.askedCount)
    while place < end {
      room.pointee.mark(room.pointee.asked[place])
      place += 1
    }
  }

  /// Finds out what ends at a node, once.
  private mutating func study(_ number: Int) {
    let note = room.pointee.notes[number]
    let node = Int(note.pointee.node)
    let start = Int(tables.nodes[node].terminalStart)
    note.pointee.state = NodeNote.isKnown
    note.pointee.firstStart = UInt32(truncatingIfNeeded: room.pointee.starts.count)
    note.pointee.firstAsked = UInt32(truncatingIfNeeded: room.pointee.asked.count)
    for index in start..<start + Int(tables.nodes[node].terminalCount) {
      let terminal = tables.terminals[index]
      guard terminal.spelling < 0 else {
        note.pointee.state |= NodeNote.hasSpelled
        continue
      }
      note.pointee.state |= NodeNote.hasPlain
      room.pointee.notes.filter(number).insert(terminal.set)
      if tables.automaton.askedSets[Int(terminal.set)] != 0 {
        room.pointee.asked.append(terminal.set)
        note.pointee.askedCount += 1
      }
      let root = tables.rootsBySet[Int(terminal.set)]
      if root != 0 {
        room.pointee.starts.append(PhraseStart(set: terminal.set, root: root, in: tables))
        note.pointee.startCount += 1
      }
    }
  }

  /// Adds the phrases at a node that must be spelled in one way and are.
  private mutating func spell(_ node: UInt32, end: Int32) {
    let start = Int(tables.nodes[Int(node)].terminalStart)
    for index in start..<start + Int(tables.nodes[Int(node)].terminalCount) {
      let terminal = tables.terminals[index]
      guard terminal.spelling >= 0, isSpelled(Int(terminal.spelling)) else { continue }
      if tables.automaton.askedSets[Int(terminal.set)] != 0 { room.pointee.mark(terminal.set) }
      room.pointee.events.append(
        PhraseHits.Event(
          end: end,
          source: UInt32(truncatingIfNeeded: index) | PhraseHits.Event.isSpelled
        )
      )
    }
  }

  /// Follows the phrases that start with a phrase of a set, for every set found at the first token.
  ///
  /// What that finds is looked at in turn, so that `<a>` may start with `<b>`.
  ///
  /// - Parameter next: The token behind the first.
  private mutating func followSetsFromRoot(_ next: NextToken) {
    room.pointee.begun.removeAll()
    nextTokenNumber()
    var index = room.pointee.firstOpen
    while index < room.pointee.events.count {
      let event = room.pointee.events[index]
      if event.source & PhraseHits.Event.isSpelled != 0 {
        let set = tables.terminals[Int(event.source ^ PhraseHits.Event.isSpelled)].set
        if tables.hasSetEdges { room.pointee.filter(ofToken: first).insert(set) }
        let root = tables.rootsBySet[Int(set)]
        if root != 0 {
          begin(PhraseStart(set: set, root: root, in: tables), end: event.end, next)
        }
      } else {
        if tables.hasSetEdges {
          room.pointee.filter(ofToken: first)
            .formUnion(room.pointee.notes.filter(Int(event.source)))
        }
        let note = room.pointee.notes[Int(event.source)]
        var start = Int(note.pointee.firstStart)
        let end = start + Int(note.pointee.startCount)
        while start < end {
          begin(room.pointee.starts[start], end: event.end, next)
          start += 1
        }
      }
      index += 1
    }
  }

  /// Follows the phrases that go on behind a phrase of their first set, once for each end.
  ///
  /// - Parameter next: The token behind the first.
  @inline(__always)
  private mutating func begin(_ start: PhraseStart, end: Int32, _ next: NextToken) {
    if Int(end) == first + 1 {
      guard next.canFollow(start, in: tables),
        room.pointee.begunBehindOne.base[Int(start.set)] != room.pointee.tokenNumber
      else { return }
      room.pointee.begunBehindOne.base[Int(start.set)] = room.pointee.tokenNumber
    } else {
      let beginning = PhraseHits.Beginning(target: start.root, end: end)
      guard !room.pointee.begun.buffer.contains(beginning) else { return }
      room.pointee.begun.append(beginning)
    }
    visit(start.root, next: Int(end))
  }

  /// Counts tokens, so that what is noted of one counts for no other.
  @inline(__always)
  private func nextTokenNumber() {
    if room.pointee.tokenNumber == .max {
      let count = tables.automaton.rootsBySet.count
      room.pointee.begunBehindOne.base.update(repeating: 0, count: count)
      room.pointee.tokenNumber = 0
    }
    room.pointee.tokenNumber += 1
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

  /// Whether the words of the phrase stand letter by letter as a spelling has them.
  private mutating func isSpelled(_ spelling: Int) -> Bool {
    let words = room.pointee.words.buffer
    let list = tables.automaton.spellings[spelling]
    let spelling = tables.automaton.spelledWords.part(list.start, list.count)
    guard spelling.count == words.count else { return false }
    for (token, word) in zip(words, spelling)
    where !isSpelled(tokens[Int(token)], tables.automaton.text.part(word.offset, word.count)) {
      return false
    }
    return true
  }

  /// Whether a token is written as given; "'s" behind a word is not part of its spelling.
  private mutating func isSpelled(_ token: Token, _ written: FlatTable<UInt8>) -> Bool {
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

  /// Whether the token is a further part of the quotation that the token before it belongs to.
  fileprivate var isInQuotationStartedBefore: Bool {
    flags.contains(.quoted) && !flags.contains(.startsQuotation)
  }
}
