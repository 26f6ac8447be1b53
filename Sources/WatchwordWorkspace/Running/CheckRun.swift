public import WatchwordDiagnostics
public import WatchwordEngine
public import WatchwordReports

/// Checks drafts from files, standard input and git, and reports as it goes.
///
/// Several threads read and check; the report comes in the order of the input and is the same
/// whatever their number.
public struct CheckRun {
  /// What to check.
  private let request: CheckRequest
  /// The rules.
  private let program: Program
  /// Takes what is found, in order.
  private var ledger: RunLedger

  /// Makes a run.
  ///
  /// - Parameter sink: Takes output in pieces, from one thread at a time; returns false where nobody
  ///   reads it any more.
  public init(
    _ request: CheckRequest,
    program: Program,
    reporter: any Reporter,
    sink: @escaping ([UInt8]) -> Bool
  ) {
    self.request = request
    self.program = program
    ledger = RunLedger(request, program: program, reporter: reporter, sink: sink)
  }

  /// Every finding that no key and no suppression let go, where the request wanted them kept.
  public var found: [Diagnostic] { ledger.found }

  /// Where the time went, as a table for a person; nil where the request has no clock, or before the run.
  public private(set) var timing: String?

  /// Checks everything and returns what the run came to.
  public mutating func run() -> RunSummary {
    let book = request.clock.map { TimingBook(now: $0) }
    let reading = book?.tally()
    let reporting = book?.tally()
    var source = PieceSource(request)
    var open = ledger
    let crew = Crew<Piece, CheckedPiece>(
      threadLimit: request.threadLimit,
      next: { isStopped in
        reading?.begin()
        defer { reading?.lap(.read) }
        return source.next(until: isStopped)
      },
      makeWork: { [request, program] in
        var checker = PieceChecker(request, program: program, tally: book?.tally())
        return { piece, waitForTurn in checker.check(piece, waitForTurn: waitForTurn) }
      },
      take: { piece in
        reporting?.begin()
        defer { reporting?.lap(.report) }
        return open.take(piece)
      }
    )
    crew.run()
    reporting?.begin()
    let summary = open.close()
    reporting?.lap(.report)
    ledger = open
    timing = book?.sum.table(of: program)
    return summary
  }
}
