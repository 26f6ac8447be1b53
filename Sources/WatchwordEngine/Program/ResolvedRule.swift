public import WatchwordDiagnostics
public import WatchwordRules

/// A rule as a program of some packs has it, whole: with its examples and all else a check does not need.
public struct ResolvedRule: Sendable {
  /// The rule, with the changes of packs that take it over.
  public var rule: Rule
  /// The clauses it cites.
  public var citations: [Citation]

  /// The rules of packs that are checked together, by their ids.
  ///
  /// - Parameters:
  ///   - packs: The packs to check with.
  ///   - available: Every pack at hand, so that `extends` finds its base.
  public static func all(of packs: [RulePack], available: [RulePack]) -> [ResolvedRule] {
    let byID = Dictionary((available + packs).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    var resolver = PackResolver(available: byID, roots: [:])
    return resolver.rules(of: packs).map { ResolvedRule(rule: $0.rule, citations: $0.citations) }
  }

  /// Whether a name stands for the rule: `pack/name`, a name alone, or an old name.
  public func isNamed(_ name: String) -> Bool {
    rule.id.name == name || rule.id.description == name || rule.aliases.contains(name)
  }
}
