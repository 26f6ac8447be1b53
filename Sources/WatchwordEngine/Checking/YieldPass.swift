internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordText

/// Lets findings go whose rules yield to another that speaks of the same words or in the same sentence.
///
/// Every finding counts for those that yield to it, settled ones and those that go themselves: since
/// rules never yield in a circle, one finding is left wherever one was.
struct YieldPass {
  /// The rules, which say to what others they yield.
  private let program: Program
  /// The rules that nobody hears.
  private let unheard: [RuleID]
  /// Where sentences begin.
  private let analysis: AnalyzedText

  /// Where a finding stands in the text that was analysed.
  private struct Stand {
    /// The rule.
    var rule: RuleID
    /// The mark, or all of its post for a finding about something absent; then the labels.
    var spans: [Range<Int>]
  }

  /// What a rule yields to in one text.
  private struct Rivals {
    /// The bytes that findings of other rules mark and label.
    var bytes: Stretches
    /// The sentences that hold any of these.
    var sentences: Stretches
  }

  /// Makes a pass over findings in a text.
  ///
  /// - Parameters:
  ///   - program: The rules.
  ///   - analysis: Of the post, or of the whole thread.
  init(_ program: Program, _ options: CheckOptions, _ analysis: AnalyzedText) {
    self.program = program
    unheard = options.unheardRules
    self.analysis = analysis
  }

  /// Removes the findings that yield to others: of one post, or of the parts of a thread and of all of it.
  ///
  /// O(*n* log *n*) in the findings for each rule that yields.
  ///
  /// - Parameter starts: The byte of the analysed text at which each post starts.
  func apply(to looks: inout [PostLook], at starts: [Int]) {
    guard
      looks.contains(where: { $0.findings.contains { program.rivals(of: $0.rule) != nil } })
    else { return }
    let stands = zip(looks, starts).map { look, start in
      look.findings.map { stand(of: $0, in: look.post, at: start) }
    }
    let heard = stands.joined().filter { !unheard.contains($0.rule) }
    var rivals: [RuleID: Rivals] = [:]
    for (index, stands) in stands.enumerated() {
      var left: [Diagnostic] = []
      for (finding, stand) in zip(looks[index].findings, stands) {
        if let others = program.rivals(of: stand.rule) {
          let known =
            rivals[stand.rule]
            ?? self.rivals(heard.filter { stand in others.contains { $0.isNamed(stand.rule) } })
          rivals[stand.rule] = known
          if yields(stand, to: known) { continue }
        }
        left.append(finding)
      }
      looks[index].findings = left
    }
  }

  /// Whether a finding has one of its rivals in the sentence of its mark, or on its mark or labels.
  private func yields(_ stand: Stand, to rivals: Rivals) -> Bool {
    rivals.sentences.overlap(sentences(of: stand.spans[0]))
      || stand.spans.contains { rivals.bytes.overlap($0) }
  }

  /// Where findings stand, to ask whether others stand there, too.
  private func rivals(_ stands: [Stand]) -> Rivals {
    let spans = stands.flatMap(\.spans)
    return Rivals(
      bytes: Stretches(spans),
      sentences: Stretches(spans.map { sentences(of: $0) })
    )
  }

  /// The places of the sentences that a span reaches into.
  private func sentences(of span: Range<Int>) -> Range<Int> {
    let first = analysis.sentence(containing: span.lowerBound)
    let last = analysis.sentence(containing: max(span.lowerBound, span.upperBound - 1))
    return first..<last + 1
  }

  /// Where a finding stands, in a post that starts at a byte of the analysed text.
  private func stand(of finding: Diagnostic, in post: Post, at start: Int) -> Stand {
    func span(_ range: SourceRange) -> Range<Int> { start + range.start..<start + range.end }
    var mark = start..<start + post.text.count
    if let range = finding.postRange, !range.isEmpty { mark = span(range) }
    return Stand(
      rule: finding.rule,
      spans: [mark] + finding.labels.compactMap(\.postRange).map(span)
    )
  }
}

/// Ranges without those parts that another holds already, in order.
private struct Stretches {
  /// The ranges.
  private var ranges: [Range<Int>] = []

  /// Joins ranges that overlap; empty ones count for nothing.
  init(_ all: [Range<Int>]) {
    for range in all.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  /// Whether one of them shares a place with a range; O(log *n*).
  func overlap(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound < range.upperBound && !range.isEmpty
  }
}
