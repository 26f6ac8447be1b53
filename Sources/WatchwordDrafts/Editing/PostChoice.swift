import WatchwordRules

/// The post of a draft that somebody means: one, or all parts of a thread.
public struct PostChoice: Hashable, Sendable {
  /// The places of the posts among those of the reading.
  public let indices: Range<Int>

  /// Chooses the post at a place among those of the reading.
  public init(_ index: Int) {
    indices = index..<index + 1
  }

  /// Finds the post of a name.
  ///
  /// - Parameter name: An id, the id of a thread, or `#` and the post's number in the draft, counted
  ///   from 1; nil where the draft has no other.
  /// - Throws: A problem where there is no such post, or more than one.
  public init(_ name: String?, in reading: DraftReading) throws(EditProblem) {
    let posts = reading.posts
    guard let first = posts.first else { throw EditProblem("there is no post in it") }
    guard let name else {
      let isThread = first.thread != nil && posts.allSatisfy { $0.thread == first.thread }
      guard posts.count == 1 || isThread else {
        throw EditProblem(
          "it holds \(posts.count) posts; name one with --post: \(Self.names(of: posts))"
        )
      }
      indices = posts.indices
      return
    }
    let named = posts.indices.filter { posts[$0].id == name }
    if named.count > 1 {
      throw EditProblem(
        "\(named.count) posts have the id “\(name)”; name one by its place: "
          + named.prefix(4).map { "#\($0 + 1)" }.joined(separator: ", ")
      )
    }
    if let index = named.first {
      indices = index..<index + 1
      return
    }
    let parts = posts.indices.filter { posts[$0].thread == name }
    if let first = parts.first, let last = parts.last {
      indices = first..<last + 1
      return
    }
    if name.hasPrefix("#"), let number = Int(name.dropFirst()), posts.indices.contains(number - 1) {
      indices = number - 1..<number
      return
    }
    let near = NearName.nearest(to: name, among: posts.map(\.id))
    throw EditProblem(
      "there is no post “\(name)” in it"
        + (near.map { "; did you mean “\($0)”?" } ?? "; there are \(Self.names(of: posts))")
    )
  }

  /// The first ids, or places where ids do not tell posts apart, for a message.
  private static func names(of posts: [Post]) -> String {
    let areDistinct = Set(posts.map(\.id)).count == posts.count
    let names = posts.prefix(5).enumerated().map { index, post in
      areDistinct ? post.id : "#\(index + 1)"
    }
    return names.joined(separator: ", ") + (posts.count > 5 ? " …" : "")
  }
}
