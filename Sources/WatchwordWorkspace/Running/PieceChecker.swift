internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordEngine
internal import WatchwordReports
internal import WatchwordText

/// Reads and checks pieces, one after the other; every thread has its own.
struct PieceChecker {
  /// The largest file that is read before all earlier ones are reported, in bytes.
  ///
  /// Larger ones wait for their turn, so that only one of them is in memory at a time.
  private static let largestAhead = 4 * 1_048_576

  /// What to check.
  private let plan: CheckPlan
  /// How.
  private let request: CheckRequest
  /// Gives what time is told to, by the number of the program.
  private let tally: (Int) -> CheckTally?
  /// Check posts, by the numbers of their programs; each is made when it is needed, and the one at
  /// work is ``checker``.
  private var checkers: [Checker?]
  /// Watches that have seen nothing, by the numbers of profiles.
  private var calendars: [CalendarWatch?]
  /// Desks for approvals, by the numbers of profiles.
  private var desks: [ApprovalDesk?]
  /// Looks after approvals of the piece at hand.
  private var approvals: ApprovalDesk?
  /// Checks posts of the piece at hand.
  private var checker: Checker?
  /// The number of the program that ``checker`` is for.
  private var checkedProgram: Int?
  /// What is known of the layout of the draft at hand.
  private var options = ReadingOptions()
  /// What the piece has come to so far.
  private var result = CheckedPiece()

  /// Makes a checker of pieces.
  ///
  /// - Parameter tally: Gives what the time with the program of a number is told to, if anybody
  ///   wants to know.
  init(_ plan: CheckPlan, _ request: CheckRequest, tally: @escaping (Int) -> CheckTally?) {
    self.plan = plan
    self.request = request
    self.tally = tally
    checkers = Array(repeating: nil, count: plan.programs.count)
    calendars = Array(repeating: nil, count: plan.profiles.count)
    desks = Array(repeating: nil, count: plan.profiles.count)
  }

  /// Checks a piece.
  ///
  /// - Parameter waitForTurn: Waits until all earlier pieces are reported.
  mutating func check(_ planned: PlannedPiece, waitForTurn: () -> Void) -> CheckedPiece {
    guard let number = planned.profile else {
      if case .unusable(let problem) = planned.piece { result.problem = problem }
      return takeResult()
    }
    let profile = plan.profiles[number]
    begin(profile, number: number)
    result.profile = number
    do throws(FileProblem) {
      try check(planned.piece, waitForTurn: waitForTurn)
    } catch {
      result.problem = error
      result.endsFile = false
    }
    if let gathered = checker?.takeGathered() { result.gathered = gathered }
    desks[number] = approvals
    return takeResult()
  }

  /// What the piece at hand has come to; the next one starts with nothing.
  private mutating func takeResult() -> CheckedPiece {
    var taken = CheckedPiece()
    swap(&taken, &result)
    return taken
  }

  /// Turns to a piece to which a profile applies.
  private mutating func begin(_ profile: CheckProfile, number: Int) {
    let program = plan.programs[profile.program]
    let outside = CheckOptions(
      asOf: request.asOf,
      context: profile.context,
      // The run drops what is said alone, but for a baseline that wants to know of all.
      asksUnaccompanied: request.remembersFindings,
      unheardRules: profile.severities.offRules
    )
    if checkedProgram != profile.program {
      // Handed over and not copied: the memory behind a checker must have one owner.
      if let checkedProgram { checkers[checkedProgram] = checker.take() }
      checker = checkers[profile.program].take()
      checkedProgram = profile.program
    }
    if checker == nil {
      checker = Checker(program: program, options: outside)
      checker?.tally = tally(profile.program)
    }
    checker?.options = outside
    checker?.tally?.begin()
    options = profile.reading
    approvals =
      desks[number]
      ?? ApprovalDesk(request.signatures, program: program, options: outside, reading: options)
    if calendars[number] == nil {
      calendars[number] = CalendarWatch(program: program, options: outside)
    }
    result.calendar = calendars[number]
  }

