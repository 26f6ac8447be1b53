import Foundation
import Testing

/// What `watchword.yml` does to a check.
@Suite struct ConfigurationTests {
  /// A repository in `repo` with a pack about kettles in `repo/pack`, a configuration and drafts.
  private func repository(
    _ configuration: String?,
    _ files: [String: String] = ["drafts/a.md": "Put the kettle on.\n"],
    pack: SamplePack = SamplePack()
  ) throws -> Folder {
    let folder = try Folder()
    try folder.write("ref: refs/heads/main\n", to: "repo/.git/HEAD")
    try pack.write(to: folder, at: "repo/pack")
    if let configuration { try folder.write(configuration, to: "repo/watchword.yml") }
    for (path, text) in files { try folder.write(text, to: "repo/\(path)") }
    return folder
  }

  /// Runs `check`, with the arguments of one line, in a directory of the folder.
  private func check(
    _ line: String,
    in folder: Folder,
    at directory: String = "repo",
    input: String = ""
  ) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(
      ["check"] + line.split(separator: " ").map(String.init)
        + ["--as-of", "2026-06-01", "--format", "concise"],
      in: folder.file(directory),
      input: input
    )
  }

  /// The findings of a run, without the closing line.
  private func findings(_ outcome: BuiltCommand.Outcome) -> [String] {
    outcome.lines.filter { $0.contains("[") }
  }

  private static let named = "this names the kettle [sample-pack/kettle]"

  @Test("Packs and severities of the nearest configuration count")
  func nearest() throws {
    let folder = try repository(
      "packs: ./pack\nseverity: { kettle: warning }\n",
      ["drafts/a.md": "Put the kettle on.\n", "drafts/sub/b.md": "Put the kettle on.\n"]
    )
    try folder.write(
      "extends: ../../watchword.yml\nseverity: { wording: note }\n",
      to: "repo/drafts/sub/watchword.yml"
    )
    let outcome = try check("drafts", in: folder)
    #expect(
      findings(outcome) == [
        "drafts/a.md:1:9: warning: \(Self.named)", "drafts/sub/b.md:1:9: warning: \(Self.named)",
      ]
    )
    #expect(outcome.status == 0)
    try folder.write("packs: secrets\n", to: "repo/drafts/sub/watchword.yml")
    let alone = try check("drafts", in: folder)
    #expect(findings(alone) == ["drafts/a.md:1:9: warning: \(Self.named)"])
  }

  @Test("The verdict is the same however a draft is named and wherever from")
  func sameVerdict() throws {
    let folder = try repository(
      """
      packs: pack
      paths: { "/drafts/personal/": { severity: { kettle: note } } }
      fail-level: note
      """,
      ["drafts/personal/a.md": "Put the kettle on.\n"]
    )
    try folder.link("linked", to: "repo/drafts")
    let absolute = folder.file("repo/drafts/personal/a.md").path
    for (line, directory) in [
      ("drafts/personal/a.md", "repo"), ("./drafts/../drafts/personal/a.md", "repo"), (".", "repo"),
      ("a.md", "repo/drafts/personal"), ("personal", "repo/drafts"), (absolute, "."),
      ("linked/personal/a.md", "."), ("linked", "."), ("../personal/a.md", "linked/personal"),
    ] {
      let outcome = try check(line, in: folder, at: directory)
      #expect(outcome.status == 1, "\(line) in \(directory): \(outcome.errors)")
      #expect(outcome.lines.first?.hasSuffix("a.md:1:9: note: \(Self.named)") == true, "\(line)")
    }
    for (name, directory) in [
      ("drafts/personal/a.md", "repo"), ("new.md", "repo/drafts/personal"), (absolute, "."),
      ("linked/personal/other.md", "."), ("drafts/personal/missing/../x.md", "repo"),
    ] {
      let outcome = try check(
        "- --stdin-filename \(name)",
        in: folder,
        at: directory,
        input: "Put the kettle on.\n"
      )
      #expect(outcome.status == 1, "\(name) in \(directory): \(outcome.errors)")
      #expect(outcome.lines.first == "\(name):1:9: note: \(Self.named)")
    }
  }

  @Test("The search stops at the top of the repository")
  func top() throws {
    let folder = try repository(nil)
    try folder.write("packs: repo/pack\n", to: "watchword.yml")
    #expect(try findings(check("drafts", in: folder)) == [])
    let outside = try check("--config ../watchword.yml drafts", in: folder)
    #expect(findings(outside) == ["drafts/a.md:1:9: error: \(Self.named)"])
  }

  @Test("Flags beat the configuration, and --no-config leaves it out")
  func flags() throws {
    let folder = try repository(
      "packs: ./pack\nfail-level: warning\nseverity: { kettle: warning }\n"
    )
    #expect(try check("drafts", in: folder).status == 1)
    #expect(try check("drafts --fail-level error", in: folder).status == 0)
    #expect(try findings(check("drafts --packs secrets --no-config", in: folder)) == [])
    let other = try check("drafts --no-config --packs ./pack", in: folder)
    #expect(findings(other) == ["drafts/a.md:1:9: error: \(Self.named)"])
    let both = try check("drafts --no-config --config watchword.yml", in: folder)
    #expect(both.status == 2)
  }

  @Test("A post's own keys beat flags, which beat paths, which beat the general keys")
  func context() throws {
    var pack = SamplePack()
    pack.rule = pack.rule.replacing(
      "flag:",
      with: "applies: { market: [uk], stated: [market] }\nflag:"
    )
    let folder = try repository(
      """
      packs: ./pack
      context: { market: us }
      paths: { "uk/": { context: { market: uk } } }
      """,
      [
        "a.md": "The kettle.\n", "uk/b.md": "The kettle.\n",
        "uk/c.md": "---\nmarket: us\n---\nThe kettle.\n",
        "d.md": "---\nmarket: uk\n---\nThe kettle.\n",
      ],
      pack: pack
    )
    #expect(
      try findings(check(".", in: folder)) == [
        "./d.md:4:5: error: \(Self.named)", "./uk/b.md:1:5: error: \(Self.named)",
      ]
    )
    #expect(
      try findings(check(". --market us", in: folder)) == ["./d.md:4:5: error: \(Self.named)"]
    )
  }

  @Test("A rule's severity beats its topic's, and off is silence that needs no suppression")
  func severities() throws {
    let folder = try repository(
      "packs: ./pack\nseverity: { wording: off, sample-pack/kettle: note }\n"
    )
    #expect(
      try findings(check("drafts", in: folder)) == ["drafts/a.md:1:9: note: \(Self.named)"]
    )
    try folder.write("packs: ./pack\nseverity: { wording: off }\n", to: "repo/watchword.yml")
    let off = try check("drafts", in: folder)
    #expect(findings(off) == [])
    #expect(off.status == 0)
  }

  @Test("Every draft is held to the fail level of its own configuration")
  func failLevels() throws {
    let folder = try repository(
      "packs: ./pack\nseverity: { kettle: warning }\n",
      ["a.md": "The kettle.\n", "strict/b.md": "The urn.\n"]
    )
    try folder.write(
      "extends: ../watchword.yml\nfail-level: note\n",
      to: "repo/strict/watchword.yml"
    )
    #expect(try check(".", in: folder).status == 0)
    try folder.write("The kettle.\n", to: "repo/strict/b.md")
    let outcome = try check(".", in: folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.lines.last?.hasSuffix("Exit status 1: findings at or above their draft's fail level.")
        == true
    )
  }

  @Test("Packs can differ by path, and each program is its drafts' own")
  func packsByPath() throws {
    let folder = try repository(
      "packs: secrets\npaths: { \"tea/\": { packs: [./pack, secrets] } }\n",
      ["a.md": "The kettle.\n", "tea/b.md": "The kettle.\n"]
    )
    let outcome = try check(".", in: folder)
    #expect(findings(outcome) == ["./tea/b.md:1:5: error: \(Self.named)"])
    #expect(outcome.lines.last?.contains("Packs: secrets 2026-11, sample-pack 1.") == true)
  }

  @Test("Words that a configuration adds are found, and its exceptions let go")
  func vocabulary() throws {
    let folder = try repository(
      """
      packs: ./pack
      vocabulary:
        sample-pack/tea-maker: { add: ["(samovar|tea urn)"], except: ["kettle drum~"] }
      """,
      ["a.md": "The samovar, the tea urns, the tea urn and the kettle drums.\n"]
    )
    #expect(
      try findings(check("a.md", in: folder)) == [
        "a.md:1:5: error: \(Self.named)", "a.md:1:32: error: \(Self.named)",
      ]
    )
  }

  @Test("Columns are called what the configuration says")
  func columns() throws {
    let folder = try repository(
      "packs: ./pack\ncolumns: { text: Our words, id: Nr }\n",
      ["calendar.csv": "Nr,Our words,Text\n7,The kettle.,a kettle of fish\n"]
    )
    let outcome = try check(".", in: folder)
    #expect(findings(outcome) == ["./calendar.csv:2:7: error: \(Self.named)"])
  }

  @Test("Words of JSON stand where the configuration says, by path, and a flag beats it")
  func jsonText() throws {
    let folder = try repository(
      """
      packs: ./pack
      json-text: posts[].caption
      paths: { "feed/": { json-text: body } }

      """,
      [
        "a.json": #"{"posts":[{"caption":"The kettle.","body":"The kettle, the kettle."}]}"#,
        "feed/b.jsonl": #"{"caption":"The kettle, the kettle.","body":"A kettle."}"#,
      ]
    )
    #expect(
      try findings(check("a.json feed", in: folder)) == [
        "a.json:1:27: error: \(Self.named)", "feed/b.jsonl:1:48: error: \(Self.named)",
      ]
    )
    #expect(
      try findings(check("feed --json-text caption", in: folder)) == [
        "feed/b.jsonl:1:17: error: \(Self.named)", "feed/b.jsonl:1:29: error: \(Self.named)",
      ]
    )
    let shown = try BuiltCommand.run(
      ["check", "--show-config", "feed/b.jsonl"],
      in: folder.file("repo")
    )
    #expect(shown.output.contains("json-text: body"))
  }

  @Test("The baseline of the configuration counts, wherever the check runs")
  func baseline() throws {
    let folder = try repository("packs: ./pack\nbaseline: accepted/findings\n")
    let missing = try check("drafts", in: folder)
    #expect(missing.status == 2)
    #expect(
      missing.errors.hasPrefix(
        "watchword.yml:2:11: error: the baseline cannot be read: there is no such file or directory [config/unreadable-file]"
      )
    )
    try FileManager.default.createDirectory(
      at: folder.file("repo/accepted"),
      withIntermediateDirectories: true
    )
    let record = try BuiltCommand.run(
      ["baseline", "drafts", "--as-of", "2026-06-01"],
      in: folder.file("repo")
    )
    #expect(record.errors == "Recorded 1 finding in accepted/findings.\n")
    #expect(try check("drafts", in: folder).status == 0)
    #expect(try check("a.md", in: folder, at: "repo/drafts").status == 0)
    #expect(try check("drafts --no-config --packs ./pack", in: folder).status == 1)
  }
}
