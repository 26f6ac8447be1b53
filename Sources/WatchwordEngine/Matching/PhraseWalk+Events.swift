internal import WatchwordText

/// What the walk notes where phrases end, and what of it is kept.
extension PhraseWalk {
  /// Reports the phrases that end at a node.
  @inline(__always)
  mutating func report(_ node: UInt32, end: Int) {
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

  /// Drops the events of a sentence, from its first token on, that served other phrases alone.
  ///
  /// No phrase runs on into another sentence, and most words are of no set that is asked for.
  @inline(never)
  mutating func dropUnasked(from sentenceFirst: Int) {
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
