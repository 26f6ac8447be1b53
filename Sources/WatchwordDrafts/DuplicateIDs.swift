public import WatchwordDiagnostics
public import WatchwordText

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

  /// A warning where a post before has the id that another states at `range`.
  public mutating func problem(_ id: String, at range: SourceRange, path: String) -> Diagnostic? {
    guard seen.count < Self.most ? !seen.insert(id).inserted : seen.contains(id) else {
      return nil
    }
    var problems = DraftProblems(path: path)
    problems.report(
      "duplicate-id",
      .warning,
      at: range,
      post: id,
      "another post of this file has this id, so their findings cannot be told apart",
      advice: "Give each post an id of its own."
    )
    return problems.diagnostics.first
  }
}
