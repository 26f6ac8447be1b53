internal import WatchwordText

/// The tables of an automaton as addresses, for the walk, which only goes where a table leads.
struct PhraseTables {
  /// The node reached from the root by a symbol, 0 where none is.
  let roots: UnsafePointer<UInt32>
  /// The symbol of the stem of a symbol, 0 where none is.
  let stems: UnsafePointer<UInt32>
  /// The nodes.
  let nodes: UnsafePointer<PhraseAutomaton.Node>
  /// The terminals of all nodes.
  let terminals: UnsafePointer<PhraseAutomaton.Terminal>
  /// The class edges of all nodes.
  let classEdges: UnsafePointer<PhraseAutomaton.ClassEdge>
  /// The set edges of all nodes.
  let setEdges: UnsafePointer<PhraseAutomaton.SetEdge>
  /// The node reached from the root by a phrase of a set, 0 where none is.
  let rootsBySet: UnsafePointer<UInt32>
  /// The slots for symbol edges.
  let edges: UnsafePointer<PhraseAutomaton.Edge>
  /// The number of slots for edges.
  let edgeCount: Int
  /// Whether any phrase asks for a class of token.
  let hasClasses: Bool
  /// Whether any phrase must be spelled in one way.
  let hasSpellings: Bool
  /// Whether any phrase asks for a set behind its start.
  let hasSetEdges: Bool
  /// The phrases.
  let automaton: PhraseAutomaton

  /// Takes the addresses of an automaton's tables.
  init(_ automaton: PhraseAutomaton) {
    self.automaton = automaton
    roots = automaton.roots.base
    stems = automaton.stems.base
    nodes = automaton.nodes.base
    terminals = automaton.terminals.base
    classEdges = automaton.classEdges.base
    setEdges = automaton.setEdges.base
    rootsBySet = automaton.rootsBySet.base
    edges = automaton.edges.base
    edgeCount = automaton.edges.count
    hasClasses = !automaton.classEdges.isEmpty
    hasSpellings = !automaton.spellings.isEmpty
    hasSetEdges = !automaton.setEdges.isEmpty
  }

  /// The node a symbol leads to from `node`, or 0.
  @inline(__always)
  func target(of node: UInt32, symbol: UInt32) -> UInt32 {
    target(of: node, edges: nodes[Int(node)].edges, symbol: symbol)
  }

  /// The node a symbol leads to from `node`, whose edges start at `start`, or 0.
  @inline(__always)
  func target(of node: UInt32, edges start: UInt32, symbol: UInt32) -> UInt32 {
    let slot = Int(start &+ symbol)
    guard slot < edgeCount, edges[slot].node == node else { return 0 }
    return edges[slot].target
  }
}
