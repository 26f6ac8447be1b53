internal import WatchwordDrafts
internal import WatchwordRules

/// Tells which posts of a draft are new or different, whole, so that rules about absence hold.
struct ChangedPosts {
  /// What makes two posts the same to a rule: text, context and decisions, not their place.
  private struct Content: Hashable {
    /// The text.
    let text: [UInt8]
    /// The values of the context, by key.
    let context: [String: ContextValue]
    /// The suppressions as written.
    let decisions: [String]

    /// The content of a post.
    init(_ post: Post) {
      text = post.text
      context = post.context.entries.mapValues(\.value)
      decisions = post.suppressions.map { "\($0.rule)\u{0}\($0.reason)\u{0}\($0.until ?? "")" }
    }
  }

  /// Leaves the posts that the earlier reading does not hold; a thread stays whole where any part changed.
  ///
  /// Posts are compared by content, so that a row that only moved is not new.
  static func keep(in reading: inout DraftReading, since earlier: DraftReading) {
    let known = Set(earlier.posts.map(Content.init))
    let changed = reading.posts.filter { !known.contains(Content($0)) }
    let threads = Set(changed.compactMap(\.thread))
    let ids = Set(changed.map(\.id))
    // A part that was taken out changes its thread, too.
    let before = Dictionary(grouping: earlier.posts, by: \.thread).mapValues(\.count)
    let now = Dictionary(grouping: reading.posts, by: \.thread).mapValues(\.count)
    reading.posts.removeAll { post in
      guard !ids.contains(post.id) else { return false }
      guard let thread = post.thread else { return true }
      return !threads.contains(thread) && before[thread] == now[thread]
    }
  }
}
