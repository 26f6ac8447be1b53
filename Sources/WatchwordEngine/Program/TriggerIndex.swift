internal import WatchwordText

/// Which rules each finding of the one pass over a text wakes.
struct TriggerIndex: Sendable {
  /// Rules by phrase set, in ``numbers``.
  private let bySet: FlatTable<ListRecord>
  /// Rules by kind of entity, in ``numbers``.
  private let byEntity: FlatTable<ListRecord>
  /// Rules by pattern.
  private let byPattern: FlatTable<PatternTriggerRecord>
  /// The lists.
  private let numbers: FlatTable<Int32>
  /// Rules that any time wakes.
  let byTime: FlatTable<Int32>
  /// Rules looked at for every post.
  let everyPost: FlatTable<Int32>

  /// The index of an image.
  init(_ image: ProgramImage) {
    bySet = image.table(.triggersBySet)
    byEntity = image.table(.triggersByEntity)
    byPattern = image.table(.triggersByPattern)
    numbers = image.table(.numbers)
    let facts = image.facts
    byTime = image.part(.numbers, facts.byTime)
    everyPost = image.part(.numbers, facts.everyPost)
  }

  /// The rules that a phrase of a set wakes.
  func rules(ofSet set: UInt32) -> FlatTable<Int32> {
    let list = bySet[Int(set)]
    return numbers.part(list.start, list.count)
  }

  /// The rules that an entity of a kind wakes.
  func rules(ofEntity kind: EntityKind) -> FlatTable<Int32> {
    let list = byEntity[Int(kind.number)]
    return numbers.part(list.start, list.count)
  }

  /// The number of patterns that wake rules.
  var patternCount: Int { byPattern.count }

  /// A pattern that wakes rules, by its place among those that do.
  func pattern(_ index: Int) -> Int { Int(byPattern[index].pattern) }

  /// The rules that that pattern wakes.
  func rules(ofPatternAt index: Int) -> FlatTable<Int32> {
    let list = byPattern[index].rules
    return numbers.part(list.start, list.count)
  }
}
