import Foundation
import Testing

/// Checks the drafts in `examples` and compares the report with the one stored beside them.
@Suite struct ExamplesTests {
  /// The stored reports, with the format of each.
  @Test(arguments: [("full", "check.full"), ("jsonl", "check.json-lines")])
  func theReportIsAsStored(format: String, name: String) throws {
    let outcome = try BuiltCommand.run(
      ["check", "examples/", "--as-of", "2026-06-01", "--format", format],
      in: BuiltCommand.root
    )
    #expect(outcome.status == 1, "\(outcome.errors)")
    let stored = BuiltCommand.root.appendingPathComponent("examples/expected/\(name)")
    if ProcessInfo.processInfo.environment["WATCHWORD_RECORD"] == "1" {
      try outcome.output.write(to: stored, atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded; read it, then run again without WATCHWORD_RECORD")
      return
    }
    let wanted = lines(try String(contentsOf: stored, encoding: .utf8))
    let found = lines(outcome.output)
    let difference = zip(found, wanted).enumerated().first { $0.element.0 != $0.element.1 }
    if let (index, pair) = difference {
      Issue.record("\(name):\(index + 1) is\n\(pair.0)\nbut must be\n\(pair.1)")
    }
    #expect(found.count == wanted.count, "lines in \(name)")
  }

  /// Nothing that a draft in the list says deserves a word.
  @Test(arguments: [
    "corporate/open-day.md", "personal/anniversary.md", "personal/marathon.txt",
    "sponsored/parachutes.md",
  ])
  func ordinaryPostsGetSilence(path: String) throws {
    let outcome = try BuiltCommand.run(
      ["check", "examples/\(path)", "--as-of", "2026-06-01"],
      in: BuiltCommand.root
    )
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.hasPrefix("Nothing found in 1 post (1 file)."))
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  /// The verdict does not depend on where the command stands or how the draft reaches it.
  @Test func theVerdictIsTheSameFromAnywhere() throws {
    let draft = BuiltCommand.root.appendingPathComponent("examples/sponsored/field-kitchen.md")
    let absolute = try BuiltCommand.run(
      ["check", draft.path, "--format", "concise"],
      in: FileManager.default.temporaryDirectory
    )
    let piped = try BuiltCommand.run(
      ["check", "-", "--stdin-filename", draft.path, "--format", "concise"],
      in: BuiltCommand.root,
      input: String(contentsOf: draft, encoding: .utf8)
    )
    #expect(absolute.status == 1)
    #expect(absolute.output == piped.output)
  }

  /// A report's lines.
  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
