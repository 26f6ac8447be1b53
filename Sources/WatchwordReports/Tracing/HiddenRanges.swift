internal import WatchwordText

/// Ranges that no report may print, ready to be asked about many places.
struct HiddenRanges {
  /// The ranges, apart from each other and in order.
  private var ranges: [SourceRange] = []

  /// Joins ranges that overlap.
  init(_ all: [SourceRange]) {
    for range in all.sorted() {
      if let last = ranges.last, last.end >= range.start {
        ranges[ranges.count - 1] = last.union(range)
      } else {
        ranges.append(range)
      }
    }
  }

  /// Those that overlap a range; O(log *n*) and as many as there are.
  func overlapping(_ range: SourceRange) -> [SourceRange] {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end <= range.start { low = middle + 1 } else { high = middle }
    }
    return Array(ranges[low...].prefix { $0.start < range.end })
  }
}
