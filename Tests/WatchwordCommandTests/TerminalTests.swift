import Foundation
import Testing

/// Arguments, pipes and terminals.
@Suite struct TerminalTests {
  let folder: Folder

  /// Puts the sample pack and a draft that names a kettle into a folder.
  init() throws {
    folder = try Folder()
    try SamplePack().write(to: folder)
    try folder.write("Put the kettle on.\n", to: "tea.txt")
  }

  /// Arguments that cannot be meant, and how the answer begins.
  @Test(arguments: [
    (["check"], "Error: name a draft, a directory, or - for standard input"),
    (
      ["check", "--frmat", "full", "tea.txt"],
      "Error: Unknown option '--frmat'. Did you mean '--format'?"
    ),
    (
      ["check", "--format", "ful", "tea.txt"],
      "Error: The value 'ful' is invalid for '--format <format>'"
    ),
    (["check", "--as-of", "2026-13-01", "tea.txt"], "Error: “2026-13-01” is not a day"),
    (["check", "--presence", "private", "tea.txt"], "Error: there is no presence “private”"),
    (["chek"], "Error: there is no command “chek”; did you mean check?"),
    (
      ["tea.txt"],
      "Error: there is no command “tea.txt”; to check it, write: watchword check tea.txt"
    ),
    (["explain", "unit-movment"], "watchword: there is no rule “unit-movment”. Did you mean"),
    ([], "OVERVIEW: Check draft social posts"),
  ])
  func mistakesInArgumentsEndWithTwo(arguments: [String], answer: String) throws {
    let outcome = try BuiltCommand.run(arguments, in: folder.url)
    #expect(outcome.errors.hasPrefix(answer), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(outcome.status == 2)
  }

  @Test func aNearFormatIsOffered() throws {
    let outcome = try BuiltCommand.run(["check", "--format", "jsn", "tea.txt"], in: folder.url)
    #expect(
      outcome.errors.contains("“jsn” is not one of full, concise, json, jsonl; did you mean json?")
    )
  }

  @Test(arguments: [
    "draft/empty", "suppression/unused", "engine/pattern-limit", "pack/yaml-syntax",
  ])
  func everyFindingCanBeExplained(name: String) throws {
    let outcome = try BuiltCommand.run(["explain", name], in: folder.url)
    #expect(outcome.output.hasPrefix("\(name)\n\n"))
    #expect(outcome.status == 0)
  }

  @Test func aReaderThatLeavesEndsTheRunQuietly() throws {
    let post = "{\"text\":\"Put the kettle on.\"}\n"
    try folder.write(String(repeating: post, count: 20_000), to: "queue.jsonl")
    let outcome = try BuiltCommand.shell(
      "\"$WATCHWORD\" check queue.jsonl --packs pack --format concise | head -n 1",
      in: folder.url
    )
    #expect(
      outcome.lines == ["queue.jsonl:1:18: error: this names the kettle [sample-pack/kettle]"]
    )
    #expect(outcome.errors == "")
  }

  @Test func coloursFollowTheOptionAndTheEnvironment() throws {
    let escape = "\u{1B}["
    let check = ["check", "tea.txt", "--packs", "pack"]
    let piped = try BuiltCommand.run(check, in: folder.url)
    #expect(!piped.output.contains(escape))
    let asked = try BuiltCommand.run(check + ["--color", "always"], in: folder.url)
    #expect(asked.output.contains(escape))
    let refused = try BuiltCommand.run(
      check + ["--color", "auto"],
      in: folder.url,
      environment: ["NO_COLOR": "1"]
    )
    #expect(refused.output == piped.output)
  }

  @Test func draftsAndNamesCannotSteerTheTerminal() throws {
    let name = "red\u{1B}[31m\u{202E}.md"
    try folder.write("Put the kettle \u{1B}[2J\u{7}\u{9B}31m\u{202E}on.\n", to: "drafts/\(name)")
    let outcome = try BuiltCommand.run(
      ["check", "drafts", "drafts/no\u{1B}[31m.md", "--packs", "pack"],
      in: folder.url
    )
    #expect(outcome.output.contains("[sample-pack/kettle]"))
    #expect(outcome.output.contains("not read: there is no such file"))
    let named = try BuiltCommand.run(["che\u{1B}[31mck"], in: folder.url)
    for text in [outcome.output, outcome.errors, named.errors] {
      #expect(!text.unicodeScalars.contains { steers($0) })
    }
  }

  /// Whether a terminal would obey a character.
  private func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
