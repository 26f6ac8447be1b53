/// Works on pieces with several threads and takes what becomes of them in the order of the pieces.
///
/// Every thread does the same: it asks for the next piece, works on it, leaves the outcome in its
/// place, and takes whatever outcomes are now next in order. No thread reads or writes for the
/// others, so work that ends soon is done by the calling thread alone. How many threads there are
/// and how fast each is decides nothing but the time: pieces are asked for one after the other, and
/// taken one after the other in the same order.
final class Crew<Piece, Outcome>: @unchecked Sendable {
  /// Works on one piece; the closure it is given waits until all earlier pieces are taken.
  typealias Work = (_ piece: Piece, _ waitForTurn: () -> Void) -> Outcome

  /// The most threads, the calling one included; nil for as many as there are processors.
  private var threadLimit: Int?
  /// Gives the next piece; called by one thread at a time, and told whether nobody wants any more.
  private let next: (_ isStopped: () -> Bool) -> Piece?
  /// Makes what one thread works with; called on that thread.
  private let makeWork: () -> Work
  /// Takes an outcome; called by one thread at a time, in order. False ends the work.
  private let take: (Outcome) -> Bool

  /// Held while a piece is asked for.
  private let input = Lock()
  /// The number of the next piece; behind ``input``, as are the two below.
  private var nextNumber = 0
  /// Whether there are no more pieces.
  private var hasEnded = false
  /// The threads that were started.
  private var helpers: [Thread] = []

  /// Held while outcomes are put in order; waited for by threads that are ahead.
  private let order = Lock()
  /// Outcomes that wait for an earlier one, by number; behind ``order``, as are the three below.
  private var waiting: [Int: Outcome] = [:]
  /// The number of the next outcome to take.
  private var nextTaken = 0
  /// Whether a thread is taking an outcome.
  private var isTaking = false
  /// Whether nobody wants any more outcomes.
  private var isStopped = false
  /// What threads have worked with, kept as long as the crew; behind ``order``.
  ///
  /// A process that ends while it still has its crew is spared taking all that memory apart.
  private var finishedWork: [Work] = []

  /// Makes a crew.
  init(
    threadLimit: Int?,
    next: @escaping (_ isStopped: () -> Bool) -> Piece?,
    makeWork: @escaping () -> Work,
    take: @escaping (Outcome) -> Bool
  ) {
    self.threadLimit = threadLimit
    self.next = next
    self.makeWork = makeWork
    self.take = take
  }

  /// Does all the work; returns once every outcome was taken or one was refused.
  func run() {
    workUntilEnd()
    // No helper starts another once the input has ended, which it has for this thread.
    for helper in helpers { helper.join() }
  }

  /// Whether nobody wants any more outcomes.
  private var hasStopped: Bool {
    order.lock()
    defer { order.unlock() }
    return isStopped
  }

  /// One thread's work, from its first piece to the end of the input.
  private func workUntilEnd() {
    var next = nextPiece()
    guard next != nil else { return }
    // Made once and never stored again: a closure of a generic type that is put into a variable is
    // wrapped anew each time, so that the thousandth piece would go through a thousand wrappers.
    let work = makeWork()
    while let (number, piece) = next {
      deliver(work(piece) { self.waitForTurn(number) }, number: number)
      next = nextPiece()
    }
    order.lock()
    finishedWork.append(work)
    order.unlock()
  }

  /// The next piece, once there is room for its outcome; nil at the end.
  private func nextPiece() -> (number: Int, piece: Piece)? {
    input.lock()
    defer { input.unlock() }
    guard !hasEnded, waitForRoom(nextNumber), let piece = next({ hasStopped }) else {
      hasEnded = true
      return nil
    }
    let number = nextNumber
    nextNumber += 1
    // The first piece may be the only one.
    if number > 0 { startHelper() }
    return (number, piece)
  }

  /// Starts one more thread where there may be more.
  private func startHelper() {
    let limit = threadLimit ?? Thread.processorCount
    threadLimit = limit
    guard helpers.count + 1 < limit, let helper = Thread({ self.workUntilEnd() }) else { return }
    helpers.append(helper)
  }

  /// Waits until few enough outcomes are outstanding, so that memory is bounded; false where the work has stopped.
  private func waitForRoom(_ number: Int) -> Bool {
    order.lock()
    defer { order.unlock() }
    while !isStopped, number - nextTaken >= 4 * (helpers.count + 1) { order.wait() }
    return !isStopped
  }

  /// Waits until all earlier outcomes were taken.
  private func waitForTurn(_ number: Int) {
    order.lock()
    while !isStopped, nextTaken < number { order.wait() }
    order.unlock()
  }

  /// Leaves an outcome in its place and takes those that are next in order, unless a thread is at it.
  private func deliver(_ outcome: Outcome, number: Int) {
    order.lock()
    defer { order.unlock() }
    var ready: Outcome? = outcome
    if isTaking || number != nextTaken {
      waiting[number] = outcome
      ready = nil
    }
    while !isTaking, !isStopped, let outcome = ready ?? waiting.removeValue(forKey: nextTaken) {
      ready = nil
      isTaking = true
      order.unlock()
      let goesOn = take(outcome)
      order.lock()
      isTaking = false
      nextTaken += 1
      if !goesOn { isStopped = true }
      order.wakeAll()
    }
  }
}
