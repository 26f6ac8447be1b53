internal import WatchwordDrafts
internal import WatchwordText

/// Cuts what a run is asked to check into pieces, in the order in which it is reported.
///
/// Files are only named here, so that the threads that check them open them. A draft in JSON Lines is
/// cut into batches, so that a stream of any length needs constant memory.
struct PieceSource {
  /// What nobody has looked at.
  private var items: ArraySlice<CheckPlan.Item>
  /// The stream that is being cut, its path and the number of its profile.
  private var stream: (batches: LineBatches, path: String, profile: Int)?

  /// Makes a source of everything that a plan holds.
  init(_ items: [CheckPlan.Item]) {
    self.items = items[...]
  }

  /// The next piece; nil once everything was given.
  ///
  /// - Parameter isUnwanted: Asked while a stream gives nothing; once true, the stream counts as ended.
  mutating func next(until isUnwanted: () -> Bool = { false }) -> PlannedPiece? {
    if let (batches, path, profile) = stream {
      stream = nil
      return PlannedPiece(
        piece: lines(of: batches, path: path, profile: profile, until: isUnwanted),
        profile: profile
      )
    }
    guard let item = items.popFirst() else { return nil }
    switch item {
    case .file(let path, let profile):
      return PlannedPiece(
        piece: file(path, profile: profile, until: isUnwanted),
        profile: profile
      )
    case .standardInput(let path, let profile):
      return PlannedPiece(
        piece: standardInput(as: path, profile: profile, until: isUnwanted),
        profile: profile
      )
    case .stored(let draft, let profile):
      return PlannedPiece(piece: .stored(draft), profile: profile)
    case .unusable(let problem): return PlannedPiece(piece: .unusable(problem))
    }
  }

  /// The first piece of a file.
  private mutating func file(
    _ path: String,
    profile: Int,
    until isUnwanted: () -> Bool
  ) -> Piece {
    guard DraftFormat.of(path: path) == .jsonLines else { return .file(path: path) }
    do throws(FileProblem) {
      return try begin(FileSystem.open(path), path: path, profile: profile, until: isUnwanted)
    } catch {
      return .unusable(error)
    }
  }

  /// The first piece of standard input.
  private mutating func standardInput(
    as path: String,
    profile: Int,
    until isUnwanted: () -> Bool
  ) -> Piece {
    let stream = FileStream.standardInput(as: path)
    guard DraftFormat.of(path: path) == .jsonLines else {
      return .opened(stream, start: [], path: path)
    }
    do throws(FileProblem) {
      return try begin(stream, path: path, profile: profile, until: isUnwanted)
    } catch {
      return .unusable(error)
    }
  }

  /// The first piece of JSON Lines.
  private mutating func begin(
    _ stream: FileStream,
    path: String,
    profile: Int,
    until isUnwanted: () -> Bool
  ) throws(FileProblem) -> Piece {
    var batches = LineBatches(stream, limit: JSONLinesReader.defaultLineLimit)
    let start = try batches.start(until: isUnwanted)
    // No byte ends a line of UTF-16, so such a file is read whole.
    if UTF16File.ByteOrder(mark: start) != nil {
      return .opened(stream, start: start, path: path)
    }
    return lines(of: batches, path: path, profile: profile, until: isUnwanted)
  }

  /// The next lines of a stream, or its end.
  private mutating func lines(
    of batches: LineBatches,
    path: String,
    profile: Int,
    until isUnwanted: () -> Bool
  ) -> Piece {
    var batches = batches
    do throws(FileProblem) {
      guard let batch = try batches.next(until: isUnwanted) else {
        return .endOfLines(path: path, isEmpty: !batches.hasContent)
      }
      stream = (batches, path, profile)
      return .lines(batch, path: path)
    } catch {
      return .unusable(error)
    }
  }
}
