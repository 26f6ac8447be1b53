import Foundation
import Testing

/// What `check` prints and how it ends, over a pack of one rule.
@Suite struct CheckCommandTests {
  let folder: Folder

  /// Puts the sample pack into a folder.
  init() throws {
    folder = try Folder()
    try SamplePack().write(to: folder)
  }

  /// Runs `check` with the sample pack.
  private func check(_ arguments: String..., input: String = "") throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["check", "--packs", "pack"] + arguments, in: folder.url, input: input)
  }

  @Test func theFirstLineIsThatOfACompiler() throws {
    try folder.write("Tea?\n\nPut the kettle on.\n", to: "drafts/tea.md")
    let outcome = try check("drafts/")
    #expect(
      outcome.lines.first == "drafts/tea.md:3:9: error: this names the kettle [sample-pack/kettle]"
    )
    #expect(outcome.status == 1)
  }

  @Test func aHarmlessDraftGetsOneClosingLine() throws {
    try folder.write("Put the urn on.\n", to: "tea.txt")
    let outcome = try check("tea.txt")
    #expect(
      outcome.output
        == "Nothing found in 1 post (1 file). Packs: sample-pack 1. Only encoded patterns are checked.\n"
    )
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test(arguments: [("note", 1), ("warning", 1), ("error", 0)])
  func theFailLevelDecidesTheStatus(level: String, status: Int32) throws {
    try SamplePack(severity: "warning").write(to: folder)
    try folder.write("Put the kettle on.\n", to: "tea.txt")
    let outcome = try check("tea.txt", "--fail-level", level, "--format", "concise")
    #expect(outcome.lines.first?.contains(": warning: ") == true)
    #expect(outcome.status == status)
  }

  @Test func machinesGetTheirFormatAlone() throws {
    try folder.write("Put the kettle on.\n", to: "tea.txt")
    let outcome = try check("tea.txt", "--format", "jsonl")
    #expect(outcome.lines.count == 1)
    #expect(outcome.lines.first?.hasPrefix("{\"path\":\"tea.txt\",") == true)
    #expect(outcome.errors.hasPrefix("1 error in 1 post (1 file)."))
  }

  @Test func standardInputTakesThePlaceOfAFile() throws {
    let outcome = try check(
      "-",
      "--stdin-filename",
      "queue.jsonl",
      "--format",
      "concise",
      input: "{\"text\":\"Put the urn on.\"}\n{\"text\":\"Put the kettle on.\"}\n"
    )
    #expect(
      outcome.lines.first
        == "queue.jsonl:2:18: error: this names the kettle [sample-pack/kettle]"
    )
  }

  @Test func aSuppressionNeedsAReason() throws {
    let post = "Put the kettle on.\n"
    try folder.write("<!-- watchword: allow kettle because tea -->\n" + post, to: "with.md")
    try folder.write("<!-- watchword: allow kettle -->\n" + post, to: "without.md")
    let with = try check("with.md")
    #expect(with.output.hasPrefix("Nothing found in 1 post (1 file). Let go: 1 suppressed."))
    #expect(with.status == 0)
    let without = try check("without.md", "--format", "concise")
    #expect(without.output.contains("[draft/suppression-without-reason]"))
    #expect(without.output.contains("[sample-pack/kettle]"))
    #expect(without.status == 1)
  }

  @Test func directoriesArePassedThroughInOrder() throws {
    for path in ["b.md", "a/z.txt", "a/README.md", "a/picture.png", ".hidden/c.md"] {
      try folder.write("Put the kettle on.\n", to: "drafts/\(path)")
    }
    let outcome = try check("drafts", "--format", "concise")
    let places = outcome.lines.dropLast().map { $0.prefix { $0 != ":" } }
    #expect(places == ["drafts/b.md", "drafts/a/z.txt"])
  }

  @Test func aPathLeadsToTheWordsInJSON() throws {
    try folder.write(
      #"{"data":{"list":[{"id":"p1","copy":{"uk":"Put the kettle on.","us":"Kettle!"}}]}}"#,
      to: "export.json"
    )
    let arguments = ["export.json", "--format", "concise", "--json-text"]
    let outcome = try BuiltCommand.run(
      ["check", "--packs", "pack"] + arguments + ["data.list[].copy.uk"],
      in: folder.url
    )
    #expect(
      outcome.lines.first
        == "export.json:1:51: error: this names the kettle [sample-pack/kettle]"
    )
    #expect(outcome.status == 1)
    let wrong = try BuiltCommand.run(
      ["check", "--packs", "pack"] + arguments + ["data.posts[].copy"],
      in: folder.url
    )
    #expect(
      wrong.lines.first
        == "export.json:1:9: error: there is no `posts` here; the keys are `list` [draft/json-path]"
    )
    #expect(wrong.status == 2)
    let noPath = try BuiltCommand.run(["check"] + arguments + ["data[]"], in: folder.url)
    #expect(noPath.errors.contains("“data[]” is not a path to a key"))
    #expect(noPath.status != 0)
  }

  @Test func aFileInUTF16IsMarkedAtItsOwnBytes() throws {
    let bytes = "\u{FEFF}text\tid\r\n\"Grüße 👋🏽 \"\"the kettle\"\"\"\t1\r\n".utf16
      .flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    try folder.write(bytes, to: "plan.csv")
    let outcome = try check("plan.csv", "--format", "jsonl")
    let line = try #require(outcome.lines.first)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    let finding = try #require(object as? [String: Any])
    let start = try #require(finding["start"] as? Int)
    let end = try #require(finding["end"] as? Int)
    #expect(Array(bytes[start..<end]) == "kettle".utf16.flatMap { [UInt8($0), 0] })
    #expect(finding["line"] as? Int == 2)
    #expect(finding["column"] as? Int == 17)
    let full = try check("plan.csv")
    #expect(full.output.contains("> 2 | \"Grüße 👋🏽 \"\"the kettle\"\"\""))
  }

  @Test func timingGoesToStandardErrorAndChangesNothingElse() throws {
    try folder.write("Put the kettle on.\n", to: "draft.md")
    let arguments = ["check", "--packs", "pack", "--format", "concise", "draft.md"]
    let plain = try BuiltCommand.run(arguments, in: folder.url)
    let timed = try BuiltCommand.run(arguments + ["--timing"], in: folder.url)
    #expect(timed.output == plain.output)
    #expect(timed.status == plain.status)
    #expect(plain.errors == "")
    let names = timed.errors.split(separator: "\n").compactMap { $0.split(separator: " ").last }
    for name in ["read", "decode", "analyse", "phrases", "rules", "report", "sample-pack/kettle"] {
      #expect(names.contains(Substring(name)))
    }
  }
}
