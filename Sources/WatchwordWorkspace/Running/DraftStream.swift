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
    path: String,
    options: ReadingOptions = ReadingOptions()
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
    let source = SourceText(file: bytes)
    let reading = DraftReader.read(source, path: path, format: format, options: options)
    return (reading, source, format)
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

  /// Calls `body` with each reading of a draft and the bytes it came from; a false result stops.
  ///
  /// JSON Lines give a reading for each line, so that a stream of any length needs constant memory.
  ///
  /// - Parameter path: The path that decides the format and that problems name.
  static func read(
    _ stream: FileStream,
    path: String,
    options: ReadingOptions = ReadingOptions(),
    _ body: (DraftReading, SourceText, DraftFormat) -> Bool
  ) throws(FileProblem) {
    let format = try format(of: path)
    var buffer: [UInt8] = []
    if format == .jsonLines {
      while buffer.count < 2, try stream.read(pieceSize, into: &buffer) > 0 {}
    }
    // No byte ends a line of UTF-16, so such a file is read whole, too.
    guard format == .jsonLines, UTF16File.ByteOrder(mark: buffer) == nil else {
      let isOnePost = format == .plainText || format == .markdown
      try stream.readAll(limit: isOnePost ? largestDraft : largestFile, into: &buffer)
      let source = SourceText(file: buffer)
      _ = body(
        DraftReader.read(source, path: path, format: format, options: options),
        source,
        format
      )
      return
    }
    var splitter = LineSplitter(limit: JSONLinesReader.defaultLineLimit)
    let reader = JSONLinesReader(path: path, options: options)
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
