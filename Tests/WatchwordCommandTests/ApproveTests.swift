import Foundation
import Testing

/// A yes is written into a draft, counts while its words stand, and lapses with them.
@Suite struct ApproveTests {
  private static let risky = "We put the kettle on in Kenya.\n"

  /// Runs the command with arguments of which each may hold spaces, with a pack whose one rule an
  /// approval for operations settles.
  private func run(_ arguments: [String], in folder: Folder) throws -> BuiltCommand.Outcome {
    var pack = SamplePack()
    pack.rule += "settled-by: [{ approval: operations }, { approval: media }]\n"
    let packs = try Folder()
    try pack.write(to: packs)
    return try BuiltCommand.run(
      arguments + ["--packs", packs.file("pack").path],
      in: folder.url
    )
  }

  /// Approves a post for operations.
  private func approve(_ arguments: String..., in folder: Folder) throws -> BuiltCommand.Outcome {
    try run(
      ["approve"] + arguments
        + ["--by", "unit media officer", "--scope", "operations", "--on", "2026-06-01"],
      in: folder
    )
  }

  /// The findings of a check, each by place, severity and rule.
  private func check(_ arguments: String..., in folder: Folder) throws -> (
    lines: [String], status: Int32
  ) {
    let outcome = try run(
      ["check", "--format", "concise", "--as-of", "2026-06-01", "--presence", "personal"]
        + arguments,
      in: folder
    )
    let lines = outcome.lines.compactMap { line -> String? in
      guard let rule = line.range(of: " [", options: .backwards), line.hasSuffix("]") else {
        return nil
      }
      let head = line[..<rule.lowerBound].split(separator: ":", maxSplits: 4)
      return "\(head[0]):\(head[1])\(head[3]) \(line[rule.upperBound...].dropLast())"
    }
    return (lines, outcome.status)
  }

