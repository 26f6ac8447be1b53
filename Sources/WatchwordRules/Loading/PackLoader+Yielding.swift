import WatchwordDiagnostics

extension PackLoader {
  /// Reports rules that yield to what there is not, to themselves, or in a circle.
  ///
  /// What lies in other packs is known only when packs are compiled together.
  mutating func checkYielding(extends: Bool) {
    guard rules.values.contains(where: { !$0.yieldsTo.isEmpty }) else { return }
    var links: [String: [Circles.Link<String, Located<String>>]] = [:]
    for rule in rules.values.sorted(by: { $0.id < $1.id }) {
      var own: [Circles.Link<String, Located<String>>] = []
      for place in rule.yieldsTo {
        let written = place.value
        let prefix = (pack?.id ?? "") + "/"
        let name = written.hasPrefix(prefix) ? String(written.dropFirst(prefix.count)) : written
        if let named = self.rule(named: name) {
          guard named != rule.id.name else {
            add(
              "yields-to-itself",
              "the rule `\(named)` cannot yield to itself",
              in: place.file,
              at: place.range
            )
            continue
          }
          own.append(Circles.Link(to: named, at: place))
        } else if Topic.all.contains(written) {
          let others = rules.values.filter { $0.topic == name && $0.id.name != rule.id.name }
          own += others.map(\.id.name).sorted().map { Circles.Link(to: $0, at: place) }
        } else if !extends || name != written, !name.contains("/") {
          add(
            "unknown-rule",
            "there is no rule `\(name)` in this pack, and no such topic",
            advice: NearName.advice(name, among: ruleFiles.keys.sorted() + Topic.all),
            in: place.file,
            at: place.range
          )
        }
      }
      links[rule.id.name] = own
    }
    for circle in Circles.among(links.keys.sorted(), links) {
      let link = circle.link
      add(
        "yield-cycle",
        "`\(link.target)` already yields to `\(circle.nodes.last ?? "")`",
        in: link.place.file,
        at: link.place.range
      )
    }
  }

  /// The rule of this pack with a name, its own or an old one.
  private func rule(named name: String) -> String? {
    if ruleFiles[name] != nil { return name }
    return rules.values.filter { $0.aliases.contains(name) }.map(\.id.name).min()
  }
}
