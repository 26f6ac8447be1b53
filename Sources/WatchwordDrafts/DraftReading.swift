public import WatchwordDiagnostics

/// What was read from a draft: the posts in file order, and what is wrong with the draft itself.
public struct DraftReading: Hashable, Sendable {
  /// The posts to check.
  public var posts: [Post]
  /// Mistakes in the draft's own format, in the order they were met; their rules are named `draft/…`.
  public var problems: [Diagnostic]

  /// Makes a reading.
  public init(posts: [Post] = [], problems: [Diagnostic] = []) {
    self.posts = posts
    self.problems = problems
  }
}
