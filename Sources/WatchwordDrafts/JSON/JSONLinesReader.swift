public import WatchwordText

/// Reads posts from JSON Lines, so that a long file can be read a few lines at a time.
///
/// Each line that is not blank holds an object: `text`, a string, is the post, or else another key
/// that usually holds one; `id` is a string or number; the keys of ``ContextKey`` give its context;
/// other keys are ignored, because exports carry many. A line that cannot be read is reported and the next is tried. One reader serves any
/// number of lines and threads.
public struct JSONLinesReader: Sendable {
  /// The longest line that is read when nobody says otherwise, in bytes.
  public static let defaultLineLimit = 1 << 20

  /// The path of the draft as the user wrote it.
  public let path: String
  /// The longest line that is read, in bytes; a longer one is reported.
  public let lineLimit: Int
  /// The id of posts that have none.
  private let defaultID: String
  /// The keys that make a context.
  private let keys: ContextKeyTable
  /// Where the words of posts stand, if that is known.
  private let textPath: JSONPath?

  /// Makes a reader for the draft at `path`; keys in `extraKeys` are kept in the context, too.
  public init(
    path: String,
    lineLimit: Int = JSONLinesReader.defaultLineLimit,
    extraKeys: [String] = [],
    options: ReadingOptions = ReadingOptions()
  ) {
    keys = ContextKeyTable(extra: extraKeys)
    textPath = options.jsonText
    self.path = path
    self.lineLimit = lineLimit
    self.defaultID = DraftName(path: path).stem
  }

  /// Reads one line, or several whole ones, whose place in the file `source` knows.
  ///
  /// Lines end at LF alone: a lone CR is white space in JSON.
  public func read(_ source: SourceText) -> DraftReading {
    var problems = DraftProblems(path: path)
    var posts: [Post] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      guard
        !EncodingCheck.isUTF16(bytes, baseOffset: source.baseOffset, problems: &problems)
      else { return }
      var start = EncodingCheck.markLength(bytes, baseOffset: source.baseOffset)
      while start < bytes.count {
        let end = ByteWords.firstIndex(of: 0x0A, in: bytes, from: start) ?? bytes.count
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        read(line, baseOffset: source.baseOffset + start, into: &posts, problems: &problems)
        start = end + 1
      }
    }
    DatedKeys.report(in: posts, &problems)
    return DraftReading(posts: posts, problems: problems.diagnostics)
  }

  /// Reads one line.
  private func read(
    _ line: UnsafeBufferPointer<UInt8>,
    baseOffset: Int,
    into posts: inout [Post],
    problems: inout DraftProblems
  ) {
    guard line.count <= lineLimit else {
      problems.report(
        "line-too-long",
        at: SourceRange(baseOffset, baseOffset + line.count),
        "this line is longer than \(lineLimit) bytes, so it was not checked",
        advice: "Check that each post stands on its own line."
      )
      return
    }
    var scanner = JSONScanner(line)
    scanner.skipSpace()
    guard scanner.next != nil,
      EncodingCheck.passes(line, baseOffset: baseOffset, problems: &problems)
    else { return }
    do throws(JSONMistake) {
      if let textPath {
        try read(textPath, &scanner, baseOffset: baseOffset, into: &posts, problems: &problems)
        return
      }
      var object = JSONPost(keys: keys, baseOffset: baseOffset, path: path)
      try object.read(&scanner)
      object.finish(defaultID: defaultID, into: &posts, problems: &problems)
    } catch {
      problems.report(
        error.kind == .tooDeep ? "nesting-too-deep" : "json",
        at: SourceRange(baseOffset + error.range.lowerBound, baseOffset + error.range.upperBound),
        error.kind.message,
        advice: error.kind.advice
      )
    }
  }

  /// Reads the posts that a path leads to on one line.
  private func read(
    _ textPath: JSONPath,
    _ scanner: inout JSONScanner,
    baseOffset: Int,
    into posts: inout [Post],
    problems: inout DraftProblems
  ) throws(JSONMistake) {
    var walk = JSONWalk(textPath, keys: keys, baseOffset: baseOffset, draft: path) { _ in
      defaultID
    }
    defer {
      posts += walk.posts
      problems.add(walk.problems.diagnostics)
    }
    try walk.read(&scanner)
    scanner.skipSpace()
    guard scanner.next == nil else { throw scanner.mistake(.trailingText) }
  }
}
