public import WatchwordEngine
internal import WatchwordDiagnostics

extension CorpusMeasure {
  /// The measure as a table: precision, recall and counts by topic, then by rule.
  ///
  /// - Parameter listsDisagreements: Whether each miss and wrong alarm follows with its post.
  public func table(listsDisagreements: Bool) -> String {
    var text =
      "\(postCount) posts; findings from \(level.rawValue) on in \(alarmedPosts) of them.\n\n"
    text += Self.row("topic", "precision", "recall", "hits", "wrong", "missed")
    for (topic, tally) in topics.sorted(by: { $0.key < $1.key }) {
      text += Self.row(
        topic,
        Self.share(tally.precision),
        Self.share(tally.recall),
        String(tally.hits),
        String(tally.wrongAlarms),
        String(tally.misses)
      )
    }
    text += "\n" + Self.row("rule", "precision", "", "hits", "wrong", "")
    for (rule, tally) in rules.sorted(by: { $0.key < $1.key }) {
      text += Self.row(
        rule.description,
        Self.share(tally.precision),
        "",
        String(tally.hits),
        String(tally.wrongAlarms),
        ""
      )
    }
    guard listsDisagreements, !disagreements.isEmpty else { return text }
    text += "\n"
    for item in disagreements {
      let what = item.rule.map { "wrong alarm of \($0)" } ?? "missed \(item.topic)"
      let words = item.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      text += "\(item.post): \(what): \(words)\n"
    }
    return text
  }

  /// One line of the table.
  private static func row(
    _ name: String,
    _ precision: String,
    _ recall: String,
    _ hits: String,
    _ wrong: String,
    _ missed: String
  ) -> String {
    var line = name + String(repeating: " ", count: max(1, 52 - name.count))
    for cell in [precision, recall, hits, wrong, missed] {
      line += String(repeating: " ", count: max(1, 10 - cell.count)) + cell
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line + "\n"
  }

  /// A share with two decimals, or a dash.
  private static func share(_ value: Double?) -> String {
    guard let value else { return "–" }
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
