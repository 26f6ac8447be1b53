internal import WatchwordRules
internal import WatchwordText

/// Grows a ``PhraseAutomaton`` phrase by phrase.
struct PhraseAutomatonBuilder {
  /// One step of an expanded phrase.
  enum Step: Hashable {
    /// A token with this symbol.
    case symbol(UInt32)
    /// A token of this class.
    case tokenClass(TokenClass)
    /// Any phrase of this set.
    case set(UInt32)
  }

  /// A node while the trie grows.
  private struct Node {
    /// Targets by step.
    var edges: [Step: Int] = [:]
    /// What ends here.
    var terminals: [PhraseAutomaton.Terminal] = []

    /// The symbols of symbol edges with their targets, by symbol.
    var symbolEdges: [(symbol: UInt32, target: UInt32)] {
      edges.compactMap { step, target in
        if case .symbol(let symbol) = step { (symbol, UInt32(target)) } else { nil }
      }.sorted { $0.symbol < $1.symbol }
    }
  }

  /// The nodes; 0 is the root.
  private var nodes = [Node()]
  /// The spellings of case-exact phrases.
  private var spellings: [[[UInt8]]] = []

  /// Whether any phrase asks for a date or a time.
  var asksForTimes: Bool {
    nodes.contains { $0.edges[.tokenClass(.date)] != nil || $0.edges[.tokenClass(.time)] != nil }
  }

  /// Adds a phrase to a set; with a spelling the text must have those letters.
  mutating func insert(_ steps: [Step], set: UInt32, spelling: [[UInt8]]?) {
    guard !steps.isEmpty else { return }
    var node = 0
    for step in steps {
      if let next = nodes[node].edges[step] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].edges[step] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    var index: Int32 = -1
    if let spelling {
      index = Int32(spellings.count)
      spellings.append(spelling)
    } else if nodes[node].terminals.contains(where: { $0.set == set && $0.spelling < 0 }) {
      return
    }
    nodes[node].terminals.append(PhraseAutomaton.Terminal(set: set, spelling: index))
  }

  /// Writes the automaton over the words of `symbols`, for this many sets.
  func write(symbols: SymbolTableBuilder, setCount: Int, to writer: inout ImageWriter) {
    var roots: [UInt32] = Array(repeating: 0, count: symbols.count + 1)
    var rootsBySet: [UInt32] = Array(repeating: 0, count: setCount)
    var flatNodes: [PhraseAutomaton.Node] = []
    var classEdges: [PhraseAutomaton.ClassEdge] = []
    var setEdges: [PhraseAutomaton.SetEdge] = []
    var terminals: [PhraseAutomaton.Terminal] = []
    let edges = EdgePlacing(nodes.map(\.symbolEdges))
    for (index, node) in nodes.enumerated() {
      var flat = PhraseAutomaton.Node()
      flat.classStart = UInt32(classEdges.count)
      flat.setStart = UInt32(setEdges.count)
      flat.terminalStart = UInt32(terminals.count)
      flat.terminalCount = UInt32(node.terminals.count)
      terminals += node.terminals.sorted { ($0.set, $0.spelling) < ($1.set, $1.spelling) }
      // A dictionary has no order; a node's number tells when it was added.
      for (step, target) in node.edges.sorted(by: { $0.value < $1.value }) {
        switch step {
        case .symbol(let symbol) where index == 0:
          roots[Int(symbol)] = UInt32(target)
        case .symbol: flat.edges = edges.starts[index]
        case .set(let set) where index == 0:
          rootsBySet[Int(set)] = UInt32(target)
        case .set(let set):
          setEdges.append(.init(set: set, target: UInt32(target)))
        case .tokenClass(let tokenClass):
          let bit = TokenClassSet(tokenClass)
          classEdges.append(.init(tokenClass: bit, target: UInt32(target)))
          flat.classes.formUnion(bit)
        }
      }
      flat.classCount = UInt32(classEdges.count) - flat.classStart
      flat.setCount = UInt32(setEdges.count) - flat.setStart
      flatNodes.append(flat)
    }
    _ = writer.append(.phraseRoots, roots)
    _ = writer.append(.phraseNodes, flatNodes)
    _ = writer.append(.phraseClassEdges, classEdges)
    _ = writer.append(.phraseSetEdges, setEdges)
    _ = writer.append(.phraseRootsBySet, rootsBySet)
    _ = writer.append(.phraseTerminals, terminals)
    _ = writer.append(.phraseEdges, edges.slots)
    _ = writer.append(.phraseStems, symbols.stems)
    var lists: [ListRecord] = []
    for spelling in spellings {
      var words: [TextRecord] = []
      for word in spelling { words.append(writer.text(String(decoding: word, as: UTF8.self))) }
      lists.append(writer.append(.spelledWords, words))
    }
    _ = writer.append(.spellings, lists)
  }
}

extension SymbolTableBuilder {
  /// For each symbol that ends in `'s` the symbol of the word without it, 0 for every other.
  fileprivate var stems: [UInt32] {
    [0]
      + (0..<UInt32(count)).map { index in
        let word = bytes(of: index + 1)
        guard word.count > 2, word.suffix(2).elementsEqual("'s".utf8) else { return 0 }
        return symbol(of: word.dropLast(2))
      }
  }
}
