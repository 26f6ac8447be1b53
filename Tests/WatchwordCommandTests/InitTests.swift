import Foundation
import Testing

/// Setting a directory up.
@Suite struct InitTests {
  /// Runs a line of shell in which `watchword` is the command and nobody's own git settings count.
  private func shell(_ line: String, in folder: Folder) throws -> BuiltCommand.Outcome {
    try BuiltCommand.shell(
      """
      export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
      watchword() { "$WATCHWORD" "$@"; }
      \(line)
      """,
      in: folder.url
    )
  }

  @Test("Init writes a configuration that the check reads without a word")
  func configuration() throws {
    let folder = try Folder()
    try folder.write("Cake at three.\n", to: "drafts/a.md")
    let outcome = try shell("watchword init && watchword check drafts", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.first == "Wrote watchword.yml.")
  }

  @Test("What it leaves commented out can be put to use as it stands")
  func comments() throws {
    let folder = try Folder()
    try folder.write("Cake at three.\n", to: "drafts/a.md")
    let outcome = try shell(
      "watchword init && sed -i.old 's/^#\\([^ ]\\)/\\1/; s/^#  /  /' watchword.yml && watchword check drafts",
      in: folder
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text("watchword.yml").contains("\npaths:\n  \"personal/\":\n"))
  }

  @Test("What is there is left alone, and nothing else is written")
  func refusal() throws {
    let folder = try Folder()
    try folder.write("packs: secrets\n", to: "watchword.yml")
    let outcome = try shell("watchword init", in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "watchword: watchword.yml: there is a configuration already; nothing was written\n"
    )
    #expect(try folder.text("watchword.yml") == "packs: secrets\n")
    let missing = try shell("watchword init missing", in: folder)
    #expect(missing.status == 2)
    #expect(missing.errors == "watchword: missing: there is no such file or directory\n")
  }

  @Test("The hook stops a commit with a finding, and lets others pass")
  func hook() throws {
    let folder = try Folder()
    try folder.write("2 Blankshires fly out to Kenya on Tuesday at 0530.\n", to: "a.md")
    let outcome = try shell(
      """
      git init -q . && git config user.name A && git config user.email a@example.org
      watchword init --hook || exit 9
      mkdir bin && ln -s "$WATCHWORD" bin/watchword && PATH="$PWD/bin:$PATH"
      git add a.md && git commit -qm one >/dev/null && exit 8
      echo Cake. > a.md && git add a.md && git commit -qm two >/dev/null
      """,
      in: folder
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.prefix(2) == ["Wrote watchword.yml.", "Wrote .git/hooks/pre-commit."])
  }

  @Test("A hook of the repository's own is not touched, wherever core.hooksPath puts it")
  func otherHooks() throws {
    let folder = try Folder()
    try folder.write("#!/bin/sh\n", to: ".own/pre-commit")
    let outcome = try shell(
      "git init -q . && git config core.hooksPath .own && mkdir sub && cd sub && watchword init --hook",
      in: folder
    )
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "watchword: ../.own/pre-commit: there is a hook already; nothing was written; add to it: watchword check --staged || exit 1\n"
    )
    #expect(try folder.text(".own/pre-commit") == "#!/bin/sh\n")
    #expect(!FileManager.default.fileExists(atPath: folder.file("sub/watchword.yml").path))
    let free = try shell("rm .own/pre-commit && watchword init --hook", in: folder)
    #expect(free.lines == ["Wrote watchword.yml.", "Wrote .own/pre-commit."])
    #expect(FileManager.default.isExecutableFile(atPath: folder.file(".own/pre-commit").path))
  }

  @Test("Hooks that several repositories share are not written")
  func sharedHooks() throws {
    let folder = try Folder()
    let outcome = try shell(
      """
      mkdir shared repository && git init -q repository
      git -C repository config core.hooksPath "$PWD/shared"
      watchword init repository --hook
      """,
      in: folder
    )
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("git keeps the hooks of several repositories here"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("shared/pre-commit").path))
  }

  @Test("Without a repository there is no place for a hook")
  func noRepository() throws {
    let folder = try Folder()
    let outcome = try shell("GIT_CEILING_DIRECTORIES=/ watchword init --hook", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("watchword: .: there is no place for a hook: git says: "))
    #expect(!FileManager.default.fileExists(atPath: folder.file("watchword.yml").path))
  }

  @Test(
    "The job stands at the top of the repository and checks the directory",
    arguments: [
      ("github", ".github/workflows/watchword.yml"), ("gitlab", ".gitlab-ci.yml"),
    ]
  )
  func job(system: String, path: String) throws {
    let folder = try Folder()
    let outcome = try shell(
      "git init -q . && mkdir -p 'our drafts' && cd 'our drafts' && watchword init --ci \(system)",
      in: folder
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.prefix(2) == ["Wrote watchword.yml.", "Wrote ../\(path)."])
    let text = try folder.text(path)
    #expect(text.contains("watchword check 'our drafts' --format concise\n"))
    #expect(text.contains("WATCHWORD_SOURCE"))
    let again = try shell("watchword init --ci \(system)", in: folder)
    #expect(again.status == 2)
    #expect(again.errors.hasPrefix("watchword: \(path): there is such a file already"))
  }
}
