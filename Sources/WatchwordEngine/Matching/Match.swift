internal import WatchwordText

/// What a matcher found: a range, and the parts of a `together` with it.
struct Match {
  /// One named part of a `together`, or one named group of a pattern.
  struct Part {
    /// The name; empty in an `all`.
    var name: String
    /// The bytes in the post's text.
    var range: SourceRange
    /// Whether it is a group inside the match, which reports do not mark.
    var isGroup = false
  }

  /// The bytes in the post's text that carry the mark.
  var range: SourceRange
  /// What the marked part is called; empty for none.
  var name = ""
  /// Further parts, in reading order.
  var parts: [Part] = []
  /// How many parts of a `together` were found, the marked one included; 0 for any other match.
  var partCount = 0

  /// The smallest range that holds the mark and every part.
  var extent: SourceRange {
    parts.reduce(range) { $0.union($1.range) }
  }
}
