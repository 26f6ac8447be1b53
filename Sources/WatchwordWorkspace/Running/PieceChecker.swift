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
  /// Checks posts.
  private var checker: Checker
  /// What a piece comes to that holds nothing.
  private let nothing: CheckedPiece
  /// What the piece has come to so far.
  private var result: CheckedPiece

  /// Makes a checker of pieces.
  init(_ request: CheckRequest, program: Program) {
    options = request.reading
    checker = Checker(program: program, options: request.options)
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
    do throws(FileProblem) {
      switch piece {
      case .file(let path):
        let stream = try FileSystem.open(path)
        if stream.size > Self.largestAhead { waitForTurn() }
        checkWhole(try ReadDraft(stream, path: path, options: options), path: path)
      case .opened(let stream, let start, let path):
        if stream.size > Self.largestAhead { waitForTurn() }
        checkWhole(
          try ReadDraft(stream, start: start, path: path, options: options),
          path: path
        )
      case .stored(let draft, let comparesPosts):
        checkWhole(try read(draft, comparesPosts: comparesPosts), path: draft.path)
      case .lines(let batch, let path): check(batch, path: path)
      case .endOfLines(let path, let isEmpty):
        result.isOfStream = true
        result.endsFile = true
        // Nothing in the whole file is a finding of its own, which no single line can give.
        if isEmpty { checkWhole(try ReadDraft([], path: path, options: options), path: path) }
      case .unusable(let problem): throw problem
      }
    } catch {
      result.problem = error
    }
    result.gathered = checker.takeGathered()
    return result
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
  private mutating func checkWhole(_ draft: ReadDraft, path: String) {
    result.path = path
    result.source = .whole(draft.source)
    result.beginsFile = true
    result.endsFile = true
    check(
      draft.reading,
      number: 0,
      source: draft.source,
      path: path,
      holdsManyPosts: draft.holdsManyPosts
    )
  }

  /// Checks some lines of a stream.
  private mutating func check(_ batch: LineBatch, path: String) {
    result.isOfStream = true
    result.beginsFile = batch.baseOffset == 0
    result.path = path
    result.source = .lines(batch)
    let reader = JSONLinesReader(path: path, options: options)
    var number = 0
    batch.forEachLine { line in
      check(reader.read(line), number: number, source: line, path: path, holdsManyPosts: true)
      number += 1
    }
  }

  /// Checks the posts of a reading.
  private mutating func check(
    _ reading: DraftReading,
    number: Int,
    source: SourceText,
    path: String,
    holdsManyPosts: Bool
  ) {
    var findings = reading.problems
    if reading.posts.allSatisfy(\.text.isEmpty), findings.contains(where: { $0.severity == .error })
    {
      result.hasUncheckedText = true
    }
    findings += checker.check(reading.posts, path: path, in: source)
    result.postCount += reading.posts.count
    for post in reading.posts {
      result.calendar.add(post)
      if let range = post.idRange {
        result.ids.append(CheckedPiece.StatedID(reading: number, id: post.id, range: range))
      }
    }
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
