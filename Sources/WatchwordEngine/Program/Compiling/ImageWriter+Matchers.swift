internal import WatchwordRules
internal import WatchwordText

extension ImageWriter {
  /// Writes the matchers, in order.
  mutating func write(_ nodes: [MatcherPlan]) {
    for node in nodes {
      var record = record(of: node.kind)
      record.holdsWithoutPlace = MatcherPlan.holdsWithoutPlace(node.kind, among: nodes) ? 1 : 0
      if !node.guards.isEmpty {
        let place = append(.guards, [self.record(of: node.guards)])
        record.guards = place.start + 1
      }
      _ = append(.nodes, [record])
    }
  }

  /// What a matcher looks for.
  private mutating func record(of kind: MatcherPlan.Kind) -> NodeRecord {
    var record: NodeRecord
    switch kind {
    case .words(let set, let hashtags):
      record = NodeRecord(kind: NodeKind.words.rawValue)
      record.value = UInt64(set)
      record.detail = UInt32(hashtags.place)
    case .pattern(let pattern, let validator):
      record = NodeRecord(kind: NodeKind.pattern.rawValue)
      record.value = UInt64(pattern)
      record.detail = validator.map { UInt32($0.place) + 1 } ?? 0
    case .entity(let kinds):
      record = NodeRecord(kind: NodeKind.entity.rawValue)
      record.value = EntityKindSet(kinds).rawValue
    case .time(let time):
      record = NodeRecord(kind: NodeKind.time.rawValue)
      record.value = UInt64(time.precision.place)
      record.detail = time.tenses.reduce(0) { $0 | 1 << UInt32($1.place) }
    case .shape(let shape):
      record = NodeRecord(kind: NodeKind.shape.rawValue)
      record.value = UInt64(shape.place)
    case .any(let inner):
      record = NodeRecord(kind: NodeKind.any.rawValue)
      record.list = numbers(inner.map { Int($0) })
    case .together(let together):
      record = NodeRecord(kind: NodeKind.together.rawValue)
      record.value = UInt64(append(.togethers, [self.record(of: together)]).start)
    case .not(let inner):
      record = NodeRecord(kind: NodeKind.not.rawValue)
      record.value = UInt64(inner)
    }
    return record
  }

  /// A `together`.
  private mutating func record(of plan: TogetherPlan) -> TogetherRecord {
    let together = plan.together
    return TogetherRecord(
      scope: ScopeRecord(together.scope),
      names: texts(together.parts.map(\.name)),
      nodes: numbers(plan.nodes.map { Int($0) }),
      must: numbers(together.must),
      atLeast: Int32(clamping: together.atLeast),
      mark: Int32(together.mark),
      isOrdered: together.isOrdered ? 1 : 0,
      mayOverlap: together.mayOverlap ? 1 : 0
    )
  }

  /// Guards.
  private mutating func record(of plan: GuardPlan) -> GuardRecord {
    let guards = plan.guards
    return GuardRecord(
      covers: append(.setLists, plan.covers),
      unless: append(
        .exceptions,
        plan.unless.map { ExceptionRecord(node: $0.node, scope: ScopeRecord($0.scope)) }
      ),
      ignored: (guards.ignoresQuoted ? 1 : 0) | (guards.ignoresNegated ? 2 : 0)
        | (guards.ignoresHistory ? 4 : 0),
      historySet: plan.historySet.map { Int32($0) } ?? -1,
      position: guards.position.map { UInt32($0.place) + 1 } ?? 0,
      minimum: Int32(clamping: guards.minimum)
    )
  }
}

extension ScopeRecord {
  /// The record of a scope.
  init(_ scope: Together.Scope) {
    switch scope {
    case .sentence: self.init(kind: 0, value: 0)
    case .line: self.init(kind: 1, value: 0)
    case .post: self.init(kind: 2, value: 0)
    case .run: self.init(kind: 3, value: 0)
    case .thread(let days): self.init(kind: 4, value: Int32(clamping: days))
    case .words(let words): self.init(kind: 5, value: Int32(clamping: words))
    }
  }

  /// The scope.
  var scope: Together.Scope {
    switch kind {
    case 0: .sentence
    case 1: .line
    case 2: .post
    case 3: .run
    case 4: .thread(days: Int(value))
    default: .words(Int(value))
    }
  }
}
