internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordText

/// What rules that look across posts found in one post, kept until every draft has been read.
///
/// It holds the words found and the lines around them, not the post, so that a long stream of posts
/// needs little memory.
struct GatheredPost {
  /// A part of a rule as it was found.
  struct Fact {
    /// The part, by its place in the rule's `together`.
    var part: Int
    /// The bytes in the post's text.
    var postRange: SourceRange
    /// The bytes in the file.
    var fileRange: SourceRange
    /// The words, as they stand in the post's text.
    var words: [UInt8]
    /// The lines of the draft around them.
    var source: SourceText
  }

  /// The path of the draft.
  var path: String
  /// The post without its text: id, context and suppressions.
  var post: Post
  /// What is known about the post, the run's context included.
  var context: Context
  /// The draft and thread that the post belongs to; what one of them holds alone is found without gathering.
  var thread: String
  /// The day of publication, as days since 1970-01-01.
  var day: Int
  /// What binds it to other posts: its campaign and its account, each marked as such.
  var bonds: [String]
  /// What each rule found, by the rule's place in the program.
  var facts: [Int32: [Fact]]

  /// The bytes kept, roughly.
  var size: Int {
    facts.values.joined().reduce(400) { $0 + $1.words.count + $1.source.bytes.count + 120 }
  }

  /// Whether it comes before another: by day, path and id, so that the order of reading does not matter.
  func precedes(_ other: GatheredPost) -> Bool {
    if day != other.day { return day < other.day }
    if path != other.path { return path.utf8.lexicographicallyPrecedes(other.path.utf8) }
    return post.id.utf8.lexicographicallyPrecedes(other.post.id.utf8)
  }
}
