public import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordRules
public import WatchwordText

/// Adds up, over all drafts of a run, the facts that rules `within: thread` and `within: run` look for.
struct Gathering {
  /// The most bytes kept; what comes after is not looked at, which the run then says.
  static let mostBytes = 32 * 1_048_576
  /// The longest words kept of one fact, in bytes.
  private static let longestWords = 200
  /// The most facts kept of one part in one post.
  private static let mostFacts = 4

  /// The posts with facts.
  private(set) var posts: [GatheredPost] = []
  /// The bytes kept.
  private var size = 0
  /// Whether something was left out for want of room.
  private(set) var isFull = false

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
    guard size + kept.size <= Self.mostBytes else {
      isFull = true
      return
    }
    size += kept.size
    posts.append(kept)
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

  /// The findings in posts of different drafts and threads, each with the lines its mark stands in.
  func findings(_ rules: FlatTable<Int32>, program: Program) -> [GatheredFinding] {
    let sorted = posts.sorted { $0.precedes($1) }
    var result: [GatheredFinding] = []
    for index in rules {
      guard let (_, together) = program.together(of: program.rules[Int(index)]) else { continue }
      for group in groups(of: sorted, rule: index, scope: together.scope) {
        result += GatheredWindow(rule: index, together: together, program: program)
          .findings(in: group, days: together.scope.days)
      }
    }
    // Posts may share both a campaign and an account.
    var known: Set<String> = []
    return result.filter {
      known.insert("\($0.diagnostic.path)\u{0}\($0.diagnostic.fingerprint)").inserted
    }
  }

  /// The posts that belong together, in order, for each bond that at least two share.
  private func groups(
    of posts: [GatheredPost],
    rule: Int32,
    scope: Together.Scope
  ) -> [[GatheredPost]] {
    let posts = posts.filter { $0.facts[rule] != nil }
    guard scope != .run else { return [posts] }
    var groups: [String: [GatheredPost]] = [:]
    for post in posts {
      for bond in post.bonds { groups[bond, default: []].append(post) }
    }
    return groups.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
  }
}

extension Together.Scope {
  /// Within how many days posts must be published; nil where it does not matter.
  fileprivate var days: Int? {
    if case .thread(let days) = self { days } else { nil }
  }
}

/// A finding in several posts.
public struct GatheredFinding: Sendable {
  /// The finding, in the post that holds its mark.
  public var diagnostic: Diagnostic
  /// The lines of the draft that the mark stands in.
  public var source: SourceText
}
