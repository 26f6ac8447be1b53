import Testing
import TestSupport
import WatchwordText

@Suite("twitter-text extraction", .enabled(if: Conformance.isAvailable))
struct TwitterTextExtractTests {
  /// The sections of extract.yml and the kind each is about.
  static let sections: [(name: String, kind: EntityKind)] = [
    ("mentions", .mention), ("mentions_with_indices", .mention),
    ("mentions_or_lists_with_indices", .mention), ("urls", .url), ("urls_with_indices", .url),
    ("urls_with_directional_markers", .url), ("tco_urls_with_params", .url),
    ("hashtags", .hashtag), ("hashtags_from_astral", .hashtag), ("hashtags_with_indices", .hashtag),
    ("cashtags", .cashtag), ("cashtags_with_indices", .cashtag),
  ]

  @Test("extract.yml agrees", arguments: sections)
  func extract(_ section: (name: String, kind: EntityKind)) throws {
    let suite = try SuiteNode(Conformance.bytes("twitter-text/extract.yml"))
    let cases = suite["tests"][section.name].items
    #expect(!cases.isEmpty)
    var tally = SuiteTally("twitter-text extract \(section.name)")
    for test in cases {
      let scan = ScannedText(social: test["text"].text)
      let found = scan.found(section.kind).filter { !Self.namesServer($0) }
      let matches: Bool
      if section.name.hasPrefix("urls_with_") || section.name.hasSuffix("_indices") {
        matches =
          found.map { Self.described($0, in: scan) } == test["expected"].items.map(Self.described)
      } else {
        matches = found.map { Self.bare($0) } == test["expected"].items.map(\.text)
      }
      tally.count(test["description"].text, matches, "\(found)")
    }
    print(tally.summary)
    #expect(tally.failures == [])
  }

  @Test("replies: the mention that a text begins with")
  func replies() throws {
    let suite = try SuiteNode(Conformance.bytes("twitter-text/extract.yml"))
    var tally = SuiteTally("twitter-text extract replies")
    for test in suite["tests"]["replies"].items {
      let scan = ScannedText(social: test["text"].text)
      let first = scan.found(.mention).first {
        scan.text(SourceRange(0, $0.range.start)).allSatisfy(\.isWhitespace)
      }
      tally.count(
        test["description"].text,
        first.map(Self.bare) ?? "" == test["expected"].text,
        "\(first as Any)"
      )
    }
    print(tally.summary)
    #expect(tally.failures == [])
    #expect(tally.passed > 0)
  }

  @Test("tlds.yml agrees", arguments: ["country", "generic"])
  func topLevelDomains(_ section: String) throws {
    let suite = try SuiteNode(Conformance.bytes("twitter-text/tlds.yml"))
    var tally = SuiteTally("twitter-text tlds \(section)")
    for test in suite["tests"][section].items {
      let found = ScannedText(social: test["text"].text).found(.url).map(\.text)
      tally.count(test["description"].text, found == test["expected"].items.map(\.text), "\(found)")
    }
    print(tally.summary)
    #expect(tally.failures == [])
    #expect(tally.passed > 300)
  }

  /// Whether a mention names a server, a form that X does not link.
  private static func namesServer(_ found: FoundEntity) -> Bool {
    found.kind == .mention && found.text.dropFirst().contains("@")
  }

  /// The text without the sign before it.
  private static func bare(_ found: FoundEntity) -> String {
    found.kind == .url ? found.text : String(found.text.dropFirst())
  }

  /// An entity as a case with indices describes it.
  private static func described(_ found: FoundEntity, in scan: ScannedText) -> String {
    "\(bare(found)) \(scan.scalars(before: found.range.start))-\(scan.scalars(before: found.range.end))"
  }

  /// What a case with indices expects.
  private static func described(_ expected: SuiteNode) -> String {
    let names = ["url", "hashtag", "cashtag", "screen_name", "list_slug"]
    let text = names.map { expected[$0].text }.joined()
    let indices = expected["indices"].items.map(\.text)
    return "\(text) \(indices.joined(separator: "-"))"
  }
}
