internal import WatchwordDiagnostics
internal import WatchwordRules
internal import WatchwordText

extension ImageWriter {
  /// Writes a rule behind those that are there.
  mutating func write(_ plan: RulePlan) {
    let rule = plan.rule
    var record = RuleRecord(
      pack: text(rule.id.pack),
      name: text(rule.id.name),
      topic: text(rule.topic),
      why: text(rule.why),
      advice: text(rule.advice),
      validFrom: text(rule.validity.from),
      validUntil: text(rule.validity.until),
      message: pieces(of: rule.message),
      severity: append(
        .severitySteps,
        rule.severity.steps.map {
          StepRecord(threshold: Int64($0.threshold), severity: UInt32($0.severity.place))
        }
      ),
      applies: conditions(rule.applies),
      stated: texts(rule.stated),
      settledBy: settlers(rule.settledBy),
      citations: citations(plan.citations),
      folds: folds(plan.folds),
      windows: windows(plan.windows),
      requiredKeys: ListRecord(),
      notBefore: ListRecord(),
      yieldsTo: numbers(plan.yieldsTo),
      node: plan.node,
      requiredNode: plan.requiredNode,
      atMost: 0,
      atLeast: 0,
      beforeCharacters: 0,
      verb: RuleVerb.flag.rawValue,
      action: UInt8(rule.action.place),
      frequency: UInt8(rule.frequency.place),
      measure: 0,
      limitScope: 0,
      before: 0,
      flags: flags(of: plan)
    )
    switch rule.body {
    case .flag: break
    case .require(let requirement): write(requirement, to: &record)
    case .limit(let limit): write(limit, to: &record)
    }
    let place = append(.rules, [record])
    for name in rule.aliases {
      _ = append(.oldNames, [OldNameRecord(name: text(name), rule: place.start)])
    }
    if plan.gathers { _ = append(.gatheringRules, [Int32(place.start)]) }
    if !plan.yieldsTo.isEmpty { _ = append(.yieldingRules, [Int32(place.start)]) }
  }

  /// Writes a pack, with the windows its rules can name, behind those that are there.
  mutating func write(_ pack: RulePack, windows: [String: [Window]]) {
    let last = windows.values.joined().map(\.until.day).max()?.description
    let record = PackRecord(
      id: text(pack.id),
      title: text(pack.title),
      edition: text(pack.edition),
      validFrom: text(pack.validity.from),
      validUntil: text(pack.validity.until),
      replacedBy: text(pack.replacedBy),
      windowsUntil: text(windows.isEmpty ? nil : pack.calendarUntil ?? last),
      openWindows: texts(windows.filter(\.value.isEmpty).keys.sorted())
    )
    _ = append(.packs, [record])
  }

  /// Writes what wakes rules and what concerns the whole program.
  mutating func writeFacts(
    of rules: [RulePlan],
    nodes: [MatcherPlan],
    setCount: Int,
    phrasesAskForTimes: Bool
  ) {
    var triggers = TriggerPlan(setCount: setCount)
    for (index, rule) in rules.enumerated() {
      triggers.add(rule: index, triggers: Trigger.of(rule, nodes: nodes))
    }
    for rules in triggers.bySet {
      let list = numbers(rules)
      _ = append(.triggersBySet, [list])
    }
    for rules in triggers.byEntity {
      let list = numbers(rules)
      _ = append(.triggersByEntity, [list])
    }
    for (pattern, rules) in triggers.byPattern {
      let record = PatternTriggerRecord(pattern: UInt32(pattern), rules: numbers(rules))
      _ = append(.triggersByPattern, [record])
    }
    let usesIdentifiers = nodes.contains { node in
      guard case .entity(let kinds) = node.kind else { return false }
      return kinds.contains { !EntityKind.social.contains($0) }
    }
    let usesTimes =
      phrasesAskForTimes
      || nodes.contains { node in
        if case .time = node.kind { return true }
        // An old date tells that a sentence is about the past.
        return node.guards.guards.ignoresHistory
      }
    let facts = ImageFacts(
      everyPost: numbers(triggers.everyPost),
      byTime: numbers(triggers.byTime),
      usesIdentifiers: usesIdentifiers ? 1 : 0,
      usesTimes: usesTimes ? 1 : 0
    )
    _ = append(.facts, [facts])
  }

