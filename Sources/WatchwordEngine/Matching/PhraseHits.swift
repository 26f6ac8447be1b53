internal import WatchwordText

/// Where phrases were found in one text; the memory is used again for the next text.
///
/// Most words belong to many sets, and few sets are ever asked about. So what the walk notes is the
/// node of the automaton it stood on, an event, once for all sets whose phrases end there. What is
/// found is added last token first.
///
/// It refers to its memory, so a copy is the same hits: one thread uses it, one text at a time.
struct PhraseHits {
  /// Phrases found together from one token on: all that end at one node, or one that is spelled in
  /// one way. Which token it is, ``Room/eventEnds`` tells.
  struct Event: BitwiseCopyable {
    /// One past the last token.
    var end: Int32
    /// The number of the node's note, or with ``isSpelled`` the place of the one phrase's terminal.
    var source: UInt32

    /// The bit of ``source`` that says it is the place of a terminal.
    static let isSpelled: UInt32 = 1 << 31
  }

  /// A phrase, found from the token that is looked at, with which others start.
  struct Beginning: BitwiseCopyable, Equatable {
    /// The node where those go on.
    var target: UInt32
    /// One past the last token.
    var end: Int32
  }

  /// The memory behind the hits.
  struct Room {
    /// Where phrases ended, in the order found.
    var events: Stack<Event>
    /// The sets that were found and that a matcher or a guard asks for, in the order first found.
    var touched: Stack<UInt32>
    /// The number of the text in which each of those was last found.
    let found: ZeroedTable<UInt32>
    /// What is known of the nodes that were met.
    var notes: NodeNotes
    /// The sets found from each token of the sentence on as a ``SetFilter``, its last token first.
    var tokenFilters: Stack<UInt64>
    /// The last token of the sentence.
    var sentenceLast = 0
    /// The phrases that start with sets that have phrases of any spelling at a node, node by node.
    var starts: Stack<PhraseStart>
    /// The phrases that start with a class, in the order of the root's class edges.
    var classStarts: Stack<PhraseStart>
    /// The sets that a matcher or a guard asks for and that have phrases of any spelling at a node,
    /// node by node.
    var asked: Stack<UInt32>
    /// For each set the last token, as ``tokenNumber``, from which its one word led further.
    let begunBehindOne: ZeroedTable<UInt32>
    /// What phrases start with at the token that is looked at, of several words.
    var begun: Stack<Beginning>
    /// The number of the token that is looked at, in all texts.
    var tokenNumber: UInt32 = 0
    /// For each token the index in ``events`` one past its last; its first is the next token's end.
    var eventEnds: Stack<Int32>
    /// The classes of each token, as bits; empty where no phrase asks for a class.
    var classes: Stack<UInt32>
    /// The tokens that words of the phrase stand for so far; empty where no phrase has a spelling.
    var words: Stack<Int32>
    /// The number of the text, from 1.
    var text: UInt32 = 0
    /// The index in ``events`` of the first event of the token that is being looked at.
    var firstOpen = 0
    /// Where the events of a long text are; empty until one asks.
    var lists: PhraseLists
  }

  /// Owns the memory.
  private final class Memory {
    /// Where it is.
    let room: UnsafeMutablePointer<Room>

    init(automaton: PhraseAutomaton) {
      let setCount = automaton.rootsBySet.count
      room = .allocate(capacity: 1)
      room.initialize(
        to: Room(
          events: Stack(),
          touched: Stack(),
          found: ZeroedTable(count: setCount),
          notes: NodeNotes(),
          tokenFilters: Stack(),
          starts: Stack(),
          classStarts: Stack(),
          asked: Stack(),
          begunBehindOne: ZeroedTable(count: setCount),
          begun: Stack(),
          eventEnds: Stack(),
          classes: Stack(),
          words: Stack(),
          lists: PhraseLists()
        )
      )
      let (root, tables) = (automaton.nodes[0], PhraseTables(automaton))
      for edge in automaton.classEdges.part(root.classStart, root.classCount) {
        room.pointee.classStarts.append(PhraseStart(set: 0, root: edge.target, in: tables))
      }
    }

    deinit {
      room.pointee.events.deallocate()
      room.pointee.touched.deallocate()
      room.pointee.found.deallocate()
      room.pointee.notes.deallocate()
      room.pointee.tokenFilters.deallocate()
      room.pointee.starts.deallocate()
      room.pointee.classStarts.deallocate()
      room.pointee.asked.deallocate()
      room.pointee.begunBehindOne.deallocate()
      room.pointee.begun.deallocate()
      room.pointee.eventEnds.deallocate()
      room.pointee.classes.deallocate()
      room.pointee.words.deallocate()
      room.pointee.lists.deallocate()
      room.deallocate()
    }
  }

