import WatchwordDiagnostics
import WatchwordRules
import WatchwordText

/// The keys of a context that hold a day or a time.
enum DatedKeys {
  /// The keys that rules go by.
  static let all = ["publish-at", "embargo-until", "stats-release-at"]

  /// Reports values of these keys that are no day or time, each once where several posts share it.
  static func report(in posts: [Post], _ problems: inout DraftProblems) {
    var last: SourceRange?
    for post in posts where !post.context.entries.isEmpty {
      for key in all {
        guard let entry = post.context.entries[key], let range = entry.range, range != last,
          let problem = problem(key, entry)
        else { continue }
        last = range
        problems.report(
          "unreadable-date",
          .warning,
          at: range,
          post: post.id,
          problem,
          advice: "Write it as 2027-01-31, or with a time as 2027-01-31T09:30+00:00."
        )
      }
    }
  }

  /// What is wrong with a value; nil where it can be read, and where there is none.
  private static func problem(_ key: String, _ entry: ContextEntry) -> String? {
    let texts = entry.value.texts
    guard !texts.allSatisfy({ EncodingCheck.isBlank($0.utf8) }) || texts.isEmpty else { return nil }
    guard texts.count == 1, CivilDate(texts[0]) != nil else {
      return key == "publish-at"
        ? "`publish-at` is not a day that can be read, so the day of the check counts"
        : "`\(key)` is not a day that can be read, so nothing was compared with it"
    }
    return Moment(texts[0]) == nil
      ? "the time in `\(key)` cannot be read, so "
        + (key == "publish-at" ? "only its day counts" : "nothing was compared with it") : nil
  }
}
