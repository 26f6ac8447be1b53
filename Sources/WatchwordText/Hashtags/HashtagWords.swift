/// The words that hashtags are split into: a graph of letters with the cost of each word.
///
/// A node is a run of edges; an edge has a letter, what the word that ends with it is, and the node
/// behind it.
enum HashtagWords {
  /// One edge of the graph.
  struct Edge {
    /// The edge's number in the table.
    private let bits: Int

    /// Reads the edge at a place in the table.
    @inline(__always)
    init(_ table: UnsafePointer<UInt8>, at place: Int) {
      let digits = table + 5 * place
      bits =
        StagedTable.triple(digits, 0)
        | StagedTable.digit(digits, 3) << 18 | StagedTable.digit(digits, 4) << 24
    }

    /// The letter, 0 for `a`.
    @inline(__always) var letter: Int { bits & 31 }
    /// Whether this is the last edge of its node.
    @inline(__always) var isLast: Bool { bits & 32 != 0 }
    /// The place of the node behind the edge, 0 where there is none.
    @inline(__always) var node: Int { bits >> 11 }
    /// Whether a word ends here.
    @inline(__always) var endsWord: Bool { bits >> 6 & 31 != 0 }
    /// The cost of the word that ends here, in quarters of a power of ten above the smallest; nil
    /// where none does, or one that only stands alone.
    @inline(__always) var cost: Int? {
      let level = bits >> 6 & 31
      return level == 0 || level == 30 ? nil : level
    }
  }

  /// The place of the node that every word starts from.
  static let root = 1

  /// The edge for a letter from a node, or nil.
  @inline(__always)
  static func edge(
    _ letter: Int,
    from node: Int,
    in table: UnsafePointer<UInt8>
  ) -> Edge? {
    var place = node
    while true {
      let edge = Edge(table, at: place)
      if edge.letter == letter { return edge }
      if edge.isLast || edge.letter > letter { return nil }
      place += 1
    }
  }
}
