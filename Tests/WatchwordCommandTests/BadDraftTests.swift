import Foundation
import Testing

/// Drafts that cannot be used: a clear word about each, and status 2.
@Suite struct BadDraftTests {
  let folder: Folder

  /// Puts the sample pack into a folder.
  init() throws {
    folder = try Folder()
    try SamplePack().write(to: folder)
  }

  /// Runs `check` with the sample pack, one line a finding.
  private func check(_ paths: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(
      ["check", "--packs", "pack", "--format", "concise"] + paths,
      in: folder.url
    )
  }

  /// A draft whose bytes are of no use, and the finding about it.
  struct Unusable: Sendable, CustomTestStringConvertible {
    var path: String
    var bytes: [UInt8]
    var line: String
    var testDescription: String { path }
  }

  @Test(arguments: [
    Unusable(
      path: "empty.md",
      bytes: [],
      line: "empty.md:1:1: note: this draft has no text to check [draft/empty]"
    ),
    Unusable(
      path: "empty.jsonl",
      bytes: [0x0A, 0x0A],
      line: "empty.jsonl:1:1: note: this draft has no text to check [draft/empty]"
    ),
    Unusable(
      path: "binary.md",
      bytes: [0x7F, 0x45, 0x4C, 0x46, 0x00, 0x01],
      line:
        "binary.md:1:5: error: this draft holds bytes that are not text, so it was not checked [draft/binary]"
    ),
    Unusable(
      path: "latin.txt",
      bytes: Array("Caf".utf8) + [0xE9, 0x0A],
      line:
        "latin.txt:1:4: error: this “é” is Windows-1252 and not UTF-8, so the draft was not checked [draft/windows-1252]"
    ),
    Unusable(
      path: "wide.md",
      bytes: [0x54, 0x00, 0x65, 0x00],
      line:
        "wide.md:1:2: error: this draft seems to be UTF-16 without a byte-order mark, so it was not checked [draft/utf-16]"
    ),
    Unusable(
      path: "words.jsonl",
      bytes: Array("Put the urn on.\n".utf8),
      line: "words.jsonl:1:1: error: "
    ),
  ])
  func bytesThatAreNoDraft(_ draft: Unusable) throws {
    try folder.write(draft.bytes, to: draft.path)
    let outcome = try check(draft.path)
    #expect(outcome.lines.first?.hasPrefix(draft.line) == true, "\(outcome.output)")
    #expect(outcome.status == 2)
  }

  @Test func aDraftThatCannotBeReadSpoilsTheRun() throws {
    try folder.write("Put the urn on.\n", to: "drafts/good.md")
    try folder.write([0x54, 0x00, 0x65, 0x00], to: "drafts/wide.md")
    let outcome = try check("drafts")
    #expect(outcome.lines.last?.hasPrefix("1 error in 1 post (2 files).") == true)
    #expect(outcome.lines.last?.hasSuffix("Exit status 2: the check is not complete.") == true)
    #expect(outcome.status == 2)
  }

  @Test func whatIsNotThereIsNamed() throws {
    try folder.write("x", to: "pictures/a.png")
    let outcome = try check("missing.md", "pictures", "pictures/a.png")
    #expect(
      outcome.lines.prefix(3) == [
        "missing.md: not read: there is no such file or directory",
        "pictures: not read: it holds no drafts (.txt, .md, .markdown, .jsonl, .ndjson, .csv, .tsv)",
        "pictures/a.png: not read: its ending is not one of txt, md, markdown, jsonl, ndjson, csv, tsv, json",
      ]
    )
    #expect(outcome.lines.last?.hasPrefix("Nothing was checked: no posts (0 files).") == true)
    #expect(outcome.status == 2)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func whatMayNotBeReadIsNamed() throws {
    try folder.write("Put the urn on.\n", to: "drafts/closed/a.md")
    try folder.write("Put the urn on.\n", to: "drafts/closed.md")
    try folder.write("Put the kettle on.\n", to: "drafts/open.md")
    for path in ["drafts/closed", "drafts/closed.md"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0],
        ofItemAtPath: folder.file(path).path
      )
    }
    let outcome = try check("drafts")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700],
      ofItemAtPath: folder.file("drafts/closed").path
    )
    #expect(outcome.output.contains("drafts/closed: not read: this user may not read it\n"))
    #expect(outcome.output.contains("drafts/closed.md: not read: this user may not read it\n"))
    #expect(outcome.lines.first?.hasPrefix("drafts/open.md:1:9: error: ") == true)
    #expect(outcome.status == 2)
  }

  @Test func linksThatLeadInACircleEnd() throws {
    try folder.write("Put the kettle on.\n", to: "drafts/a.md")
    try folder.link("drafts/up", to: ".")
    try folder.link("drafts/b.md", to: "b.md")
    let outcome = try check("drafts")
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines.first?.hasPrefix("drafts/a.md:1:9: error: ") == true)
    #expect(outcome.output.contains("drafts/b.md: not read: its symbolic links lead in a circle\n"))
    #expect(outcome.status == 2)
  }

  @Test func fiftyMegabytesOnOneLineOfAStreamAreRefused() throws {
    let words = Array(repeatElement(Array("put the kettle on, ".utf8), count: 2_760_000).joined())
    try folder.write(
      Array("{\"text\":\"".utf8) + words + Array("\"}\n{\"text\":\"a kettle\"}\n".utf8),
      to: "long.jsonl"
    )
    let outcome = try check("long.jsonl")
    #expect(
      outcome.output.contains(
        "long.jsonl:1:1: error: this line is longer than 1048576 bytes, so it was not checked [draft/line-too-long]\n"
      )
    )
    #expect(outcome.output.contains("long.jsonl:2:12: error: this names the kettle"))
    #expect(outcome.status == 2)
  }

  @Test("A draft beyond the limit is refused", arguments: ["txt", "md"])
  func beyondTheLimit(ending: String) throws {
    let space = Array(repeating: UInt8(ascii: " "), count: 128 * 1_048_576 + 1)
    try folder.write(space, to: "long.\(ending)")
    let outcome = try check("long.\(ending)")
    #expect(outcome.output.contains("long.\(ending): not read: it is larger than 128 MiB\n"))
    #expect(outcome.status == 2)
  }

  @Test func aLongPlainTextIsCheckedToItsEnd() throws {
    let space = Array(repeating: UInt8(ascii: " "), count: 8 * 1_048_576 - 22)
    try folder.write(Array("Put the urn on.".utf8) + space + Array("kettle\n".utf8), to: "long.txt")
    let outcome = try check("long.txt")
    #expect(outcome.lines.first?.hasPrefix("long.txt:1:8388602: error: ") == true)
  }
}
