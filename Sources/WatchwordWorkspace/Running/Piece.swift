/// A piece with what applies to it.
struct PlannedPiece {
  /// The piece.
  var piece: Piece
  /// The number of its profile; nil where it cannot be checked.
  var profile: Int?
}

/// A part of what a run is asked to check, the work of one thread at a time.
enum Piece {
  /// A draft in a file that is still to be opened.
  case file(path: String)
  /// A draft in an open file, the first bytes of which have been read.
  case opened(FileStream, start: [UInt8], path: String)
  /// A draft from git.
  case stored(GitDrafts.Draft)
  /// Some lines of a draft that is a stream.
  case lines(LineBatch, path: String)
  /// The end of such a stream, and whether no line of it held anything.
  case endOfLines(path: String, isEmpty: Bool)
  /// A path that could not be used.
  case unusable(FileProblem)
}
