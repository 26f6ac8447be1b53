internal import WatchwordText

/// A marked range of an excerpt.
struct Mark {
  /// The marked bytes, as offsets into the file.
  var range: SourceRange
  /// What is written under it; nil for nothing.
  var name: String?
  /// Whether it is the cause, marked `^`, rather than something the cause depends on, marked `-`.
  var isCause: Bool
}

/// A mark placed under a laid-out line.
struct PlacedMark {
  /// The first cell under the mark, from 0.
  var start: Int
  /// The cell after the last one; above ``start``.
  var end: Int
  /// Whether the range goes on in the next line, which a `…` after the mark shows.
  var goesOn: Bool
  /// The name, fit to print, and its width in cells; nil for none.
  var name: (text: String, cells: Int)?
  /// Whether it is the cause.
  var isCause: Bool

  /// The cell after everything that is drawn for the mark.
  var drawnEnd: Int { goesOn ? end + 1 : end }

  /// Places a mark under the glyphs of the line it starts on.
  ///
  /// - Parameters:
  ///   - mark: The mark; at least one cell is drawn for it, even where it holds no byte.
  ///   - glyphs: The glyphs of the line, cuts included.
  ///   - nextLine: The offset at which the next line starts.
  init(_ mark: Mark, under glyphs: [Glyph], nextLine: Int) {
    var cell = 0
    var touched: (start: Int, end: Int)?
    for glyph in glyphs {
      if glyph.isTouched(by: mark.range) {
        touched = (touched?.start ?? cell, cell + (mark.range.isEmpty ? 1 : glyph.cells))
      }
      cell += glyph.cells
    }
    // A mark that touches nothing is before the text, on a byte-order mark, or after it, on the line end.
    let isBefore = glyphs.first.map { mark.range.start < $0.range.start } == true
    start = touched?.start ?? (isBefore ? 0 : cell)
    end = max(touched?.end ?? start, start + 1)
    goesOn = mark.range.end > nextLine
    isCause = mark.isCause
    name = mark.name.flatMap { $0.isEmpty ? nil : visible($0, limit: 40) }
  }
}
