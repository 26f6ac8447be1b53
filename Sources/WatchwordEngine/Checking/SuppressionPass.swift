internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordText

/// Applies the suppressions written in a draft to the findings of a post.
struct SuppressionPass {
  /// The post with its suppressions.
  let post: Post
  /// The path of its draft.
  let path: String
  /// The day that decides whether a suppression has passed.
  let today: CivilDate
  /// The rules that had another name before, by that name alone.
  let oldNames: [String: [RuleID]]
  /// The rules, by full name and by name alone, whose findings in this post come when all drafts are read.
  var gatheringNames: Set<String> = []

  /// Marks suppressed findings, those of rules named in full, by name alone or by an old name,
  /// and reports suppressions that have passed or do nothing.
  ///
  /// One without a reason counts for nothing; the draft reader has reported it.
  func apply(to findings: inout [Diagnostic]) {
    guard !post.suppressions.isEmpty else { return }
    var places: [String: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      places[finding.rule.name, default: []].append(index)
      places[finding.rule.description, default: []].append(index)
    }
    for suppression in post.suppressions where !suppression.reason.isEmpty {
      if let until = suppression.until, until < today.description {
        findings.append(
          problem(
            "expired",
            .warning,
            suppression,
            "this suppression of \(suppression.rule) ended on \(until)",
            "Decide anew: act on the finding, or write a later date and say why."
          )
        )
        continue
      }
      let names = [suppression.rule] + (oldNames[suppression.rule]?.map(\.description) ?? [])
      let suppressed = names.flatMap { places[$0] ?? [] }
      for index in suppressed where findings[index].settlement == nil {
        findings[index].settlement = .suppressed(because: suppression.reason)
      }
      // What adds up over drafts is found later; see ``reason(toLetGo:)``.
      if suppressed.isEmpty, !names.contains(where: { gatheringNames.contains($0) }) {
        findings.append(
          problem(
            "unused",
            .note,
            suppression,
            "nothing here needs this suppression of \(suppression.rule)",
            "Remove it, so that it cannot hide a later finding."
          )
        )
      }
    }
  }

  /// The reason of the first suppression that counts and names a rule; nil where none does.
  func reason(toLetGo rule: RuleID) -> String? {
    post.suppressions.first { suppression in
      guard !suppression.reason.isEmpty,
        suppression.until.map({ $0 >= today.description }) ?? true
      else { return false }
      return suppression.rule == rule.name || suppression.rule == rule.description
        || oldNames[suppression.rule]?.contains(rule) ?? false
    }?.reason
  }

  /// A finding about a suppression itself.
  private func problem(
    _ name: String,
    _ severity: Severity,
    _ suppression: Suppression,
    _ message: String,
    _ advice: String
  ) -> Diagnostic {
    Diagnostic(
      path: path,
      post: post.id,
      rule: RuleID(pack: "suppression", name: name),
      severity: severity,
      action: .fix,
      message: message,
      advice: advice,
      range: suppression.range
    )
  }
}
