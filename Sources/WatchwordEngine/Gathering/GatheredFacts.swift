internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

/// What some posts give to rules that look across posts.
public struct GatheredFacts: Sendable {
  /// The longest words kept of one fact, in bytes.
  private static let longestWords = 200
  /// The most facts kept of one part in one post.
  private static let mostFacts = 4

  /// The posts with facts, in the order of checking.
  private(set) var posts: [GatheredPost] = []
  /// The bytes kept.
  private var size = 0
  /// Whether these posts alone give more than a gathering keeps, and some were left out.
  private(set) var isFull = false

  /// Whether no post gave anything.
  public var isEmpty: Bool { posts.isEmpty && !isFull }
  /// The paths of the drafts that gave something.
  public var paths: Set<String> { Set(posts.map(\.path)) }

  /// Makes facts of no posts.
  public init() {}

  /// Keeps what a post gives to the rules that look across posts.
  ///
  /// - Parameter evaluator: Has just looked at the post.
  mutating func add(
    _ post: Post,
    path: String,
    context: Context,
    published: Moment,
    source: SourceText,
    rules: FlatTable<Int32>,
    evaluator: inout MatcherEvaluator
  ) {
    guard !isFull else { return }
    let bonds = ["campaign", "account"].flatMap { key in
      (context[key]?.texts ?? []).filter { !$0.isEmpty }.map { "\(key) \($0.lowercased())" }
    }
    var facts: [Int32: [GatheredPost.Fact]] = [:]
    for index in rules {
      let rule = evaluator.program.rules[Int(index)]
      guard let (node, together) = evaluator.program.together(of: rule) else { continue }
      if bonds.isEmpty, together.scope != .run { continue }
      guard !rule.isDated || rule.counts(at: published, in: context),
        ContextMatching.applies(rule, in: context)
      else { continue }
      let found = evaluator.parts(of: together, guards: node.guards).enumerated().flatMap {
        part,
        matches in
        matches.prefix(Self.mostFacts).map { match in
          fact(part, match.range, post, source, evaluator.text)
        }
      }
      if !found.isEmpty { facts[index] = found }
    }
    guard !facts.isEmpty else { return }
    let kept = GatheredPost(
      path: path,
      post: Post(
        id: post.id,
        text: [],
        thread: post.thread,
        map: SourceMap(),
        suppressions: post.suppressions
      ),
      context: context,
      thread: "\(path)\u{0}\(post.thread ?? post.id)",
      day: published.day.dayNumber,
      bonds: bonds,
      facts: facts
    )
    size += kept.size
    isFull = size > Gathering.mostBytes
    if !isFull { posts.append(kept) }
  }

  /// A fact with its words and the lines around them.
  private func fact(
    _ part: Int,
    _ range: SourceRange,
    _ post: Post,
    _ source: SourceText,
    _ text: UnsafeBufferPointer<UInt8>
  ) -> GatheredPost.Fact {
    let fileRange = post.map.fileRange(of: range)
    var end = min(range.end, range.start + Self.longestWords)
    while end < range.end, end > range.start, text[end] & 0xC0 == 0x80 { end -= 1 }
    return GatheredPost.Fact(
      part: part,
      postRange: range,
      fileRange: fileRange,
      words: Array(text[range.start..<end]),
      source: source.lines(around: fileRange)
    )
  }
}
