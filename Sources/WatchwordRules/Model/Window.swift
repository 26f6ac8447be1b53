public import WatchwordText

/// A stretch of days in which some rules count, such as the weeks before an election.
public struct Window: Hashable, Sendable {
  /// What it is called in messages, such as “the period before the council elections”.
  public var title: String
  /// When it begins: a day, or a moment of one.
  public var from: Moment
  /// When it ends: the last day, or a moment of it.
  public var until: Moment
  /// Which contexts it is for; a key that a post does not set agrees.
  public var applies: [ContextCondition]
  /// Where the dates are from.
  public var source: GuidanceSource?

  /// Makes a window, by default for every context.
  public init(
    title: String,
    from: Moment,
    until: Moment,
    applies: [ContextCondition] = [],
    source: GuidanceSource? = nil
  ) {
    self.title = title
    self.from = from
    self.until = until
    self.applies = applies
    self.source = source
  }

  /// Whether a moment lies in it, as exactly as both are known.
  public func contains(_ moment: Moment) -> Bool {
    !moment.isBefore(from) && !until.isBefore(moment)
  }
}
