internal import WatchwordText

extension ImageCheck {
  /// Whether the matchers hold only matchers before them, and nest no deeper than the stack allows.
  var matchersAreSound: Bool {
    let nodes = table(.nodes, of: NodeRecord.self)
    var depths: [Int] = []
    depths.reserveCapacity(nodes.count)
    for node in nodes {
      guard let children = children(of: node), children.allSatisfy(depths.indices.contains) else {
        return false
      }
      let depth = (children.map { depths[$0] }.max() ?? 0) + 1
      guard depth <= Self.deepest else { return false }
      depths.append(depth)
    }
    return true
  }

  /// The matchers that a matcher holds; nil where it is not sound.
  private func children(of node: NodeRecord) -> [Int]? {
    var children: [Int] = []
    switch NodeKind(rawValue: node.kind) {
    case nil: return nil
    case .words: if node.value >= UInt64(count(.covers)) { return nil }
    case .pattern: if node.value >= UInt64(count(.patterns)) { return nil }
    case .entity, .time, .shape: break
    case .any:
      guard isList(node.list, of: .numbers) else { return nil }
      children = image.part(.numbers, node.list, of: Int32.self).map { Int($0) }
    case .not:
      guard node.value < UInt64(count(.nodes)) else { return nil }
      children = [Int(node.value)]
    case .together:
      guard node.value < UInt64(count(.togethers)),
        let parts = parts(of: table(.togethers, of: TogetherRecord.self)[Int(node.value)])
      else { return nil }
      children = parts
    }
    guard node.guards > 0 else { return children }
    guard Int(node.guards) <= count(.guards) else { return nil }
    let guards = table(.guards, of: GuardRecord.self)[Int(node.guards) - 1]
    guard isList(guards.covers, of: .setLists), isList(guards.unless, of: .exceptions),
      guards.historySet < count(.covers)
    else { return nil }
    return children
      + image.part(.exceptions, guards.unless, of: ExceptionRecord.self).map { Int($0.node) }
  }

  /// The matchers of a `together`; nil where it is not sound.
  private func parts(of together: TogetherRecord) -> [Int]? {
    let places = 0..<Int(together.nodes.count)
    guard isList(together.names, of: .texts), together.names.count == together.nodes.count,
      isList(together.nodes, of: .numbers), places.contains(Int(together.mark)),
      isList(together.must, where: places.contains)
    else { return nil }
    return image.part(.numbers, together.nodes, of: Int32.self).map { Int($0) }
  }

  /// Whether the rules and all they say are there.
  var rulesAreSound: Bool {
    let rules = count(.rules)
    return table(.rules, of: RuleRecord.self).allSatisfy { isSound($0) }
      && table(.messagePieces, of: PieceRecord.self).allSatisfy { isText($0.text) }
      && table(.conditions, of: ConditionRecord.self).allSatisfy {
        isText($0.key) && isList($0.values, of: .texts)
      }
      && settlersAreSound
      && table(.citations, of: CitationRecord.self).allSatisfy {
        isText($0.statement) && isText($0.says) && isText($0.title) && isOptionalText($0.date)
          && isOptionalText($0.url)
      }
      && table(.folds, of: FoldRecord.self).allSatisfy { isText($0.platform) }
      && table(.windows, of: WindowRecord.self).allSatisfy {
        isText($0.title) && isList($0.applies, of: .conditions)
      }
      && table(.packs, of: PackRecord.self).allSatisfy {
        isText($0.id) && isText($0.title) && isText($0.edition) && isOptionalText($0.validFrom)
          && isOptionalText($0.validUntil) && isOptionalText($0.replacedBy)
          && isOptionalText($0.windowsUntil) && isList($0.openWindows, of: .texts)
      }
      && table(.oldNames, of: OldNameRecord.self).allSatisfy {
        isText($0.name) && Int($0.rule) < rules
      }
      && areAll(.gatheringRules, below: rules) && areAll(.yieldingRules, below: rules)
  }

  /// Whether a rule is sound.
  private func isSound(_ rule: RuleRecord) -> Bool {
    let matchers = -1..<Int32(count(.nodes))
    guard let verb = RuleVerb(rawValue: rule.verb), matchers.contains(rule.node),
      matchers.contains(rule.requiredNode), verb != .flag || rule.node >= 0
    else { return false }
    return isText(rule.pack) && isText(rule.name) && isText(rule.topic) && isText(rule.why)
      && isOptionalText(rule.advice) && isOptionalText(rule.validFrom)
      && isOptionalText(rule.validUntil) && isList(rule.message, of: .messagePieces)
      && isList(rule.severity, of: .severitySteps) && isList(rule.applies, of: .conditions)
      && isList(rule.stated, of: .texts) && isList(rule.settledBy, of: .settlers)
      && isList(rule.citations, of: .citations) && isList(rule.folds, of: .folds)
      && isList(rule.windows, of: .windows) && isList(rule.requiredKeys, of: .texts)
      && isList(rule.notBefore, of: .texts) && isListOfRules(rule.yieldsTo)
  }

  /// Whether what settles findings holds only what stands before it, and nests no deeper than allowed.
  private var settlersAreSound: Bool {
    var depths: [Int] = []
    for (index, settler) in table(.settlers, of: SettlerRecord.self).enumerated() {
      let (start, end) = (Int(settler.all.start), Int(settler.all.start) + Int(settler.all.count))
      guard isOptionalText(settler.text), settler.kind < 3, settler.kind == 2 || end == start,
        end <= index || start == end
      else { return false }
      let depth = start == end ? 1 : (depths[start..<end].max() ?? 0) + 1
      guard depth <= Self.deepest else { return false }
      depths.append(depth)
    }
    return true
  }

  /// Whether what wakes rules leads to rules.
  var triggersAreSound: Bool {
    let facts = table(.facts, of: ImageFacts.self)[0]
    return isListOfRules(facts.everyPost) && isListOfRules(facts.byTime)
      && count(.triggersBySet) == count(.covers)
      && table(.triggersBySet, of: ListRecord.self).allSatisfy { isListOfRules($0) }
      && count(.triggersByEntity) == EntityKind.allCases.count
      && table(.triggersByEntity, of: ListRecord.self).allSatisfy { isListOfRules($0) }
      && table(.triggersByPattern, of: PatternTriggerRecord.self).allSatisfy {
        Int($0.pattern) < count(.patterns) && isListOfRules($0.rules)
      }
  }
}