  /// Checks the content of a piece.
  private mutating func check(_ piece: Piece, waitForTurn: () -> Void) throws(FileProblem) {
    switch piece {
    case .file(let path):
      let stream = try FileSystem.open(path)
      try check(stream, path: path, waitForTurn: waitForTurn)
    case .opened(let stream, let start, let path):
      try check(stream, start: start, path: path, waitForTurn: waitForTurn)
    case .stored(let draft): try checkWhole(read(draft), path: draft.path, waitForTurn)
    case .lines(let batch, let path): try check(batch, path: path, waitForTurn)
    case .endOfLines(let path, let isEmpty):
      result.isOfStream = true
      result.endsFile = true
      // Nothing in the whole file is a finding of its own, which no single line can give.
      if isEmpty {
        try checkWhole(ReadDraft([], path: path, options: options), path: path, waitForTurn)
      }
    case .unusable(let problem): throw problem
    }
  }

  /// Reads and checks a draft in an open file.
  private mutating func check(
    _ stream: FileStream,
    start: [UInt8] = [],
    path: String,
    waitForTurn: () -> Void
  ) throws(FileProblem) {
    if stream.size > Self.largestAhead {
      waitForTurn()
      checker?.tally?.begin()
    }
    let draft = try ReadDraft(
      stream,
      start: start,
      path: path,
      options: options,
      tally: checker?.tally
    )
    try checkWhole(draft, path: path, waitForTurn)
  }

  /// Reads a draft from git, with the posts that are asked for.
  private func read(_ draft: GitDrafts.Draft) throws(FileProblem) -> ReadDraft {
    guard let bytes = draft.bytes else {
      throw FileProblem(path: draft.path, reason: draft.problem ?? "it could not be read")
    }
    var read = try ReadDraft(bytes, path: draft.path, options: options)
    if plan.comparesPosts, let earlier = draft.earlier {
      let before = DraftReader.read(
        SourceText(file: earlier),
        path: draft.path,
        format: read.format,
        options: options
      )
      ChangedPosts.keep(in: &read.reading, since: before)
    }
    return read
  }

  /// Checks a draft that was read whole.
  private mutating func checkWhole(
    _ draft: ReadDraft,
    path: String,
    _ waitForTurn: () -> Void
  ) throws(FileProblem) {
    result.path = path
    result.source = .whole(draft.source)
    result.beginsFile = true
    result.endsFile = true
    try check(
      draft.reading,
      number: 0,
      source: draft.source,
      path: path,
      holdsManyPosts: draft.holdsManyPosts,
      waitForTurn
    )
  }

  /// Checks some lines of a stream.
  private mutating func check(
    _ batch: LineBatch,
    path: String,
    _ waitForTurn: () -> Void
  ) throws(FileProblem) {
    result.isOfStream = true
    result.beginsFile = batch.baseOffset == 0
    result.path = path
    result.source = .lines(batch)
    let reader = JSONLinesReader(path: path, options: options)
    var number = 0
    var problem: FileProblem?
    batch.forEachLine { line in
      guard problem == nil else { return }
      let reading = reader.read(line)
      checker?.tally?.lap(.decode)
      do throws(FileProblem) {
        try check(
          reading,
          number: number,
          source: line,
          path: path,
          holdsManyPosts: true,
          waitForTurn
        )
      } catch {
        problem = error
      }
      number += 1
    }
    if let problem { throw problem }
  }

  /// Checks the posts of a reading.
  private mutating func check(
    _ reading: DraftReading,
    number: Int,
    source: SourceText,
    path: String,
    holdsManyPosts: Bool,
    _ waitForTurn: () -> Void
  ) throws(FileProblem) {
    var reading = reading
    try approvals?.verify(&reading.posts, path: path, waitForTurn)
    var findings = reading.problems
    if reading.posts.allSatisfy({ $0.text.isEmpty }),
      findings.contains(where: { $0.severity == .error })
    {
      result.hasUncheckedText = true
    }
    findings += checker?.check(reading.posts, path: path, in: source) ?? []
    approvals?.explain(&findings, of: reading.posts, path: path, waitForTurn)
    result.postCount += reading.posts.count
    for post in reading.posts {
      result.calendar?.add(post)
      if let range = post.idRange {
        result.ids.append(CheckedPiece.StatedID(reading: number, id: post.id, range: range))
      }
    }
    defer { checker?.tally?.lap(.settle) }
    guard !findings.isEmpty else { return }
    result.readings.append(
      CheckedPiece.Reading(
        number: number,
        problemCount: reading.problems.count,
        findings: FileFindings(
          path: path,
          source: source,
          diagnostics: findings,
          holdsManyPosts: holdsManyPosts
        )
      )
    )
  }
}
