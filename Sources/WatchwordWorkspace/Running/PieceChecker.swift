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

  /// What is known of the layout of drafts.
  private let options: ReadingOptions
  /// Looks after approvals.
  private var approvals: ApprovalDesk
  /// Checks posts.
  private var checker: Checker
  /// What a piece comes to that holds nothing.
  private let nothing: CheckedPiece
  /// What the piece has come to so far.
  private var result: CheckedPiece

  /// Makes a checker of pieces.
  ///
  /// - Parameter tally: Where the time is told, if anybody wants to know.
  init(_ request: CheckRequest, program: Program, tally: CheckTally?) {
    options = request.reading
    approvals = ApprovalDesk(request, program: program)
    checker = Checker(program: program, options: request.options)
    checker.tally = tally
    nothing = CheckedPiece(
      calendar: CalendarWatch(program: program, options: request.options)
    )
    result = nothing
  }

  /// Checks a piece.
  ///
  /// - Parameter waitForTurn: Waits until all earlier pieces are reported.
  mutating func check(_ piece: Piece, waitForTurn: () -> Void) -> CheckedPiece {
    result = nothing
    checker.tally?.begin()
    do throws(FileProblem) {
      switch piece {
      case .file(let path):
        let stream = try FileSystem.open(path)
        try check(stream, path: path, waitForTurn: waitForTurn)
      case .opened(let stream, let start, let path):
        try check(stream, start: start, path: path, waitForTurn: waitForTurn)
      case .stored(let draft, let comparesPosts):
        try checkWhole(
          read(draft, comparesPosts: comparesPosts),
          path: draft.path,
          waitForTurn
        )
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
    } catch {
      result.problem = error
      result.endsFile = false
    }
    result.gathered = checker.takeGathered()
    return result
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
      checker.tally?.begin()
    }
    let draft = try ReadDraft(
      stream,
      start: start,
      path: path,
      options: options,
      tally: checker.tally
    )
    try checkWhole(draft, path: path, waitForTurn)
  }

  /// Reads a draft from git, with the posts that are asked for.
  private func read(
    _ draft: GitDrafts.Draft,
    comparesPosts: Bool
  ) throws(FileProblem) -> ReadDraft {
    guard let bytes = draft.bytes else {
      throw FileProblem(path: draft.path, reason: draft.problem ?? "it could not be read")
    }
    var read = try ReadDraft(bytes, path: draft.path, options: options)
    if comparesPosts, let earlier = draft.earlier {
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
      checker.tally?.lap(.decode)
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
    try approvals.verify(&reading.posts, path: path, waitForTurn)
    var findings = reading.problems
    if reading.posts.allSatisfy(\.text.isEmpty), findings.contains(where: { $0.severity == .error })
    {
      result.hasUncheckedText = true
    }
    findings += checker.check(reading.posts, path: path, in: source)
    approvals.explain(&findings, of: reading.posts, path: path, waitForTurn)
    result.postCount += reading.posts.count
    for post in reading.posts {
      result.calendar.add(post)
      if let range = post.idRange {
        result.ids.append(CheckedPiece.StatedID(reading: number, id: post.id, range: range))
      }
    }
    defer { checker.tally?.lap(.settle) }
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
