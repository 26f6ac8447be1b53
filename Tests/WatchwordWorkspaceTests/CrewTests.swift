import Testing

@testable import WatchwordWorkspace

/// Threads that work on pieces and hand over outcomes in order.
@Suite struct CrewTests {
  /// Numbers that several threads count up.
  private final class Counter: @unchecked Sendable {
    private let lock = Lock()
    private var value = 0
    private(set) var highest = 0
    /// Adds and returns the sum.
    @discardableResult func add(_ more: Int) -> Int {
      lock.lock()
      defer { lock.unlock() }
      value += more
      highest = max(highest, value)
      return value
    }
  }

  /// The outcomes of `count` pieces, taken until `last` of them have come.
  private func run(threads: Int, count: Int, until last: Int = .max) -> [Int] {
    var given = 0
    var taken: [Int] = []
    let crew = Crew<Int, Int>(
      threadLimit: threads,
      next: { _ in
        guard given < count else { return nil }
        given += 1
        return given
      },
      makeWork: {
        { piece, waitForTurn in
          // Pieces end in another order than they begin.
          if piece % 7 == 0 { waitForTurn() }
          return (0..<(piece * 7919) % 400).reduce(piece) { sum, _ in sum &* 1 }
        }
      },
      take: { outcome in
        taken.append(outcome)
        return taken.count < last
      }
    )
    crew.run()
    return taken
  }

  @Test("Outcomes come in the order of the pieces, each once", arguments: [1, 2, 3, 5, 16])
  func order(threads: Int) {
    for count in [0, 1, 2, 3, 100, 2_000] {
      #expect(run(threads: threads, count: count) == Array((1...2_000).prefix(count)))
    }
  }

  @Test("However many pieces there were, the next goes no deeper", arguments: [1, 2])
  func manyPieces(threads: Int) {
    // A stack holds 8 MiB, which a frame for each earlier piece would overflow.
    #expect(run(threads: threads, count: 300_000).count == 300_000)
  }

  @Test("A refused outcome is the last", arguments: [1, 2, 5])
  func refusal(threads: Int) {
    #expect(run(threads: threads, count: 10_000, until: 3) == [1, 2, 3])
  }

  @Test("No more pieces are given than their outcomes may wait for", arguments: [1, 2, 5])
  func room(threads: Int) {
    let outstanding = Counter()
    var given = 0
    let crew = Crew<Int, Int>(
      threadLimit: threads,
      next: { _ in
        guard given < 1_000 else { return nil }
        given += 1
        outstanding.add(1)
        return given
      },
      makeWork: { { piece, _ in piece } },
      take: { _ in
        outstanding.add(-1)
        return true
      }
    )
    crew.run()
    #expect(outstanding.highest <= 4 * threads + 1)
    #expect(outstanding.add(0) == 0)
  }

  @Test("Work on one piece needs no second thread")
  func onePiece() {
    let made = Counter()
    var pieces = [1]
    let crew = Crew<Int, Int>(
      threadLimit: 8,
      next: { _ in pieces.popLast() },
      makeWork: {
        made.add(1)
        return { piece, _ in piece }
      },
      take: { _ in true }
    )
    crew.run()
    #expect(made.highest == 1)
  }
}
