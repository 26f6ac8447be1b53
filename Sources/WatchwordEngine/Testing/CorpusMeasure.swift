public import WatchwordDiagnostics
public import WatchwordDrafts

/// Precision and recall of rules against posts that people have labelled.
///
/// A post counts once for each topic: a hit where a clear label and a finding at or above the level
/// agree, a miss where only the label is there, a wrong alarm where only the finding is. A post with
/// a borderline label of the topic counts as neither.
public struct CorpusMeasure: Sendable {
  /// Counts for one topic or rule.
  public struct Tally: Hashable, Sendable {
    /// Posts where label and finding agree.
    public var hits = 0
    /// Posts with a finding and no label.
    public var wrongAlarms = 0
    /// Posts with a clear label and no finding; always 0 for a rule, which answers for a part of its topic.
    public var misses = 0

    /// The share of findings that are right; nil without findings.
    public var precision: Double? {
      hits + wrongAlarms == 0 ? nil : Double(hits) / Double(hits + wrongAlarms)
    }

    /// The share of labels that are found; nil without labels.
    public var recall: Double? {
      hits + misses == 0 ? nil : Double(hits) / Double(hits + misses)
    }
  }

  /// One post on which rules and labels disagree.
  public struct Disagreement: Hashable, Sendable {
    /// The post's id.
    public var post: String
    /// The topic.
    public var topic: String
    /// The rule that was wrong; nil for a miss.
    public var rule: RuleID?
    /// The post's text.
    public var text: String
  }

  /// The counts by topic.
  public private(set) var topics: [String: Tally] = [:]
  /// The counts by rule.
  public private(set) var rules: [RuleID: Tally] = [:]
  /// The disagreements, in the order of the corpus.
  public private(set) var disagreements: [Disagreement] = []
  /// The number of posts.
  public private(set) var postCount = 0
  /// The number of posts with any finding at or above the level.
  public private(set) var alarmedPosts = 0
  /// The least severity that counts.
  public let level: Severity

  /// Makes an empty measure that counts findings from `level` on.
  public init(level: Severity = .warning) {
    self.level = level
  }

  /// Counts a post with its findings.
  public mutating func count(_ post: Post, findings: [Diagnostic]) {
    let counted = findings.filter { $0.severity >= level && $0.settlement == nil }
    let labels = CorpusLabel.labels(of: post)
    let clear = Set(labels.filter(\.isClear).compactMap(\.topic))
    let labelled = Set(labels.compactMap(\.topic))
    let found = Set(counted.map(\.topic))
    postCount += 1
    if !counted.isEmpty { alarmedPosts += 1 }
    for topic in clear.union(found).sorted() {
      if clear.contains(topic), found.contains(topic) {
        topics[topic, default: Tally()].hits += 1
      } else if clear.contains(topic) {
        topics[topic, default: Tally()].misses += 1
        disagreements.append(
          Disagreement(post: post.id, topic: topic, rule: nil, text: post.string)
        )
      } else if !labelled.contains(topic) {
        topics[topic, default: Tally()].wrongAlarms += 1
      }
    }
    for rule in Set(counted.map(\.rule)).sorted() {
      let topic = counted.first { $0.rule == rule }?.topic ?? ""
      if clear.contains(topic) {
        rules[rule, default: Tally()].hits += 1
      } else if !labelled.contains(topic) {
        rules[rule, default: Tally()].wrongAlarms += 1
        disagreements.append(
          Disagreement(post: post.id, topic: topic, rule: rule, text: post.string)
        )
      }
    }
  }
}
