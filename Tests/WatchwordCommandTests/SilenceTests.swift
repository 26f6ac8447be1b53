import Foundation
import Testing

/// What the built-in packs say about a draft that states nothing about itself.
@Suite struct SilenceTests {
  /// A folder of this test's own.
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  /// The rules that speak about a text, in order.
  private func rules(_ text: String) throws -> (rules: [String], outcome: BuiltCommand.Outcome) {
    try folder.write(text, to: "draft.txt")
    let outcome = try BuiltCommand.run(
      ["check", "draft.txt", "--as-of", "2026-06-01", "--format", "concise"],
      in: folder.url
    )
    let rules = outcome.lines.compactMap { line -> String? in
      guard line.hasPrefix("draft.txt:"), let open = line.lastIndex(of: "[") else { return nil }
      return String(line[line.index(after: open)...].dropLast())
    }
    return (rules, outcome)
  }

  @Test func aHarmlessDraftGetsOneLine() throws {
    let (rules, outcome) = try rules("Great day teaching first aid to cadets in Blankshire.\n")
    #expect(rules.isEmpty)
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.hasPrefix("Nothing found in 1 post (1 file)."))
    #expect(outcome.status == 0)
  }

  @Test func aMissingPresenceIsNotedBesideAFinding() throws {
    let (rules, outcome) = try rules("2 Blankshires fly out to Cyprus tomorrow.\n")
    #expect(
      rules == [
        "mod-online-engagement/presence-unstated", "mod-online-engagement/unit-movement",
      ]
    )
    #expect(outcome.status == 1)
  }
}
