public import WatchwordDiagnostics

/// Finds posts of one file that say they have the same id.
///
/// Findings, baselines and approvals name a post by its id, so a second one with it is mistaken for
/// the first. A stream can be endless, so ids are remembered up to a number of them.
public struct DuplicateIDs: Sendable {
  /// How many ids are remembered.
  private static let most = 100_000

  /// The ids so far.
  private var seen: Set<String> = []

  /// Makes a search that has seen nothing.
  public init() {}

  /// A warning for each post whose id another post before it has; ids that readers made up are passed over.
  public mutating func problems(in posts: [Post], path: String) -> [Diagnostic] {
    var problems = DraftProblems(path: path)
    for post in posts {
      guard let range = post.idRange else { continue }
      if seen.count < Self.most ? !seen.insert(post.id).inserted : seen.contains(post.id) {
        problems.report(
          "duplicate-id",
          .warning,
          at: range,
          post: post.id,
          "another post of this file has this id, so their findings cannot be told apart",
          advice: "Give each post an id of its own."
        )
      }
    }
    return problems.diagnostics
  }
}
