public import WatchwordDiagnostics
internal import WatchwordRules
public import WatchwordText

/// Adds up, over all drafts of a run, the facts that rules `within: thread` and `within: run` look for.
public struct Gathering: Sendable {
  /// The most bytes kept; what comes after is not looked at, which the run then says.
  static let mostBytes = 32 * 1_048_576

  /// The posts with facts.
  private var posts: [GatheredPost] = []
  /// The bytes kept.
  private var size = 0
  /// Whether facts of some posts were left out because there were too many.
  public private(set) var isFull = false

  /// Makes an empty gathering.
  public init() {}

  /// Adds what some posts give; the order decides which are left out where there are too many.
  public mutating func add(_ facts: GatheredFacts) {
    for post in facts.posts {
      guard !isFull, size + post.size <= Self.mostBytes else {
        isFull = true
        return
      }
      size += post.size
      posts.append(post)
    }
    if facts.isFull { isFull = true }
  }

  /// The findings in posts of different drafts and threads, each with the lines its mark stands in.
  public func findings(of program: Program) -> [GatheredFinding] {
    let sorted = posts.sorted { $0.precedes($1) }
    var result: [GatheredFinding] = []
    for index in program.gatheringRules {
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
