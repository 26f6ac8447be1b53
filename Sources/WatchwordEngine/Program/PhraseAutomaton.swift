internal import WatchwordRules
internal import WatchwordText

/// All phrases of all rules in one automaton over token symbols and token classes.
///
/// A trie whose edges are symbols (one look), classes (a short list) or whole phrases of another
/// set (`<rank>`), stored in flat tables. Matching walks it from every token, last token first, so
/// that what other sets find further on is known when a phrase asks for it. Most tokens have no edge
/// at the root and cost two look-ups, so the work hardly grows with the number of phrases.
struct PhraseAutomaton: Sendable {
  /// Where the symbol edges start of a node that has none.
  static let noEdges = UInt32.max

  /// A phrase that ends at a node.
  struct Terminal: BitwiseCopyable {
    /// The set the phrase belongs to.
    var set: UInt32
    /// The index in ``spellings`` that the text must have letter by letter; -1 for any spelling.
    var spelling: Int32
  }

  /// A node's edges and terminals, as positions in the flat tables.
  struct Node: BitwiseCopyable {
    /// Where the class edges start.
    var classStart: UInt32 = 0
    /// How many class edges there are.
    var classCount: UInt32 = 0
    /// Where the symbol edges start: the one for a symbol lies that many slots on, counted modulo 2³².
    var edges: UInt32 = PhraseAutomaton.noEdges
    /// The classes of all class edges together.
    var classes: TokenClassSet = []
    /// Where the set edges start.
    var setStart: UInt32 = 0
    /// How many set edges there are.
    var setCount: UInt32 = 0
    /// Where the terminals start.
    var terminalStart: UInt32 = 0
    /// How many phrases end here.
    var terminalCount: UInt32 = 0

    /// Whether any symbol edge leaves the node.
    var hasSymbols: Bool { edges != PhraseAutomaton.noEdges }
  }

  /// A slot for a symbol edge below the root.
  struct Edge: BitwiseCopyable {
    /// The node it leaves; 0 where the slot is free.
    var node: UInt32
    /// The node it leads to.
    var target: UInt32
  }

  /// A class edge.
  struct ClassEdge: BitwiseCopyable {
    /// The class a token must have.
    var tokenClass: TokenClassSet
    /// The node it leads to.
    var target: UInt32
  }

  /// An edge that any phrase of a set takes.
  struct SetEdge: BitwiseCopyable {
    /// The set.
    var set: UInt32
    /// The node it leads to.
    var target: UInt32
  }

  /// The node reached from the root by a symbol, 0 where none is.
  let roots: FlatTable<UInt32>
  /// The nodes; 0 is the root.
  let nodes: FlatTable<Node>
  /// The class edges of all nodes.
  let classEdges: FlatTable<ClassEdge>
  /// The set edges of all nodes.
  let setEdges: FlatTable<SetEdge>
  /// The node reached from the root by a phrase of a set, 0 where none is.
  let rootsBySet: FlatTable<UInt32>
  /// The terminals of all nodes.
  let terminals: FlatTable<Terminal>
  /// The slots of the symbol edges below the root.
  let edges: FlatTable<Edge>
  /// For each symbol that ends in `'s` the symbol of the word without it, 0 for every other.
  let stems: FlatTable<UInt32>
  /// The words that case-exact phrases must have, in order, by spelling.
  let spellings: FlatTable<ListRecord>
  /// The words of ``spellings``, as places in ``text``.
  let spelledWords: FlatTable<TextRecord>
  /// For each set 1 where a matcher or a guard asks for it.
  let askedSets: FlatTable<UInt8>
  /// The bytes of those words.
  let text: FlatTable<UInt8>

  /// The automaton of an image.
  init(_ image: ProgramImage) {
    roots = image.table(.phraseRoots)
    nodes = image.table(.phraseNodes)
    classEdges = image.table(.phraseClassEdges)
    setEdges = image.table(.phraseSetEdges)
    rootsBySet = image.table(.phraseRootsBySet)
    terminals = image.table(.phraseTerminals)
    edges = image.table(.phraseEdges)
    stems = image.table(.phraseStems)
    spellings = image.table(.spellings)
    spelledWords = image.table(.spelledWords)
    askedSets = image.table(.askedSets)
    text = image.table(.text)
  }

  /// The node a symbol leads to from `node`, or 0.
  @inline(__always)
  func target(of node: UInt32, symbol: UInt32) -> UInt32 {
    let slot = Int(nodes[Int(node)].edges &+ symbol)
    guard slot < edges.count, edges[slot].node == node else { return 0 }
    return edges[slot].target
  }
}

/// The classes a token belongs to, as bits.
struct TokenClassSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits, one for each ``TokenClass`` in its order.
  let rawValue: UInt32

  /// The bit of one class.
  init(_ tokenClass: TokenClass) {
    rawValue = 1 << UInt32(TokenClass.allCases.firstIndex(of: tokenClass) ?? 0)
  }

  /// Makes a set from its bits.
  init(rawValue: UInt32) { self.rawValue = rawValue }
}
