internal import WatchwordText

/// The phrases that start with a phrase of one set, and what must come behind it for any of them.
///
/// Most sets that are found start phrases, and hardly any of those go on; so what decides that lies
/// side by side and not in the tables.
struct PhraseStart: BitwiseCopyable {
  /// The set.
  var set: UInt32
  /// The node behind it.
  var root: UInt32
  /// Where the node's symbol edges start.
  var edges: UInt32
  /// The classes of its class edges.
  var classes: UInt32
  /// The sets of its set edges where there are one to three, some twice.
  var sets: (UInt32, UInt32, UInt32)
  /// Whether there are such.
  var hasSets: Bool
  /// Whether to go on whatever comes: a phrase ends at the node, or more sets may follow.
  var isOpen: Bool

  /// Looks a node up.
  ///
  /// - Parameters:
  ///   - set: A set that phrases start with.
  ///   - root: The node behind it.
  ///   - tables: The phrases.
  init(set: UInt32, root: UInt32, in tables: PhraseTables) {
    let node = tables.nodes[Int(root)]
    let count = Int(node.setCount)
    let first = tables.setEdges + Int(node.setStart)
    self.set = set
    self.root = root
    edges = node.edges
    classes = node.classCount > 0 ? node.classes.rawValue : 0
    hasSets = count > 0
    sets = count > 0 ? (first[0].set, first[count / 2].set, first[count - 1].set) : (0, 0, 0)
    isOpen = node.terminalCount > 0 || count > 3
  }
}

/// What a walk knows of the token behind the one it looks at.
struct NextToken {
  /// Its symbol; 0 where it has none or the sentence ends before it.
  private let symbol: UInt32
  /// The symbol of its stem; 0 where there is none.
  private let stem: UInt32
  /// Its classes.
  private let classes: UInt32
  /// The sets found from it on; nil where there are none.
  private let found: SetFilter?

  /// Looks a token up.
  ///
  /// - Parameters:
  ///   - index: Its index, at most the number of tokens.
  ///   - tokens: The text's tokens.
  ///   - tables: The phrases.
  ///   - room: What was found from the tokens behind the one before.
  init(
    _ index: Int,
    tokens: UnsafeBufferPointer<Token>,
    tables: PhraseTables,
    room: UnsafeMutablePointer<PhraseHits.Room>
  ) {
    guard index < tokens.count, !tokens[index].flags.contains(.startsSentence) else {
      (symbol, stem, classes, found) = (0, 0, 0, nil)
      return
    }
    symbol = tokens[index].symbol
    stem = symbol == 0 ? 0 : tables.stems[Int(symbol)]
    classes = tables.hasClasses ? room.pointee.classes[index] : 0
    found = tables.hasSetEdges ? room.pointee.filter(ofToken: index) : nil
  }

  /// Whether phrases may go on with the token, or end before it; seldom true where they do not.
  @inline(__always)
  func canFollow(_ start: PhraseStart, in tables: PhraseTables) -> Bool {
    if start.isOpen || classes & start.classes != 0 { return true }
    if start.hasSets, let found,
      found.mayHold(start.sets.0) || found.mayHold(start.sets.1) || found.mayHold(start.sets.2)
    {
      return true
    }
    guard start.edges != PhraseAutomaton.noEdges else { return false }
    return symbol != 0 && tables.target(of: start.root, edges: start.edges, symbol: symbol) != 0
      || stem != 0 && tables.target(of: start.root, edges: start.edges, symbol: stem) != 0
  }
}
