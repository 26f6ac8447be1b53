/// Finds slots for the symbol edges of all nodes but the root, so that they hardly leave any free.
///
/// Each node has a start; its edge for a symbol lies that many slots behind. The starts are chosen so
/// that edges of different nodes fill each other's gaps (Aoe, “An efficient digital search algorithm by
/// using a double-array structure”, 1989), in which one look decides whether a node has an edge.
struct EdgePlacing {
  /// The start of each node's edges; ``PhraseAutomaton/noEdges`` where it has none.
  private(set) var starts: [UInt32]
  /// The slots.
  private(set) var slots: [PhraseAutomaton.Edge] = []
  /// The next slot that may be free, by slot; a chain of them ends at one that is free.
  private var nextFree: [Int] = []

  /// Places edges, given by node and within a node by symbol; those of node 0 lie elsewhere.
  init(_ edges: [[(symbol: UInt32, target: UInt32)]]) {
    starts = Array(repeating: PhraseAutomaton.noEdges, count: edges.count)
    // Nodes with many edges go first, since those with one fit anywhere.
    let order = edges.indices.dropFirst().filter { !edges[$0].isEmpty }
      .sorted { (edges[$1].count, $0) < (edges[$0].count, $1) }
    for node in order { place(edges[node], of: UInt32(node)) }
    slots.removeLast(slots.reversed().prefix { $0.node == 0 }.count)
  }

  /// Places the edges of one node at the first start at which all are free.
  private mutating func place(_ edges: [(symbol: UInt32, target: UInt32)], of node: UInt32) {
    var slot = free(from: 0)
    while !fits(edges, at: slot) { slot = free(from: slot + 1) }
    starts[Int(node)] = start(of: edges, at: slot)
    for edge in edges {
      let place = slot + Int(edge.symbol - edges[0].symbol)
      slots[place] = PhraseAutomaton.Edge(node: node, target: edge.target)
      nextFree[place] = place + 1
    }
  }

  /// The start with which the first of some edges has a slot; it wraps where it lies before all slots.
  private func start(of edges: [(symbol: UInt32, target: UInt32)], at slot: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: slot) &- edges[0].symbol
  }

  /// Whether all edges of a node have free slots where the first of them has this one.
  private mutating func fits(
    _ edges: [(symbol: UInt32, target: UInt32)],
    at slot: Int
  ) -> Bool {
    guard start(of: edges, at: slot) != PhraseAutomaton.noEdges else { return false }
    for edge in edges {
      let place = slot + Int(edge.symbol - edges[0].symbol)
      if free(from: place) != place { return false }
    }
    return true
  }

  /// The first free slot at or behind one; makes slots as needed.
  private mutating func free(from slot: Int) -> Int {
    var end = slot
    while end < nextFree.count, nextFree[end] != end { end = nextFree[end] }
    while slots.count <= end {
      nextFree.append(slots.count)
      slots.append(PhraseAutomaton.Edge(node: 0, target: 0))
    }
    // Whoever asks again gets there in one step.
    var passed = slot
    while passed < end {
      let next = nextFree[passed]
      nextFree[passed] = end
      passed = next
    }
    return end
  }
}
