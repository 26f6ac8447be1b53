public import WatchwordDiagnostics

/// Where the time of a run goes, by stage and by rule; used by one thread at a time.
///
/// The engine reads no clock: whoever wants to know brings one. Without a tally nothing is asked.
public final class CheckTally {
  /// A part of the work.
  ///
  /// Reading, decoding and reporting are told by whoever drives a checker.
  public enum Stage: String, CaseIterable, Sendable {
    /// Finding, opening and reading files.
    case read
    /// Turning bytes into posts.
    case decode
    /// Splitting texts into words and sentences.
    case analyse
    /// Looking for what patterns need.
    case literals
    /// Dates and times.
    case times
    /// Telephone numbers, coordinates and the like.
    case identifiers
    /// All phrases of all rules.
    case phrases
    /// What woken rules make of it.
    case rules
    /// What adds up over posts, suppressions, and order.
    case settle
    /// Counting and printing.
    case report
  }

  /// The time by a clock that only rises, in nanoseconds.
  private let now: () -> Int64
  /// When the last lap ended.
  private var last: Int64
  /// The nanoseconds of each stage.
  private var stages = Array(repeating: Int64(0), count: Stage.allCases.count)
  /// The nanoseconds of each rule, by its place in the program.
  private var rules: [Int32: Int64] = [:]

  /// Makes a tally with a clock that only rises, in nanoseconds.
  public init(now: @escaping () -> Int64) {
    self.now = now
    last = now()
  }

  /// Begins a lap; the time since the last one is nobody's.
  public func begin() { last = now() }

  /// Ends a lap, which counts for a stage, and begins the next.
  public func lap(_ stage: Stage) {
    stages[Self.place(of: stage)] += lap()
  }

  /// Ends a lap that one rule took, and begins the next.
  ///
  /// What several rules ask for is worked out once and counts for the first of them.
  func lap(rule: Int32) {
    let time = lap()
    stages[Self.place(of: .rules)] += time
    rules[rule, default: 0] += time
  }

  /// The time since the last lap.
  private func lap() -> Int64 {
    let time = now()
    defer { last = time }
    return time - last
  }

  /// The place of a stage in ``stages``.
  private static func place(of stage: Stage) -> Int {
    Stage.allCases.firstIndex(of: stage) ?? 0
  }

  /// Adds the times of another tally.
  public func add(_ other: CheckTally) {
    for index in stages.indices { stages[index] += other.stages[index] }
    rules.merge(other.rules, uniquingKeysWith: +)
  }

  /// The nanoseconds of each stage, in the order of the work.
  public var times: [(stage: Stage, nanoseconds: Int64)] {
    zip(Stage.allCases, stages).map { ($0, $1) }
  }

  /// The rules that took longest, with their nanoseconds, the costliest first.
  public func costliestRules(
    _ most: Int,
    of program: Program
  ) -> [(rule: RuleID, nanoseconds: Int64)] {
    rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map {
      (program.rules[Int($0.key)].id, $0.value)
    }
  }
}
