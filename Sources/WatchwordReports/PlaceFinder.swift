internal import WatchwordDiagnostics
internal import WatchwordText

/// Finds the lines and columns of findings that mostly come in reading order.
///
/// On a line that was asked about before, it counts on from there, so that many findings on one
/// very long line cost one pass over it.
struct PlaceFinder {
  /// The text the offsets point into.
  private let source: SourceText
  /// The last answer, and its offset in the slice.
  private var last: (local: Int, position: SourcePosition)?

  /// Makes a finder for a text.
  init(_ source: SourceText) {
    self.source = source
  }

  /// The place a finding is reported at: the start of its range, else of its file or slice.
  mutating func place(of diagnostic: Diagnostic) -> SourcePosition {
    guard let range = diagnostic.range else {
      return SourcePosition(line: source.firstLine, scalarColumn: 1)
    }
    return position(at: range.start)
  }

  /// The place of an offset into the whole file, cut to this text.
  mutating func position(at offset: Int) -> SourcePosition {
    let local = min(max(offset - source.baseOffset, 0), source.bytes.count)
    let line = source.lines.line(containing: local)
    let position: SourcePosition
    // Before the fourth byte a byte-order mark may not be behind us yet.
    if let last, last.local >= 3, last.local <= local,
      source.lines.start(ofLine: line) <= last.local
    {
      var scalars = 0
      for byte in source.bytes[last.local..<local] where byte & 0xC0 != 0x80 { scalars += 1 }
      position = SourcePosition(
        line: source.firstLine + line,
        scalarColumn: last.position.scalarColumn + scalars
      )
    } else {
      position = source.position(at: offset)
    }
    last = (local, position)
    return position
  }
}
