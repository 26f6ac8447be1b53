internal import WatchwordDrafts
internal import WatchwordEngine
internal import WatchwordText

/// A draft that was read whole.
struct ReadDraft {
  /// The posts and what is wrong with the draft's form.
  var reading: DraftReading
  /// The bytes it came from.
  var source: SourceText
  /// Its format.
  var format: DraftFormat

  /// The largest file that is read whole, in bytes: a calendar of many years is smaller.
  static let largestFile = 64 * 1_048_576
  /// The largest draft that is one post or one thread, in bytes: what is longer is no post.
  ///
  /// While it is checked, a long text takes some twenty times its size in memory.
  private static let largestDraft = 128 * 1_048_576

  /// Whether a finding must say which post it is about.
  var holdsManyPosts: Bool { format == .jsonLines || reading.posts.count > 1 }

  /// Reads a draft from an open file.
  ///
  /// - Parameters:
  ///   - start: What was read of the file before.
  ///   - path: The path that decides the format and that problems name.
  ///   - tally: Where the time is told, if anybody wants to know.
  init(
    _ stream: FileStream,
    start: [UInt8] = [],
    path: String,
    options: ReadingOptions,
    tally: CheckTally? = nil
  ) throws(FileProblem) {
    let format = try Self.format(of: path)
    let bytes = try stream.readAll(limit: Self.limit(of: format), behind: start)
    tally?.lap(.read)
    self.init(bytes, path: path, format: format, options: options)
    tally?.lap(.decode)
  }

  /// Reads a draft whose bytes are at hand; its format decides how large it may be.
  init(_ bytes: [UInt8], path: String, options: ReadingOptions) throws(FileProblem) {
    let format = try Self.format(of: path)
    let limit = Self.limit(of: format)
    guard bytes.count <= limit else {
      throw FileProblem(path: path, reason: "it is larger than \(limit / 1_048_576) MiB")
    }
    self.init(bytes, path: path, format: format, options: options)
  }

  /// Reads bytes of which size and format are known to do.
  private init(_ bytes: [UInt8], path: String, format: DraftFormat, options: ReadingOptions) {
    source = SourceText(file: bytes)
    reading = DraftReader.read(source, path: path, format: format, options: options)
    self.format = format
  }

  /// The format that a path's ending stands for.
  static func format(of path: String) throws(FileProblem) -> DraftFormat {
    guard let format = DraftFormat.of(path: path) else {
      throw FileProblem(
        path: path,
        reason: "its ending is not one of \(DraftFormat.pathExtensions.joined(separator: ", "))"
      )
    }
    return format
  }

  /// The largest draft of a format, in bytes.
  private static func limit(of format: DraftFormat) -> Int {
    switch format {
    case .csv, .json, .jsonLines: largestFile
    case .plainText, .markdown: largestDraft
    }
  }
}
