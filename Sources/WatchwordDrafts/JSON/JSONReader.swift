import WatchwordDiagnostics
import WatchwordText

/// Reads posts from a file that is one JSON value.
///
/// The value is an array of objects, an object with such an array under one of the usual keys, however
/// deep, or an object that is a post itself; or a ``JSONPath`` says where posts are. Keys mean what
/// they mean in JSON Lines.
struct JSONReader {
  /// The path of the draft as the user wrote it.
  private let path: String
  /// The offset in the file of the scanned bytes.
  private let baseOffset: Int
  /// The keys that make a context.
  private let keys = ContextKeyTable()
  /// Where the words of posts stand, if that is known.
  private let textPath: JSONPath?
  /// What is wrong so far.
  private var problems: DraftProblems
  /// The posts so far.
  private var posts: [Post] = []

  /// Makes a reader of a file whose scanned bytes start at `baseOffset`.
  private init(path: String, baseOffset: Int, textPath: JSONPath?) {
    self.path = path
    self.baseOffset = baseOffset
    self.textPath = textPath
    problems = DraftProblems(path: path)
  }

  /// Reads a whole file; where its JSON is broken, the posts before the mistake are kept.
  static func read(_ source: SourceText, path: String, options: ReadingOptions) -> DraftReading {
    var reader = JSONReader(
      path: path,
      baseOffset: source.baseOffset,
      textPath: options.jsonText
    )
    source.bytes.withUnsafeBufferPointer { bytes in
      guard
        EncodingCheck.passes(bytes, baseOffset: source.baseOffset, problems: &reader.problems)
      else { return }
      let mark = EncodingCheck.markLength(bytes, baseOffset: source.baseOffset)
      var scanner = JSONScanner(bytes, from: mark)
      do throws(JSONMistake) {
        try reader.read(&scanner)
      } catch {
        reader.report(error)
      }
    }
    return DraftReading(posts: reader.posts, problems: reader.problems.diagnostics)
  }

  /// Reads the value of the file.
  private mutating func read(_ scanner: inout JSONScanner) throws(JSONMistake) {
    scanner.skipSpace()
    if let textPath {
      try read(textPath, &scanner)
    } else {
      try findPosts(&scanner)
    }
    scanner.skipSpace()
    guard scanner.next == nil else { throw scanner.mistake(.trailingText) }
  }

  /// Reads the posts that a path leads to.
  private mutating func read(
    _ textPath: JSONPath,
    _ scanner: inout JSONScanner
  ) throws(JSONMistake) {
    let stem = DraftName(path: path).stem
    let isList = textPath.toPosts.contains(.items)
    var walk = JSONWalk(textPath, keys: keys, baseOffset: baseOffset, draft: path) {
      isList ? "\(stem)#\($0)" : stem
    }
    defer {
      posts += walk.posts
      problems.add(walk.problems.diagnostics)
    }
    try walk.read(&scanner)
    if walk.count == 0, walk.problems.diagnostics.isEmpty { DraftReader.reportEmpty(&problems) }
  }

  /// Looks for posts where they usually are.
  private mutating func findPosts(_ scanner: inout JSONScanner) throws(JSONMistake) {
    let start = scanner.position
    switch scanner.next {
    case UInt8(ascii: "["):
      try readList(&scanner, depth: 0)
    case UInt8(ascii: "{"):
      let root = JSONRoot(at: scanner)
      if var list = root.list, !root.hasText {
        try readList(&list, depth: root.listDepth)
        if let mistake = root.mistake { throw mistake }
        scanner = root.end
      } else {
        if let mistake = root.mistake { throw mistake }
        try readPost(&scanner, depth: 0, defaultID: DraftName(path: path).stem)
      }
    default:
      try scanner.skipValue(depth: 0)
      throw JSONMistake(kind: .notAnObject, range: start..<scanner.position)
    }
  }

  /// Reads an array of posts; an element that is no object is reported and passed over.
  private mutating func readList(
    _ scanner: inout JSONScanner,
    depth: Int
  ) throws(JSONMistake) {
    let stem = DraftName(path: path).stem
    try scanner.enter(depth: depth)
    var number = 0
    while try scanner.moreFollows(isFirst: number == 0, closing: UInt8(ascii: "]")) {
      number += 1
      let start = scanner.position
      if scanner.next == UInt8(ascii: "{") {
        try readPost(&scanner, depth: depth + 1, defaultID: "\(stem)#\(number)")
      } else {
        try scanner.skipValue(depth: depth + 1)
        report(JSONMistake(kind: .notAnObject, range: start..<scanner.position))
      }
    }
    if number == 0 { DraftReader.reportEmpty(&problems) }
  }

  /// Reads one object as a post.
  private mutating func readPost(
    _ scanner: inout JSONScanner,
    depth: Int,
    defaultID: String
  ) throws(JSONMistake) {
    var object = JSONPost(keys: keys, baseOffset: baseOffset, path: path)
    try object.readObject(&scanner, depth: depth)
    object.finish(defaultID: defaultID, into: &posts, problems: &problems)
  }

  /// Reports what is not JSON, or not a post.
  private mutating func report(_ mistake: JSONMistake) {
    problems.report(
      mistake.kind == .tooDeep ? "nesting-too-deep" : "json",
      at: SourceRange(
        baseOffset + mistake.range.lowerBound,
        baseOffset + mistake.range.upperBound
      ),
      mistake.kind.message,
      advice: mistake.kind.wholeFileAdvice
    )
  }
}

/// A first look at the object that is a whole file.
private struct JSONRoot {
  /// The keys under which posts are looked for; an earlier one wins.
  private static let listKeys = [
    "posts", "items", "data", "drafts", "entries", "results", "messages", "updates", "tweets",
  ]
  /// How many objects inside each other are looked through.
  private static let deepest = 4

  /// Whether the object has a text of its own, and so is a post.
  private(set) var hasText = false
  /// A scanner at the array of posts, if there is one.
  private(set) var list: JSONScanner?
  /// How many brackets are open around that array.
  private(set) var listDepth = 0
  /// The place of that array's key, lower for a better one.
  private var rank = Int.max
  /// A scanner behind the object; where a mistake ended the look, at the mistake.
  private(set) var end: JSONScanner
  /// What ended the look early.
  private(set) var mistake: JSONMistake?

  /// Passes over the object at which a scanner stands.
  init(at scanner: JSONScanner) {
    end = scanner
    do throws(JSONMistake) { try look(depth: 0) } catch { mistake = error }
  }

  /// Looks at each member of an object, and of those under keys that may lead to posts.
  private mutating func look(depth: Int) throws(JSONMistake) {
    try end.enter(depth: depth)
    var isFirst = true
    while let key = try end.nextKey(isFirst: isFirst) {
      isFirst = false
      let name = UnsafeBufferPointer(rebasing: end.bytes[key.content])
      if depth == 0, name.elementsEqual("text".utf8) { hasText = true }
      let place = Self.listKeys.firstIndex { name.elementsEqual($0.utf8) }
      if place != nil, end.next == UInt8(ascii: "{"), depth + 1 < Self.deepest {
        try look(depth: depth + 1)
        continue
      }
      if let place, end.next == UInt8(ascii: "["), depth * Self.listKeys.count + place < rank {
        (list, listDepth) = (end, depth + 1)
        rank = depth * Self.listKeys.count + place
      }
      try end.skipValue(depth: depth + 1)
    }
  }
}
