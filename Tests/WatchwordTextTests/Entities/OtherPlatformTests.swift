import Foundation
import Testing
import TestSupport
import WatchwordText

@Suite("Tags, mentions and links of other platforms", .enabled(if: Conformance.isAvailable))
struct OtherPlatformTests {
  private struct MastodonCase: Decodable {
    let text: String
    let hashtags: [String]
  }

  private struct BlueskyFile: Decodable {
    struct Facet: Decodable {
      let byteStart, byteEnd: Int
      let type: String?
    }
    struct Links: Decodable {
      let text: String
      let facets: [Facet]
    }
    struct Tags: Decodable {
      let text: String
      let tags: [Facet]
    }
    let mentions_and_links: [Links]
    let tags: [Tags]
    let cashtags: [Tags]
  }

  /// Where Mastodon's hashtags differ from those of X.
  static let mastodon = [
    "#foo·": "X lets a middle dot end a hashtag",
    "#·foo": "X lets a middle dot begin a hashtag",
    "#one#two": "X links neither of two hashtags without a space",
  ]

  @Test("Mastodon hashtags")
  func mastodonHashtags() throws {
    var tally = SuiteTally("mastodon hashtags", known: Self.mastodon)
    let cases = try JSONDecoder().decode(
      [MastodonCase].self,
      from: Data(Conformance.bytes("mastodon/hashtags.json"))
    )
    for test in cases {
      let found = ScannedText(social: test.text).found(.hashtag).map { String($0.text.dropFirst()) }
      tally.count(test.text, found == test.hashtags, "\(found)")
    }
    print(tally.summary)
    #expect(tally.failures == [])
    #expect(tally.stale == [])
  }

  /// Where Bluesky's mentions and links differ from those of X.
  static let blueskyLinks = [
    "@handle.com middle end": domainHandle, "start @handle.com end": domainHandle,
    "start middle @handle.com": domainHandle, "@handle.com @handle.com @handle.com": domainHandle,
    "@full123-chars.test": domainHandle, "@handle.com!@#$chars": domainHandle,
    "@handle.com\n@handle.com": domainHandle, "parenthetical (@handle.com)": domainHandle,
    "👨‍👩‍👧‍👧 @handle.com 👨‍👩‍👧‍👧": domainHandle,
    "website.com.jpg": "X links the part that ends in a top-level domain",
    "website.com.jpg/foo": "X links the part that ends in a top-level domain",
  ]
  private static let domainHandle = "a handle of X ends at a dot, which may end a sentence"
  /// Where Bluesky's hashtags differ from those of X.
  static let blueskyTags = [
    "body #thisisa65characterstring_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":
      "X has no longest tag",
    "its a #double#rainbow": onlyWords, "##hashash": onlyWords, "some #n0n3s@n5e!": onlyWords,
    "works #with,punctuation": onlyWords, "works with #🦋 emoji, and #butter🦋fly": onlyWords,
    "this ##️⃣tag should be a tag": onlyWords,
    "match full width number sign (tag): ＃#️⃣tag": onlyWords,
    "strips #multi_trailing___...": "X lets underscores end a tag",
    "no match (\\u20e2tag): #\u{20E2}tag": "the enclosing mark is a mark like others",
    "no match (a\\u20e2b): #a\u{20E2}b": "the enclosing mark is a mark like others",
  ]
  private static let onlyWords = "X lets only letters, marks, digits and underscores into a tag"
  /// Where Bluesky's cashtags differ from those of X.
  static let blueskyCashtags = [
    "($GOOG)": "X asks for a space before the sign", "$ABC12": "X lets no digit into a symbol",
  ]

  @Test("Bluesky mentions and links")
  func blueskyMentionsAndLinks() throws {
    var tally = SuiteTally("bluesky mentions and links", known: Self.blueskyLinks)
    for test in try file().mentions_and_links {
      let found = ScannedText(social: test.text).found(.mention, .url)
      let expected = test.facets.map { "\($0.type ?? "") \($0.byteStart)..<\($0.byteEnd)" }
      let got = found.map { "\($0.kind == .url ? "link" : "mention") \($0.range)" }
      tally.count(test.text, got == expected, "\(found)")
    }
    print(tally.summary)
    #expect(tally.failures == [])
    #expect(tally.stale == [])
  }

  @Test("Bluesky hashtags")
  func blueskyHashtags() throws {
    let tally = count("bluesky hashtags", try file().tags, .hashtag, Self.blueskyTags)
    #expect(tally.failures == [])
    #expect(tally.stale == [])
  }

  @Test("Bluesky cashtags")
  func blueskyCashtagSuite() throws {
    let tally = count("bluesky cashtags", try file().cashtags, .cashtag, Self.blueskyCashtags)
    #expect(tally.failures == [])
    #expect(tally.stale == [])
  }

  /// Counts how the tags of a suite are found.
  private func count(
    _ name: String,
    _ cases: [BlueskyFile.Tags],
    _ kind: EntityKind,
    _ known: [String: String]
  ) -> SuiteTally {
    var tally = SuiteTally(name, known: known)
    for test in cases {
      let found = ScannedText(social: test.text).found(kind)
      let expected = test.tags.map { SourceRange($0.byteStart, $0.byteEnd) }
      tally.count(test.text, found.map(\.range) == expected, "\(found)")
    }
    print(tally.summary)
    return tally
  }

  private func file() throws -> BlueskyFile {
    try JSONDecoder().decode(
      BlueskyFile.self,
      from: Data(Conformance.bytes("bluesky/facets.json"))
    )
  }
}
