import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordEngine
import WatchwordRules
import WatchwordText

/// Runs the cases in `Fixtures`: every element of the rule language, on real drafts.
@Suite struct FixtureTests {
  @Test("Every fixture is read")
  func fixturesAreThere() {
    #expect(FixtureCase.all.count > 60)
    for fixture in FixtureCase.all where fixture.posts.isEmpty && fixture.problems.isEmpty {
      Issue.record("nothing is checked", sourceLocation: fixture.location(fixture.line))
    }
  }

  @Test("Rules find what is marked, and nothing else", arguments: FixtureCase.all)
  func findsWhatIsMarked(_ fixture: FixtureCase) {
    let loading = FixturePack.load(
      rules: fixture.rules,
      vocabularies: fixture.vocabularies,
      pack: fixture.pack
    )
    let (program, compiling) = Program.compile(loading.pack.map { [$0] } ?? [])
    let problems = loading.problems + compiling
    guard problems.map(\.rule.name) == fixture.problems else {
      let found = problems.map { "\($0.rule.name): \($0.message)" }
      Issue.record(
        "the pack has mistakes: \(found)",
        sourceLocation: fixture.location(fixture.line)
      )
      return
    }
    var checker = Checker(program: program, options: CheckOptions(asOf: ExampleTest.publicationDay))
    for post in fixture.posts { check(post, of: fixture, with: &checker) }
  }

  /// Compares one post's findings with its marks.
  private func check(
    _ fixturePost: FixtureCase.FixturePost,
    of fixture: FixtureCase,
    with checker: inout Checker
  ) {
    let location = fixture.location(fixturePost.line)
    let (text, spans) = MarkedSpan.read(fixturePost.marked)
    let reading = DraftReader.read(
      SourceText(text),
      path: "post.md",
      format: fixturePost.isMarkdown ? .markdown : .plainText
    )
    guard var post = reading.posts.first else {
      Issue.record("the post cannot be read", sourceLocation: location)
      return
    }
    let context = fixturePost.context.mapValues { value in
      let values = value.split(separator: ",").map { ContextValue.text(String($0)) }
      return ContextEntry(values.count == 1 ? values[0] : .list(values))
    }
    post.context = post.context.filled(from: Context(context))
    let findings = checker.check(post, path: "post.md")
    // Marks are written in the draft, so they are compared with places in the file.
    var found = Set(
      findings.filter { $0.settlement == nil }.flatMap { finding in
        [MarkedSpan(name: finding.labelName, range: finding.range ?? SourceRange(0, 0))]
          + finding.labels.map { MarkedSpan(name: $0.name, range: $0.range) }
      }
    )
    for span in spans {
      guard
        let match = found.first(where: {
          $0.range == span.range && (span.name == nil || span.name == $0.name)
        })
      else {
        Issue.record(
          "missed \(quoted(span, text)); found \(findings.map(\.message))",
          sourceLocation: location
        )
        continue
      }
      found.remove(match)
    }
    if fixturePost.wanted == nil || !spans.isEmpty {
      for span in found.sorted(by: { $0.range < $1.range }) {
        Issue.record("found \(quoted(span, text)) unmarked", sourceLocation: location)
      }
    }
    if let wanted = fixturePost.wanted {
      #expect(findings.map(summary) == wanted, sourceLocation: location)
    }
  }

  /// A finding in one line.
  private func summary(_ finding: Diagnostic) -> String {
    let settlement =
      switch finding.settlement {
      case .settled(let key)?: " (settled by \(key))"
      case .suppressed(let reason)?: " (suppressed: \(reason))"
      case .accepted?: " (in the baseline)"
      case nil: ""
      }
    return "\(finding.severity): \(finding.message)\(settlement)"
  }

  /// A span with its words.
  private func quoted(_ span: MarkedSpan, _ text: String) -> String {
    "\(span) “\(SourceText(text).string(span.range))”"
  }
}
