internal import WatchwordDiagnostics
internal import WatchwordText

/// The author's own words around a finding, with the marks under them.
struct Excerpt {
  /// The number of cells a line of text may take before it is cut.
  private static let widthLimit = 100
  /// The number of lines shown when labels are spread over many.
  private static let lineLimit = 6

  /// The text the ranges point into.
  let source: SourceText
  /// Ranges no report may print, of this finding and of all others in the text.
  let masked: [SourceRange]

  /// The lines for one finding; empty when it has no range in the text.
  func lines(for diagnostic: Diagnostic) -> [StyledLine] {
    let extent = SourceRange(source.baseOffset, source.baseOffset + source.bytes.count)
    guard let range = diagnostic.range, extent.start <= range.start, range.start <= extent.end,
      !source.bytes.isEmpty
    else { return [] }
    var marks = [Mark(range: range, name: diagnostic.labelName, isCause: true)]
    for label in diagnostic.labels
    where label.elsewhere == nil && extent.start <= label.range.start
      && label.range.start <= extent.end
    {
      marks.append(Mark(range: label.range, name: label.name, isCause: false))
    }

    let cause = lineIndex(of: marks[0])
    var byLine: [Int: [Mark]] = [:]
    for mark in marks { byLine[lineIndex(of: mark), default: []].append(mark) }
    // The lines nearest to the cause matter most.
    let shown = byLine.keys.sorted { (abs($0 - cause), $0) < (abs($1 - cause), $1) }
      .prefix(Self.lineLimit).sorted()
    let digits = String(source.firstLine + (shown.last ?? 0)).utf8.count
    let gutter = Gutter(digits: digits)

    var result: [StyledLine] = []
    var previous: Int?
    for line in shown {
      if let previous, line > previous + 1 { result.append(gutter.gap) }
      let (text, marks) = layOut(line, byLine[line] ?? [])
      var first = gutter.numbered(source.firstLine + line, isCause: line == cause)
      first.append(text)
      result.append(first)
      for track in MarkTrack.tracks(of: marks) {
        for row in track.lines(diagnostic.severity) {
          var line = gutter.empty
          line.append(row)
          result.append(line)
        }
      }
      previous = line
    }
    return result
  }

  /// The line, counted from 0 in the text, on which a mark starts.
  private func lineIndex(of mark: Mark) -> Int {
    source.lines.line(containing: mark.range.start - source.baseOffset)
  }

  /// The text of a line, cut and masked as needed, and its marks placed under it.
  private func layOut(_ line: Int, _ marks: [Mark]) -> (text: String, marks: [PlacedMark]) {
    let whole = source.lines.range(ofLine: line).shifted(by: source.baseOffset)
    let content = textRange(of: whole)
    let ranges = marks.map(\.range)
    var shown = glyphs(of: content, around: ranges, in: source)
    let hidden = masked.filter { $0.overlaps(content) }
    if !hidden.isEmpty {
      for index in shown.indices
      where !shown[index].isCut && hidden.contains(where: { shown[index].isTouched(by: $0) }) {
        shown[index].text = String(repeating: "•", count: shown[index].cells)
      }
    }
    shown = cut(shown, to: Self.widthLimit, around: ranges)
    return (
      shown.map(\.text).joined(),
      marks.map { PlacedMark($0, under: shown, nextLine: whole.end) }
    )
  }

  /// A line without its line end and without a byte-order mark before it.
  private func textRange(of line: SourceRange) -> SourceRange {
    var start = line.start
    var end = line.end
    let bytes = source.bytes
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while end > start {
      let byte = bytes[end - 1 - source.baseOffset]
      guard byte == 0x0A || byte == 0x0D else { break }
      end -= 1
    }
    return SourceRange(start, end)
  }
}

/// The column of line numbers beside an excerpt.
private struct Gutter {
  /// The number of digits of the highest number.
  let digits: Int

  /// The gutter of a line of text; `>` points to the line of the cause.
  func numbered(_ number: Int, isCause: Bool) -> StyledLine {
    let text = String(number)
    var line = StyledLine()
    line.append(isCause ? "  > " : "    ", .place)
    line.append(String(repeating: " ", count: max(0, digits - text.utf8.count)) + text, .faint)
    line.append(" | ", .faint)
    return line
  }

  /// The gutter of a line of marks.
  var empty: StyledLine {
    StyledLine(String(repeating: " ", count: digits + 5) + "| ", .faint)
  }

  /// The line that stands for lines left out.
  var gap: StyledLine {
    StyledLine(String(repeating: " ", count: digits + 5) + "…", .faint)
  }
}
