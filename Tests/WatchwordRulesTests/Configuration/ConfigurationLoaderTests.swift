import Testing
import WatchwordDiagnostics
import WatchwordRules
import WatchwordText

/// Reading what a `watchword.yml` says.
@Suite struct ConfigurationLoaderTests {
  /// The mistakes in a text, as `line:column name message`; columns count bytes from 1.
  private func mistakes(in bytes: [UInt8]) -> [String] {
    let lines = LineTable(bytes)
    return ConfigurationLoader.load(bytes, path: "watchword.yml").problems.map { problem in
      guard let range = problem.range else { return "\(problem.rule.name) \(problem.message)" }
      let line = lines.line(containing: range.start)
      let column = range.start - lines.start(ofLine: line) + 1
      return "\(line + 1):\(column) \(problem.rule.name) \(problem.message)"
        + (problem.advice.map { "; \($0)" } ?? "")
    }
  }

  @Test("A configuration says everything it can say")
  func whole() throws {
    let loading = ConfigurationLoader.load(
      Array(
        """
        extends: ../brand.yml
        packs: [mod-online-engagement, ./rules/our-regiment]
        context: { market: uk, platform: [x, bluesky] }
        severity: { opsec: error }
        paths:
          "personal/**": { context: { presence: personal }, severity: { conduct: off }, packs: secrets }
        exclude: ["archive/**", "*.draft.md"]
        vocabulary:
          mod-online-engagement/service-unit: { add: ["2 Blankshires"], except: ["2 Blankshires Road"] }
          our-regiment/friend: ["<rank> Friend"]
        columns: { text: Post copy, publish-at: [Go-live, When], media.alt: Picture words }
        fail-level: warning
        baseline: .watchword-baseline
        """.utf8
      ),
      path: "../watchword.yml"
    )
    #expect(loading.problems == [])
    let file = loading.file
    #expect(file.extends.map(\.value) == ["../brand.yml"])
    #expect(file.general.packs?.map(\.value) == ["mod-online-engagement", "./rules/our-regiment"])
    #expect(file.general.context.map(\.key.value) == ["market", "platform"])
    #expect(file.general.context.map(\.value).last == .list([.text("x"), .text("bluesky")]))
    #expect(file.general.severities.map(\.level) == [.error])
    #expect(file.paths.map(\.glob.value) == ["personal/**"])
    #expect(file.paths.first?.scope.severities.map(\.level) == [.off])
    #expect(file.paths.first?.scope.packs?.map(\.value) == ["secrets"])
    #expect(file.exclude.map(\.value) == ["archive/**", "*.draft.md"])
    #expect(file.vocabulary.map(\.pack) == ["mod-online-engagement", "our-regiment"])
    #expect(file.vocabulary.map(\.vocabulary) == ["service-unit", "friend"])
    #expect(file.vocabulary.first?.except.count == 1)
    #expect(file.vocabulary.last?.mentions.map(\.value) == ["rank"])
    #expect(file.columns.map(\.key.value) == ["text", "publish-at", "media.alt"])
    #expect(file.columns.map { $0.headers.map(\.value) }[1] == ["Go-live", "When"])
    #expect(file.failLevel?.value == .warning)
    #expect(file.baseline?.value == ".watchword-baseline")
    #expect(file.baseline?.file == "../watchword.yml")
  }

  @Test("All mistakes come in one pass, each at its place")
  func mistakes() {
    let text = """
      pack: [secrets]
      context: { presense: corporate, presence: corporal, media.alt: x, market: }
      severity: { opsec: warn }
      paths: { "a/**": { contxt: {} }, "b/**": [] }
      exclude: {}
      vocabulary: { service-unit: [x], secrets/x: { ad: [y] }, secrets/y: ["(a"] }
      columns: { txt: Copy, text: { a: b } }
      fail-level: off
      baseline: [a]
      """
    #expect(
      mistakes(in: Array(text.utf8)) == [
        "1:1 unknown-key the configuration has no key `pack`; did you mean `packs`?",
        "2:12 unknown-context-key there is no context key `presense`; did you mean `presence`?",
        "2:43 unknown-value `corporal` is no presence; did you mean `corporate`?",
        "2:53 unknown-context-key a part of a key cannot be set by itself; set `media`",
        "2:67 missing-value `market` is empty",
        "3:20 unknown-value `warn` is no severity; write off, note, warning, error",
        "4:20 unknown-key a path has no key `contxt`; did you mean `context`?",
        "4:42 wrong-type `b/**` must be a map",
        "5:10 wrong-type `exclude` must be a text",
        "6:15 bad-name `service-unit` is no vocabulary of a pack; write the pack, a slash and the vocabulary, such as `our-pack/our-units`",
        "6:47 unknown-key an addition to a vocabulary has no key `ad`; did you mean `add`?",
        "6:71 phrase-syntax `(` is not closed",
        "7:12 unknown-column-key `txt` is neither a context key nor text, id, time, suppression; did you mean `text`?",
        "7:29 wrong-type `text` must be a text",
        "8:13 unknown-value `off` is no severity; write note, warning, error",
        "9:11 wrong-type `baseline` must be a text",
      ]
    )
  }

  @Test(
    "Bytes that are no configuration are one clear mistake",
    arguments: [
      ("", "1:1 empty-file this file is empty"),
      ("# nothing\n", "1:1 empty-file this file is empty"),
      ("- packs\n", "1:1 wrong-type the configuration must be a map"),
      ("packs: [a\n", "1:8 yaml-syntax "),
      ("packs: a\npacks: b\n", "2:1 duplicate-key the key `packs` is already on line 1"),
      ("a: &x [*x]\n", "1:1 unknown-key"),
    ] as [(String, String)]
  )
  func unreadable(text: String, mistake: String) {
    #expect(mistakes(in: Array(text.utf8)).first?.hasPrefix(mistake) == true)
  }

  @Test("Bytes that are no UTF-8 are named at their place; a byte-order mark is allowed")
  func encoding() {
    #expect(
      mistakes(in: Array("packs: a".utf8) + [0xFF]).first?.hasPrefix("1:9 yaml-encoding") == true
    )
    #expect(mistakes(in: [0xFF, 0xFE, 0x61, 0]).first?.hasPrefix("1:1 yaml-encoding") == true)
    #expect(mistakes(in: [0xEF, 0xBB, 0xBF] + Array("packs: secrets\n".utf8)) == [])
  }

  @Test("Nesting and aliases have their limits")
  func limits() {
    let deep = "context: { media: \(String(repeating: "[", count: 100))"
    #expect(mistakes(in: Array(deep.utf8)).first?.contains("yaml-limit") == true)
    var bomb = "a0: &a0 [x]\n"
    for level in 1...12 {
      let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(mistakes(in: Array(bomb.utf8)).contains { $0.contains("yaml-limit") })
  }
}
