import Foundation
import Testing

/// Which drafts of a directory are checked.
@Suite struct SearchTests {
  /// A repository with empty-handed drafts at paths.
  private func repository(_ files: [String: String], drafts: [String]) throws -> Folder {
    let folder = try Folder()
    try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    for (path, text) in files { try folder.write(text, to: path) }
    for path in drafts { try folder.write("What the fuck.\n", to: path) }
    return folder
  }

  /// The paths with findings, in order.
  private func found(
    _ line: String,
    in folder: Folder,
    status: Int32 = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let outcome = try BuiltCommand.run(
      ["check"] + line.split(separator: " ").map(String.init)
        + ["--as-of", "2026-06-01", "--format", "concise", "--packs", "mod-online-engagement"],
      in: folder.url
    )
    #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: sourceLocation)
    var paths: [String] = []
    for line in outcome.lines where line.contains("/swearing]") {
      paths.append(String(line.prefix { $0 != ":" }))
    }
    return paths
  }

  @Test("What git ignores is passed over in directories, and checked where it is named")
  func ignored() throws {
    let folder = try repository(
      [
        ".gitignore": "out/\n*.tmp.md\n", "drafts/.gitignore": "!kept.tmp.md\n",
        ".git/info/exclude": "/secret.md\n",
      ],
      drafts: [
        "a.md", "a.tmp.md", "secret.md", "out/b.md", "drafts/c.tmp.md", "drafts/kept.tmp.md",
      ]
    )
    #expect(try found(".", in: folder) == ["./a.md", "./drafts/kept.tmp.md"])
    #expect(try found("drafts", in: folder) == ["drafts/kept.tmp.md"])
    #expect(try found("a.tmp.md out", in: folder) == ["a.tmp.md", "out/b.md"])
    #expect(try found("--no-ignore .", in: folder).count == 6)
  }

  @Test(
    "What the configuration excludes is passed over in directories, and checked where it is named"
  )
  func excluded() throws {
    let folder = try repository(
      ["watchword.yml": "exclude: [archive/, \"*.draft.md\", \"!last.draft.md\"]\n"],
      drafts: ["a.md", "b.draft.md", "last.draft.md", "archive/c.md", "sub/archive/d.md"]
    )
    #expect(try found(".", in: folder) == ["./a.md", "./last.draft.md"])
    #expect(try found("b.draft.md archive", in: folder) == ["b.draft.md", "archive/c.md"])
    #expect(
      try found("--force-exclude a.md b.draft.md archive/c.md last.draft.md", in: folder)
        == ["a.md", "last.draft.md"]
    )
    #expect(try found("--no-config .", in: folder).count == 5)
  }

  @Test("Where everything is excluded the run says so")
  func nothingLeft() throws {
    let folder = try repository(["watchword.yml": "exclude: \"*.md\"\n"], drafts: ["a.md", "b.md"])
    let walked = try BuiltCommand.run(["check", "."], in: folder.url)
    #expect(walked.status == 2)
    #expect(
      walked.lines.first
        == ".: not read: what drafts it holds are excluded by a configuration or ignored by git"
    )
    let forced = try BuiltCommand.run(["check", "--force-exclude", "a.md", "b.md"], in: folder.url)
    #expect(forced.status == 0, "\(forced.errors)")
    #expect(
      forced.lines.first
        == "Note: 2 drafts that were named are excluded by `*.md` in watchword.yml."
    )
    let piped = try BuiltCommand.run(
      ["check", "-", "--stdin-filename", "a.md", "--force-exclude"],
      in: folder.url,
      input: "What the fuck.\n"
    )
    #expect(piped.status == 0)
    #expect(piped.output.contains("excluded by `*.md` in watchword.yml"))
  }

  @Test("Staged drafts are read with the configuration of the work tree")
  func staged() throws {
    let folder = try repository(
      ["watchword.yml": "exclude: archive/\nseverity: { swearing: error }\n"],
      drafts: ["a.md", "archive/b.md"]
    )
    try FileManager.default.removeItem(at: folder.file(".git"))
    let setUp = try BuiltCommand.shell("git init -q . && git add a.md archive", in: folder.url)
    #expect(setUp.status == 0, "\(setUp.errors)")
    #expect(try found("--staged", in: folder, status: 1) == ["a.md"])
    #expect(try found("--staged archive/b.md", in: folder, status: 1) == ["archive/b.md"])
  }
}
