internal import WatchwordDiagnostics

/// Marks that share one line under the text because they do not overlap.
struct MarkTrack {
  /// The marks, by where they start.
  private(set) var marks: [PlacedMark]

  /// Sorts marks into as few tracks as they need, the first mark into the first track.
  static func tracks(of marks: [PlacedMark]) -> [MarkTrack] {
    var tracks: [MarkTrack] = []
    for mark in marks {
      let free = tracks.firstIndex { track in
        track.marks.allSatisfy { mark.drawnEnd <= $0.start || $0.drawnEnd <= mark.start }
      }
      if let free {
        tracks[free].marks.append(mark)
      } else {
        tracks.append(MarkTrack(marks: [mark]))
      }
    }
    for index in tracks.indices { tracks[index].marks.sort { $0.start < $1.start } }
    return tracks
  }

  /// The marks, and under them their names, as lines of cells without the gutter.
  func lines(_ severity: Severity) -> [StyledLine] {
    var line = StyledLine()
    var cell = 0
    for mark in marks {
      line.append(String(repeating: " ", count: mark.start - cell))
      let text = String(repeating: mark.isCause ? "^" : "-", count: mark.end - mark.start)
      line.append(mark.goesOn ? text + "…" : text, mark.style(severity))
      cell = mark.drawnEnd
    }
    return [line] + nameLines(severity)
  }

  /// The names, each starting under its mark, on as few lines as hold them without touching.
  ///
  /// Names are placed from the right. One that would run into the next goes a line lower, hung on
  /// a `|` under its mark; since everything placed before lies to its right, no two can cross.
  private func nameLines(_ severity: Severity) -> [StyledLine] {
    /// A piece of a line of names: a name, or the bar that a lower name hangs on.
    struct Piece {
      var cell: Int
      var text: String
      var cells: Int
      var style: Style
    }
    // The pieces of each line from right to left.
    var rows: [[Piece]] = []
    for mark in marks.reversed() {
      guard let name = mark.name else { continue }
      let fits = rows.firstIndex { row in
        row.last.map { mark.start + name.cells < $0.cell } ?? true
      }
      let row = fits ?? rows.count
      if row == rows.count { rows.append([]) }
      let style = mark.style(severity)
      for index in 0..<row {
        rows[index].append(Piece(cell: mark.start, text: "|", cells: 1, style: style))
      }
      rows[row].append(
        Piece(cell: mark.start, text: name.text, cells: name.cells, style: style)
      )
    }
    return rows.map { row in
      var line = StyledLine()
      var cell = 0
      for piece in row.reversed() {
        line.append(String(repeating: " ", count: piece.cell - cell))
        line.append(piece.text, piece.style)
        cell = piece.cell + piece.cells
      }
      return line
    }
  }
}

extension PlacedMark {
  /// The style of the mark and its name.
  fileprivate func style(_ severity: Severity) -> Style {
    isCause ? .severity(severity) : .label
  }
}
