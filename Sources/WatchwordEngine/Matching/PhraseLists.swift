internal import WatchwordText

/// Where the events of each set are in a long text of which much is asked.
///
/// A word belongs to some twenty sets, so that a list for each set would be the largest part of what a
/// long text takes. Kept are the places of each node's events, four bytes an event, and which nodes
/// are of a set; the events of a set are put in order when somebody asks for them.
struct PhraseLists {
  /// A node, or behind the last node a terminal that is spelled in one way, from which events come.
  private typealias Source = Int32

  /// For each set where its part of ``sources`` begins, and one more; made once for an automaton.
  private var sourceStarts = Stack<Int32>(capacity: 1)
  /// The sources of each set, set by set.
  private var sources = Stack<Source>(capacity: 1)
  /// For each source where its part of ``places`` begins, and one more; empty without a text.
  private var placeStarts = Stack<Int32>(capacity: 1)
  /// The indices of each source's events, source by source.
  private var places = Stack<Int32>(capacity: 1)
  /// A bit for each event, all 0 but while the events of a set are put in order.
  private var marks = Stack<UInt64>(capacity: 1)

  /// Forgets the text.
  mutating func removeAll() {
    placeStarts.removeAll()
    places.removeAll()
    marks.removeAll()
  }

  /// Frees the memory; the lists are not used again.
  func deallocate() {
    sourceStarts.deallocate()
    sources.deallocate()
    placeStarts.deallocate()
    places.deallocate()
    marks.deallocate()
  }

  /// Lists the events of a text, unless they are listed.
  mutating func prepare(
    for events: UnsafeBufferPointer<PhraseHits.Event>,
    notes: NodeNotes,
    of automaton: PhraseAutomaton
  ) {
    guard placeStarts.count == 0 else { return }
    if sourceStarts.count == 0 { findSources(of: automaton) }
    let nodeCount = automaton.nodes.count
    func source(_ event: PhraseHits.Event) -> Int {
      event.source & PhraseHits.Event.isSpelled == 0
        ? Int(notes[Int(event.source)].pointee.node)
        : nodeCount + Int(event.source ^ PhraseHits.Event.isSpelled)
    }
    Self.group(
      count: events.count,
      into: nodeCount + automaton.terminals.count,
      starts: &placeStarts,
      members: &places
    ) { body in
      for (place, event) in events.enumerated() { body(source(event), Int32(place)) }
    }
    marks.fill(with: 0, count: (events.count + 63) / 64)
  }

  /// Calls `body` with the index of each event of a set, the last first.
  func forEachPlace(of set: UInt32, _ body: (Int) -> Void) {
    var (low, high) = (marks.count, -1)
    for index in Int(sourceStarts[Int(set)])..<Int(sourceStarts[Int(set) + 1]) {
      let source = Int(sources[index])
      for index in Int(placeStarts[source])..<Int(placeStarts[source + 1]) {
        let place = Int(places[index])
        marks[place / 64] |= 1 << UInt64(place % 64)
        low = min(low, place / 64)
        high = max(high, place / 64)
      }
    }
    guard low <= high else { return }
    for word in stride(from: high, through: low, by: -1) {
      var bits = marks[word]
      marks[word] = 0
      while bits != 0 {
        let bit = 63 - bits.leadingZeroBitCount
        bits ^= 1 << UInt64(bit)
        body(word * 64 + bit)
      }
    }
  }

  /// Finds the sources of each set.
  private mutating func findSources(of automaton: PhraseAutomaton) {
    let nodes = automaton.nodes
    Self.group(
      count: automaton.terminals.count,
      into: automaton.rootsBySet.count,
      starts: &sourceStarts,
      members: &sources
    ) { body in
      for (index, node) in nodes.enumerated() {
        for place in Int(node.terminalStart)..<Int(node.terminalStart + node.terminalCount) {
          let terminal = automaton.terminals[place]
          let source = terminal.spelling < 0 ? index : nodes.count + place
          body(Int(terminal.set), Source(truncatingIfNeeded: source))
        }
      }
    }
  }

  /// Groups values by counting them.
  ///
  /// - Parameters:
  ///   - count: The number of values.
  ///   - groups: The number of groups.
  ///   - starts: Takes where each group begins among `members`, and one more.
  ///   - members: Takes the values, group by group, each group in the order given.
  ///   - forEach: Calls its argument with each value and its group; it is called twice.
  private static func group(
    count: Int,
    into groups: Int,
    starts: inout Stack<Int32>,
    members: inout Stack<Int32>,
    _ forEach: ((_ group: Int, _ value: Int32) -> Void) -> Void
  ) {
    // A group's count stands two places on, so that its start can move to where its end will be.
    starts.fill(with: 0, count: groups + 2)
    let ends = starts
    forEach { group, _ in ends[group + 2] += 1 }
    for group in 2..<groups + 2 { ends[group] += ends[group - 1] }
    members.reserve(count)
    members.fill(with: 0, count: count)
    let values = members
    forEach { group, value in
      values[Int(ends[group + 1])] = value
      ends[group + 1] += 1
    }
    starts.removeLast()
  }
}
