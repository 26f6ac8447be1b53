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
  }

  /// The nodes; 0 is the root.
  private var nodes = [Node()]
  /// The spellings of case-exact phrases.
  private var spellings: [[[UInt8]]] = []

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

  /// The automaton in flat arrays, over the words of `symbols`, for this many sets.
  func build(symbols: SymbolTable, setCount: Int) -> PhraseAutomaton {
    var automaton = PhraseAutomaton(
      roots: Array(repeating: 0, count: symbols.count + 1),
      nodes: [],
      classEdges: [],
      setEdges: [],
      rootsBySet: Array(repeating: 0, count: setCount),
      terminals: [],
      edgeKeys: [],
      edgeTargets: [],
      stems: symbols.stems,
      spellings: spellings
    )
    let edgeCount = nodes.dropFirst().reduce(0) { $0 + $1.edges.count }
    var capacity = 16
    while capacity < edgeCount * 2 { capacity *= 2 }
    automaton.edgeKeys = Array(repeating: 0, count: capacity)
    automaton.edgeTargets = Array(repeating: 0, count: capacity)
    for (index, node) in nodes.enumerated() {
      var flat = PhraseAutomaton.Node()
      flat.classStart = UInt32(automaton.classEdges.count)
      flat.setStart = UInt32(automaton.setEdges.count)
      flat.terminalStart = UInt32(automaton.terminals.count)
      flat.terminalCount = UInt32(node.terminals.count)
      automaton.terminals += node.terminals.sorted {
        ($0.set, $0.spelling) < ($1.set, $1.spelling)
      }
      // A dictionary has no order; a node's number tells when it was added.
      for (step, target) in node.edges.sorted(by: { $0.value < $1.value }) {
        switch step {
        case .symbol(let symbol) where index == 0:
          automaton.roots[Int(symbol)] = UInt32(target)
          flat.hasSymbols = true
        case .symbol(let symbol):
          automaton.place(node: UInt32(index), symbol: symbol, target: UInt32(target))
          flat.hasSymbols = true
        case .set(let set) where index == 0:
          automaton.rootsBySet[Int(set)] = UInt32(target)
        case .set(let set):
          automaton.setEdges.append(.init(set: set, target: UInt32(target)))
        case .tokenClass(let tokenClass):
          let bit = TokenClassSet(tokenClass)
          automaton.classEdges.append(.init(tokenClass: bit, target: UInt32(target)))
          flat.classes.formUnion(bit)
        }
      }
      flat.classCount = UInt32(automaton.classEdges.count - Int(flat.classStart))
      flat.setCount = UInt32(automaton.setEdges.count - Int(flat.setStart))
      automaton.nodes.append(flat)
    }
    return automaton
  }
}

extension PhraseAutomaton {
  /// Puts a symbol edge into its first free slot.
  fileprivate mutating func place(node: UInt32, symbol: UInt32, target: UInt32) {
    let key = UInt64(node) << 32 | UInt64(symbol)
    let mask = edgeKeys.count - 1
    var slot = Self.slot(key) & mask
    while edgeKeys[slot] != 0 { slot = (slot + 1) & mask }
    edgeKeys[slot] = key
    edgeTargets[slot] = target
  }
}

extension SymbolTable {
  /// For each symbol that ends in `'s` the symbol of the word without it, 0 for every other.
  fileprivate var stems: [UInt32] {
    [0]
      + (0..<UInt32(count)).map { index in
        let word = Array(string(index + 1).utf8)
        guard word.count > 2, word.suffix(2).elementsEqual("'s".utf8) else { return 0 }
        return word.withUnsafeBufferPointer { symbol(of: $0, count: word.count - 2) }
      }
  }
}
