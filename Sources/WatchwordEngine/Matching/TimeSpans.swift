internal import WatchwordText

/// Date and time expressions by the tokens they cover.
struct TimeSpans {
  /// The tokens of one expression.
  struct Span {
    /// The first token.
    var first: Int
    /// One past the last.
    var end: Int
    /// Whether it is given to the hour or better.
    var isClock: Bool
  }

  /// The expressions, in reading order; they do not overlap.
  private(set) var spans: [Span] = []

  /// Finds the tokens of each expression; `times` are in reading order and do not overlap.
  init(_ times: [TimeExpression], tokens analysis: AnalyzedText) {
    guard !times.isEmpty else { return }
    spans.reserveCapacity(times.count)
    for time in times {
      spans.append(
        Span(
          first: analysis.firstToken(endingAfter: time.range.start),
          end: analysis.firstToken(endingAfter: time.range.end - 1) + 1,
          isClock: time.precision == .clock
        )
      )
    }
  }

  /// One past the last token of the expression of that sort that starts at `index`; `index` where none does.
  func end(from index: Int, clock: Bool) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].first < index { low = middle + 1 } else { high = middle }
    }
    guard low < spans.count, spans[low].first == index, spans[low].isClock || !clock else {
      return index
    }
    return spans[low].end
  }
}
