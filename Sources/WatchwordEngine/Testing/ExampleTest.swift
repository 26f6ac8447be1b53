public import WatchwordDiagnostics
internal import WatchwordDrafts
public import WatchwordRules
public import WatchwordText

/// Runs the examples of rules as tests.
public struct ExampleTest {
  /// An example that does not behave.
  public struct Failure: Sendable {
    /// The rule.
    public var rule: RuleID
    /// The example, with its place.
    public var example: RuleExample
    /// The way of writing in which it failed.
    public var perturbation: Perturbation
    /// What was expected and what was found, in one clause.
    public var reason: String
  }

  /// The day examples count as published, a Monday (`docs/rule-language.md`).
  public static let publicationDay = CivilDate(dayNumber: 20_605)

  /// Checks posts.
  private var checker: Checker
  /// The number of examples run, each way of writing counted.
  public private(set) var runCount = 0

  /// Makes a test of a program's rules.
  public init(program: Program) {
    // An example tests its rule, whatever others say of the same words.
    checker = Checker(
      program: program,
      options: CheckOptions(asOf: Self.publicationDay, letsRulesYield: false)
    )
  }

  /// The failures of a rule's examples in the given ways of writing; each example fails at most once.
  public mutating func failures(
    of rule: Rule,
    perturbations: [Perturbation] = Perturbation.allCases
  ) -> [Failure] {
    var failures: [Failure] = []
    for (examples, isBad) in [(rule.badExamples, true), (rule.goodExamples, false)] {
      for example in examples {
        for perturbation in perturbations {
          guard let draft = perturbation.draft(of: example.text) else { continue }
          runCount += 1
          if let reason = failure(of: rule, example, isBad: isBad, draft) {
            failures.append(
              Failure(
                rule: rule.id,
                example: example,
                perturbation: perturbation,
                reason: reason
              )
            )
            break
          }
        }
      }
    }
    for example in rule.wrongAlarms {
      guard let draft = Perturbation.asWritten.draft(of: example.text) else { continue }
      runCount += 1
      guard failure(of: rule, example, isBad: false, draft) == nil else { continue }
      failures.append(
        Failure(
          rule: rule.id,
          example: example,
          perturbation: .asWritten,
          reason: "this wrong alarm is no more; move it to `good`"
        )
      )
    }
    return failures
  }

  /// Why an example fails as this draft; nil where it behaves.
  private mutating func failure(
    of rule: Rule,
    _ example: RuleExample,
    isBad: Bool,
    _ draft: Perturbation.Draft
  ) -> String? {
    let source = SourceText(draft.bytes)
    let reading = DraftReader.read(source, path: "example.txt", format: draft.format)
    guard var post = reading.posts.first else { return "the example cannot be read as a post" }
    let context = Context(example.context.mapValues { ContextEntry($0) })
    post.context = post.context.filled(from: context)
    let found = checker.check(post, path: "example.txt").filter {
      $0.rule == rule.id && $0.settlement == nil
    }
    guard isBad else {
      return found.isEmpty ? nil : "found \(quoted(found, post)), expected nothing"
    }
    if found.isEmpty { return "found nothing" }
    guard !example.ranges.isEmpty else { return nil }
    let marks = Set(
      found.flatMap { [$0.postRange].compactMap { $0 } + $0.labels.compactMap(\.postRange) }
    )
    let expected = Set(
      example.ranges.map { SourceRange(draft.positions[$0.start], draft.positions[$0.end]) }
    )
    guard marks == expected else {
      let wanted = expected.sorted().map { "“\(string($0, post))”" }.joined(separator: ", ")
      return "found \(quoted(found, post)), expected \(wanted)"
    }
    return misplaced(found, post: post, source: source)
  }

  /// Whether a finding's place in the file holds other words than its place in the post.
  private func misplaced(_ found: [Diagnostic], post: Post, source: SourceText) -> String? {
    for finding in found {
      guard let range = finding.range, let postRange = finding.postRange else { continue }
      if post.map.pieces.count == 1,
        !source.slice(range).elementsEqual(post.text[postRange.start..<postRange.end])
      {
        return "marks “\(source.string(range))” in the file for “\(string(postRange, post))”"
      }
      if range.isEmpty != postRange.isEmpty { return "marks nothing in the file" }
    }
    return nil
  }

  /// The words that findings mark, in quotes.
  private func quoted(_ found: [Diagnostic], _ post: Post) -> String {
    let ranges = found.flatMap {
      [$0.postRange].compactMap { $0 } + $0.labels.compactMap(\.postRange)
    }
    return Set(ranges).sorted().map { "“\(string($0, post))”" }.joined(separator: ", ")
  }

  /// The words of a range of a post.
  private func string(_ range: SourceRange, _ post: Post) -> String {
    String(decoding: post.text[range.start..<range.end], as: UTF8.self)
  }
}
