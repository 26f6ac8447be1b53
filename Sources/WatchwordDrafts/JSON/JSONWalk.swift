import WatchwordText

/// Follows a path through a JSON value to the objects of posts.
struct JSONWalk {
  /// The path.
  private let path: JSONPath
  /// The offset in the file of the scanned bytes.
  private let baseOffset: Int

  /// Makes a walk over bytes that stand in the file from `baseOffset` on.
  init(_ path: JSONPath, baseOffset: Int) {
    self.path = path
    self.baseOffset = baseOffset
  }

  /// What is done with an object: it is passed over by a scanner that stands at it, with so many brackets open around it.
  typealias Visit = (
    inout JSONScanner, _ depth: Int, inout DraftProblems
  ) throws(JSONMistake) -> Void

  /// Passes over the value at which a scanner stands and calls `visit` at each post; where the path does not lead on is reported.
  func forEachPost(
    _ scanner: inout JSONScanner,
    _ problems: inout DraftProblems,
    _ visit: Visit
  ) throws(JSONMistake) {
    try follow(path.toPosts[...], &scanner, depth: 0, &problems, visit)
  }

  /// Follows the rest of the path from the value at which a scanner stands.
  private func follow(
    _ steps: ArraySlice<JSONPath.Step>,
    _ scanner: inout JSONScanner,
    depth: Int,
    _ problems: inout DraftProblems,
    _ visit: Visit
  ) throws(JSONMistake) {
    let start = scanner.position
    switch steps.first {
    case nil:
      guard scanner.next == UInt8(ascii: "{") else {
        try scanner.skipValue(depth: depth)
        return report(start..<scanner.position, "a post must be an object here", &problems)
      }
      try visit(&scanner, depth, &problems)
    case .items:
      guard scanner.next == UInt8(ascii: "[") else {
        try scanner.skipValue(depth: depth)
        return report(start..<scanner.position, "there is no list here", &problems)
      }
      try scanner.enter(depth: depth)
      var isFirst = true
      while try scanner.moreFollows(isFirst: isFirst, closing: UInt8(ascii: "]")) {
        isFirst = false
        try follow(steps.dropFirst(), &scanner, depth: depth + 1, &problems, visit)
      }
    case .key(let wanted):
      guard scanner.next == UInt8(ascii: "{") else {
        try scanner.skipValue(depth: depth)
        return report(start..<scanner.position, "there is no object here", &problems)
      }
      try scanner.enter(depth: depth)
      var isFirst = true
      var isFound = false
      var unpaired: [SourceRange] = []
      while let key = try scanner.nextKey(isFirst: isFirst) {
        isFirst = false
        let name = key.value(in: scanner, baseOffset: baseOffset, unpaired: &unpaired)
        if name == wanted {
          isFound = true
          try follow(steps.dropFirst(), &scanner, depth: depth + 1, &problems, visit)
        } else {
          try scanner.skipValue(depth: depth + 1)
        }
      }
      guard !isFound else { return }
      let seen = JSONKeys.seen(in: scanner, from: start)
      report(start..<scanner.position, "there is no `\(wanted)` here\(seen)", &problems)
    }
  }

  /// Reports where the path ends before it should.
  private func report(
    _ range: Range<Int>,
    _ message: String,
    _ problems: inout DraftProblems
  ) {
    problems.report(
      "json-path",
      at: SourceRange(baseOffset + range.lowerBound, baseOffset + range.upperBound),
      message,
      advice: "Look at the path `\(path)`, which says where the posts' words stand."
    )
  }
}
