import Testing
import WatchwordDiagnostics
import WatchwordEngine
import WatchwordRules
import WatchwordText

/// Texts made to break or to stall the engine; work that grows with the square would not end here.
@Suite struct HostileTextTests {
  /// The marks of a rule in a text.
  private func marks(
    _ body: String,
    _ text: String,
    vocabularies: [String: String] = [:]
  ) throws -> [String] {
    let (program, problems) = FixturePack.program(body, vocabularies: vocabularies)
    try #require(problems == [])
    return FixturePack.marks(FixturePack.findings(program, text), in: text)
  }

  /// A text again and again.
  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(
    "Thousands of parts in one sentence",
    arguments: ["sentence", "run", "post", "{ words: 3 }"]
  )
  func manyParts(scope: String) throws {
    let body = """
      flag:
        together:
          within: \(scope)
          of: { a: { words: [alpha] }, b: { words: [beta] }, c: { words: [gamma] } }
          must: [a, b, c]
      """
    let few = try marks(body, repeated("alpha beta ", 20_000))
    #expect(few == [])
    let many = repeated("alpha ", 20_000) + repeated("beta ", 20_000) + "gamma"
    #expect(try marks(body, many) == (scope == "{ words: 3 }" ? [] : ["alpha"]))
  }

  @Test("A part that spans thousands of another")
  func spanningParts() throws {
    let body = """
      flag:
        together:
          of: { a: { words: [alpha] }, line: { pattern: 'beta.*' }, b: { words: [beta] } }
      """
    #expect(try marks(body, repeated("alpha ", 10_000) + repeated("beta ", 10_000)) == [])
  }

  @Test(
    "Thousands of matches with guards",
    arguments: [
      "unless: { words: [beta], within: { words: 1 } }", "unless: { words: [beta], within: line }",
      "unless: { not: { words: [beta] }, within: sentence }", "history: ignore", "quoted: ignore",
      "negated: ignore", "at: line-start", "at: post-end", "at: line",
      "except: [alpha beta]",
    ]
  )
  func manyGuarded(guardLine: String) throws {
    let body = "flag:\n  words: [alpha]\n  \(guardLine)"
    #expect(try marks(body, repeated("alpha beta, ", 3_000)).count <= 3_000)
    #expect(try marks(body, repeated("alpha 🚢 ", 3_000)).count <= 3_000)
  }

  @Test(
    "Emoji at every place a guard can ask for",
    arguments: ["sentence-start", "post-start", "post-end", "line"]
  )
  func manyEmoji(place: String) throws {
    let body = "flag: { shape: emoji, at: \(place) }"
    #expect(try marks(body, repeated("🚢", 20_000)).count == 1)
  }

  @Test("Names after long runs of marks")
  func namesAfterMarks() throws {
    let text = "go " + repeated("🚢", 20_000) + repeated("Blankford, ", 20_000)
    #expect(try marks("flag: { words: [\"{Name}\"] }", text).count == 20_000)
  }

  @Test("Tens of thousands of hashtags", arguments: ["line", "sentence", "post"])
  func manyHashtags(scope: String) throws {
    let text = repeated("#a\n", 50_000)
    #expect(try marks("limit: { count: hashtags, in: \(scope), at-most: 3 }", text).count <= 1)
    #expect(
      try marks("limit: { of: { entity: hashtag }, in: \(scope), at-most: 3 }", text).count <= 1
    )
  }

  @Test("One long line, word or number")
  func longLines() throws {
    let body = "flag: { words: [\"alpha {word} beta\", \"{number} ships\"] }"
    for piece in ["a", "1", "1,", "'a", "é", "\u{301}", "\u{200B}", "\"", ").", "…", "#", "@", "🇬"]
    {
      #expect(
        try marks(body, repeated(piece, 30_000) + " alpha x beta") == ["alpha x beta"],
        "\(piece)"
      )
    }
  }

  @Test("Vocabularies whose phrases start with each other")
  func chainedVocabularies() throws {
    let found = try marks(
      "flag: { words: [\"<c> end\"] }",
      repeated("x ", 20_000) + "end",
      vocabularies: [
        "a": "words: [x, x x, x x x]", "b": "words: [\"<a>\", \"<a> <a>\"]",
        "c": "words: [\"<b>\", \"<b> <b>\"]",
      ]
    )
    #expect(found == [repeated("x ", 12) + "end"])
  }

  @Test("Matchers inside matchers")
  func deepMatchers() throws {
    var matcher = "{ words: [alpha] }"
    for depth in 0..<14 {
      matcher =
        depth.isMultiple(of: 2)
        ? "{ any: [\(matcher)] }" : "{ all: [\(matcher), { not: { words: [beta] } }] }"
    }
    #expect(try marks("flag: \(matcher)", "alpha. alpha beta.") == ["alpha"])
  }

  @Test(
    "Bytes at every border",
    arguments: [
      "", " ", "\n", "\r", "#", "#_", "#_é", "＃é", "#é·", "@", "$", "£", "“", "\u{FEFF}", "'s",
      "a's", "2nd", "£5k", "1.", "🇬🇧🇬",
    ]
  )
  func borders(text: String) throws {
    let body = """
      flag:
        any:
          - { words: ["{word}", "{number}", "{hashtag}", "{money}", "{emoji}", "{mention}"] }
          - { pattern: 'x?' }
          - { entity: [hashtag, mention, cashtag] }
          - { shape: decorative-letters }
      """
    for around in ["", "a", " a ", "\n", "é"] {
      let whole = around + text + around
      let found = try marks(body, whole)
      #expect(found.joined().utf8.count <= whole.utf8.count)
      #expect(found.filter { $0.contains("\u{FFFD}") } == [], "\(whole)")
    }
  }
}
