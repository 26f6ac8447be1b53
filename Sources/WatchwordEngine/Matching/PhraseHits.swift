internal import WatchwordText

/// Where phrases were found in one text; the memory is used again for the next text.
///
/// Most words belong to many sets, and few sets are ever asked about. So what the walk notes is the
/// node of the automaton it stood on, an event, once for all sets whose phrases end there. Only two
/// sorts of set are linked, their hits kept set by set: those with which phrases of other sets start,
/// and those whose phrases must be spelled in one way. What is found is added last token first.
///
/// It refers to its memory, so a copy is the same hits: one thread uses it, one text at a time.
struct PhraseHits {
  /// One phrase found of a linked set.
  struct Hit: BitwiseCopyable {
    /// The first token.
    var first: Int32
    /// One past the last token.
    var end: Int32
    /// The next hit of the same set in ``Room/hits``, which starts here or later; -1 for none.
    var next: Int32
    /// The set.
    var set: UInt32
  }

  /// Phrases found together: all that end at one node.
  struct Event: BitwiseCopyable {
    /// The first token.
    var first: Int32
    /// One past the last token.
    var end: Int32
    /// The node of the automaton.
    var node: UInt32
  }

  /// What the walk knows of a node before it looks at its phrases.
  struct NodeNote: BitwiseCopyable {
    /// The plain sets of the node, each as the bit of its number modulo 64.
    var sets: UInt64 = 0
    /// The text in which the node's sets were last marked as found.
    var text: UInt32 = 0
    /// 0 until the node was first met, then 1 and the other bits.
    var state: UInt32 = 0

    /// The node was met before.
    static let isKnown: UInt32 = 1
    /// Phrases end here whose sets are kept as events.
    static let hasPlain: UInt32 = 2
    /// Phrases end here whose hits are kept set by set.
    static let hasLinked: UInt32 = 4
  }

  /// The memory behind the hits.
  struct Room {
    /// The hits of linked sets, in the order added.
    var hits: Stack<Hit>
    /// The nodes where phrases of other sets ended, in the order added.
    var events: Stack<Event>
    /// The sets that have hits, in the order first found.
    var touched: Stack<UInt32>
    /// The first hit of each linked set, or -1.
    let heads: UnsafeMutablePointer<Int32>
    /// Whether hits of each set are kept one by one.
    let isLinked: UnsafeMutablePointer<Bool>
    /// The number of the text in which each set was last found.
    let found: UnsafeMutablePointer<UInt32>
    /// What is known of each node.
    let notes: UnsafeMutablePointer<NodeNote>
    /// For each token the index in ``hits`` one past its last hit; its first is the next token's end.
    var ends: Stack<Int32>
    /// The same for ``events``.
    var eventEnds: Stack<Int32>
    /// The classes of each token, as bits; empty where no phrase asks for a class.
    var classes: Stack<UInt32>
    /// The tokens that words of the phrase stand for so far; empty where no phrase has a spelling.
    var words: Stack<Int32>
    /// The number of the text, from 1.
    var text: UInt32 = 0
    /// The index in ``hits`` of the first hit of the token that is being looked at.
    var firstOpen = 0
    /// Whether the events were turned into hits.
    var eventsAreLinked = false
  }

  /// Owns the memory.
  private final class Memory {
    /// Where it is.
    let room: UnsafeMutablePointer<Room>
    /// The number of sets.
    private let setCount: Int
    /// The number of nodes.
    private let nodeCount: Int

    init(setCount: Int, nodeCount: Int) {
      self.setCount = setCount
      self.nodeCount = nodeCount
      room = .allocate(capacity: 1)
      let heads = UnsafeMutablePointer<Int32>.allocate(capacity: setCount)
      heads.initialize(repeating: -1, count: setCount)
      let isLinked = UnsafeMutablePointer<Bool>.allocate(capacity: setCount)
      isLinked.initialize(repeating: false, count: setCount)
      let found = UnsafeMutablePointer<UInt32>.allocate(capacity: setCount)
      found.initialize(repeating: 0, count: setCount)
      let notes = UnsafeMutablePointer<NodeNote>.allocate(capacity: nodeCount)
      notes.initialize(repeating: NodeNote(), count: nodeCount)
      room.initialize(
        to: Room(
          hits: Stack(),
          events: Stack(),
          touched: Stack(),
          heads: heads,
          isLinked: isLinked,
          found: found,
          notes: notes,
          ends: Stack(),
          eventEnds: Stack(),
          classes: Stack(),
          words: Stack()
        )
      )
    }

    deinit {
      room.pointee.hits.deallocate()
      room.pointee.events.deallocate()
      room.pointee.touched.deallocate()
      room.pointee.heads.deallocate()
      room.pointee.isLinked.deallocate()
      room.pointee.found.deallocate()
      room.pointee.notes.deallocate()
      room.pointee.ends.deallocate()
      room.pointee.eventEnds.deallocate()
      room.pointee.classes.deallocate()
      room.pointee.words.deallocate()
      room.deallocate()
    }
  }

  /// From how many events on a set's hits are looked up in lists made for all sets.
  private static let mostEventsSearched = 512

  /// The memory.
  private let memory: Memory
  /// The phrases.
  private let automaton: PhraseAutomaton

