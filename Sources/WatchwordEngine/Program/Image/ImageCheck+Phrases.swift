internal import WatchwordText

extension ImageCheck {
  /// Whether the words are a symbol table, and everything that has an entry for each of them has.
  var wordsAreSound: Bool {
    let slots = table(.symbolSlots, of: SymbolTable.Slot.self)
    let offsets = table(.symbolOffsets, of: UInt32.self)
    // There is an entry for 0 and one for the end.
    let words = offsets.count - 1
    // A probe ends at an empty slot.
    return words > 0 && isPowerOfTwo(slots.count) && slots.contains { $0.symbol == 0 }
      && zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
      && slots.allSatisfy {
        Int($0.symbol) < words
          && offsets[Int($0.symbol) + 1] - offsets[Int($0.symbol)] == $0.length
      }
      && Int(offsets[words]) <= count(.symbolText)
      && TimeScanner.areMeanings(table(.timeMeanings))
      && count(.wordClasses) == words && count(.phraseRoots) == words
      && count(.phraseStems) == words && areAll(.phraseStems, below: words)
  }

  /// Whether the phrases are a trie of bounded depth.
  var phrasesAreSound: Bool {
    let sets = count(.covers)
    let spellings = count(.spellings)
    return isTrie && count(.phraseRootsBySet) == sets
      && table(.phraseTerminals, of: PhraseAutomaton.Terminal.self).allSatisfy {
        Int($0.set) < sets && $0.spelling >= -1 && Int($0.spelling) < spellings
      }
      && table(.phraseSetEdges, of: PhraseAutomaton.SetEdge.self).allSatisfy { Int($0.set) < sets }
      && table(.spellings, of: ListRecord.self).allSatisfy { isList($0, of: .spelledWords) }
      && table(.spelledWords, of: TextRecord.self).allSatisfy { isText($0) }
  }

  /// Whether every node but the root is reached by one edge, from a node before it, and not too deep.
  private var isTrie: Bool {
    let nodes = table(.phraseNodes, of: PhraseAutomaton.Node.self)
    guard !nodes.isEmpty else { return false }
    var parents = Parents(count: nodes.count)
    let roots = Array(table(.phraseRoots, of: UInt32.self)) + table(.phraseRootsBySet)
    for root in roots where root != 0 { parents.add(edgeFrom: 0, to: root) }
    for edge in table(.phraseEdges, of: PhraseAutomaton.Edge.self) where edge.node != 0 {
      parents.add(edgeFrom: edge.node, to: edge.target)
    }
    let classEdges = table(.phraseClassEdges, of: PhraseAutomaton.ClassEdge.self)
    let setEdges = table(.phraseSetEdges, of: PhraseAutomaton.SetEdge.self)
    for (index, node) in nodes.enumerated() {
      guard
        isList(ListRecord(start: node.classStart, count: node.classCount), of: .phraseClassEdges),
        isList(ListRecord(start: node.setStart, count: node.setCount), of: .phraseSetEdges),
        isList(
          ListRecord(start: node.terminalStart, count: node.terminalCount),
          of: .phraseTerminals
        )
      else { return false }
      for edge in classEdges.part(node.classStart, node.classCount) {
        parents.add(edgeFrom: UInt32(index), to: edge.target)
      }
      for edge in setEdges.part(node.setStart, node.setCount) {
        parents.add(edgeFrom: UInt32(index), to: edge.target)
      }
    }
    return parents.areSound
  }

  /// The node that each node is reached from.
  private struct Parents {
    /// The parent of each node; `UInt32.max` where none is known.
    private var parents: [UInt32]
    /// Whether an edge was impossible.
    private var hasFailed = false

    /// Makes room for this many nodes.
    init(count: Int) {
      parents = Array(repeating: .max, count: count)
    }

    /// Notes an edge.
    mutating func add(edgeFrom parent: UInt32, to child: UInt32) {
      guard parent < child, Int(child) < parents.count, parents[Int(child)] == .max else {
        hasFailed = true
        return
      }
      parents[Int(child)] = parent
    }

    /// Whether every node but the root has a parent, and none is too deep.
    var areSound: Bool {
      guard !hasFailed else { return false }
      var depths = Array(repeating: 0, count: parents.count)
      for index in parents.indices.dropFirst() {
        guard parents[index] != .max else { return false }
        depths[index] = depths[Int(parents[index])] + 1
        guard depths[index] <= ImageCheck.deepest else { return false }
      }
      return true
    }
  }

  /// Whether a number is a power of two.
  private func isPowerOfTwo(_ number: Int) -> Bool { number > 0 && number & (number - 1) == 0 }

  /// Whether the patterns and the automaton that goes before them are sound.
  var patternsAreSound: Bool {
    let groupCounts = table(.literalGroupCount, of: UInt32.self)
    guard groupCounts.count == 1, groupCounts[0] <= UInt32(UInt16.max) else { return false }
    return literalsAreSound(groups: groupCounts[0])
      && table(.patternNeedGroups, of: UInt16.self).allSatisfy { UInt32($0) < groupCounts[0] }
      && table(.patterns, of: PatternRecord.self).allSatisfy {
        isText($0.expression) && isList($0.needGroups, of: .patternNeedGroups)
          && isList($0.needBytes, of: .patternNeedBytes)
      }
  }

  /// Whether the automaton for this many groups of strings stays in its tables.
  private func literalsAreSound(groups: UInt32) -> Bool {
    let classes = table(.literalClasses, of: UInt8.self)
    let next = table(.literalNext, of: UInt16.self)
    let starts = table(.literalGroupStarts, of: UInt32.self)
    guard classes.count == 256, starts.count > 1 else { return false }
    let states = starts.count - 1
    let classCount = next.count / states
    return next.count == states * classCount && classes.allSatisfy { Int($0) < classCount }
      && next.allSatisfy { Int($0) < states }
      && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
      && Int(starts[states]) <= count(.literalGroups)
      && table(.literalGroups, of: UInt16.self).allSatisfy { UInt32($0) < groups }
  }
}
