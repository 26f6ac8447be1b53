import Foundation
import Testing

/// Configurations that cannot be meant.
@Suite struct ConfigurationMistakeTests {
  /// A repository with a draft, a pack about kettles, and files.
  private func repository(_ files: [String: String]) throws -> Folder {
    let folder = try Folder()
    try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    try folder.write("Cake at three.\n", to: "drafts/a.md")
    for (path, text) in files { try folder.write(text, to: path) }
    return folder
  }

  /// The first lines of the findings about configurations; the run must have checked nothing.
  private func mistakes(
    in folder: Folder,
    _ arguments: [String] = ["drafts"],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let outcome = try BuiltCommand.run(
      ["check", "--as-of", "2026-06-01"] + arguments,
      in: folder.url
    )
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.output == "", sourceLocation: sourceLocation)
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    #expect(lines.last?.hasSuffix("Nothing was checked.") == true, sourceLocation: sourceLocation)
    return lines.filter { $0.contains(": error: ") }
  }

  @Test("Every name that is not there is an error at its place, all in one pass")
  func names() throws {
    let folder = try repository([
      "watchword.yml": """
      extends: [missing.yml, base.yml]
      packs: [secrts, ./nowhere, ./drafts]
      severity: { unit-movment: error, sample/kettle: off }
      paths: { "[a": { packs: platform }, "!b": { severity: { opsek: note } } }
      exclude: ["a\\\\"]
      vocabulary:
        mod-online-engagement/service-unt: ["2 Blankshires"]
        mod-online/x: ["<nothing> more"]
        mod-online-engagement/place: ["<plaice>"]
      fail-levl: note
      baseline: nothing-here
      json-text: data..text
      """,
      "base.yml": "extends: watchword.yml\ncontxt: {}\n",
    ])
    #expect(
      try mistakes(in: folder) == [
        "base.yml:1:10: error: `watchword.yml` builds on this file in turn [config/extends-cycle]",
        "base.yml:2:1: error: the configuration has no key `contxt` [config/unknown-key]",
        "watchword.yml:1:11: error: `missing.yml` cannot be read: there is no such file or directory [config/unreadable-file]",
        "watchword.yml:2:9: error: there is no built-in pack `secrts`, nor a directory of this name here [config/unknown-pack]",
        "watchword.yml:2:17: error: `./nowhere` is no rule pack: there is no such file or directory [config/unknown-pack]",
        "watchword.yml:2:28: error: `./drafts` is no rule pack: it holds no `pack.yml` [config/unknown-pack]",
        "watchword.yml:3:13: error: there is no rule or topic `unit-movment` [config/unknown-rule]",
        "watchword.yml:3:34: error: there is no rule or topic `sample/kettle` [config/unknown-rule]",
        "watchword.yml:4:10: error: `[a` is no glob, so it would match nothing [config/bad-glob]",
        "watchword.yml:4:25: error: there is no built-in pack `platform`, nor a directory of this name here [config/unknown-pack]",
        "watchword.yml:4:37: error: a path cannot be negated [config/bad-glob]",
        "watchword.yml:4:57: error: there is no rule or topic `opsek` [config/unknown-rule]",
        "watchword.yml:5:11: error: `a\\` is no glob, so it would match nothing [config/bad-glob]",
        "watchword.yml:7:3: error: the pack `mod-online-engagement` has no vocabulary `service-unt` [config/unknown-vocabulary]",
        "watchword.yml:8:3: error: there is no pack `mod-online` [config/unknown-pack]",
        "watchword.yml:9:35: error: the pack `mod-online-engagement` has no vocabulary `plaice` [config/unknown-vocabulary]",
        "watchword.yml:10:1: error: the configuration has no key `fail-levl` [config/unknown-key]",
        "watchword.yml:11:11: error: the baseline cannot be read: there is no such file or directory [config/unreadable-file]",
        "watchword.yml:12:12: error: `data..text` is not a path to a key [config/bad-json-path]",
      ]
    )
  }

  @Test("Near names are suggested below the mistake")
  func near() throws {
    let folder = try repository(["watchword.yml": "pack: secrets\n"])
    let outcome = try BuiltCommand.run(["check", "drafts"], in: folder.url)
    #expect(outcome.errors.contains("> 1 | pack: secrets"))
    #expect(outcome.errors.contains("did you mean `packs`?"))
    #expect(outcome.errors.hasSuffix("\n1 mistake in the configuration. Nothing was checked.\n"))
  }

  @Test(
    "A file that cannot be read as a configuration is one clear error",
    arguments: [
      ("", "watchword.yml:1:1: error: this file is empty [config/empty-file]"),
      ("- a\n", "watchword.yml:1:1: error: the configuration must be a map [config/wrong-type]"),
      ("packs: [secrets\n", "[config/yaml-syntax]"),
      ("packs: \u{0}\n", "[config/yaml-"),
    ]
  )
  func unreadable(text: String, mistake: String) throws {
    let folder = try repository(["watchword.yml": text])
    let found = try mistakes(in: folder)
    #expect(found.count == 1)
    #expect(found.first?.contains(mistake) == true, "\(found)")
  }

  @Test("A directory, a link that leads nowhere and a wrong name are errors, not silence")
  func wrongFiles() throws {
    let folder = try repository(["watchword.yml/x": ""])
    #expect(
      try mistakes(in: folder) == [
        "watchword.yml:1:1: error: `watchword.yml` cannot be read: it is a directory [config/unreadable-file]"
      ]
    )
    let linked = try repository([:])
    try linked.link("watchword.yml", to: "gone.yml")
    #expect(
      try mistakes(in: linked) == [
        "watchword.yml:1:1: error: `watchword.yml` cannot be read: there is no such file or directory [config/unreadable-file]"
      ]
    )
    let misnamed = try repository(["watchword.yaml": "packs: secrets\n"])
    #expect(
      try mistakes(in: misnamed) == [
        "watchword.yaml:1:1: error: a configuration is called `watchword.yml` [config/bad-file-name]"
      ]
    )
    #expect(
      try mistakes(in: misnamed, ["--config", "gone.yml", "drafts"]) == [
        "gone.yml:1:1: error: `gone.yml` cannot be read: there is no such file or directory [config/unreadable-file]"
      ]
    )
  }

  @Test("Bytes that are no UTF-8 are an error at their place")
  func encoding() throws {
    let folder = try repository([:])
    try folder.write(Array("packs: secrets # ".utf8) + [0xE9, 0x0A], to: "watchword.yml")
    #expect(try mistakes(in: folder).first?.hasPrefix("watchword.yml:1:18: error: ") == true)
  }

  @Test("A circle of several files ends where it closes")
  func circle() throws {
    let folder = try repository([
      "watchword.yml": "extends: a/one.yml\n", "a/one.yml": "extends: two.yml\n",
      "a/two.yml": "extends: ../watchword.yml\n",
    ])
    #expect(
      try mistakes(in: folder) == [
        "a/two.yml:1:10: error: `../watchword.yml` builds on this file in turn [config/extends-cycle]"
      ]
    )
  }

  @Test("A phrase that cannot be compiled is an error where it is written")
  func phrases() throws {
    let long = String(repeating: "a ", count: 101)
    let folder = try repository([
      "watchword.yml": "vocabulary: { mod-online-engagement/service-unit: [\"\(long)\"] }\n"
    ])
    #expect(
      try mistakes(in: folder) == [
        "watchword.yml:1:52: error: this phrase has more than 100 words; use `together` [pack/phrase-too-long]"
      ]
    )
  }

  @Test("The configuration of a draft in another directory is named as one could open it")
  func elsewhere() throws {
    let folder = try repository(["watchword.yml": "pack: secrets\n", "other/x": ""])
    let outcome = try BuiltCommand.run(
      ["check", "../drafts/a.md"],
      in: folder.file("other")
    )
    #expect(outcome.errors.hasPrefix("../watchword.yml:1:1: error: "))
  }
}
