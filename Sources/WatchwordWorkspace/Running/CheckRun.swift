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

  /// Checks everything and returns what the run came to.
  public mutating func run() -> RunSummary {
    var source = PieceSource(request)
    var open = ledger
    let crew = Crew<Piece, CheckedPiece>(
      threadLimit: request.threadLimit,
      next: { isStopped in source.next(until: isStopped) },
      makeWork: { [request, program] in
        var checker = PieceChecker(request, program: program)
        return { piece, waitForTurn in checker.check(piece, waitForTurn: waitForTurn) }
      },
      take: { open.take($0) }
    )
    crew.run()
    let summary = open.close()
    ledger = open
    return summary
  }
}
