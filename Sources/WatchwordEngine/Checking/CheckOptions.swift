public import WatchwordDiagnostics
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

  /// Whether findings go where their rules yield to others; without it each rule speaks for itself.
  public var letsRulesYield: Bool
  /// The rules whose findings nobody will see, so that no other yields to them.
  ///
  /// A list and no set: there are none or few, and what a set needs to know of its elements at run
  /// time took a tenth of a run over one short post.
  public var unheardRules: [RuleID]

  /// Makes options.
  public init(
    asOf: CivilDate,
    context: Context = Context(),
    asksUnaccompanied: Bool = true,
    letsRulesYield: Bool = true,
    unheardRules: [RuleID] = []
  ) {
    self.asOf = asOf
    self.context = context
    self.asksUnaccompanied = asksUnaccompanied
    self.letsRulesYield = letsRulesYield
    self.unheardRules = unheardRules
  }
}
