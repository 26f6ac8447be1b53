public import WatchwordDiagnostics
internal import WatchwordEngine
public import WatchwordReports

/// Checks drafts from files, standard input and git, and reports as it goes.
///
/// Several threads read and check; the report comes in the order of the input and is the same
/// whatever their number.
public struct CheckRun {
  /// What to check.
  private let plan: CheckPlan
  /// How.
  private let request: CheckRequest
  /// Takes what is found, in order.
  private var ledger: RunLedger
  /// Who did the work; kept as long as the run.
  private var crew: Crew<PlannedPiece, CheckedPiece>?

  /// Makes a run.
  ///
  /// - Parameter sink: Takes output in pieces, from one thread at a time; returns false where nobody
  ///   reads it any more.
  public init(
    _ plan: CheckPlan,
    _ request: CheckRequest,
    reporter: any Reporter,
    sink: @escaping ([UInt8]) -> Bool
  ) {
    self.plan = plan
    self.request = request
    ledger = RunLedger(plan, request, reporter: reporter, sink: sink)
  }

  /// Every finding that no key and no suppression let go, where the request wanted them kept.
  public var found: [Diagnostic] { ledger.found }

  /// Where the time went, as a table for a person; nil where the request has no clock, or before the run.
  public private(set) var timing: String?

  /// Checks everything and returns what the run came to.
  public mutating func run() -> RunSummary {
    let books = request.clock.map { clock in plan.programs.map { _ in TimingBook(now: clock) } }
    let reading = books?.first?.tally()
    let reporting = books?.first?.tally()
    var source = PieceSource(plan.items)
    var open = ledger
    let crew = Crew<PlannedPiece, CheckedPiece>(
      threadLimit: request.threadLimit,
      next: { isStopped in
        reading?.begin()
        defer { reading?.lap(.read) }
        return source.next(until: isStopped)
      },
      makeWork: { [plan, request] in
        var checker = PieceChecker(plan, request) { books?[$0].tally() }
        return { piece, waitForTurn in checker.check(piece, waitForTurn: waitForTurn) }
      },
      take: { piece in
        reporting?.begin()
        defer { reporting?.lap(.report) }
        return open.take(piece)
      }
    )
    crew.run()
    self.crew = crew
    reporting?.begin()
    let summary = open.close()
    reporting?.lap(.report)
    ledger = open
    timing = books.map { books in
      zip(books, plan.programs).map { $0.sum.table(of: $1) }.joined(separator: "\n")
    }
    return summary
  }
}
