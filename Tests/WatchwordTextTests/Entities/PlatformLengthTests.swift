import Foundation
import Testing
import TestSupport
@testable import WatchwordText

@Suite("Platform lengths")
struct PlatformLengthTests {
  /// The sections of validate.yml that count, and whether an emoji counts as one.
  static let sections = [
    ("WeightedTweetsCounterTest", false), ("WeightedTweetsWithDiscountedEmojiCounterTest", true),
    ("UnicodeDirectionalMarkerCounterTest", true),
  ]

  @Test("X, by twitter-text", .enabled(if: Conformance.isAvailable), arguments: sections)
  func x(_ section: (name: String, emojiAsOne: Bool)) throws {
    let suite = try SuiteNode(Conformance.bytes("twitter-text/validate.yml"))
    let cases = suite["tests"][section.name].items
    #expect(!cases.isEmpty)
    var tally = SuiteTally("twitter-text validate \(section.name)")
    for test in cases {
      let scan = ScannedText(social: test["text"].text)
      let length = scan.bytes.withUnsafeBufferPointer {
        PlatformLength.weighted($0, entities: scan.entities, emojiAsOne: section.emojiAsOne)
      }
      let matches =
        "\(length)" == test["expected"]["weightedLength"].text
        && "\(length <= 280)" == test["expected"]["valid"].text
      tally.count(test["description"].text, matches, "\(length)")
    }
    print(tally.summary)
    #expect(tally.failures == [])
  }

  private struct Part: Decodable {
    let text: String
    let times: Int
  }

  private struct MastodonCase: Decodable {
    let id: String
    let text_parts, spoiler_parts: [Part]
    let limit: Int
    let expected_length: Int?
    let valid: Bool
  }

  @Test("Mastodon", .enabled(if: Conformance.isAvailable))
  func mastodon() throws {
    let cases = try JSONDecoder().decode(
      [MastodonCase].self,
      from: Data(Conformance.bytes("mastodon/length.json"))
    )
    var tally = SuiteTally("mastodon length")
    for test in cases {
      let scan = ScannedText(social: Self.joined(test.text_parts))
      let length = scan.bytes.withUnsafeBufferPointer { text in
        Array(Self.joined(test.spoiler_parts).utf8).withUnsafeBufferPointer {
          PlatformLength.mastodon(text, entities: scan.entities, contentWarning: $0)
        }
      }
      let matches = (length <= test.limit) == test.valid && length == test.expected_length ?? length
      tally.count(test.id, matches, "\(length)")
    }
    print(tally.summary)
    #expect(tally.failures == [])
  }

  private struct BlueskyFile: Decodable {
    struct Measured: Decodable {
      let text: String
      let utf8_bytes, graphemes: Int
    }
    struct Boundary: Decodable {
      let id: String
      let parts: [Part]
      let utf8_bytes, graphemes: Int
    }
    let measured: [Measured]
    let boundary: [Boundary]
  }

  @Test("Bluesky", .enabled(if: Conformance.isAvailable))
  func bluesky() throws {
    let file = try JSONDecoder().decode(
      BlueskyFile.self,
      from: Data(Conformance.bytes("bluesky/length.json"))
    )
    let cases =
      file.measured.map { ($0.text, $0.text, $0.utf8_bytes, $0.graphemes) }
      + file.boundary.map { ($0.id, Self.joined($0.parts), $0.utf8_bytes, $0.graphemes) }
    var tally = SuiteTally("bluesky length")
    for (label, text, bytes, graphemes) in cases {
      let found = Array(text.utf8).withUnsafeBufferPointer {
        [PlatformLength.blueskyBytes($0), PlatformLength.blueskyGraphemes($0)]
      }
      tally.count(label, found == [bytes, graphemes], "\(found)")
    }
    print(tally.summary)
    #expect(tally.failures == [])
  }

  @Test(
    "Threads counts an emoji's bytes and other characters as one",
    arguments: [
      ("plain", 5), ("café", 4), ("cafe\u{301}", 4), ("a 🚢", 6), ("❤️", 6), ("1️⃣", 7), ("#1", 2),
      ("a\r\nb", 3),
    ]
  )
  func threads(_ text: String, _ length: Int) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { PlatformLength.threads($0) } == length)
  }

  /// The text of parts, each repeated.
  private static func joined(_ parts: [Part]) -> String {
    parts.map { String(repeating: $0.text, count: $0.times) }.joined()
  }
}
