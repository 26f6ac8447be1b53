internal import WatchwordDrafts
internal import WatchwordText

/// Cuts what a run is asked to check into pieces, in the order in which it is reported.
///
/// Files are only named here, so that the threads that check them open them. A draft in JSON Lines is
/// cut into batches, so that a stream of any length needs constant memory.
struct PieceSource {
  /// What to check.
  private let request: CheckRequest
  /// Paths that nobody has looked at.
  private var paths: ArraySlice<String>
  /// What the last of the paths leads to.
  private var finder: DraftFinder?
  /// The stream that is being cut, and its path.
  private var stream: (batches: LineBatches, path: String)?
  /// The next draft of git.
  private var stored = 0

  /// Makes a source of everything that a request asks for.
  init(_ request: CheckRequest) {
    self.request = request
    paths = request.gitDrafts == nil ? request.paths[...] : []
  }

  /// The next piece; nil once everything was given.
  ///
  /// - Parameter isUnwanted: Asked while a stream gives nothing; once true, the stream counts as ended.
  mutating func next(until isUnwanted: () -> Bool = { false }) -> Piece? {
    if let (batches, path) = stream { return lines(of: batches, path: path, until: isUnwanted) }
    if let git = request.gitDrafts, stored < git.drafts.count {
      stored += 1
      return .stored(git.drafts[stored - 1], comparesPosts: git.comparesPosts)
    }
    while true {
      switch finder?.next() {
      case .draft(let path): return file(path, until: isUnwanted)
      case .problem(let problem): return .unusable(problem)
      case nil: finder = nil
      }
      guard let path = paths.popFirst() else { return nil }
      if path == "-" { return standardInput(as: request.standardInputPath, until: isUnwanted) }
      finder = DraftFinder(path)
    }
  }

  /// The first piece of a file.
  private mutating func file(_ path: String, until isUnwanted: () -> Bool) -> Piece {
    guard DraftFormat.of(path: path) == .jsonLines else { return .file(path: path) }
    do throws(FileProblem) {
      return try begin(FileSystem.open(path), path: path, until: isUnwanted)
    } catch {
      return .unusable(error)
    }
  }

  /// The first piece of standard input.
  private mutating func standardInput(
    as path: String,
    until isUnwanted: () -> Bool
  ) -> Piece {
    let stream = FileStream.standardInput(as: path)
    guard DraftFormat.of(path: path) == .jsonLines else {
      return .opened(stream, start: [], path: path)
    }
    do throws(FileProblem) {
      return try begin(stream, path: path, until: isUnwanted)
    } catch {
      return .unusable(error)
    }
  }

  /// The first piece of JSON Lines.
  private mutating func begin(
    _ stream: FileStream,
    path: String,
    until isUnwanted: () -> Bool
  ) throws(FileProblem) -> Piece {
    var batches = LineBatches(stream, limit: JSONLinesReader.defaultLineLimit)
    let start = try batches.start(until: isUnwanted)
    // No byte ends a line of UTF-16, so such a file is read whole.
    if UTF16File.ByteOrder(mark: start) != nil {
      return .opened(stream, start: start, path: path)
    }
    return lines(of: batches, path: path, until: isUnwanted)
  }

  /// The next lines of a stream, or its end.
  private mutating func lines(
    of batches: LineBatches,
    path: String,
    until isUnwanted: () -> Bool
  ) -> Piece {
    var batches = batches
    stream = nil
    do throws(FileProblem) {
      guard let batch = try batches.next(until: isUnwanted) else {
        return .endOfLines(path: path, isEmpty: !batches.hasContent)
      }
      stream = (batches, path)
      return .lines(batch, path: path)
    } catch {
      return .unusable(error)
    }
  }
}