  /// What is so of a rule, but for its limit.
  private func flags(of plan: RulePlan) -> RuleFlags {
    var flags: RuleFlags = []
    if plan.rule.isMasked { flags.insert(.isMasked) }
    if plan.rule.isDraft { flags.insert(.isDraft) }
    if plan.isForThreads { flags.insert(.isForThreads) }
    if plan.gathers { flags.insert(.gathers) }
    if !plan.rule.during.isEmpty { flags.insert(.isDuring) }
    return flags
  }

  /// What a requirement asks for.
  private mutating func write(_ requirement: Requirement, to record: inout RuleRecord) {
    record.verb = RuleVerb.require.rawValue
    record.requiredKeys = texts(requirement.context)
    record.notBefore = texts(requirement.notBefore)
    switch requirement.before {
    case nil: record.before = 0
    case .fold: record.before = 1
    case .characters(let count):
      record.before = 2
      record.beforeCharacters = Int64(count)
    }
  }

  /// What a limit counts.
  private func write(_ limit: Limit, to record: inout RuleRecord) {
    record.verb = RuleVerb.limit.rawValue
    if case .measure(let measure) = limit.subject { record.measure = UInt8(measure.place) + 1 }
    record.limitScope = UInt8(limit.scope.place)
    if let most = limit.atMost {
      record.atMost = Int64(most)
      record.flags.insert(.hasMost)
    }
    if let least = limit.atLeast {
      record.atLeast = Int64(least)
      record.flags.insert(.hasLeast)
    }
  }

  /// The pieces of a message.
  private mutating func pieces(of message: MessageTemplate) -> ListRecord {
    var records: [PieceRecord] = []
    for piece in message.pieces {
      switch piece {
      case .text(let text): records.append(PieceRecord(text: self.text(text), isPlaceholder: 0))
      case .placeholder(let name): records.append(PieceRecord(text: text(name), isPlaceholder: 1))
      }
    }
    return append(.messagePieces, records)
  }

  /// The windows of a rule.
  private mutating func windows(_ windows: [Window]) -> ListRecord {
    var records: [WindowRecord] = []
    for window in windows {
      records.append(
        WindowRecord(
          title: text(window.title),
          from: MomentRecord(window.from),
          until: MomentRecord(window.until),
          applies: conditions(window.applies)
        )
      )
    }
    return append(.windows, records)
  }

  /// The conditions of a rule or a window.
  private mutating func conditions(_ conditions: [ContextCondition]) -> ListRecord {
    var records: [ConditionRecord] = []
    for condition in conditions {
      records.append(
        ConditionRecord(
          key: text(condition.key),
          values: texts(condition.values),
          isNegated: condition.isNegated ? 1 : 0
        )
      )
    }
    return append(.conditions, records)
  }

  /// What settles a rule's findings; lists within are written first.
  private mutating func settlers(_ settlers: [Settler]) -> ListRecord {
    var records: [SettlerRecord] = []
    for settler in settlers {
      switch settler {
      case .key(let key):
        records.append(SettlerRecord(kind: 0, text: text(key), all: ListRecord()))
      case .approval(let scope):
        records.append(SettlerRecord(kind: 1, text: text(scope), all: ListRecord()))
      case .all(let inner):
        records.append(SettlerRecord(kind: 2, text: .none, all: self.settlers(inner)))
      }
    }
    return append(.settlers, records)
  }

  /// The clauses of a rule.
  private mutating func citations(_ citations: [Citation]) -> ListRecord {
    var records: [CitationRecord] = []
    for citation in citations {
      records.append(
        CitationRecord(
          statement: text(citation.statement),
          says: text(citation.says),
          title: text(citation.title),
          date: text(citation.date),
          url: text(citation.url),
          status: UInt32(citation.status.place)
        )
      )
    }
    return append(.citations, records)
  }

  /// The folds of platforms, by name.
  private mutating func folds(_ folds: [String: Int]) -> ListRecord {
    var records: [FoldRecord] = []
    for (platform, count) in folds.sorted(by: {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }) {
      records.append(FoldRecord(platform: text(platform), count: Int64(count)))
    }
    return append(.folds, records)
  }
}
