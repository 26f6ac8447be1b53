import Testing
import TestSupport
import WatchwordText

@Suite("twitter-text validation", .enabled(if: Conformance.isAvailable))
struct TwitterTextValidateTests {
  /// The sections of validate.yml that ask whether a whole text is one entity.
  static let sections: [(name: String, kind: EntityKind)] = [
    ("usernames", .mention), ("lists", .mention), ("hashtags", .hashtag), ("urls", .url),
    ("urls_without_protocol", .url),
  ]

  /// Texts that are web addresses by RFC 3986 but that X does not link in a post.
  static let known = [
    "Valid url: ipv4": "extraction asks for a top-level domain",
    "Valid url: ipv6": "extraction asks for a top-level domain",
    "Valid url: sub delims and question marks": "an extracted query does not end in a plus sign",
  ]

  @Test("A whole text is or is not one entity", arguments: sections)
  func validate(_ section: (name: String, kind: EntityKind)) throws {
    let suite = try SuiteNode(Conformance.bytes("twitter-text/validate.yml"))
    let cases = suite["tests"][section.name].items
    #expect(!cases.isEmpty)
    var tally = SuiteTally(
      "twitter-text validate \(section.name)",
      known: section.name == "urls" ? Self.known : [:]
    )
    for test in cases {
      let scan = ScannedText(social: test["text"].text)
      let isWhole = scan.found(section.kind).contains {
        $0.range == SourceRange(0, scan.bytes.count)
          && (section.name != "lists" || $0.text.contains("/"))
      }
      tally.count(
        test["description"].text,
        isWhole == (test["expected"].text == "true"),
        "\(scan.found())"
      )
    }
    print(tally.summary)
    #expect(tally.failures == [])
    #expect(tally.stale == [])
  }
}
