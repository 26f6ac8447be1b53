import Testing
import WatchwordDiagnostics
import WatchwordRules
import WatchwordText

@Suite("Pack loader")
struct PackLoaderTests {
  @Test("A pack without mistakes is read whole")
  func sample() throws {
    let loading = PackLoader.load(files: SamplePack.files(), named: "rules/sample")
    #expect(loading.problems == [])
    let pack = try #require(loading.pack)
    #expect(pack.id == "sample")
    #expect(pack.vocabularies["verb"]?.phrases.count == 2)
    let statement = try #require(pack.statements.first)
    #expect(statement.source.title == "Think first")
    let rule = try #require(pack.rules.first)
    #expect(rule.id == RuleID(pack: "sample", name: "unit-movement"))
    #expect(rule.severity.severity(for: 1) == nil)
    #expect(rule.severity.severity(for: 4) == .error)
    #expect(
      rule.message.pieces == [
        .text("this tells a reader when "), .placeholder("who"), .text(" will move"),
      ]
    )
    #expect(rule.badExamples.first?.text == "2 Blankshires deploy on Monday.")
    #expect(rule.badExamples.first?.ranges == [SourceRange(0, 13), SourceRange(14, 20)])
    guard case .flag(let matcher) = rule.body, case .together(let together) = matcher.kind else {
      Issue.record("the rule flags parts together")
      return
    }
    #expect(together.parts.map(\.name) == ["who", "move", "when"])
    #expect(together.must == [0, 1])
    #expect(together.atLeast == 2)
    #expect(together.mark == 0)
  }

  @Test("A rule says everything it can say")
  func wholeRule() throws {
    let file = """
      title: A vote
      topic: political
      severity: note
      action: remind
      guidance: EX-SEC-01
      applies: { not-presence: [Personal], media: any, stated: [presence] }
      require:
        when: { any: [{ words: [poll~], case: exact, hashtags: only }, { not: { entity: [url, email] } }] }
        text: { pattern: '(?<who>x)', flags: [lines], unless: { all: [{ shape: emoji }, { words: [a] }], within: post } }
        before: { characters: 125 }
        every-part: yes
        context: [approved-by, media.alt]
      settled-by: [already-public, { approval: operations }, { all: [kin-informed, sources] }]
      message: this post says “{match}” without {key} on {context.platform}
      why: It must.
      more: https://example.org
      mask: no
      report: once-per-run
      valid-from: "2024-02-29"
      status: draft
      aliases: [old-vote]
      examples:
        bad:
          - { text: "⟦Poll⟧ é", with: { presence: corporate, media: [{ alt: A ship }, { people: 2 }] } }
        good: [no]

      """
    let loading = PackLoader.load(files: SamplePack.files(["vote.yml": file]), named: "p")
    #expect(loading.problems == [])
    let rule = try #require(loading.pack?.rules.last)
    #expect(
      rule.applies == [
        ContextCondition(key: "presence", values: ["personal"], isNegated: true),
        ContextCondition(key: "media", values: ["any"]),
      ]
    )
    #expect(rule.stated == ["presence"])
    #expect(
      rule.settledBy == [
        .key("already-public"), .approval(scope: "operations"),
        .all([.key("kin-informed"), .key("sources")]),
      ]
    )
    #expect(rule.frequency == .oncePerRun)
    #expect(rule.isDraft)
    let context: [String: ContextValue] = [
      "presence": .text("corporate"),
      "media": .list([.map(["alt": .text("A ship")]), .map(["people": .text("2")])]),
    ]
    #expect(rule.badExamples.first?.context == context)
    guard case .require(let requirement) = rule.body else {
      Issue.record("the rule requires")
      return
    }
    #expect(requirement.before == .characters(125))
    #expect(requirement.everyPart)
    #expect(requirement.context == ["approved-by", "media.alt"])
    #expect(requirement.text?.guards.unless.first?.scope == .post)
    guard case .pattern(let pattern)? = requirement.text?.kind else {
      Issue.record("the text is a pattern")
      return
    }
    #expect(pattern.matchesAtLines)
    #expect(SourceText(file).string(pattern.pattern.range) == "(?<who>x)")
  }

  @Test(
    "A mistake in a rule is marked where it stands",
    arguments: [
      ("title: Movement", "titel: Movement", "1:1 unknown-key"),
      ("title: Movement\n", "", "1:1 missing-key"),
      ("title: Movement", "title:", "1:1 missing-value"),
      ("title: Movement", "title: [a]", "1:8 wrong-type"),
      ("title: Movement", "title: a\ntitle: b", "2:1 duplicate-key"),
      ("opsec.movement", "opsec.movemnt", "2:8 unknown-value"),
      ("3: error", "x: eror", "3:25 wrong-type, 3:28 unknown-value"),
      ("action: ask", "action: aks", "4:9 unknown-value"),
      ("[EX-SEC-01]", "[EX-SEC-1]", "5:12 unknown-guidance"),
      ("guidance: [EX-SEC-01]", "guidance: []", "5:1 missing-value"),
      ("flag:", "limit: { count: words, at-most: 3 }\nflag:", "7:1 conflicting-keys"),
      ("words: verb", "words: vreb", "10:22 unknown-vocabulary"),
      ("words: verb", "wrods: verb", "10:15 unknown-key"),
      ("words: verb", "words: verb, flags: lines", "10:28 misplaced-key"),
      ("words: verb", "words: [é (a, b]", "10:25 phrase-syntax"),
      ("words: verb", "words: [\"x <vreb>\"]", "10:27 unknown-vocabulary"),
      ("words: verb", "words: verb, except: vreb", "10:36 unknown-vocabulary"),
      ("words: verb", "entity: urll", "10:23 unknown-value"),
      ("precision: day", "precision: dya", "11:49 unknown-value"),
      ("must: [who, move]", "must: [who, moves]", "12:17 unknown-part"),
      ("must: [who, move]", "mark: whom", "12:11 unknown-part"),
      ("must: [who, move]", "at-least: 4", "12:15 bad-count"),
      ("must: [who, move]", "within: { words: 0 }", "12:22 wrong-type"),
      ("{who}", "{whom}", "13:35 unknown-placeholder"),
      ("will move\n", "will move.\n", "13:50 message-style"),
      ("why:", "mask: yes\nwhy:", "13:35 unmasked-placeholder"),
      ("do: Post it after the move.\n", "", "1:1 missing-key"),
      ("⟦2 Blankshires⟧", "2 Blankshires⟧", "17:23 unbalanced-mark"),
      (
        "2 Blankshires came", "⟦2⟧ Blankshires came",
        "18:10 marked-good-example, 18:12 marked-good-example"
      ),
      ("  good: [2 Blankshires came home.]\n", "", "16:1 missing-key"),
      ("why:", "valid-from: \"2025-02-29\"\nwhy:", "14:13 bad-date"),
      ("why:", "valid-from: 2025-02-02\nvalid-until: 2025-02-01\nwhy:", "15:14 bad-date"),
      ("why:", "applies: { presense: personal }\nwhy:", "14:12 unknown-context-key"),
      ("why:", "applies: { not-presence: [persnal] }\nwhy:", "14:27 unknown-value"),
      (
        "why:", "applies: { media: any, stated: [media.alt, medai] }\nwhy:",
        "14:44 unknown-context-key"
      ),
      ("why:", "settled-by: [kin-infromed]\nwhy:", "14:14 unknown-context-key"),
      ("why:", "\twhy:", "14:1 yaml-syntax"),
      (
        "when: { time: { tense: future, precision: day } }",
        "when: { not: { words: verb } }\n    mark: when", "12:11 misplaced-not"
      ),
      ("{ words: verb }", "{ not: { not: { words: verb } } }", "10:22 misplaced-not"),
    ]
  )
  func rules(old: String, new: String, expected: String) {
    let file = "security/unit-movement.yml"
    let changed = SamplePack.rule.replacing(old, with: new)
    let wanted = expected.split(separator: ", ").map { "\(file):\($0)" }
    #expect(SamplePack.mistakes([file: changed]).sorted() == wanted.sorted())
  }

  @Test(
    "A mistake in the guidance is marked where it stands",
    arguments: [
      ("rules: [unit-movement]", "rules: [unit-movment]", "8:13 unknown-rule"),
      ("rules: [unit-movement]", "reminder: unit-movement", "8:15 not-a-reminder"),
      ("rules: [unit-movement]", "person: a\n    allow: b", "9:5 conflicting-keys"),
      ("    rules: [unit-movement]\n", "", "4:3 missing-key"),
      ("status: P", "status: Q", "6:13 unknown-value"),
      ("class: [COOC]", "class: [COCO]", "7:13 unknown-value"),
      ("  EX-SEC: {", "  EX-SEK: {", "4:3 unknown-source"),
      ("  EX-SEC-01:", "  EX-SEC-01:\n    person: x\n  EX-SEC:", "6:3 bad-name"),
      ("says: Do", "sais: Do", "5:5 unknown-key"),
    ]
  )
  func guidance(old: String, new: String, expected: String) {
    let changed = SamplePack.guidance.replacing(old, with: new)
    let found = SamplePack.mistakes(["guidance.yml": changed])
    #expect(found.contains("guidance.yml:\(expected)"))
  }

  @Test("An unverified statement makes no error")
  func unverified() {
    let changed = SamplePack.guidance.replacing("status: P", with: "status: U")
    #expect(
      SamplePack.mistakes(["guidance.yml": changed]) == [
        "security/unit-movement.yml:5:12 unverified-error"
      ]
    )
  }

  @Test("Vocabularies that take in one another are reported once")
  func cycles() {
    #expect(
      SamplePack.mistakes([
        "vocabulary/a.yml": "title: A\nwords: [x]\nincludes: [b]\n",
        "vocabulary/b.yml": "title: B\nwords: [\"<c> y\"]\n",
        "vocabulary/c.yml": "title: C\nwords: [z]\nincludes: [a]\n",
        "vocabulary/d.yml": "title: D\nwords: [z]\nexcept: [\"<d>\"]\n",
      ]) == ["vocabulary/c.yml:3:12 vocabulary-cycle", "vocabulary/d.yml:3:12 vocabulary-cycle"]
    )
  }

  @Test("What a rule cannot yield to is marked where it is named")
  func yielding() {
    let other = SamplePack.rule.replacing("flag:", with: "yields-to: unit-movement\nflag:")
    func mistakes(_ names: String, in file: String = "security/unit-movement.yml") -> [String] {
      SamplePack.mistakes([
        "security/unit-movement.yml": SamplePack.rule.replacing(
          "flag:",
          with: "yields-to: [\(names)]\nflag:"
        ), "security/ship.yml": other,
      ])
    }
    let file = "security/unit-movement.yml"
    #expect(mistakes("sample/shop") == ["\(file):6:13 unknown-rule"])
    #expect(
      mistakes("shop, unit-movement") == [
        "\(file):6:13 unknown-rule", "\(file):6:19 yields-to-itself",
      ]
    )
    // The walk begins at the first name, so the second closes the circle.
    #expect(mistakes("ship") == ["\(file):6:13 yield-cycle"])
    #expect(mistakes("opsec.movement") == ["\(file):6:13 yield-cycle"])
    #expect(mistakes("\"\"") == ["\(file):6:13 missing-value", "\(file):6:13 unknown-rule"])
    #expect(mistakes("political, elsewhere/rule") == [])
  }

  @Test("Files must have the right names, and each name stands once")
  func names() {
    #expect(
      SamplePack.mistakes([
        "Other_Rule.yml": SamplePack.rule, "x.yaml": "",
        "conduct/unit-movement.yml": SamplePack.rule,
        "README.md": "text", "empty.yml": "",
      ]) == [
        "Other_Rule.yml bad-file-name", "empty.yml:1:1 empty-file",
        "security/unit-movement.yml duplicate-name", "x.yaml bad-file-name",
      ]
    )
  }

  @Test("Files that a pack needs are missed")
  func missing() {
    let rule = PackFile(path: "a.yml", bytes: Array(SamplePack.rule.utf8))
    let loading = PackLoader.load(files: [rule], named: "")
    #expect(loading.pack == nil)
    #expect(
      loading.problems.map { "\($0.path) \($0.rule.name)" } == [
        "a.yml unknown-vocabulary", "guidance.yml missing-file", "pack.yml missing-file",
      ]
    )
  }

  @Test("A pack that extends another may use what only the other has")
  func extends() {
    let pack = SamplePack.pack + "extends: [base]\nchange:\n  x: off\n  y: { severity: warning }\n"
    let changed = SamplePack.rule.replacing("words: verb", with: "words: vreb")
    let changes = ["pack.yml": pack, "security/unit-movement.yml": changed]
    #expect(SamplePack.mistakes(changes) == [])
    #expect(
      SamplePack.mistakes(changes, known: ["other"]) == [
        "security/unit-movement.yml:10:22 unknown-vocabulary"
      ]
    )
    #expect(SamplePack.mistakes(changes, known: ["vreb"]) == [])
  }

  @Test("Near names are suggested")
  func advice() {
    let changed = SamplePack.rule.replacing("severity:", with: "sevrity:")
    let loading = PackLoader.load(
      files: SamplePack.files(["security/unit-movement.yml": changed]),
      named: "p"
    )
    #expect(loading.problems.map(\.message) == ["a rule has no key `sevrity`"])
    #expect(loading.problems.map(\.advice) == ["did you mean `severity`?"])
    #expect(NearName.nearest(to: "sevrity", among: ["topic", "severity"]) == "severity")
    #expect(NearName.nearest(to: "xyz", among: ["topic", "severity"]) == nil)
  }

  @Test("No changed byte of a pack file crashes the loader or puts a mark outside the file")
  func mutations() {
    let bytes = Array(SamplePack.rule.utf8)
    let others = Array("\n\t[{}]:'\"|&*-~ \u{0}\u{7F}".utf8) + [0xFF]
    for index in bytes.indices {
      var changed = bytes
      changed[index] = others[index % others.count]
      let file = PackFile(path: "a.yml", bytes: changed)
      let problems = PackLoader.load(files: [file], named: "p").problems
      #expect(problems.allSatisfy { ($0.range?.end ?? 0) <= bytes.count })
    }
  }

  @Test("No prefix of a pack file crashes the loader or passes in silence as a rule")
  func prefixes() {
    let bytes = Array(SamplePack.rule.utf8)
    for count in 0..<bytes.count - 30 {
      let file = PackFile(path: "a.yml", bytes: Array(bytes.prefix(count)))
      let loading = PackLoader.load(files: [file], named: "p")
      #expect(loading.problems.contains { $0.path == "p/a.yml" })
    }
  }
}
