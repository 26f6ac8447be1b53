public import WatchwordText

/// Carries ranges of a post's text back to the bytes of its file.
///
/// The post's text is a run of pieces. A *verbatim* piece has the same bytes in post and file; any
/// other piece (an escape, an entity, a separator made up between two blocks) maps as a whole.
public struct SourceMap: Hashable, Sendable {
  /// One stretch of a post's text and the bytes of the file it stands for.
  public struct Piece: Hashable, Sendable {
    /// Where the piece starts in the post's text.
    public var postStart: Int
    /// Its length in the post's text.
    public var postCount: Int
    /// The bytes of the file it stands for; empty for text made up by the reader.
    public var file: SourceRange
    /// Whether post and file hold the same bytes.
    public var isVerbatim: Bool

    /// Makes a piece.
    public init(postStart: Int, postCount: Int, file: SourceRange, isVerbatim: Bool) {
      self.postStart = postStart
      self.postCount = postCount
      self.file = file
      self.isVerbatim = isVerbatim
    }
  }

  /// The pieces, rising by ``Piece/postStart`` and without gaps.
  public private(set) var pieces: [Piece]

  /// Makes an empty map, to be filled with ``append(count:file:isVerbatim:)``.
  public init() {
    pieces = []
  }

  /// Makes the map of a text that stands unchanged in its file from `fileStart` on.
  public init(verbatim count: Int, at fileStart: Int) {
    pieces = [
      Piece(
        postStart: 0,
        postCount: count,
        file: SourceRange(fileStart, fileStart + count),
        isVerbatim: true
      )
    ]
  }

  /// Adds a piece of `count` bytes of post text that stands for `file`; joins it to the last where both are verbatim and touch.
  public mutating func append(count: Int, file: SourceRange, isVerbatim: Bool) {
    precondition(!isVerbatim || count == file.count, "a verbatim piece has one length")
    let start = pieces.last.map { $0.postStart + $0.postCount } ?? 0
    if isVerbatim, let last = pieces.last, last.isVerbatim, last.file.end == file.start {
      pieces[pieces.count - 1].postCount += count
      pieces[pieces.count - 1].file.end = file.end
      return
    }
    pieces.append(Piece(postStart: start, postCount: count, file: file, isVerbatim: isVerbatim))
  }

  /// The bytes of the file that a range of the post's text stands for.
  ///
  /// The start maps through the piece that holds the first byte, the end through the piece that
  /// holds the last, so a mark never spills over a neighbouring separator. O(log *n*) in the pieces.
  public func fileRange(of range: SourceRange) -> SourceRange {
    guard !pieces.isEmpty else { return SourceRange(0, 0) }
    let first = piece(holding: range.start)
    let start =
      first.isVerbatim
      ? first.file.start + min(range.start - first.postStart, first.postCount) : first.file.start
    guard !range.isEmpty else { return SourceRange(start, start) }
    let last = piece(holding: range.end - 1)
    let end =
      last.isVerbatim
      ? last.file.start + min(range.end - last.postStart, last.postCount) : last.file.end
    return SourceRange(start, max(start, end))
  }

  /// The last piece that starts at or before `offset`.
  private func piece(holding offset: Int) -> Piece {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].postStart <= offset { low = middle } else { high = middle }
    }
    return pieces[low]
  }
}
