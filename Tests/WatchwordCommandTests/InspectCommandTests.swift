import Foundation
import Testing

/// What `inspect` prints for outside suites and pack authors.
@Suite struct InspectCommandTests {
  /// A folder of this test's own.
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test func onePostIsOneLine() throws {
    try folder.write(
      "Back Friday. Call 07700 900123 #OpShader \u{1F6A2}\n",
      to: "note.txt"
    )
    let outcome = try BuiltCommand.run(
      ["inspect", "note.txt", "--as-of", "2026-06-01"],
      in: folder.url
    )
    #expect(
      outcome.output
        == #"{"post":"note","sentences":[{"start":0,"end":12},{"start":13,"end":45}],"#
        + #""entities":[{"kind":"phone","start":18,"end":30,"text":"07700 900123"},"#
        + ##"{"kind":"hashtag","start":31,"end":40,"text":"#OpShader"}],"##
        + #""times":[{"start":5,"end":11,"tense":"future","precision":"day","from":"2026-06-05","to":"2026-06-05"}],"#
        + #""lengths":{"x":43,"bluesky":{"graphemes":42,"bytes":45},"mastodon":42,"threads":45}}"#
        + "\n"
    )
    #expect(outcome.status == 0)
  }

  @Test func aMissingFileEndsWithStatusTwo() throws {
    let outcome = try BuiltCommand.run(["inspect", "none.txt"], in: folder.url)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "watchword: none.txt: there is no such file or directory\n")
    #expect(outcome.status == 2)
  }
}
