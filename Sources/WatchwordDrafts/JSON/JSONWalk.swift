import WatchwordText

/// Follows a path through a JSON value and reads the posts it leads to.
struct JSONWalk {
  /// The path.
  private let path: JSONPath
  /// The keys that make a context.
  private let keys: ContextKeyTable
  /// The offset in the file of the scanned bytes.
  private let baseOffset: Int
  /// The path of the draft as the user wrote it.
  private let draft: String
  /// The id of a post that has none, by its number counted from 1.
  private let defaultID: (Int) -> String

  /// The posts so far.
  private(set) var posts: [Post] = []
  /// What is wrong so far.
  private(set) var problems: DraftProblems
  /// How many objects the path has led to.
  private(set) var count = 0

  /// Makes a walk over bytes that stand in the file of a draft from `baseOffset` on.
  init(
    _ path: JSONPath,
    keys: ContextKeyTable,
    baseOffset: Int,
    draft: String,
    defaultID: @escaping (Int) -> String
  ) {
    self.path = path
    self.keys = keys
    self.baseOffset = baseOffset
    self.draft = draft
    self.defaultID = defaultID
    problems = DraftProblems(path: draft)
  }

  /// Passes over the value at which a scanner stands and reads its posts; where the path does not lead on is reported.
  mutating func read(_ scanner: inout JSONScanner) throws(JSONMistake) {
    try follow(path.toPosts[...], &scanner, depth: 0)
  }

  /// Follows the rest of the path from the value at which a scanner stands.
  private mutating func follow(
    _ steps: ArraySlice<JSONPath.Step>,
    _ scanner: inout JSONScanner,
    depth: Int
  ) throws(JSONMistake) {
    switch steps.first {
    case nil: try readPost(&scanner, depth: depth)
    case .items: try followItems(steps.dropFirst(), &scanner, depth: depth)
    case .key(let name): try follow(name, steps.dropFirst(), &scanner, depth: depth)
    }
  }

  /// Reads one object as a post.
  private mutating func readPost(
    _ scanner: inout JSONScanner,
    depth: Int
  ) throws(JSONMistake) {
    guard scanner.next == UInt8(ascii: "{") else {
      return try reportValue(&scanner, depth: depth, "a post must be an object here")
    }
    count += 1
    var object = JSONPost(
      keys: keys,
      baseOffset: baseOffset,
      path: draft,
      textKeys: path.toText
    )
    try object.readObject(&scanner, depth: depth)
    object.finish(defaultID: defaultID(count), into: &posts, problems: &problems)
  }

  /// Follows the rest of the path from each item of a list.
  private mutating func followItems(
    _ steps: ArraySlice<JSONPath.Step>,
    _ scanner: inout JSONScanner,
    depth: Int
  ) throws(JSONMistake) {
    guard scanner.next == UInt8(ascii: "[") else {
      return try reportValue(&scanner, depth: depth, "there is no list here")
    }
    try scanner.enter(depth: depth)
    var isFirst = true
    while try scanner.moreFollows(isFirst: isFirst, closing: UInt8(ascii: "]")) {
      isFirst = false
      try follow(steps, &scanner, depth: depth + 1)
    }
  }

  /// Follows the rest of the path from the value of a key.
  private mutating func follow(
    _ wanted: String,
    _ steps: ArraySlice<JSONPath.Step>,
    _ scanner: inout JSONScanner,
    depth: Int
  ) throws(JSONMistake) {
    guard scanner.next == UInt8(ascii: "{") else {
      return try reportValue(&scanner, depth: depth, "there is no object here")
    }
    let start = scanner.position
    try scanner.enter(depth: depth)
    var isFirst = true
    var isFound = false
    var unpaired: [SourceRange] = []
    while let key = try scanner.nextKey(isFirst: isFirst) {
      isFirst = false
      if key.value(in: scanner, baseOffset: baseOffset, unpaired: &unpaired) == wanted {
        isFound = true
        try follow(steps, &scanner, depth: depth + 1)
      } else {
        try scanner.skipValue(depth: depth + 1)
      }
    }
    guard !isFound else { return }
    let seen = JSONKeys.seen(in: scanner, from: start)
    report(start..<scanner.position, "there is no `\(wanted)` here\(seen)")
  }

  /// Passes over a value that is not what the path wants, and reports it.
  private mutating func reportValue(
    _ scanner: inout JSONScanner,
    depth: Int,
    _ message: String
  ) throws(JSONMistake) {
    let start = scanner.position
    try scanner.skipValue(depth: depth)
    report(start..<scanner.position, message)
  }

  /// Reports where the path ends before it should.
  private mutating func report(_ range: Range<Int>, _ message: String) {
    problems.report(
      "json-path",
      at: SourceRange(baseOffset + range.lowerBound, baseOffset + range.upperBound),
      message,
      advice: "Look at the path `\(path)`, which says where the posts' words stand."
    )
  }
}
