import Foundation
import TestSupport
import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordRules
import WatchwordText

@Suite("Calendars of scheduling products", .enabled(if: Conformance.isAvailable))
struct CSVCalendarTests {
  /// What must come of an example.
  private struct Expected: Decodable {
    /// One post.
    struct Row: Decodable {
      var line: Int
      var text: String
      var scheduled: String?
      var media: [String]?
      var alt_text: [String]?
      var channels: [String]?
      var account: String?
    }
    var posts: [Row]
  }

  /// The examples there must be.
  private static let names = [
    "ayrshare", "buffer", "friends-plus-me", "hootsuite", "later-unverified", "magicsync",
    "metricool", "postcron", "postfast", "publer", "publer-legacy", "schedulin",
    "social-planner", "socialbee", "socialpatra", "socialpilot", "sprout-social",
    "vista-social",
  ]

  @Test("No example is left out")
  func all() throws {
    #expect(
      try Conformance.names(in: "content-calendars/examples", ending: "csv") == Self.names
    )
  }

  /// Formats in which the uploader chooses the order of day and month, so that a table does not tell.
  private let open: Set<String> = ["hootsuite", "sprout-social"]

  @Test(
    "Every example gives its posts",
    arguments: Self.names
  )
  func example(_ name: String) throws {
    let folder = "content-calendars/examples/\(name)"
    let source = try SourceText(Conformance.bytes(folder + ".csv"))
    let data = try Data(Conformance.bytes(folder + ".expected.json"))
    let expected = try JSONDecoder().decode(Expected.self, from: data).posts
    let reading = DraftReader.read(source, path: "\(name).csv", format: .csv)
    let notes =
      open.contains(name)
      ? ["draft/ambiguous-date"] : name == "publer" ? ["draft/unreadable-date"] : []
    #expect(reading.problems.map { "\($0.rule)" } == notes)
    try #require(reading.posts.count == expected.count)
    for (post, row) in zip(reading.posts, expected) {
      #expect(post.string == row.text)
      expectSoundMap(of: post, in: source)
      if !post.text.isEmpty {
        let file = post.map.fileRange(of: SourceRange(0, post.text.count))
        #expect(source.position(at: file.start).line == row.line)
      }
      if open.contains(name), row.scheduled != "2026-03-03T12:30" {
        #expect(post.context["publish-at"] == nil)
      } else {
        let written = row.scheduled?.replacingOccurrences(of: ":00Z", with: "Z")
          .replacingOccurrences(of: ":00+", with: "+")
        #expect(post.context["publish-at"]?.texts.first == written)
      }
      let media = post.context["media"]
      #expect(media?.values(at: ["url"]).flatMap(\.texts) ?? [] == row.media ?? [])
      #expect(media?.values(at: ["alt"]).flatMap(\.texts) ?? [] == row.alt_text ?? [])
      let platforms = (row.channels ?? []).map { channel in
        let name = channel.components(separatedBy: " - ")[0].lowercased()
        return ["twitter", "twitter/x"].contains(name) ? "x" : name
      }
      var seen: Set<String> = []
      #expect(
        post.context["platform"]?.texts ?? [] == platforms.filter { seen.insert($0).inserted }
      )
      #expect(post.context["account"]?.texts.first == row.account)
    }
  }
}
