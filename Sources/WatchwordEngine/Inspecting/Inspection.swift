public import WatchwordDrafts
internal import WatchwordRules
public import WatchwordText

/// What the analysis sees in a post, before any rule looks at it.
public struct Inspection: Sendable {
  /// The post.
  public let post: Post
  /// Tokens, sentences and social entities.
  public let analysis: AnalyzedText
  /// Every entity, social ones and identifiers, in reading order.
  public let entities: [Entity]
  /// Dates and times.
  public let times: [TimeExpression]
  /// Lengths as platforms count them.
  public let lengths: PlatformLengths
}

/// Analyses posts as the checker does.
public struct Inspector: Sendable {
  /// Splits texts.
  private let analyzer: TextAnalyzer
  /// Finds dates and times.
  private let times: TimeScanner

  /// Makes an inspector.
  public init() {
    var symbols = SymbolTableBuilder()
    times = TimeScanner(registeringIn: &symbols)
    analyzer = TextAnalyzer(symbols: symbols.table)
  }

  /// What the analysis sees in a post that counts as published on `asOf` unless it says otherwise.
  public func inspect(_ post: Post, asOf: CivilDate) -> Inspection {
    let published = post.context["publish-at"]?.texts.first.flatMap { CivilDate($0) } ?? asOf
    return post.text.withUnsafeBufferPointer { text in
      var analysis = AnalyzedText()
      analyzer.analyze(text, into: &analysis)
      var times: [TimeExpression] = []
      self.times.scan(
        text,
        analysis,
        publicationDay: published.dayNumber,
        order: DateOrder(market: post.context["market"]?.texts),
        into: &times
      )
      var identifiers: [Entity] = []
      IdentifierEntities.scan(text, social: analysis.entities, into: &identifiers)
      times.removeParts(of: identifiers)
      let social = analysis.entities
      return Inspection(
        post: post,
        analysis: analysis,
        entities: (social + identifiers).sorted { $0.range < $1.range },
        times: times,
        lengths: PlatformLengths(text, entities: social)
      )
    }
  }
}
