import Foundation
import TestSupport
import Testing
import WatchwordDrafts
import WatchwordText

@Suite("Outside test data", .enabled(if: Conformance.isAvailable))
struct ConformanceTests {
  /// One example of a Markdown specification.
  private struct Example: Decodable {
    var markdown: String
  }

  @Test(
    "Every example of the Markdown specifications has a sound map",
    arguments: [
      "commonmark/spec-0.31.2.json", "gfm/spec-0.29-gfm.json", "gfm/extensions.json",
      "gfm/regression.json",
    ]
  )
  func markdown(_ file: String) throws {
    let data = try Data(Conformance.bytes(file))
    let examples = try JSONDecoder().decode([Example].self, from: data)
    try #require(!examples.isEmpty)
    for example in examples {
      for text in [
        example.markdown, example.markdown.replacingOccurrences(of: "\n", with: "\r\n"),
        "\u{FEFF}" + example.markdown.replacingOccurrences(of: "\n", with: "\r"),
      ] {
        check(Array(text.utf8), .markdown)
      }
    }
  }

  @Test("Naughty strings survive every format")
  func naughtyStrings() throws {
    let data = try Data(Conformance.bytes("naughty-strings/blns.json"))
    let strings = try JSONDecoder().decode([String].self, from: data)
    try #require(!strings.isEmpty)
    let encoder = JSONEncoder()
    for string in strings {
      check(Array(string.utf8), .plainText)
      check(Array(string.utf8), .markdown)
      let line = try SourceText([UInt8](encoder.encode(["text": string])))
      let reading = DraftReader.read(line, path: "a", format: .jsonLines)
      #expect(reading.posts.map(\.string) == [string])
      for post in reading.posts { expectSoundMap(of: post, in: line) }
    }
    try check(Conformance.bytes("naughty-strings/blns.txt"), .plainText)
    try check(Conformance.bytes("naughty-strings/blns.txt"), .markdown)
  }

  /// Reads bytes and checks that every post is sound and that nothing is passed over in silence.
  private func check(_ bytes: [UInt8], _ format: DraftFormat) {
    let source = SourceText(bytes)
    let reading = DraftReader.read(source, path: "a", format: format)
    #expect(!reading.posts.isEmpty || !reading.problems.isEmpty)
    for post in reading.posts { expectSoundMap(of: post, in: source) }
  }
}
