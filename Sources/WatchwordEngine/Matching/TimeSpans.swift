internal import WatchwordText

/// Date and time expressions by the tokens they cover.
struct TimeSpans {
  /// One past the last token of the longest expression that starts at a token, by that token.
  private var dates: [Int: Int] = [:]
  /// The same for clock times alone.
  private var clocks: [Int: Int] = [:]

  /// Whether the text names no time.
  var isEmpty: Bool { dates.isEmpty }

  /// Finds the tokens of each expression.
  init(_ times: [TimeExpression], tokens analysis: AnalyzedText) {
    for time in times {
      let first = analysis.firstToken(endingAfter: time.range.start)
      let end = analysis.firstToken(endingAfter: time.range.end - 1) + 1
      dates[first] = max(dates[first] ?? 0, end)
      if time.precision == .clock { clocks[first] = max(clocks[first] ?? 0, end) }
    }
  }

  /// One past the last token of the expression of that sort that starts at `index`; `index` where none does.
  func end(from index: Int, clock: Bool) -> Int {
    (clock ? clocks : dates)[index] ?? index
  }
}
