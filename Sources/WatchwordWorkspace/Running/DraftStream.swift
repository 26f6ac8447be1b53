internal import WatchwordDrafts
internal import WatchwordText

/// Reads the posts of a draft: whole, or line by line where its format is a stream.
struct DraftStream {
  /// The largest file that is read whole, in bytes: a calendar of many years is smaller.
  static let largestFile = 64 * 1_048_576
  /// The largest draft that is one post or one thread, in bytes: what is longer is no post.
  private static let largestDraft = 8 * 1_048_576
  /// How much of a stream is read at once, in bytes.
  private static let pieceSize = 1 << 18

  /// Reads a draft whose bytes are at hand; its format decides how large it may be.
  static func read(
    _ bytes: [UInt8],
    path: String
  ) throws(FileProblem) -> (reading: DraftReading, source: SourceText, format: DraftFormat) {
    let format = try format(of: path)
    let limit =
      switch format {
      case .csv, .json, .jsonLines: largestFile
      case .plainText, .markdown: largestDraft
      }
    guard bytes.count <= limit else {
      throw FileProblem(path: path, reason: "it is larger than \(limit / 1_048_576) MiB")
    }
    let source = SourceText(bytes)
    try refuseWideCharacters(source, path: path, format: format)
    return (DraftReader.read(source, path: path, format: format), source, format)
  }

  /// The format that a path's ending stands for.
  private static func format(of path: String) throws(FileProblem) -> DraftFormat {
    guard let format = DraftFormat.of(path: path) else {
      throw FileProblem(
        path: path,
        reason: "its ending is not one of \(DraftFormat.pathExtensions.joined(separator: ", "))"
      )
    }
    return format
  }

  /// Refuses a table in UTF-16, which could be read, but reports count lines and columns in UTF-8 alone.
  private static func refuseWideCharacters(
    _ source: SourceText,
    path: String,
    format: DraftFormat
  ) throws(FileProblem) {
    guard format == .csv,
      source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF])
    else { return }
    throw FileProblem(path: path, reason: "it is saved as UTF-16; save it as CSV in UTF-8")
  }

  /// Calls `body` with each reading of a draft and the bytes it came from; a false result stops.
  ///
  /// JSON Lines give a reading for each line, so that a stream of any length needs constant memory.
  ///
  /// - Parameter path: The path that decides the format and that problems name.
  static func read(
    _ stream: FileStream,
    path: String,
    _ body: (DraftReading, SourceText, DraftFormat) -> Bool
  ) throws(FileProblem) {
    let format = try format(of: path)
    guard format == .jsonLines else {
      let source = SourceText(
        try stream.readAll(limit: format == .csv || format == .json ? largestFile : largestDraft)
      )
      try refuseWideCharacters(source, path: path, format: format)
      _ = body(DraftReader.read(source, path: path, format: format), source, format)
      return
    }
    var buffer: [UInt8] = []
    var splitter = LineSplitter(limit: JSONLinesReader.defaultLineLimit)
    let reader = JSONLinesReader(path: path)
    var goesOn = true
    var isEmpty = true
    while goesOn {
      let isLast = try stream.read(pieceSize, into: &buffer) == 0
      splitter.forEachLine(of: &buffer, isLast: isLast) { source in
        guard goesOn else { return }
        let reading = reader.read(source)
        if !reading.posts.isEmpty || !reading.problems.isEmpty { isEmpty = false }
        goesOn = body(reading, source, format)
      }
      if isLast { break }
    }
    if isEmpty {
      // Nothing in the whole file is a finding of its own, which no single line can give.
      let source = SourceText([])
      _ = body(DraftReader.read(source, path: path, format: format), source, format)
    }
  }
}
