internal import WatchwordText

/// What the walk knows of a node at which phrases end.
struct NodeNote: BitwiseCopyable {
  /// The node.
  var node: UInt32
  /// The text in which its sets were last marked as found; 0 before the first.
  var text: UInt32 = 0
  /// Which phrases end there: the bits below, 0 until it was looked at.
  var state: UInt32 = 0
  /// Where its phrases begin among those that start with a set.
  var firstStart: UInt32 = 0
  /// How many of them there are.
  var startCount: UInt32 = 0
  /// Where its sets begin among those that a matcher or a guard asks for.
  var firstAsked: UInt32 = 0
  /// How many of them there are.
  var askedCount: UInt32 = 0
  /// The sets of its phrases of any spelling, as a ``SetFilter``.
  var filter: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0, 0, 0, 0, 0, 0, 0, 0
  )

  /// The node was looked at.
  static let isKnown: UInt32 = 1
  /// Phrases of any spelling end here.
  static let hasPlain: UInt32 = 2
  /// Phrases that must be spelled in one way end here.
  static let hasSpelled: UInt32 = 4
}

/// The notes on nodes that texts led to, one behind the other as they were first met.
///
/// Of the nodes of an automaton a text meets few, and those lie far apart: a table by node would touch
/// a page of memory for most words of a short post. Whoever owns it calls ``deallocate()``.
struct NodeNotes {
  /// The notes.
  private var notes = Stack<NodeNote>(capacity: 64)
  /// By the node's ``slot(of:)`` one more than the number of its note; 0 where there is none.
  private var slots: UnsafeMutablePointer<UInt32>
  /// The number of slots, as a power of two.
  private var slotBits = 8

  /// Makes an empty book.
  init() {
    slots = .allocate(capacity: 1 << slotBits)
    slots.initialize(repeating: 0, count: 1 << slotBits)
  }

  /// Frees the memory; the notes are not used again.
  func deallocate() {
    notes.deallocate()
    slots.deallocate()
  }

  /// The number of notes.
  var count: Int { notes.count }

  /// A note by its number; good until the next note is made.
  @inline(__always)
  subscript(number: Int) -> UnsafeMutablePointer<NodeNote> { notes.start + number }

  /// The sets of a note, to be read and added to.
  @inline(__always)
  func filter(_ number: Int) -> SetFilter {
    let offset = MemoryLayout<NodeNote>.offset(of: \.filter) ?? 0
    let words = UnsafeMutableRawPointer(notes.start + number) + offset
    return SetFilter(words: words.assumingMemoryBound(to: UInt64.self))
  }

  /// The number of a node's note, which is made where there is none.
  @inline(__always)
  mutating func number(of node: UInt32) -> Int {
    var slot = slot(of: node)
    while true {
      let number = Int(slots[slot]) &- 1
      if number < 0 { return add(node, at: slot) }
      if notes.start[number].node == node { return number }
      slot = (slot &+ 1) & ((1 &<< slotBits) &- 1)
    }
  }

  /// Makes a note whose number goes into a free slot.
  @inline(never)
  private mutating func add(_ node: UInt32, at slot: Int) -> Int {
    notes.append(NodeNote(node: node))
    slots[slot] = UInt32(truncatingIfNeeded: notes.count)
    if notes.count > 1 << (slotBits - 1) { grow() }
    return notes.count - 1
  }

  /// Doubles the slots and places every note anew.
  private mutating func grow() {
    slots.deallocate()
    slotBits += 1
    slots = .allocate(capacity: 1 << slotBits)
    slots.initialize(repeating: 0, count: 1 << slotBits)
    for number in 0..<notes.count {
      var slot = slot(of: notes[number].node)
      while slots[slot] != 0 { slot = (slot + 1) & (1 << slotBits - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  /// The slot at which the search for a node starts: the highest bits of a product (Knuth, “The Art of
  /// Computer Programming”, volume 3, section 6.4).
  @inline(__always)
  private func slot(of node: UInt32) -> Int {
    Int((node &* 0x9E37_79B1) &>> UInt32(truncatingIfNeeded: 32 &- slotBits))
  }
}
