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

  /// Calls `body` with each rule that a phrase of one of the sets wakes, some several times.
  @inline(__always)
  func forEachRule(ofSets sets: UnsafeBufferPointer<UInt32>, _ body: (Int) -> Void) {
    let (lists, numbers) = (bySet.base, numbers.base)
    for set in sets {
      let list = lists[Int(set)]
      var place = Int(list.start)
      let end = place + Int(list.count)
      while place < end {
        body(Int(numbers[place]))
        place += 1
      }
    }
  }

  /// The rules that an entity of a kind, by its place among the kinds, wakes.
  func rules(ofEntityAt place: Int) -> FlatTable<Int32> {
    let list = byEntity[place]
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
