public import WatchwordDrafts
public import WatchwordText

/// What a check is told from outside: the day and what holds for every post.
public struct CheckOptions: Sendable {
  /// The day a post without `publish-at` counts as published.
  public var asOf: CivilDate
  /// Keys that count for every post that does not set them itself.
  public var context: Context

  /// Whether rules that speak only beside other findings are asked where nothing else is found; a run
  /// that drops what they say there need not ask them.
  public var asksUnaccompanied: Bool

  /// Makes options.
  public init(asOf: CivilDate, context: Context = Context(), asksUnaccompanied: Bool = true) {
    self.asOf = asOf
    self.context = context
    self.asksUnaccompanied = asksUnaccompanied
  }
}
