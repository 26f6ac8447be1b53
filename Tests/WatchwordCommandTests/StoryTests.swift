import Foundation
import Testing

/// The story in `examples/story`, and the pack it uses.
@Suite struct StoryTests {
  /// Where the story is kept.
  private static let folder = BuiltCommand.root.appendingPathComponent("examples/story")

  @Test func theStoryIsTheOneStored() throws {
    let outcome = try BuiltCommand.shell("sh examples/story/story.sh", in: BuiltCommand.root)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let stored = Self.folder.appendingPathComponent("story.out")
    if ProcessInfo.processInfo.environment["WATCHWORD_RECORD"] == "1" {
      try outcome.output.write(to: stored, atomically: true, encoding: .utf8)
      Issue.record("the story was recorded; read it, then run again without WATCHWORD_RECORD")
      return
    }
    let wanted = try String(contentsOf: stored, encoding: .utf8).split(separator: "\n")
    let told = outcome.output.split(separator: "\n")
    for (line, other) in zip(told, wanted) where line != other {
      Issue.record("the story says\n\(line)\nand must say\n\(other)")
      break
    }
    #expect(told.count == wanted.count)
  }

  @Test(arguments: ["check", "test", "coverage"])
  func itsPackDoesWhatItSays(command: String) throws {
    let outcome = try BuiltCommand.run(
      ["pack", command, "examples/packs/blankshire-council"],
      in: BuiltCommand.root
    )
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }
}
