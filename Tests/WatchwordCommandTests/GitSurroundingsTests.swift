import Foundation
import Testing

/// What git hands to a hook, and what an index can hold besides plain files.
@Suite struct GitSurroundingsTests {
  /// A post that the rules on movement flag, and one they do not.
  private static let risky = "2 Blankshires fly out to Kenya on Tuesday at 0530.\n"
  private static let harmless = "A quiet Sunday at the allotment.\n"

  /// A repository whose hook checks what is to be committed.
  private func hooked() throws -> Repository {
    let repository = try Repository()
    let script =
      "#!/bin/sh\nexec \"$WATCHWORD\" check --staged --format concise --as-of 2026-06-01\n"
    try repository.folder.write(script, to: ".git/hooks/pre-commit")
    _ = try repository.shell("chmod +x .git/hooks/pre-commit")
    return repository
  }

  @Test("A hook sees what its commit takes, which need not be what is staged")
  func partialCommits() throws {
    let repository = try hooked()
    try repository.folder.write(Self.risky, to: "a.md")
    try repository.folder.write(Self.harmless, to: "b.md")
    try repository.git("add b.md", "commit -qm one", "add a.md")
    try repository.folder.write(Self.harmless + "More tea.\n", to: "b.md")
    // Git gives the hook an index of its own, without the draft that stays behind.
    #expect(try repository.shell("git commit -qm two -- b.md").status == 0)
    let all = try repository.shell("git commit -qam three")
    #expect(all.status == 1)
    #expect((all.output + all.errors).contains("a.md:1:"))
    #expect(try repository.shell("git commit -qm four --allow-empty").status == 1)
  }

  @Test("Another index, and a repository named from outside of its work tree")
  func environment() throws {
    let repository = try Repository()
    try repository.folder.write(Self.risky, to: "in/a.md")
    try repository.git("add .")
    let check = "\"$WATCHWORD\" check --staged --format concise --as-of 2026-06-01"
    /// Checks with variables of git's.
    func outcome(_ variables: String, below: String = ".") throws -> BuiltCommand.Outcome {
      try repository.shell("env \(variables) sh -c '\(check)'", below: below)
    }
    #expect(try outcome("GIT_DIR=.git GIT_INDEX_FILE=.git/index").output.contains("in/a.md:1:"))
    #expect(try outcome("GIT_DIR=.git GIT_INDEX_FILE=.git/other").status == 0)
    #expect(
      try outcome("GIT_DIR=\"$PWD/../.git\" GIT_WORK_TREE=\"$PWD/..\"", below: "in").output
        .contains("a.md:1:")
    )
    let elsewhere = try Folder()
    let outside = try repository.shell(
      "GIT_DIR=\"$PWD/.git\" GIT_WORK_TREE=\"$PWD\" && export GIT_DIR GIT_WORK_TREE && cd '\(elsewhere.url.path)' && \(check)"
    )
    #expect(outside.status == 2)
    #expect(outside.errors.contains("this is not the work tree of a git repository"))
    let bare = try repository.shell("git init -q --bare bare.git && cd bare.git && \(check)")
    #expect(bare.status == 2)
    #expect(bare.errors.contains("this is not the work tree of a git repository"))
  }

  @Test("Before the first commit, and where the work tree has lost what is staged")
  func beginnings() throws {
    let repository = try Repository()
    try repository.folder.write(Self.risky, to: "a.md")
    try repository.git("add a.md")
    #expect(try repository.check("--staged").paths == ["a.md a"])
    let since = try repository.shell("\"$WATCHWORD\" check --since HEAD")
    #expect(since.status == 2)
    #expect(since.errors.contains("git knows no revision “HEAD” here"))
    _ = try repository.shell("rm a.md")
    #expect(try repository.check("--staged").paths == ["a.md a"])
  }

  @Test("A name alone, a link, a submodule and a changed mode hold no draft")
  func otherEntries() throws {
    let inner = try Repository()
    try inner.folder.write(Self.risky, to: "a.md")
    try inner.git("add .", "commit -qm one")
    let repository = try Repository()
    try repository.folder.write(Self.harmless, to: "real.md")
    try repository.git(
      "add .",
      "commit -qm one",
      "-c protocol.file.allow=always submodule add -q '\(inner.folder.url.path)' sub.md"
    )
    try repository.folder.write(Self.risky, to: "later.md")
    try repository.folder.link("link.md", to: "later.md")
    try repository.git("add -N later.md", "add link.md")
    _ = try repository.shell("chmod +x real.md && git add real.md")
    let outcome = try repository.check("--staged")
    #expect(outcome.paths == [])
    #expect(outcome.status == 0)
  }

  @Test("A row that goes is no finding, one that changes is, in UTF-16 as well")
  func rows() throws {
    let repository = try Repository()
    let line = Self.risky.dropLast()
    /// Writes a calendar as Excel does.
    func write(_ rows: [String]) throws {
      let table = "\u{FEFF}id\ttext\r\n" + rows.map { $0 + "\r\n" }.joined()
      let bytes = table.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      try repository.folder.write(bytes, to: "plan.csv")
    }
    try write(["1\tTea.", "2\t\(line)", "3\tCake."])
    try repository.git("add .", "commit -qm one")
    try write(["2\t\(line)", "3\tCake."])
    #expect(try repository.check("--since HEAD").paths == [])
    try write(["2\t\(line)", "3\tCake and \(line)"])
    try repository.git("add .")
    #expect(try repository.check("--since HEAD --staged").paths == ["plan.csv 3"])
    #expect(try repository.check("--staged").paths == ["plan.csv 2", "plan.csv 3"])
  }

  @Test("A renamed draft that changed is compared post by post with what it was")
  func renamedAndChanged() throws {
    let repository = try Repository()
    let rows = (1...8).map { "{\"id\":\($0),\"text\":\"Tea number \($0).\"}\n" }.joined()
    let risky = "{\"id\":9,\"text\":\"\(Self.risky.dropLast())\"}\n"
    try repository.folder.write(rows + risky, to: "old name.jsonl")
    try repository.git("add .", "commit -qm one", "mv 'old name.jsonl' 'new \"name\".jsonl'")
    try repository.folder.write(rows + "{\"text\":\"New.\"}\n" + risky, to: "new \"name\".jsonl")
    #expect(try repository.check("--since HEAD").paths == [])
    try repository.folder.write(
      rows + risky + risky.replacing("9,", with: "10,").replacing("0530", with: "0630"),
      to: "new \"name\".jsonl"
    )
    #expect(try repository.check("--since HEAD").paths == ["new \"name\".jsonl 10"])
  }
}
