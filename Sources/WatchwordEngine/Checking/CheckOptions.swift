public import WatchwordDrafts
public import WatchwordText

/// What a check is told from outside: the day and what holds for every post.
public struct CheckOptions: Sendable {
  /// The day a post without `publish-at` counts as published.
  public var asOf: CivilDate
  /// Keys that count for every post that does not set them itself.
  public var context: Context

  /// Makes options.
  public init(asOf: CivilDate, context: Context = Context()) {
    self.asOf = asOf
    self.context = context
  }
}
