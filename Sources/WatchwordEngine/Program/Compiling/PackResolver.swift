internal import WatchwordDiagnostics
internal import WatchwordRules

/// Works out which rules the chosen packs hold once `extends` and `change` are applied.
struct PackResolver {
  /// A rule with its clauses and the pack whose vocabularies it uses.
  struct Resolved {
    /// The rule, changed.
    var rule: Rule
    /// Its clauses.
    var citations: [Citation]
    /// After how many characters platforms hide the rest of a post.
    var folds: [String: Int]
    /// The windows of its pack, and of those that take it over, by name.
    var windows: [String: [Window]]
  }

  /// Every pack at hand, by id.
  let available: [String: RulePack]
  /// Where packs lie, by id.
  let roots: [String: String]
  /// Problems found.
  private(set) var problems: [Diagnostic] = []
  /// The rules that packs switch off, with the packs that do.
  private(set) var switchedOff: [RuleID: Set<String>] = [:]

  /// Makes a resolver over the packs at hand.
  init(available: [String: RulePack], roots: [String: String]) {
    self.available = available
    self.roots = roots
  }

  /// The rules of several packs that are checked together, sorted by id.
  mutating func rules(of packs: [RulePack]) -> [Resolved] {
    var resolved: [RuleID: Resolved] = [:]
    for pack in packs {
      for rule in rules(of: pack) {
        // The pack that extends has the last word over the pack it extends.
        if resolved[rule.rule.id] == nil || rule.rule.id.pack != pack.id {
          resolved[rule.rule.id] = rule
        }
      }
    }
    for (id, extending) in switchedOff {
      let hasOther = packs.contains { pack in
        pack.id != id.pack && !extending.contains(pack.id) && takesOver(pack, id.pack)
      }
      if !hasOther { resolved[id] = nil }
    }
    return resolved.values.sorted { $0.rule.id < $1.rule.id }
  }

  /// The rules of `pack` and of those it takes over, with its changes, sorted by id.
  mutating func rules(of pack: RulePack) -> [Resolved] {
    var path: [String] = []
    return rules(of: pack, path: &path).values.sorted { $0.rule.id < $1.rule.id }
  }

  /// Whether a pack takes over another, directly or through others.
  func takesOver(_ pack: RulePack, _ base: String) -> Bool {
    var names = pack.extends.map(\.value)
    var seen: Set<String> = [pack.id]
    while let name = names.popLast() {
      if name == base { return true }
      guard seen.insert(name).inserted, let next = available[name] else { continue }
      names += next.extends.map(\.value)
    }
    return false
  }

  /// A pack and those it takes over, directly or through others.
  func reach(of pack: RulePack) -> [RulePack] {
    var result = [pack]
    var names = pack.extends.map(\.value)
    var seen: Set<String> = [pack.id]
    while let name = names.popLast() {
      guard seen.insert(name).inserted, let base = available[name] else { continue }
      result.append(base)
      names += base.extends.map(\.value)
    }
    return result
  }

  /// The vocabularies that the rules of a pack can name: its own, then those it takes over.
  func vocabularies(of pack: RulePack) -> [String: Vocabulary] {
    var result = pack.vocabularies
    var names = pack.extends.map(\.value)
    var seen: Set<String> = [pack.id]
    while let name = names.popLast() {
      guard seen.insert(name).inserted, let base = available[name] else { continue }
      result.merge(base.vocabularies) { own, _ in own }
      names += base.extends.map(\.value)
    }
    return result
  }

  /// The windows that the rules of a pack can name: those it takes over, then its own.
  func windows(of pack: RulePack) -> [String: [Window]] {
    var result = pack.windows
    var names = pack.extends.map(\.value)
    var seen: Set<String> = [pack.id]
    while let name = names.popLast() {
      guard seen.insert(name).inserted, let base = available[name] else { continue }
      result.merge(base.windows) { $1 + $0 }
      names += base.extends.map(\.value)
    }
    return result
  }

  /// The rules by id; `path` holds the packs that are being resolved.
  private mutating func rules(of pack: RulePack, path: inout [String]) -> [RuleID: Resolved] {
    path.append(pack.id)
    defer { path.removeLast() }
    var result: [RuleID: Resolved] = [:]
    for extended in pack.extends {
      guard let base = available[extended.value] else {
        problems.append(
          problem(pack, extended, "unknown-pack", "there is no pack “\(extended.value)”")
        )
        continue
      }
      guard !path.contains(base.id) else {
        problems.append(
          problem(pack, extended, "pack-cycle", "“\(base.id)” takes over this pack in turn")
        )
        continue
      }
      result.merge(rules(of: base, path: &path)) { _, later in later }
    }
    apply(pack.changes, of: pack, to: &result)
    for id in result.keys {
      result[id]?.folds.merge(pack.folds) { _, own in own }
      result[id]?.windows.merge(pack.windows, uniquingKeysWith: +)
    }
    let clauses = Dictionary(
      pack.statements.map { ($0.id.value, $0.citation) },
      uniquingKeysWith: { first, _ in first }
    )
    for rule in pack.rules {
      result[rule.id] = Resolved(
        rule: rule,
        citations: rule.guidance.compactMap { clauses[$0.value] },
        folds: pack.folds,
        windows: windows(of: pack)
      )
    }
    return result
  }

  /// Applies a pack's changes to the rules it takes over.
  private mutating func apply(
    _ changes: [RuleChange],
    of pack: RulePack,
    to rules: inout [RuleID: Resolved]
  ) {
    for change in changes {
      // Two packs taken over may each have a rule of that name; the change is to both.
      let ids = rules.keys.filter { $0.name == change.rule.value }
      guard !ids.isEmpty else {
        problems.append(
          problem(
            pack,
            change.rule,
            "unknown-rule",
            "no pack taken over here has a rule “\(change.rule.value)”"
          )
        )
        continue
      }
      for id in ids {
        if change.isOff {
          rules[id] = nil
          switchedOff[id, default: []].insert(pack.id)
          continue
        }
        if let severity = change.severity { rules[id]?.rule.severity = severity }
        if let action = change.action { rules[id]?.rule.action = action }
      }
    }
  }

  /// A mistake at a place in a pack.
  private func problem(
    _ pack: RulePack,
    _ place: Located<String>,
    _ name: String,
    _ message: String
  ) -> Diagnostic {
    Diagnostic(
      path: "\(roots[pack.id] ?? pack.id)/\(place.file)",
      rule: RuleID(pack: "pack", name: name),
      severity: .error,
      message: message,
      range: place.range
    )
  }
}
