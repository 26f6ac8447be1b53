internal import WatchwordDiagnostics
internal import WatchwordRules
internal import WatchwordText

extension ProgramCompiler {
  /// Finds the places of the rules that each rule yields to.
  ///
  /// A rule of a chosen pack that another switches off is nothing to yield to. Of a circle, which is
  /// a mistake, the link that closes it counts for nothing.
  mutating func placeYields(of rules: inout [RulePlan]) {
    guard rules.contains(where: { !$0.rule.yieldsTo.isEmpty }) else { return }
    typealias Link = Circles.Link<RuleID, Located<String>>
    var links: [RuleID: [Link]] = [:]
    for plan in rules where !plan.rule.yieldsTo.isEmpty {
      scope = plan.rule.id.pack
      links[plan.rule.id] = plan.rule.yieldsTo.flatMap { name in
        self.rules(named: name, by: plan.rule).map { Link(to: $0, at: name) }
      }
    }
    for circle in Circles.among(rules.map(\.rule.id), links) {
      guard let owner = circle.nodes.last else { continue }
      links[owner]?.removeAll { $0.target == circle.link.target }
      // A circle in one pack was seen when that was loaded.
      guard Set(circle.nodes.map(\.pack)).count > 1 else { continue }
      scope = owner.pack
      report(
        "yield-cycle",
        "“\(circle.link.target)” already yields to “\(owner)”",
        at: circle.link.place
      )
    }
    let places = Dictionary(
      rules.enumerated().map { ($1.rule.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for (index, plan) in rules.enumerated() {
      rules[index].yieldsTo = Set((links[plan.rule.id] ?? []).compactMap { places[$0.target] })
        .sorted()
    }
  }

  /// The rules that a rule means with a name in `yields-to`; reports one that there is not.
  private mutating func rules(named name: Located<String>, by rule: Rule) -> [RuleID] {
    guard let pack = resolver.available[rule.id.pack] else { return [] }
    let parts = name.value.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    var packs = resolver.reach(of: pack)
    if parts.count == 2 { packs = resolver.available[String(parts[0])].map { [$0] } ?? [] }
    let wanted = String(parts.last ?? "")
    let all = packs.flatMap(\.rules)
    var found = all.filter { $0.id.name == wanted || $0.aliases.contains(wanted) }
    if found.isEmpty, parts.count == 1, Topic.all.contains(wanted) {
      found = all.filter { $0.topic == wanted }
      return found.map(\.id).filter { $0 != rule.id }
    }
    // A pack alone is checked when it is loaded; what lies in others is known only here.
    let isForeign = parts.count == 2 ? parts[0] != rule.id.pack : !pack.extends.isEmpty
    if found.isEmpty, isForeign {
      report("unknown-rule", "there is no rule “\(name.value)” in the packs at hand", at: name)
    }
    return found.map(\.id).filter { $0 != rule.id }
  }
}
