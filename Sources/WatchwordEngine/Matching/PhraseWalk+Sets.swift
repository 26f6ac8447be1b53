internal import WatchwordText

/// Going on from one phrase to another: behind a phrase of a set, and from the start with one.
extension PhraseWalk {
  /// Follows the set edges of `node` whose sets were found at the token at `index`.
  @inline(__always)
  mutating func followSets(of node: UInt32, at index: Int) {
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

  /// Follows the phrases that start with a phrase of a set, for every set found at the first token.
  ///
  /// What that finds is looked at in turn, so that `<a>` may start with `<b>`.
  ///
  /// - Parameter next: The token behind the first.
  mutating func followSetsFromRoot(_ next: NextToken) {
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
}