  @Test(
    "A yes counts while the words stand, and says at its key that it lapsed once they do not",
    arguments: [
      ("a.md", "# Note\n\n\(risky)", "a.md:5"), ("a.txt", risky, "a.txt:5"),
      ("a.csv", "text\r\n\"We put the kettle on in Kenya.\"\r\n", "a.csv:2"),
      (
        "a.json", "[{\n\"text\": \"We put the kettle on in Kenya.\"\n}]",
        "a.json:6"
      ),
      (
        "a.jsonl", "{\"text\":\"We put the kettle on in Kenya.\"}\n",
        "a.jsonl:1"
      ),
    ]
  )
  func lapses(path: String, text: String, place: String) throws {
    let folder = try Folder()
    try folder.write(text, to: path)
    #expect(try check(path, in: folder).status == 1)
    let approved = try approve(path, in: folder)
    #expect(approved.status == 0, "\(approved.errors)")
    #expect(
      approved.output
        == "\(path): post \(path == "a.csv" ? "row 2" : path == "a.json" ? "a#1" : "a"): recorded the approval of unit media officer.\n"
    )
    let settled = try check(path, in: folder)
    #expect(settled.status == 0)
    #expect(settled.lines == [])
    try folder.write(folder.text(path).replacing("Kenya", with: "Estonia"), to: path)
    let lapsed = try check(path, in: folder)
    #expect(lapsed.status == 1)
    #expect(lapsed.lines.contains("\(place) warning approval/lapsed"), "\(lapsed.lines)")
    #expect(lapsed.lines.contains { $0.hasSuffix("error sample-pack/kettle") })
  }

  @Test("Approving again after a change makes it count again; approving twice writes nothing")
  func again() throws {
    let folder = try Folder()
    try folder.write(Self.risky, to: "a.md")
    _ = try approve("a.md", in: folder)
    let once = try folder.text("a.md")
    #expect(
      try approve("a.md", in: folder).output == "a.md: post a: this approval is recorded already.\n"
    )
    #expect(try folder.text("a.md") == once)
    try folder.write(once.replacing("Kenya", with: "Estonia"), to: "a.md")
    #expect(try approve("a.md", in: folder).status == 0)
    #expect(try check("a.md", in: folder).lines == [])
  }

  @Test("A yes to something else settles nothing and says so at its scope")
  func otherScope() throws {
    let folder = try Folder()
    try folder.write(
      "---\napproved-by: A\napproved-on: 2026-06-01\napproved-scope: poll\n---\n\(Self.risky)",
      to: "a.md"
    )
    let found = try check("a.md", in: folder)
    #expect(found.status == 1)
    #expect(found.lines.contains("a.md:4 note approval/other-scope"))
  }

  @Test("What a key settles is counted, and shown on request with the key")
  func visible() throws {
    let folder = try Folder()
    try folder.write(Self.risky, to: "a.md")
    _ = try approve("a.md", in: folder)
    let quiet = try run(["check", "a.md"], in: folder)
    #expect(quiet.status == 0)
    #expect(quiet.output.contains("Let go: 1 settled."))
    #expect(!quiet.output.contains("sample-pack/kettle"))
    let shown = try run(["check", "a.md", "--show-settled"], in: folder)
    #expect(shown.output.contains("(settled) [sample-pack/kettle]"))
    #expect(shown.output.contains("Note: settled by `approved-by`"))
  }

  @Test("A yes without a digest counts whatever the words, as before")
  func unbound() throws {
    let folder = try Folder()
    try folder.write("---\napproved-by: A\napproved-on: 2026-06-01\n---\n\(Self.risky)", to: "a.md")
    #expect(try check("a.md", in: folder).lines == [])
  }

  @Test("The parts of a thread are approved together, and one changed part is told once")
  func thread() throws {
    let folder = try Folder()
    try folder.write("\(Self.risky)\n---\n\nSee you there.\n", to: "a.md")
    #expect(try approve("a.md", "--post", "a#2", in: folder).status == 2)
    #expect(try approve("a.md", in: folder).status == 0)
    #expect(try check("a.md", in: folder).lines == [])
    try folder.write(folder.text("a.md").replacing("there", with: "at noon"), to: "a.md")
    let lapsed = try check("a.md", in: folder).lines.filter { $0.hasSuffix("lapsed") }
    #expect(lapsed == ["a.md:5 warning approval/lapsed"])
  }

  @Test("A table in UTF-16 stays in UTF-16")
  func utf16() throws {
    let folder = try Folder()
    let text = "\u{FEFF}text;id\r\n\(Self.risky.dropLast());1\r\n"
    let bytes = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try folder.write(bytes, to: "a.csv")
    #expect(try approve("a.csv", in: folder).status == 0)
    let after = try Array(Data(contentsOf: folder.file("a.csv")))
    #expect(after.starts(with: [0xFF, 0xFE]))
    #expect(after.count > bytes.count && after.count.isMultiple(of: 2))
    #expect(try check("a.csv", in: folder).lines == [])
  }

  @Test("Several files are approved, or none where one cannot be")
  func several() throws {
    let folder = try Folder()
    try folder.write(Self.risky, to: "a.md")
    try folder.write("---\nmarket: [\n---\n\(Self.risky)", to: "b.md")
    let refused = try approve("a.md", "b.md", in: folder)
    #expect(refused.status == 2)
    #expect(refused.errors.hasPrefix("watchword: b.md:"))
    #expect(try folder.text("a.md") == Self.risky)
    try folder.write(Self.risky, to: "b.md")
    #expect(try approve("a.md", "b.md", "a.md", in: folder).lines.count == 2)
  }

  @Test(
    "What cannot be meant or done ends with status 2, a clear word and the file as it was",
    arguments: [
      (["a.csv"], "it holds 2 posts; name one with --post: 1, 2"),
      (["a.csv", "--post", "3"], "there is no post “3” in it"),
      (["twins.csv", "--post", "1"], "2 posts have the id “1”; name one by its place: #1, #2"),
      (
        ["ragged.csv", "--post", "1"],
        "ragged.csv:3:1: row 3 has 1 cell for 2 columns"
      ),
      (["missing.md"], "missing.md: there is no such file or directory"),
      (["."], "it is not a file"), (["-"], "standard input cannot be edited"),
      (["empty.md"], "there is no post in it"), (["a.pdf"], "its ending is not one of"),
      (["broken.json"], "broken.json:1:17: the JSON ends before it is complete"),
      (["locked.md"], "it is read-only, so nothing was written"),
      (["half.csv"], "these bytes are half of a character"),
      (["a.csv", "--post", "1", "--on", "1 June"], "“1 June” is not a day"),
      (["a.csv", "--post", "1", "--on", "2026-02-30"], "“2026-02-30” is not a day"),
      (["a.csv", "--post", "1", "--scope", "operation"], "did you mean operations?"),
      (["a.csv", "--post", "1", "--by", " "], "--by must name somebody"),
      (["a.csv", "--post", "1", "--by", "a\nb"], "--by must name somebody"),
    ]
  )
  func refused(arguments: [String], message: String) throws {
    let folder = try Folder()
    let files: [(String, [UInt8])] = [
      ("a.csv", Array("id,text\n1,one\n2,two\n".utf8)),
      ("twins.csv", Array("id,text\n1,one\n1,two\n".utf8)),
      ("ragged.csv", Array("id,text\n1,one\ntwo\n".utf8)), ("empty.md", []), ("a.pdf", [0x25]),
      ("broken.json", Array("{\"text\": \"one\", ".utf8)), ("locked.md", Array("one\n".utf8)),
      ("half.csv", [0xFF, 0xFE, 0x74, 0, 0x65, 0, 0x78, 0, 0x74, 0, 0x0A, 0, 0x61, 0, 0, 0xD8]),
    ]
    for (path, bytes) in files { try folder.write(bytes, to: path) }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444],
      ofItemAtPath: folder.file("locked.md").path
    )
    let given = ["--by", "--scope"].map { ($0, $0 == "--by" ? "A" : "operations") }
      .filter { !arguments.contains($0.0) }.flatMap { [$0.0, $0.1] }
    let outcome = try run(["approve"] + arguments + given, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output == "")
    for (path, bytes) in files {
      #expect(try Array(Data(contentsOf: folder.file(path))) == bytes)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == files.count
    )
  }

  @Test("The mode stays, and a link stays a link to the file it leads to")
  func links() throws {
    let folder = try Folder()
    try folder.write(Self.risky, to: "real/a.md")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640],
      ofItemAtPath: folder.file("real/a.md").path
    )
    try folder.link("b.md", to: "real/a.md")
    #expect(try approve("b.md", in: folder).status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("real/a.md").path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("b.md").path)
        == "real/a.md"
    )
    #expect(try folder.text("real/a.md").hasPrefix("---\napproved-by: unit media officer\n"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.file("real").path) == ["a.md"]
    )
  }

  @Test("A command that is killed leaves the old file or the new one, whenever that happens")
  func killed() throws {
    let folder = try Folder()
    let old = "id,text\n" + (1...20_000).map { "\($0),Post number \($0).\n" }.joined()
    try folder.write(old, to: "a.csv")
    var pack = SamplePack()
    pack.rule += "settled-by: [{ approval: operations }]\n"
    try pack.write(to: folder)
    // What an undisturbed run makes of it.
    try folder.write(old, to: "b.csv")
    let arguments = "--post 7 --by A --scope all --on 2026-06-01 --packs pack"
    _ = try BuiltCommand.shell("$WATCHWORD approve b.csv \(arguments)", in: folder.url)
    let new = try folder.text("b.csv")
    #expect(new != old)
    for delay in stride(from: 0, to: 1, by: 0.1) {
      try folder.write(old, to: "a.csv")
      _ = try BuiltCommand.shell(
        "$WATCHWORD approve a.csv \(arguments) & sleep \(delay); kill -9 $!; wait",
        in: folder.url
      )
      let text = try folder.text("a.csv")
      #expect(text == old || text == new)
    }
  }
}
