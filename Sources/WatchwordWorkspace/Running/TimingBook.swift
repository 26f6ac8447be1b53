internal import WatchwordDiagnostics
internal import WatchwordEngine

/// The tallies of all threads of a run.
final class TimingBook: @unchecked Sendable {
  /// The clock.
  private let now: @Sendable () -> Int64
  /// Held while a tally is added.
  private let lock = Lock()
  /// The tallies; behind ``lock``.
  private var tallies: [CheckTally] = []

  /// Makes a book over a clock that only rises, in nanoseconds.
  init(now: @escaping @Sendable () -> Int64) {
    self.now = now
  }

  /// A tally for one thread, or for work that one thread at a time does.
  func tally() -> CheckTally {
    let tally = CheckTally(now: now)
    lock.lock()
    defer { lock.unlock() }
    tallies.append(tally)
    return tally
  }

  /// The times of all threads together.
  var sum: CheckTally {
    let sum = CheckTally(now: now)
    lock.lock()
    defer { lock.unlock() }
    for tally in tallies { sum.add(tally) }
    return sum
  }
}

extension CheckTally {
  /// The times as a table: a line for each stage, and one for each of the ten costliest rules.
  ///
  /// Times of several threads are added up, so that they can be more than the run took.
  func table(of program: Program) -> String {
    let total = max(1, times.reduce(0) { $0 + $1.nanoseconds })
    var text = "Where the time went, all threads together:\n"
    for (stage, time) in times { text += Self.line(stage.rawValue, time, of: total) }
    let rules = costliestRules(10, of: program)
    guard !rules.isEmpty else { return text }
    text += "The rules that took longest:\n"
    for (rule, time) in rules { text += Self.line(rule.description, time, of: total) }
    return text
  }

  /// A time in milliseconds and its share of all, with one decimal each, before its name.
  private static func line(_ name: String, _ time: Int64, of total: Int64) -> String {
    func column(_ tenths: Int64, _ width: Int) -> String {
      let text = "\(tenths / 10).\(tenths % 10)"
      return String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return "\(column(time / 100_000, 12)) ms \(column(time * 1_000 / total, 6)) %  \(name)\n"
  }
}
