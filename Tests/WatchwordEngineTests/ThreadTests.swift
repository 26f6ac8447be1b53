import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordEngine
import WatchwordRules
import WatchwordText

/// Threads: posts of one draft that are read together.
@Suite struct ThreadTests {
  /// The findings in a draft as `post: marked words`, labels after the mark.
  private func findings(_ body: String, _ text: String) throws -> [String] {
    let (program, problems) = FixturePack.program(body)
    try #require(problems == [])
    let source = SourceText(text)
    let reading = DraftReader.read(source, path: "story.txt", format: .plainText)
    var checker = Checker(program: program, options: CheckOptions(asOf: ExampleTest.publicationDay))
    return checker.check(reading.posts, path: "story.txt").map { finding in
      let ranges = [finding.range].compactMap { $0 } + finding.labels.map(\.range)
      return "\(finding.post ?? "-"): " + ranges.map(source.string).joined(separator: ", ")
    }
  }

  private let facts = """
    flag:
      together:
        within: thread
        of: { who: { words: [blankshires] }, where: { words: [examplia] }, when: { words: [tuesday] } }
    """

  @Test("Facts that add up in a thread are one finding, each marked where it stands")
  func addUp() throws {
    let text = "The Blankshires are off.\n---\nHello Examplia!\n---\nIt starts on Tuesday.\n"
    #expect(try findings(facts, text) == ["story: Blankshires, Examplia, Tuesday"])
  }

  @Test("A fact that is missing leaves nothing to add up")
  func missing() throws {
    #expect(try findings(facts, "The Blankshires are off.\n---\nHello Examplia!\n") == [])
  }

  @Test("One post that holds all of it is found without a thread")
  func onePost() throws {
    let text = "The Blankshires reach Examplia on Tuesday.\n"
    #expect(try findings(facts, text) == ["story: Blankshires, Examplia, Tuesday"])
  }

  @Test("Other rules look at each part by itself")
  func parts() throws {
    let rule = """
      flag:
        together: { within: post, of: { a: { words: [alpha] }, b: { words: [beta] } } }
      """
    #expect(try findings(rule, "alpha\n---\nbeta\n") == [])
    #expect(try findings(rule, "x\n---\nalpha beta\n") == ["story#2: alpha, beta"])
  }

  /// Findings of two rules, one of which yields to the other, as `rule in post`.
  private func yielding(_ a: String, _ b: String, _ text: String) throws -> [String] {
    let loading = FixturePack.load(rules: ["a": a, "b": b + "\nyields-to: [a]"])
    try #require(loading.problems == [])
    let program = Program.compile([try #require(loading.pack)]).program
    let reading = DraftReader.read(SourceText(text), path: "story.txt", format: .plainText)
    var checker = Checker(program: program, options: CheckOptions(asOf: ExampleTest.publicationDay))
    return checker.check(reading.posts, path: "story.txt").map {
      "\($0.rule.name) in \($0.post ?? "-")"
    }
  }

  @Test("In a thread, rules about its parts and rules about all of it yield to each other")
  func yields() throws {
    let part = "flag: { words: [blankshires] }"
    let text = "The Blankshires are off.\n---\nHello Examplia!\n---\nIt starts on Tuesday.\n"
    #expect(try yielding(part, facts, text) == ["a in story#1"])
    #expect(try yielding(facts, part, text) == ["a in story"])
    let elsewhere = "flag: { words: [hello] }"
    #expect(try yielding(part, elsewhere, text) == ["a in story#1", "b in story#2"])
    #expect(try yielding(facts, elsewhere, text) == ["a in story"])
    let apart = "Hello.\n---\n" + text
    #expect(try yielding(facts, elsewhere, apart) == ["b in story#1", "a in story"])
  }

  @Test("A text that is required once may stand in any part, or must stand in every one")
  func required() throws {
    let once = "require: { when: { words: [gift] }, text: { words: [advert] } }"
    let every = "require: { when: { words: [gift] }, text: { words: [advert] }, every-part: yes }"
    let text = "advert: a gift\n---\nanother gift\n"
    #expect(try findings(once, text) == [])
    #expect(try findings(every, text) == ["story#2: gift"])
    #expect(try findings(once, "a gift\n---\nanother gift\n") == ["story: gift"])
  }
}
