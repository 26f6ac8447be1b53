import Foundation
import Testing

/// Drafts that git holds: staged, changed since a revision, renamed, oddly named.
@Suite struct GitTests {
  /// A post that the rules on movement flag, and one they do not.
  private static let risky = "2 Blankshires fly out to Kenya on Tuesday at 0530.\n"
  private static let harmless = "A quiet Sunday at the allotment.\n"

  @Test("The index is read and not the work tree")
  func index() throws {
    let repository = try Repository()
    try repository.folder.write(Self.risky, to: "a.md")
    try repository.git("add a.md")
    try repository.folder.write(Self.harmless, to: "a.md")
    #expect(try repository.check("--staged").paths == ["a.md a"])
    try repository.git("add a.md")
    try repository.folder.write(Self.risky, to: "a.md")
    let clean = try repository.check("--staged")
    #expect(clean.paths == [])
    #expect(clean.status == 0)
  }

  @Test(
    "A file that is not staged, deleted or no draft is passed over, and nothing to check is no failure"
  )
  func nothing() throws {
    let repository = try Repository()
    try repository.folder.write(Self.risky, to: "old.md")
    try repository.git("add .", "commit -qm one", "rm -q old.md")
    try repository.folder.write(Self.risky, to: "new.md")
    try repository.folder.write(Self.risky, to: "README.md")
    try repository.folder.write(Self.risky, to: "tool.swift")
    try repository.git("add README.md tool.swift")
    let outcome = try repository.shell("\"$WATCHWORD\" check --staged")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("No draft has changed"))
  }

  @Test("Names with spaces, quotes, line ends and a leading dash")
  func oddNames() throws {
    let repository = try Repository()
    let names = ["a b.md", "it's.md", "new\nline.md", "-dash.md", "\"quoted\".md", "ünï.md"]
    for name in names { try repository.folder.write(Self.risky, to: name) }
    try repository.git("add -- .")
    let found = try repository.check("--staged").paths.map { $0.prefix { $0 != "." } + ".md" }
    #expect(Set(found.map(String.init)) == Set(names))
  }

  @Test("A directory below the top, and paths that narrow it down")
  func below() throws {
    let repository = try Repository()
    for path in ["one/a.md", "two/b.md", "c.md"] {
      try repository.folder.write(Self.risky, to: path)
    }
    try repository.git("add .")
    #expect(
      try repository.check("--staged", below: "one").paths == [
        "../c.md c", "../two/b.md b", "a.md a",
      ]
    )
    #expect(try repository.check("--staged .", below: "one").paths == ["a.md a"])
    #expect(try repository.check("--staged two c.md").paths == ["c.md c", "two/b.md b"])
  }

  @Test("Since a revision only posts that changed, whole, wherever a row has moved")
  func since() throws {
    let repository = try Repository()
    let row = { (id: String, text: String) in "{\"id\": \"\(id)\", \"text\": \"\(text)\"}\n" }
    let risky = String(Self.risky.dropLast())
    try repository.folder.write(row("1", risky) + row("2", "Cake."), to: "queue.jsonl")
    try repository.git("add .", "commit -qm one")
    try repository.folder.write(row("2", "Cake.") + row("1", risky), to: "queue.jsonl")
    #expect(try repository.check("--since HEAD").paths == [])
    try repository.folder.write(row("2", risky) + row("1", risky), to: "queue.jsonl")
    #expect(try repository.check("--since HEAD").paths == [])
    let other = risky.replacing("0530", with: "0630")
    try repository.folder.write(row("1", risky) + row("2", other), to: "queue.jsonl")
    #expect(try repository.check("--since HEAD").paths == ["queue.jsonl 2"])
    #expect(try repository.check("--since HEAD --staged").paths == [])
    try repository.git("add .")
    #expect(try repository.check("--since HEAD --staged").paths == ["queue.jsonl 2"])
  }

  @Test("A renamed file is compared with what it was, and a new one is new")
  func renamed() throws {
    let repository = try Repository()
    try repository.folder.write(Self.risky, to: "old.md")
    try repository.git("add .", "commit -qm one", "mv old.md 'new name.md'")
    #expect(try repository.check("--since HEAD").paths == [])
    #expect(try repository.check("--staged").paths == ["new name.md new name"])
    try repository.folder.write(Self.risky, to: "fresh.md")
    #expect(try repository.check("--since HEAD").paths == ["fresh.md fresh"])
  }

  @Test("A part of a thread that changed is checked with the whole thread")
  func thread() throws {
    let repository = try Repository()
    try repository.folder.write("Cake.\n\n---\n\n\(Self.risky)", to: "thread.md")
    try repository.git("add .", "commit -qm one")
    #expect(try repository.check("--since HEAD").paths == [])
    try repository.folder.write("More cake.\n\n---\n\n\(Self.risky)", to: "thread.md")
    #expect(try repository.check("--since HEAD").paths == ["thread.md thread#2"])
  }

  @Test("The environment of a hook, a linked work tree and a submodule")
  func surroundings() throws {
    let repository = try Repository()
    try repository.folder.write(Self.harmless, to: "a.md")
    try repository.git(
      "add .",
      "commit -qm one",
      "worktree add -q ../linked-\(repository.folder.url.lastPathComponent)"
    )
    let linked = "../linked-\(repository.folder.url.lastPathComponent)"
    defer { _ = try? repository.shell("rm -rf '\(linked)'") }
    _ = try repository.shell("printf '%s' '\(Self.risky)' > b.md && git add b.md", below: linked)
    #expect(try repository.check("--staged", below: linked).paths == ["b.md b"])
    let hook = """
      printf '#!/bin/sh\\n"$WATCHWORD" check --staged --format concise --as-of 2026-06-01\\n' > .git/hooks/pre-commit
      chmod +x .git/hooks/pre-commit
      """
    _ = try repository.shell(hook)
    try repository.folder.write(Self.risky, to: "c.md")
    let refused = try repository.shell("git add c.md && git commit -qm two")
    #expect(refused.status == 1)
    #expect(refused.output.contains("c.md:1:") || refused.errors.contains("c.md:1:"))
    try repository.folder.write(Self.harmless, to: "c.md")
    #expect(try repository.shell("git commit -qam three").status == 0)
    let outer = try Repository()
    try outer.git(
      "-c protocol.file.allow=always submodule add -q '\(repository.folder.url.path)' sub"
    )
    try outer.folder.write(Self.risky, to: "sub/d.md")
    _ = try outer.shell("git add d.md", below: "sub")
    #expect(try outer.check("--staged", below: "sub").paths == ["d.md d"])
    #expect(try outer.check("--staged").paths == [])
  }

  @Test(
    "What git cannot tell ends with status 2 and says why",
    arguments: [
      ("--since nowhere", "git knows no revision “nowhere”"),
      ("--since=--all", "git knows no revision “--all”"),
      ("--staged -", "standard input is not in git"),
    ]
  )
  func mistakes(arguments: String, message: String) throws {
    let repository = try Repository()
    let outcome = try repository.shell("\"$WATCHWORD\" check \(arguments)")
    #expect(outcome.status == 2 || outcome.status == 64)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test("Outside a repository, without git, and with a conflict")
  func troubles() throws {
    let folder = try Folder()
    let outside = try BuiltCommand.shell(
      "unset GIT_DIR; GIT_CEILING_DIRECTORIES=/ \"$WATCHWORD\" check --staged",
      in: folder.url
    )
    #expect(outside.status == 2)
    #expect(outside.errors.contains("not a git repository"))
    let without = try BuiltCommand.shell(
      "PATH=/nowhere \"$WATCHWORD\" check --staged",
      in: folder.url
    )
    #expect(without.status == 2)
    #expect(without.errors.contains("git is not installed"))
    let repository = try Repository()
    try repository.folder.write("One.\n", to: "a.md")
    try repository.git("add .", "commit -qm one", "checkout -qb side")
    try repository.folder.write("Two.\n", to: "a.md")
    try repository.git("commit -qam two", "checkout -q main")
    try repository.folder.write("Three.\n", to: "a.md")
    try repository.git("commit -qam three")
    _ = try repository.shell("git merge side")
    let conflict = try repository.shell("\"$WATCHWORD\" check --staged")
    #expect(conflict.status == 2)
    #expect((conflict.output + conflict.errors).contains("it has a merge conflict"))
  }
}
