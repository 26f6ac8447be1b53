import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordEngine
import WatchwordRules
import WatchwordText

@Suite("Corpus measure")
struct CorpusMeasureTests {
  /// A post with labels given as `class` or `class?` for a borderline one.
  private func post(_ id: String, _ labels: String...) -> Post {
    let list = labels.map { label -> ContextValue in
      let isClear = !label.hasSuffix("?")
      return .map([
        "class": .text(isClear ? label : String(label.dropLast())),
        "strength": .text(isClear ? "clear" : "borderline"),
      ])
    }
    return Post(
      id: id,
      text: Array("text".utf8),
      context: Context(["labels": ContextEntry(.list(list))]),
      map: SourceMap(verbatim: 4, at: 0)
    )
  }

  /// A finding of a rule of a topic.
  private func finding(_ rule: String, _ topic: String, _ severity: Severity) -> Diagnostic {
    Diagnostic(
      path: "a.jsonl",
      rule: RuleID(pack: "p", name: rule),
      topic: topic,
      severity: severity,
      message: "found"
    )
  }

  @Test("Hits, misses and wrong alarms count once a post and topic")
  func counts() {
    var measure = CorpusMeasure()
    measure.count(
      post("a", "conduct"),
      findings: [finding("one", "conduct", .error), finding("two", "conduct", .warning)]
    )
    measure.count(post("b", "conduct"), findings: [finding("one", "conduct", .note)])
    measure.count(post("c"), findings: [finding("one", "conduct", .warning)])
    #expect(measure.postCount == 3)
    #expect(measure.alarmedPosts == 2)
    #expect(measure.topics["conduct"]?.hits == 1)
    #expect(measure.topics["conduct"]?.misses == 1)
    #expect(measure.topics["conduct"]?.wrongAlarms == 1)
    #expect(measure.topics["conduct"]?.precision == 0.5)
    #expect(measure.disagreements.map(\.post) == ["b", "c"])
    #expect(measure.disagreements.map(\.rule?.name) == [nil, "one"])
  }

  @Test("A borderline label is neither a miss nor a wrong alarm")
  func borderline() {
    var measure = CorpusMeasure()
    measure.count(post("a", "political?"), findings: [])
    measure.count(post("b", "political?"), findings: [finding("one", "political", .warning)])
    #expect(measure.topics.isEmpty)
    #expect(measure.disagreements.isEmpty)
  }

  @Test(
    "Class names of corpora lead to topics",
    arguments: [
      ("third-party-opinion", "third-party"), ("a11y.all-caps", "accessibility"),
      ("opsec.movement", "opsec.movement"),
    ]
  )
  func classes(_ name: String, _ topic: String) {
    var measure = CorpusMeasure()
    measure.count(post("a", name), findings: [])
    #expect(measure.topics[topic]?.misses == 1)
  }

  @Test("A class that asks for silence is no label, and settled findings are none")
  func silence() {
    var settled = finding("one", "conduct", .error)
    settled.settlement = .settled(by: "already-public")
    var measure = CorpusMeasure()
    measure.count(post("a", "ad-disclosed"), findings: [settled])
    #expect(measure.topics.isEmpty)
    #expect(measure.alarmedPosts == 0)
  }
}
