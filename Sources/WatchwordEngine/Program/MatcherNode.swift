internal import WatchwordRules
internal import WatchwordText

/// The matchers of a program.
struct MatcherTable: Sendable {
  /// The image they are in.
  private let image: ProgramImage
  /// The matchers.
  private let records: FlatTable<NodeRecord>

  /// The matchers of an image.
  init(_ image: ProgramImage) {
    self.image = image
    records = image.table(.nodes)
  }

  /// The number of matchers.
  var count: Int { records.count }

  /// A matcher by its place, as the image has it.
  func record(_ index: Int) -> NodeRecord { records[index] }

  /// A matcher by its place.
  subscript(index: Int) -> MatcherNode { MatcherNode(record: records[index], image: image) }
}

/// A matcher, read from an image; it owns nothing and holds as long as its program.
struct MatcherNode {
  /// What it looks for.
  enum Kind {
    /// Phrases of a set.
    case words(set: UInt32, hashtags: WordsMatcher.Hashtags)
    /// A pattern by its place in ``Program/patterns``, and the validator its matches must pass.
    case pattern(Int, validator: Validator?)
    /// Entities of these kinds.
    case entity(EntityKindSet)
    /// Dates and times.
    case time(TimeTest)
    /// A way of writing.
    case shape(Shape)
    /// What any of these nodes finds.
    case any(FlatTable<Int32>)
    /// Parts near each other.
    case together(TogetherNode)
    /// Nothing found by this node.
    case not(Int32)
  }

  /// The matcher in the image.
  private let record: NodeRecord
  /// The image.
  private let image: ProgramImage

  /// A matcher of an image.
  init(record: NodeRecord, image: ProgramImage) {
    self.record = record
    self.image = image
  }

  /// What it looks for.
  var kind: Kind {
    switch NodeKind(rawValue: record.kind) ?? .any {
    case .words:
      return .words(set: UInt32(truncatingIfNeeded: record.value), hashtags: .at(record.detail))
    case .pattern:
      return .pattern(
        Int(truncatingIfNeeded: record.value),
        validator: record.detail == 0 ? nil : .at(record.detail - 1)
      )
    case .entity: return .entity(EntityKindSet(rawValue: record.value))
    case .time: return .time(TimeTest(tenses: record.detail, precision: .at(record.value)))
    case .shape: return .shape(.at(record.value))
    case .any: return .any(image.part(.numbers, record.list))
    case .together:
      let togethers = image.table(.togethers, of: TogetherRecord.self)
      return .together(TogetherNode(record: togethers[Int(record.value)], image: image))
    case .not: return .not(Int32(truncatingIfNeeded: record.value))
    }
  }

  /// Whether ``guards`` lets anything go.
  var isGuarded: Bool { record.guards != 0 }

  /// What lets a match go; only where ``isGuarded``.
  var guards: CompiledGuards? {
    guard record.guards != 0 else { return nil }
    let guards = image.table(.guards, of: GuardRecord.self)
    return CompiledGuards(record: guards[Int(record.guards) - 1], image: image)
  }
}

/// Which dates and times a matcher looks for.
struct TimeTest {
  /// The tenses, as bits by their places; none for any.
  let tenses: UInt32
  /// The least precision.
  let precision: TimePrecision

  /// Whether a time is one of them.
  func accepts(_ time: TimeExpression) -> Bool {
    (tenses == 0 || tenses & 1 << UInt32(time.tense.place) != 0) && time.precision >= precision
  }
}

/// A compiled `together`.
struct TogetherNode {
  /// The record in the image.
  private let record: TogetherRecord
  /// The image.
  private let image: ProgramImage

  /// A `together` of an image.
  init(record: TogetherRecord, image: ProgramImage) {
    self.record = record
    self.image = image
  }

  /// How near.
  var scope: Together.Scope { record.scope.scope }
  /// The nodes of the parts.
  var nodes: FlatTable<Int32> { image.part(.numbers, record.nodes) }
  /// Which parts must be there.
  var must: FlatTable<Int32> { image.part(.numbers, record.must) }
  /// How many parts in all.
  var atLeast: Int { Int(record.atLeast) }
  /// Whether the `must` parts must stand in order.
  var isOrdered: Bool { record.isOrdered != 0 }
  /// Whether parts may share words.
  var mayOverlap: Bool { record.mayOverlap != 0 }
  /// Which part carries the mark.
  var mark: Int { Int(record.mark) }

  /// The name of a part.
  func name(_ part: Int) -> String {
    image.string(image.part(.texts, record.names, of: TextRecord.self)[part])
  }

  /// Whether a part must be there.
  func needs(_ part: Int) -> Bool { must.contains(Int32(part)) }
}

/// Compiled guards of a matcher.
struct CompiledGuards {
  /// The record in the image.
  private let record: GuardRecord
  /// The image.
  private let image: ProgramImage

  /// Guards of an image.
  init(record: GuardRecord, image: ProgramImage) {
    self.record = record
    self.image = image
  }

  /// Sets whose phrases cover a match.
  var covers: FlatTable<UInt32> { image.part(.setLists, record.covers) }
  /// Nodes that must find nothing, and in which scope.
  var unless: FlatTable<ExceptionRecord> { image.part(.exceptions, record.unless) }
  /// Whether quoted matches are let go.
  var ignoresQuoted: Bool { record.ignored & 1 != 0 }
  /// Whether negated matches are let go.
  var ignoresNegated: Bool { record.ignored & 2 != 0 }
  /// Whether matches in a sentence about the past are let go.
  var ignoresHistory: Bool { record.ignored & 4 != 0 }
  /// The set of history words; nil where there is none.
  var historySet: UInt32? { record.historySet < 0 ? nil : UInt32(record.historySet) }
  /// Where a match must stand.
  var position: Guards.Position? { record.position == 0 ? nil : .at(record.position - 1) }
  /// The fewest matches in the post.
  var minimum: Int { Int(record.minimum) }
}

/// Kinds of entity, as bits by their places among the cases.
struct EntityKindSet: OptionSet {
  /// The bits.
  let rawValue: UInt64

  /// Makes a set from its bits.
  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The set of some kinds.
  init(_ kinds: [EntityKind]) {
    rawValue = kinds.reduce(0) { $0 | 1 << UInt64($1.number) }
  }

  /// Whether a kind is one of them.
  func contains(_ kind: EntityKind) -> Bool { rawValue & 1 << UInt64(kind.number) != 0 }
}