  /// Makes room for the hits of an automaton's sets.
  init(automaton: PhraseAutomaton) {
    let setCount = automaton.rootsBySet.count
    memory = Memory(setCount: setCount, nodeCount: automaton.nodes.count)
    self.automaton = automaton
    let isLinked = memory.room.pointee.isLinked
    for (set, node) in automaton.rootsBySet.enumerated() where node != 0 { isLinked[set] = true }
    // What must be spelled in one way ends at a node, but not always.
    if !automaton.spellings.isEmpty {
      for terminal in automaton.terminals where terminal.spelling >= 0 {
        isLinked[Int(terminal.set)] = true
      }
    }
  }

  /// The memory, for the walk.
  var room: UnsafeMutablePointer<Room> { memory.room }

  /// The sets that have hits, in the order first found.
  var touched: UnsafeBufferPointer<UInt32> { room.pointee.touched.buffer }

  /// Forgets the hits, keeping the memory.
  func removeAll() {
    let room = memory.room
    for hit in room.pointee.hits.buffer { room.pointee.heads[Int(hit.set)] = -1 }
    room.pointee.touched.removeAll()
    room.pointee.hits.removeAll()
    room.pointee.events.removeAll()
    room.pointee.firstOpen = 0
    room.pointee.eventsAreLinked = false
    if room.pointee.text == .max {
      // Numbers start anew once in four thousand million texts.
      room.pointee.found.update(repeating: 0, count: automaton.rootsBySet.count)
      for node in 0..<automaton.nodes.count { room.pointee.notes[node].text = 0 }
      room.pointee.text = 0
    }
    room.pointee.text += 1
  }

  /// Whether a set has any hit.
  func hasHits(_ set: UInt32) -> Bool {
    room.pointee.found[Int(set)] == room.pointee.text
  }

  /// Calls `body` with each hit of a set, by first token; those of one token in any order, some twice.
  func forEach(_ set: UInt32, _ body: (Range<Int>) -> Void) {
    guard hasHits(set) else { return }
    if !room.pointee.isLinked[Int(set)], !room.pointee.eventsAreLinked {
      if room.pointee.events.count <= Self.mostEventsSearched {
        let terminals = automaton.terminals.base
        for event in room.pointee.events.buffer.reversed()
        where room.pointee.isPlain(set, at: event.node, automaton.nodes.base, terminals) {
          body(Int(event.first)..<Int(event.end))
        }
        return
      }
      linkEvents()
    }
    var index = room.pointee.heads[Int(set)]
    while index >= 0 {
      let hit = room.pointee.hits[Int(index)]
      body(Int(hit.first)..<Int(hit.end))
      index = hit.next
    }
  }

  /// Makes the list of hits of every set that has none yet, for a long text of which much is asked.
  private func linkEvents() {
    let room = memory.room
    var count = room.pointee.hits.count
    forEachPlain { _, _ in count += 1 }
    room.pointee.hits.reserve(count)
    forEachPlain { set, event in
      room.pointee.append(set: set, first: event.first, end: event.end)
    }
    room.pointee.eventsAreLinked = true
  }

  /// Calls `body` with each event and each set of it that keeps no hits of its own.
  private func forEachPlain(_ body: (UInt32, Event) -> Void) {
    let room = memory.room
    for event in room.pointee.events.buffer {
      let flat = automaton.nodes[Int(event.node)]
      for index in Int(flat.terminalStart)..<Int(flat.terminalStart + flat.terminalCount) {
        let set = automaton.terminals[index].set
        if !room.pointee.isLinked[Int(set)] { body(set, event) }
      }
    }
  }
}

extension PhraseHits.Room {
  /// Adds a hit of a linked set, unless the token being looked at has it already.
  @inline(__always)
  mutating func add(set: UInt32, first: Int32, end: Int32) {
    var known = heads[Int(set)]
    while known >= 0, hits[Int(known)].first == first {
      if hits[Int(known)].end == end { return }
      known = hits[Int(known)].next
    }
    mark(set)
    append(set: set, first: first, end: end)
  }

  /// Adds a hit to the list of its set.
  @inline(__always)
  fileprivate mutating func append(set: UInt32, first: Int32, end: Int32) {
    let head = heads[Int(set)]
    heads[Int(set)] = Int32(truncatingIfNeeded: hits.count)
    hits.append(PhraseHits.Hit(first: first, end: end, next: head, set: set))
  }

  /// Whether a phrase of a plain set ends at a node that was met.
  @inline(__always)
  func isPlain(
    _ set: UInt32,
    at node: UInt32,
    _ nodes: UnsafePointer<PhraseAutomaton.Node>,
    _ terminals: UnsafePointer<PhraseAutomaton.Terminal>
  ) -> Bool {
    guard notes[Int(node)].sets & 1 << UInt64(set & 63) != 0 else { return false }
    let start = Int(nodes[Int(node)].terminalStart)
    let end = start + Int(nodes[Int(node)].terminalCount)
    var index = start
    while index < end {
      if terminals[index].set == set { return true }
      index += 1
    }
    return false
  }

  /// Says that a set has a hit.
  @inline(__always)
  mutating func mark(_ set: UInt32) {
    guard found[Int(set)] != text else { return }
    found[Int(set)] = text
    touched.append(set)
  }

  /// The indices in ``hits`` of the hits that start at a token already closed.
  @inline(__always)
  func indices(from token: Int) -> Range<Int> {
    Int(ends[token + 1])..<Int(ends[token])
  }

  /// The indices in ``events`` of the events that start at a token already closed.
  @inline(__always)
  func eventIndices(from token: Int) -> Range<Int> {
    Int(eventEnds[token + 1])..<Int(eventEnds[token])
  }
}
