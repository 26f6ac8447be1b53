import TestSupport
import Testing
import WatchwordDiagnostics
import WatchwordEngine
import WatchwordRules
import WatchwordText

/// Packs that take over others, mistakes found while compiling, and that results are always the same.
@Suite struct CompilingTests {
  /// A pack of rules, which must have no mistake.
  private func pack(
    _ id: String,
    _ rules: [String: String],
    vocabularies: [String: String] = [:],
    lines: String = ""
  ) throws -> RulePack {
    let loading = FixturePack.load(
      id: id,
      rules: rules,
      vocabularies: vocabularies,
      pack: lines
    )
    try #require(loading.problems == [])
    return try #require(loading.pack)
  }

  /// The findings in a text as `rule severity action`.
  private func summary(
    _ packs: [RulePack],
    available: [RulePack] = [],
    _ text: String
  ) -> [String] {
    let (program, problems) = Program.compile(packs, available: available)
    return problems.map(\.rule.name)
      + FixturePack.findings(program, text).map { "\($0.rule) \($0.severity) \($0.action)" }
  }

  private let alpha = "flag: { words: [alpha] }"

  @Test("A pack takes over rules and changes them")
  func extending() throws {
    let base = try pack("base", ["one": alpha, "two": alpha])
    let strict = try pack(
      "strict",
      ["three": alpha],
      lines: "extends: [base]\nchange: { one: { severity: error, action: ask }, two: off }"
    )
    let expected = ["base/one error ask", "strict/three warning check"]
    #expect(summary([strict], available: [base], "alpha") == expected)
    // Named together, in any order, the changes count.
    #expect(summary([strict, base], "alpha") == expected)
    #expect(summary([base, strict], "alpha") == expected)
    #expect(
      summary([base], available: [strict], "alpha")
        == ["base/one warning check", "base/two warning check"]
    )
  }

  @Test("A rule that one pack switches off stays with another that takes it over")
  func switchedOffOnce() throws {
    let base = try pack("base", ["one": alpha])
    let strict = try pack("strict", ["two": alpha], lines: "extends: [base]\nchange: { one: off }")
    let other = try pack("other", ["three": alpha], lines: "extends: [base]")
    #expect(
      summary([strict, other, base], "alpha")
        == ["base/one warning check", "other/three warning check", "strict/two warning check"]
    )
  }

  @Test("A change is to the rules of that name in all packs taken over")
  func changeOfTwo() throws {
    let first = try pack("first", ["one": alpha])
    let second = try pack("second", ["one": alpha])
    let both = try pack(
      "both",
      [:],
      lines: "extends: [first, second]\nchange: { one: { severity: error } }"
    )
    #expect(
      summary([both], available: [first, second], "alpha")
        == ["first/one error check", "second/one error check"]
    )
  }

  @Test("Dates are looked for where a matcher, a phrase or a guard alone asks for them")
  func dates() throws {
    let texts = ["alpha on 3 March 2027", "alpha on 3 March 1944"]
    func summaries(_ flag: String) throws -> [[String]] {
      let packs = [try pack("dates", ["one": "flag: \(flag)"])]
      return texts.map { summary(packs, $0) }
    }
    let found = ["dates/one warning check"]
    #expect(try summaries("{ time: { precision: day } }") == [found, found])
    #expect(try summaries(#"{ words: ["alpha {date}"] }"#) == [found, found])
    #expect(try summaries("{ words: [alpha], history: ignore }") == [found, []])
    #expect(try summaries("{ words: [alpha] }") == [found, found])
  }

  @Test("Packs that are not there, that take over each other, and rules not there are reported")
  func unresolved() throws {
    let lost = try pack("lost", [:], lines: "extends: [nothing]")
    #expect(summary([lost], "alpha") == ["unknown-pack"])
    let one = try pack("one", ["a": alpha], lines: "extends: [two]\nchange: { z: off }")
    let two = try pack("two", ["b": alpha], lines: "extends: [one]")
    #expect(
      summary([one], available: [two], "alpha")
        == ["pack-cycle", "unknown-rule", "one/a warning check", "two/b warning check"]
    )
  }

  @Test("A rule yields to rules of the packs that its own takes over, and of others by their ids")
  func yieldingAcrossPacks() throws {
    let base = try pack("base", ["one": alpha])
    let above = try pack("above", ["two": alpha + "\nyields-to: [one]"], lines: "extends: [base]")
    #expect(summary([above], available: [base], "alpha") == ["base/one warning check"])
    let other = try pack("other", ["three": alpha + "\nyields-to: [base/one]"])
    #expect(summary([base, other], "alpha") == ["base/one warning check"])
    // What is not checked has no findings.
    #expect(summary([other], available: [base], "alpha") == ["other/three warning check"])
    let silent = try pack(
      "silent",
      ["four": alpha + "\nyields-to: [one]"],
      lines: "extends: [base]\nchange: { one: off }"
    )
    #expect(summary([silent], available: [base], "alpha") == ["silent/four warning check"])
  }

  @Test("What a rule cannot yield to in other packs is reported, and the rule speaks")
  func yieldingMistakes() throws {
    let base = try pack("base", ["one": alpha])
    let above = try pack(
      "above",
      ["two": alpha + "\nyields-to: [lost, base/lost, gone/one]"],
      lines: "extends: [base]"
    )
    let (program, problems) = Program.compile([above], available: [base], roots: ["above": "p"])
    #expect(
      problems.map { "\($0.path) \($0.rule.name): \($0.message)" } == [
        "p/topic/two.yml unknown-rule: there is no rule “lost” in the packs at hand",
        "p/topic/two.yml unknown-rule: there is no rule “base/lost” in the packs at hand",
        "p/topic/two.yml unknown-rule: there is no rule “gone/one” in the packs at hand",
      ]
    )
    #expect(FixturePack.findings(program, "alpha").map(\.rule.name) == ["two", "one"])
    let first = try pack("first", ["a": alpha + "\nyields-to: [second/b]"])
    let second = try pack("second", ["b": alpha + "\nyields-to: [first/a]"])
    #expect(summary([first, second], "alpha") == ["yield-cycle", "second/b warning check"])
  }

  @Test("An example tests its rule alone")
  func yieldingInExamples() throws {
    let loaded = try pack(
      "base",
      [
        "one": "flag: { words: [alpha] }\nexamples: { bad: [⟦alpha⟧], good: [beta] }",
        "two":
          "flag: { words: [beta] }\nyields-to: one\nexamples: { bad: [alpha ⟦beta⟧], good: [alpha] }",
      ]
    )
    var test = ExampleTest(program: Program.compile([loaded]).program)
    #expect(loaded.rules.flatMap { test.failures(of: $0) }.map(\.reason) == [])
  }

  @Test("Nobody yields to a rule that nobody hears")
  func unheard() throws {
    let loaded = try pack("base", ["one": alpha, "two": alpha + "\nyields-to: one"])
    var options = CheckOptions(asOf: ExampleTest.publicationDay)
    options.unheardRules = [RuleID(pack: "base", name: "one")]
    var checker = Checker(program: Program.compile([loaded]).program, options: options)
    #expect(FixturePack.check("alpha", with: &checker).map(\.rule.name) == ["one", "two"])
  }

  @Test("Words in groups mean the vocabularies of the rule's own pack")
  func vocabulariesInGroups() throws {
    let body = """
      flag: { words: ["(a|b|c|d|e|<kind>) (a|b|c|d|e|f) (a|b|c|d|e|f) (a|b|c|d|e|f)"] }
      """
    let first = try pack("first", ["one": body], vocabularies: ["kind": "words: [x]"])
    let second = try pack("second", ["one": body], vocabularies: ["kind": "words: [y]"])
    #expect(summary([first, second], "x a b c") == ["first/one warning check"])
    #expect(summary([first, second], "y a b c") == ["second/one warning check"])
  }

  @Test("Every rule that uses a vocabulary with a mistake is left out")
  func vocabularyWithMistake() throws {
    let wide = (0..<12).map { _ in "[a|b|c]" }.joined(separator: " ")
    let flawed = try pack(
      "flawed",
      ["one": "flag: { words: kind }", "two": "flag: { words: kind }", "three": alpha],
      vocabularies: ["kind": "words: [\"alpha \(wide)\", alpha]"]
    )
    #expect(summary([flawed], "alpha") == ["phrase-too-wide", "flawed/three warning check"])
  }

  @Test("The same packs and posts give the same findings, in whatever order they come")
  func determinism() throws {
    let words = ["alpha", "beta", "gamma", "delta", "crew"]
    var rules: [String: String] = [:]
    for (index, word) in words.enumerated() {
      rules["w\(index)"] = "flag: { words: [\(word), \"\(word) {word}\", \"<kind> \(word)\"] }"
      rules["p\(index)"] = "flag: { pattern: '\(word.prefix(2))(?<rest>\\w+)' }"
      rules["t\(index)"] = """
        flag:
          together:
            of: { a: { words: [\(word)] }, b: { any: [{ words: kind }, { entity: url }] } }
            must: [a]
        """
    }
    let sample = try pack(
      "sample",
      rules,
      vocabularies: ["kind": "words: [crew, alpha beta]\nexcept: [beta crew]"]
    )
    var generator = SeededGenerator(seed: 7)
    let posts = (0..<40).map { _ in
      (0..<30).map { _ in
        (words + ["https://example.org/a", ".", "#AlphaBeta"]).randomElement(using: &generator)
          ?? ""
      }.joined(separator: " ")
    }
    let (first, _) = Program.compile([sample])
    let (second, _) = Program.compile([sample])
    var one = Checker(program: first, options: CheckOptions(asOf: ExampleTest.publicationDay))
    var other = Checker(program: second, options: CheckOptions(asOf: ExampleTest.publicationDay))
    let forwards = posts.map { FixturePack.check($0, with: &one) }
    let backwards = posts.reversed().map { FixturePack.check($0, with: &other) }
    #expect(forwards == backwards.reversed())
    #expect(forwards.contains { $0.count > 20 })
  }

  @Test("A fingerprint stays when the words move, and changes with them")
  func fingerprints() {
    let (program, problems) = FixturePack.program("flag: { words: [\"port visit {number}\"] }")
    #expect(problems == [])
    func prints(_ text: String) -> [String] {
      FixturePack.findings(program, text).map(\.fingerprint)
    }
    let first = prints("Port visit 5.")
    #expect(first.count == 1)
    #expect(first.allSatisfy { $0.utf8.count == 16 })
    #expect(prints("Long before: é🚢 the PORT\t visit 5 came.") == first)
    #expect(prints("Port visit 6.") != first)
  }
}
