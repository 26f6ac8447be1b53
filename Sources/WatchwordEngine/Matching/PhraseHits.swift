/// Where phrases were found in one text; the storage is used again for the next text.
///
/// Hits are added last token first, and each set's list is kept in reading order.
struct PhraseHits {
  /// One phrase found: token indices, half-open.
  struct Hit {
    /// The first token.
    var first: Int32
    /// One past the last token.
    var end: Int32
    /// The next hit of the same set in ``PhraseHits/hits``, which starts here or later; -1 for none.
    var next: Int32
  }

  /// All hits, in the order added.
  private(set) var hits: [Hit] = []
  /// The set of each hit.
  private(set) var sets: [UInt32] = []
  /// The index in ``hits`` of the first hit of the token that is being looked at.
  private(set) var firstOpen = 0
  /// For each token the index in ``hits`` one past its last hit; its first is the next token's end.
  private var ends: [Int32] = []
  /// The first hit of each set, or -1.
  private var heads: [Int32]
  /// The sets that have hits, in the order first found.
  private(set) var touched: [UInt32] = []

  /// Makes room for the hits of this many sets.
  init(setCount: Int) {
    heads = Array(repeating: -1, count: setCount)
  }

  /// Forgets the hits, keeping the storage; the work is that of the sets that had any.
  mutating func removeAll() {
    for set in touched { heads[Int(set)] = -1 }
    touched.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    sets.removeAll(keepingCapacity: true)
    firstOpen = 0
  }

  /// Makes room for the tokens of a text.
  mutating func begin(tokenCount: Int) {
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: tokenCount + 1))
  }

  /// Says that a token has all its hits.
  mutating func close(token: Int) {
    ends[token] = Int32(hits.count)
    firstOpen = hits.count
  }

  /// The indices in ``hits`` of the hits that start at a token already closed.
  func indices(from token: Int) -> Range<Int> {
    Int(ends[token + 1])..<Int(ends[token])
  }

  /// Adds a hit of a set, unless the token being looked at has it already.
  mutating func add(set: UInt32, first: Int, end: Int) {
    let head = heads[Int(set)]
    var known = head
    while known >= 0, Int(hits[Int(known)].first) == first {
      if Int(hits[Int(known)].end) == end { return }
      known = hits[Int(known)].next
    }
    if head < 0 { touched.append(set) }
    heads[Int(set)] = Int32(hits.count)
    hits.append(Hit(first: Int32(first), end: Int32(end), next: head))
    sets.append(set)
  }

  /// Whether a set has any hit.
  func hasHits(_ set: UInt32) -> Bool { heads[Int(set)] >= 0 }

  /// Calls `body` with each hit of a set, by first token; those of one token in any order.
  func forEach(_ set: UInt32, _ body: (Range<Int>) -> Void) {
    var index = heads[Int(set)]
    while index >= 0 {
      let hit = hits[Int(index)]
      body(Int(hit.first)..<Int(hit.end))
      index = hit.next
    }
  }
}
