internal import WatchwordDiagnostics
internal import WatchwordText

extension RuleTrace {
  /// Whether the rule has findings, whatever became of them.
  var hasFindings: Bool { [.spoke, .settled, .yielded].contains(outcome) }

  /// Every range it saw, and what let that go.
  var ranges: [SourceRange] {
    sightings.flatMap { [$0.range] + ($0.cause.map { [$0.range] } ?? []) }
  }

  /// What it came to, in one plain sentence.
  var sentence: String {
    switch outcome {
    case .spoke: "it speaks"
    case .settled: "it speaks, and the draft lets that go"
    case .yielded:
      "silent: it yields to \(Self.list(rivals.map(\.name)))"
    case .below: "silent: what it found is below its lowest severity"
    case .letGo: "silent: what it found was let go"
    case .clash: "silent: its parts share words or stand in another order"
    case .apart: "silent: \(Self.parts(apart, "stands", "stand")) too far off"
    case .fewer: "silent: it has too few of its parts\(without)"
    case .missing: "silent: \(Self.parts(missing, "is", "are")) missing"
    case .satisfied: "silent: what it requires is here"
    case .within: "silent: what it counts is within its limit"
    case .nothing: "silent: nothing it looks for is here"
    case .otherContext: "not asked: it is not for posts like this one"
    case .otherDay: "not asked: it does not count on the day of this post"
    }
  }

  /// The parts that would have helped.
  private var without: String {
    let names = (missing + apart).filter { !$0.isEmpty }
    return names.isEmpty ? "" : ", without \(Self.list(names.map { "`\($0)`" }, "or"))"
  }

  /// Parts and the verb for as many.
  private static func parts(_ names: [String], _ one: String, _ many: String) -> String {
    let named = names.filter { !$0.isEmpty }.map { "`\($0)`" }
    guard !named.isEmpty else { return names.count == 1 ? "a part \(one)" : "some parts \(many)" }
    return "\(list(named)) \(named.count == 1 ? one : many)"
  }

  /// Words with commas and a conjunction before the last.
  private static func list(_ words: [String], _ conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

extension RuleTrace.Sighting {
  /// What is written under it.
  var label: String {
    let name = part.isEmpty ? "found" : part
    return letGo == nil ? name : part.isEmpty ? "let go" : "\(name), let go"
  }
}

extension RuleTrace.LetGo {
  /// What is written under the words that let something go.
  var label: String {
    switch self {
    case .position, .quoted, .minimum, .otherTime, .unwanted: rawValue
    case .negated: "negation"
    case .history: "past"
    case .except: "exception"
    case .unless: "unless"
    }
  }

  /// Why something is let go, in one clause.
  ///
  /// - Parameter cause: The words that did it, quoted, where it was some.
  func sentence(_ cause: String?) -> String {
    switch self {
    case .position: "it does not stand where it must (`at`)"
    case .quoted: "it is quoted"
    case .negated: "\(cause ?? "a negation") negates it"
    case .history: "its sentence speaks of the past" + (cause.map { ": \($0)" } ?? "")
    case .except: "the exception \(cause ?? "") covers it"
    case .unless:
      cause.map { "\($0) stands near (`unless`)" } ?? "what must stand near is not here (`unless`)"
    case .minimum: "there are too few of it (`minimum`)"
    case .otherTime: "it is a time of another tense, or not exact enough"
    case .unwanted: "it must not be here (`not`)"
    }
  }
}
