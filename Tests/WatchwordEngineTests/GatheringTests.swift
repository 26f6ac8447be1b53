import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordEngine
import WatchwordRules
import WatchwordText

/// Facts that add up over posts of different drafts.
@Suite struct GatheringTests {
  /// A draft: its path, the keys of its front matter, and its text.
  private typealias Draft = (path: String, keys: String, text: String)

  /// What adds up over the posts that a checker has checked.
  private func gatheredFindings(_ checker: inout Checker, _ program: Program) -> [GatheredFinding] {
    var gathering = Gathering()
    gathering.add(checker.takeGathered())
    return gathering.findings(of: program)
  }

  /// What adds up over drafts, as `path: mark [label path …]`.
  private func findings(
    _ drafts: [Draft],
    within: String = "thread",
    guards: String = ""
  ) throws -> [String] {
    let body = """
      flag:
        together:
          within: \(within)
          of: { who: { words: [blankshires] }, where: { words: [examplia] }, when: { words: [tuesday] } }
      \(guards)
      """
    let (program, problems) = FixturePack.program(body)
    try #require(problems == [])
    var checker = Checker(program: program, options: CheckOptions(asOf: ExampleTest.publicationDay))
    for draft in drafts {
      let source = SourceText("---\n\(draft.keys)\n---\n\(draft.text)\n")
      let reading = DraftReader.read(source, path: draft.path, format: .markdown)
      try #require(reading.problems == [])
      let alone = checker.check(reading.posts, path: draft.path, in: source)
      #expect(alone.map(\.severity) == [], "nothing in \(draft.path) by itself")
    }
    return gatheredFindings(&checker, program).map { finding in
      let diagnostic = finding.diagnostic
      let mark = diagnostic.range.map(finding.source.string) ?? "-"
      let labels = diagnostic.labels.map { label in
        let text = (label.elsewhere?.source ?? finding.source).string(label.range)
        return "\(label.name)=\(text)" + (label.elsewhere.map { " in \($0.path)" } ?? "")
      }
      return "\(diagnostic.path): \(mark) [\(labels.joined(separator: ", "))]"
    }
  }

  private let three: [(path: String, keys: String, text: String)] = [
    ("a.md", "account: hq\npublish-at: 2026-06-01", "The Blankshires are busy."),
    ("b.md", "account: hq\npublish-at: 2026-06-03", "Hello Examplia!"),
    ("c.md", "account: hq\npublish-at: 2026-06-05", "It starts on Tuesday."),
  ]

  @Test("Facts of one account within days are one finding with a label in each draft, in any order")
  func account() throws {
    let expected = ["a.md: Blankshires [where=Examplia in b.md, when=Tuesday in c.md]"]
    #expect(try findings(three) == expected)
    #expect(try findings(three.reversed()) == expected)
  }

  @Test("A campaign binds posts of different accounts, whatever the letter case")
  func campaign() throws {
    let drafts: [Draft] = [
      ("a.md", "account: hq\ncampaign: Visit", "The Blankshires are busy."),
      ("b.md", "account: town\ncampaign: visit", "Examplia on Tuesday."),
    ]
    #expect(
      try findings(drafts) == ["a.md: Blankshires [where=Examplia in b.md, when=Tuesday in b.md]"]
    )
  }

  @Test("The mark is in the latest post that holds it")
  func latest() throws {
    let drafts = three + [("d.md", "account: hq\npublish-at: 2026-06-06", "Blankshires again.")]
    #expect(
      try findings(drafts) == ["d.md: Blankshires [where=Examplia in b.md, when=Tuesday in c.md]"]
    )
  }

  @Test("Other accounts, no account, days too far apart and a fact too few are silent")
  func nearMisses() throws {
    var drafts = three
    drafts[1].keys = "account: other\npublish-at: 2026-06-03"
    #expect(try findings(drafts) == [])
    drafts[1].keys = "publish-at: 2026-06-03"
    #expect(try findings(drafts) == [])
    drafts[1].keys = "account: hq\npublish-at: 2026-06-20"
    #expect(try findings(drafts) == [])
    #expect(try findings(Array(three.prefix(2))) == [])
  }

  @Test("A rule says how many days, to the day")
  func days() throws {
    #expect(try findings(three, within: "{ thread: 4 }").count == 1)
    #expect(try findings(three, within: "{ thread: 3 }") == [])
  }

  @Test("Within a run nothing needs to bind the posts")
  func run() throws {
    let drafts = three.map { Draft($0.path, "market: UK", $0.text) }
    #expect(
      try findings(drafts, within: "run")
        == ["a.md: Blankshires [where=Examplia in b.md, when=Tuesday in c.md]"]
    )
  }

  @Test("A guard lets go the facts of the post it holds in")
  func guarded() throws {
    var drafts = three
    let guards = "  unless: { words: [novel], within: thread }"
    #expect(try findings(drafts, guards: guards).count == 1)
    drafts[1].text = "Hello Examplia, says the novel."
    #expect(try findings(drafts, guards: guards) == [])
  }

  @Test("A suppression in the post of the mark lets the finding go and is not called unused")
  func suppressed() throws {
    var drafts = three
    drafts[0].text += "\n\n<!-- watchword: allow rule because it is public -->"
    let (program, _) = FixturePack.program(
      """
      flag:
        together:
          within: thread
          of: { who: { words: [blankshires] }, where: { words: [examplia] }, when: { words: [tuesday] } }
      """
    )
    let name = try #require(program.allRules.first?.id.name)
    drafts[0].text = drafts[0].text.replacing("allow rule", with: "allow \(name)")
    var checker = Checker(program: program, options: CheckOptions(asOf: ExampleTest.publicationDay))
    for draft in drafts {
      let source = SourceText("---\n\(draft.keys)\n---\n\(draft.text)\n")
      let posts = DraftReader.read(source, path: draft.path, format: .markdown).posts
      #expect(checker.check(posts, path: draft.path, in: source) == [])
    }
    #expect(
      gatheredFindings(&checker, program).map(\.diagnostic.settlement)
        == [.suppressed(because: "it is public")]
    )
  }
}
