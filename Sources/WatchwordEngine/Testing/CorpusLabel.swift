internal import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

/// What a reader marked in a post of a labelled corpus.
public struct CorpusLabel: Hashable, Sendable {
  /// The topic that answers it; nil where no finding should.
  public var topic: String?
  /// Whether readers would agree; a borderline label counts neither as a miss nor as a wrong alarm.
  public var isClear: Bool

  /// The labels in a post's `labels` key: maps with a `class` and a `strength`.
  static func labels(of post: Post) -> [CorpusLabel] {
    guard case .list(let items)? = post.context["labels"] else { return [] }
    return items.compactMap { item in
      guard case .map(let map) = item, case .text(let name)? = map["class"] else { return nil }
      var isClear = true
      if case .text("borderline")? = map["strength"] { isClear = false }
      return CorpusLabel(topic: topic(ofClass: name), isClear: isClear)
    }
  }

  /// The topic that answers a class: the topic itself, or one of the class names corpora use for it.
  private static func topic(ofClass name: String) -> String? {
    if Topic.all.contains(name) { return name }
    if name.hasPrefix("a11y.") { return "accessibility" }
    return classNames[name]
  }

  /// Class names that differ from their topic; a class in none of these asks for silence.
  private static let classNames = [
    "third-party-opinion": "third-party",
    "classification-marking": "classification",
    "ad-undisclosed": "ad-disclosure",
    "financial-promo": "financial-promotion",
    "unsubstantiated-superlative": "superlative",
    "competition-no-terms": "competition",
  ]
}
