/// Finds circles among things that lead to others.
public enum Circles {
  /// A way from one thing to another.
  public struct Link<Node: Hashable, Place> {
    /// Where it leads.
    public var target: Node
    /// Where it is written.
    public var place: Place

    /// Makes a link.
    public init(to target: Node, at place: Place) {
      self.target = target
      self.place = place
    }
  }

  /// A circle, by the link that closes it.
  public struct Circle<Node: Hashable, Place> {
    /// What is on it, from the target of ``link`` to its owner.
    public var nodes: [Node]
    /// The link from the last of ``nodes`` to the first.
    public var link: Link<Node, Place>
  }

  /// The circles met on a walk through all links; without the links that close them, none is left.
  ///
  /// O(*n*) in the things and links, besides the circles themselves.
  ///
  /// - Parameters:
  ///   - starts: The things, in the order in which walks begin at them.
  ///   - links: Where each leads, in the order of the walk; things that are not among the keys lead nowhere.
  public static func among<Node: Hashable, Place>(
    _ starts: [Node],
    _ links: [Node: [Link<Node, Place>]]
  ) -> [Circle<Node, Place>] {
    var circles: [Circle<Node, Place>] = []
    var done: Set<Node> = []
    for start in starts where !done.contains(start) {
      // Depth first with a path of its own, so that long chains cannot exhaust the stack.
      var path: [(node: Node, next: Int)] = [(start, 0)]
      var onPath: Set<Node> = [start]
      while let (node, next) = path.last {
        guard let link = links[node]?.dropFirst(next).first else {
          done.insert(node)
          onPath.remove(node)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        if onPath.contains(link.target) {
          let nodes = path.map(\.node)
          let first = nodes.firstIndex(of: link.target) ?? 0
          circles.append(Circle(nodes: Array(nodes[first...]), link: link))
        } else if links[link.target] != nil, !done.contains(link.target) {
          path.append((link.target, 0))
          onPath.insert(link.target)
        }
      }
    }
    return circles
  }
}
