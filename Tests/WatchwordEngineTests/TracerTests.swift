import Foundation
import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordRules
import WatchwordText

@testable import WatchwordEngine

/// Traces: that they tell what rules saw and what let it go, and that they see what a check sees.
@Suite struct TracerTests {
  /// What a rule saw in a text, as `outcome: part “words” reason “cause”; …`.
  private func trace(
    _ body: String,
    _ text: String,
    vocabularies: [String: String] = [:],
    context: String = ""
  ) throws -> [String] {
    let (program, problems) = FixturePack.program(body, vocabularies: vocabularies)
    try #require(problems.map(\.message) == [])
    return traces(program, context + text, markdown: !context.isEmpty).map(Self.summary)
  }

  /// The traces of a program's rules in a draft.
  private func traces(
    _ program: Program,
    _ text: String,
    rules: [String]? = nil,
    markdown: Bool = false
  ) -> [RuleTrace] {
    let reading = DraftReader.read(
      SourceText(text),
      path: "post.md",
      format: markdown ? .markdown : .plainText
    )
    let options = CheckOptions(asOf: ExampleTest.publicationDay)
    var tracer = Tracer(program: program, options: options, rules: rules)
    return tracer.traces(of: reading.posts, path: "post.md")
  }

  /// A trace in one line.
  private static func summary(_ trace: RuleTrace) -> String {
    let seen = trace.sightings.map { sighting in
      let reason = sighting.letGo.map { " \($0.rawValue)" } ?? ""
      let cause = sighting.cause.map { " “\($0.words)”" } ?? ""
      return (sighting.part.isEmpty ? "" : "\(sighting.part) ")
        + "“\(sighting.words)”\(reason)\(cause)"
    }
    let lacks = trace.missing.map { ", no \($0)" } + trace.apart.map { ", \($0) apart" }
    return "\(trace.outcome.rawValue)\(lacks.joined()): \(seen.joined(separator: "; "))"
  }

  @Test(
    "A guard that lets a match go is named, with the words that did",
    arguments: [
      ("except: [deploy the app]", "We deploy the app.", "“deploy” except “deploy the app”"),
      ("unless: { words: [museum] }", "We deploy a museum.", "“deploy” unless “museum”"),
      ("unless: { not: { words: [museum] } }", "We deploy.", "“deploy” unless"),
      ("quoted: ignore", "A \"we deploy\" sign.", "“deploy” quoted"),
      ("negated: ignore", "We do not ever deploy.", "“deploy” negated “not”"),
      ("history: ignore", "They deploy in 1944.", "“deploy” history “1944”"),
      ("at: sentence-start", "We deploy.", "“deploy” position"),
      ("minimum: 2", "We deploy.", "“deploy” minimum"),
    ]
  )
  func guards(key: String, text: String, expected: String) throws {
    #expect(try trace("flag: { words: [deploy], \(key) }", text) == ["let-go: \(expected)"])
  }