  /// From how many events on a set's events are looked up in lists.
  private static let mostEventsSearched = 512

  /// The memory.
  private let memory: Memory
  /// The phrases.
  private let automaton: PhraseAutomaton

  /// Makes room for the hits of an automaton's sets.
  init(automaton: PhraseAutomaton) {
    memory = Memory(automaton: automaton)
    self.automaton = automaton
    // No set is touched twice, so that no text needs more.
    memory.room.pointee.touched.reserve(automaton.rootsBySet.count)
  }

  /// The memory, for the walk.
  var room: UnsafeMutablePointer<Room> { memory.room }

  /// The sets that have hits and that a matcher or a guard asks for, in the order first found.
  var touched: UnsafeBufferPointer<UInt32> { room.pointee.touched.buffer }

  /// Forgets the hits, keeping the memory.
  func removeAll() {
    let room = memory.room
    room.pointee.touched.removeAll()
    room.pointee.events.removeAll()
    room.pointee.lists.removeAll()
    room.pointee.firstOpen = 0
    if room.pointee.text == .max {
      // Numbers start anew once in four thousand million texts.
      room.pointee.found.base.update(repeating: 0, count: automaton.rootsBySet.count)
      for number in 0..<room.pointee.notes.count { room.pointee.notes[number].pointee.text = 0 }
      room.pointee.text = 0
    }
    room.pointee.text += 1
  }

  /// Whether a set that a matcher or a guard asks for has any hit.
  func hasHits(_ set: UInt32) -> Bool {
    room.pointee.found[Int(set)] == room.pointee.text
  }

  /// Calls `body` with each hit of such a set, by first token; those of one token in any order, some twice.
  func forEach(_ set: UInt32, _ body: (Range<Int>) -> Void) {
    guard hasHits(set) else { return }
    let room = memory.room
    var token = 0
    func report(_ place: Int) {
      // Places come last first, so tokens come first first.
      while place < Int(room.pointee.eventEnds[token + 1]) { token += 1 }
      body(token..<Int(room.pointee.events[place].end))
    }
    let count = room.pointee.events.count
    if count <= Self.mostEventsSearched {
      let (nodes, terminals) = (automaton.nodes.base, automaton.terminals.base)
      var place = count
      while place > 0 {
        place -= 1
        if room.pointee.isOfSet(set, room.pointee.events[place], nodes, terminals) {
          report(place)
        }
      }
    } else {
      room.pointee.lists.prepare(
        for: room.pointee.events.buffer,
        notes: room.pointee.notes,
        of: automaton
      )
      room.pointee.lists.forEachPlace(of: set, report)
    }
  }
}

extension PhraseHits.Room {
  /// Whether an event is of a set.
  @inline(__always)
  func isOfSet(
    _ set: UInt32,
    _ event: PhraseHits.Event,
    _ nodes: UnsafePointer<PhraseAutomaton.Node>,
    _ terminals: UnsafePointer<PhraseAutomaton.Terminal>
  ) -> Bool {
    if event.source & PhraseHits.Event.isSpelled != 0 {
      return terminals[Int(event.source ^ PhraseHits.Event.isSpelled)].set == set
    }
    guard notes.filter(Int(event.source)).mayHold(set) else { return false }
    let node = Int(notes[Int(event.source)].pointee.node)
    // A node's terminals are sorted by set, and of one set those of any spelling come first.
    var low = Int(nodes[node].terminalStart)
    var high = low &+ Int(nodes[node].terminalCount)
    let end = high
    while low < high {
      let middle = (low &+ high) &>> 1
      if terminals[middle].set < set { low = middle &+ 1 } else { high = middle }
    }
    return low < end && terminals[low].set == set && terminals[low].spelling < 0
  }

  /// The sets found from a token of the sentence on, which must have been looked at.
  @inline(__always)
  func filter(ofToken token: Int) -> SetFilter {
    SetFilter(tokenFilters.start, sentenceLast - token)
  }

  /// Says that a set has a hit.
  @inline(__always)
  mutating func mark(_ set: UInt32) {
    guard found.base[Int(set)] != text else { return }
    found.base[Int(set)] = text
    touched.append(set)
  }

  /// The indices in ``events`` of the events that start at a token already closed.
  @inline(__always)
  func eventIndices(from token: Int) -> Range<Int> {
    Int(eventEnds[token + 1])..<Int(eventEnds[token])
  }
}