  @Test("A vocabulary's own exceptions are guards, too")
  func vocabulary() throws {
    #expect(
      try trace(
        "flag: { words: moving }",
        "We deploy the app. We deploy.",
        vocabularies: ["moving": "words: [deploy]\nexcept: [deploy the app]"]
      ) == ["spoke: “deploy” except “deploy the app”; “deploy”"]
    )
  }

  private let facts = """
    flag:
      together:
        of:
          who: { words: [crew], quoted: ignore }
          go: { words: [sail] }
          when: { time: { tense: future } }
          not: { not: { words: [museum] } }
    """

  @Test("A part that is missing, too far off, let go or unwanted is named")
  func parts() throws {
    #expect(try trace(facts, "Hello.") == [])
    #expect(
      try trace(facts, "The crew sail.") == ["missing, no when: who “crew”; go “sail”"]
    )
    #expect(
      try trace(facts, "The crew sail. On 2 July!") == [
        "apart, when apart: who “crew”; go “sail”; when “On 2 July”"
      ]
    )
    #expect(
      try trace(facts, "The \"crew\" sail on 2 July.") == [
        "missing, no who: who “crew” quoted; go “sail”; when “on 2 July”"
      ]
    )
    #expect(
      try trace(facts, "The crew sail on 2 May.") == [
        "missing, no when: who “crew”; go “sail”; when “on 2 May” other-time"
      ]
    )
    #expect(
      try trace(facts, "The crew sail on 2 July, museum.") == [
        "missing, no not: who “crew”; go “sail”; when “on 2 July”; not “museum” unwanted"
      ]
    )
    #expect(
      try trace(facts, "The crew sail on 2 July.") == [
        "spoke: who “crew”; go “sail”; when “on 2 July”"
      ]
    )
    // A time alone is not near to speaking, whatever its tense.
    #expect(try trace(facts, "On 2 May.") == [])
  }

  @Test("Parts that share words, and too few of them")
  func clashAndFewer() throws {
    let shared = """
      flag: { together: { of: { a: { words: [alpha] }, b: { words: ["alpha [beta]"] } } } }
      """
    #expect(try trace(shared, "Alpha beta.") == ["clash: a “Alpha”; b “Alpha beta”"])
    let fewer = """
      flag:
        together:
          of: { a: { words: [alpha] }, b: { words: [beta] }, c: { words: [gamma] } }
          must: [a]
          at-least: 2
      """
    #expect(try trace(fewer, "Alpha.") == ["fewer, no b, no c: a “Alpha”"])
  }

  @Test("What is below a severity, settled, required or limited")
  func outcomes() throws {
    let twice = "severity: { 2: warning }\nflag: { words: [alpha] }"
    #expect(try trace(twice, "Alpha.") == ["below: “Alpha”"])
    let settled = "flag: { words: [alpha] }\nsettled-by: [already-public]"
    let public_ = "---\nalready-public: yes\n---\n"
    #expect(try trace(settled, "Alpha.", context: public_) == ["settled: “Alpha”"])
    let label = "require: { when: { words: [gift] }, text: { words: [advert] } }"
    #expect(try trace(label, "Advert: a gift.") == ["satisfied: text “Advert”; when “gift”"])
    #expect(try trace(label, "A gift.") == ["spoke: when “gift”"])
    #expect(
      try trace("limit: { of: { words: [alpha] }, at-most: 1 }", "Alpha.") == [
        "within: “Alpha”"
      ]
    )
  }

  @Test("A rule that yields says to which, and one that is asked for is shown whatever it saw")
  func yieldsAndAsked() throws {
    let loading = FixturePack.load(rules: [
      "a": "flag: { words: [alpha] }",
      "b": "flag: { words: [beta] }\nyields-to: [a, c]",
      "c": "flag: { words: [gamma] }\naliases: [old-c]",
      "d": "flag: { words: [alpha] }\napplies: { presence: [corporate], stated: [presence] }",
      "e": "flag: { words: [alpha] }\nvalid-until: \"2020-01-01\"",
    ])
    try #require(loading.problems == [])
    let program = Program.compile([try #require(loading.pack)]).program
    let found = traces(program, "Alpha beta.")
    #expect(found.map { "\($0.rule.name) \($0.outcome.rawValue)" } == ["a spoke", "b yielded"])
    #expect(found.last?.rivals.map(\.name) == ["a"])
    let asked = traces(program, "Alpha beta.", rules: ["old-c", "fixture/d", "e"])
    #expect(
      asked.map { "\($0.rule.name) \($0.outcome.rawValue)" } == [
        "c nothing", "d other-context", "e other-day",
      ]
    )
  }

  @Test("In a thread, rules about all of it are followed through all of it")
  func thread() throws {
    let loading = FixturePack.load(rules: [
      "all": """
      flag: { together: { within: thread, of: { a: { words: [alpha] }, b: { words: [beta] } } } }
      """, "one": "flag: { words: [beta] }",
    ])
    let program = Program.compile([try #require(loading.pack)]).program
    let found = traces(program, "Alpha.\n---\nBeta.\n")
    #expect(
      found.map { "\($0.post) \($0.rule.name): \($0.sightings.map(\.range))" } == [
        "post#2 one: [11..<15]", "post all: [0..<5, 11..<15]",
      ]
    )
  }

  @Test("Following a matcher finds what a check finds")
  func sameAsCheck() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("rules/mod-online-engagement")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    let files = try names.filter { $0.hasSuffix(".yml") }.map { name in
      PackFile(path: name, bytes: Array(try Data(contentsOf: root.appendingPathComponent(name))))
    }
    let pack = try #require(PackLoader.load(files: files, named: "p").pack)
    let program = Program.compile([pack]).program
    var evaluator = MatcherEvaluator(program: program)
    var matchers = MatcherTrace(MatcherEvaluator(program: program))
    var compared = 0
    let examples = pack.rules.flatMap { ($0.badExamples + $0.goodExamples).map(\.text) }
    for text in examples.enumerated().filter({ $0.offset % 23 == 0 }).map(\.element) {
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        let day = ExampleTest.publicationDay.dayNumber
        let order = DateOrder(market: nil)
        evaluator.begin(bytes, blockQuotes: [], publicationDay: day, dateOrder: order)
        matchers.evaluator.begin(bytes, blockQuotes: [], publicationDay: day, dateOrder: order)
        for node in 0..<Int32(program.nodes.count) {
          matchers.begin()
          let followed = matchers.follow(node, as: "").map(\.range)
          let found = evaluator.matches(node).map(\.range)
          if !found.isEmpty { compared += 1 }
          guard followed != found else { continue }
          Issue.record("node \(node) in “\(text)”: \(followed), not \(found)")
        }
      }
    }
    #expect(compared > 500)
  }
}
