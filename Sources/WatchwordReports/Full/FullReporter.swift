internal import WatchwordDiagnostics
internal import WatchwordText

/// Writes each finding with its excerpt, the reason and the next step: for a person at a terminal.
///
/// Findings of one rule in one file are shown three times; the rest become one line at the end of
/// the file. Since a file may come in slices, its end is known only when the next file or the end
/// of the run comes.
struct FullReporter: Reporter {
  /// What the reader chose.
  private let options: ReportOptions
  /// The path of the file being reported; nil before the first.
  private var path: String?
  /// The findings of that file so far.
  private var repeats = Repeats()
  /// Whether anything was written, so that a blank line must come first.
  private var hasWritten = false

  /// Makes a reporter.
  init(_ options: ReportOptions) {
    self.options = options
  }

  mutating func report(_ findings: FileFindings, into output: inout Output) {
    if findings.path != path {
      finishFile(into: &output)
      path = findings.path
    }
    let excerpt = Excerpt(source: findings.source, masked: findings.maskedRanges)
    let help = HelpLines(width: options.width)
    var places = PlaceFinder(findings.source)
    for diagnostic in findings.diagnostics
    where diagnostic.settlement == nil || options.showsSettled {
      let place = places.place(of: diagnostic)
      guard repeats.admit(diagnostic, at: place) else { continue }
      separate(&output)
      diagnostic.header(at: place).write(to: &output, options.colouring)
      if findings.holdsManyPosts, let post = diagnostic.post {
        StyledLine("  post \(visible(post))").write(to: &output, options.colouring)
      }
      output.endLine()
      let lines = excerpt.lines(for: diagnostic)
      write(lines, to: &output)
      if !lines.isEmpty { output.endLine() }
      for place in OtherPlace.all(in: diagnostic) {
        write(place.lines(), to: &output)
        output.endLine()
      }
      write(help.lines(for: diagnostic), to: &output)
    }
  }

  mutating func end(_ summary: RunSummary, into output: inout Output) {
    finishFile(into: &output)
    path = nil
    separate(&output)
    write(summary.styledClosingLines(), to: &output)
  }

  /// Writes what was folded in the file that ends here.
  private mutating func finishFile(into output: inout Output) {
    let lines = repeats.lines
    repeats = Repeats()
    guard !lines.isEmpty else { return }
    separate(&output)
    write(lines, to: &output)
  }

  /// Writes a blank line unless this is the first thing written.
  private mutating func separate(_ output: inout Output) {
    if hasWritten { output.endLine() }
    hasWritten = true
  }

  /// Writes lines in the chosen colouring.
  private func write(_ lines: [StyledLine], to output: inout Output) {
    for line in lines { line.write(to: &output, options.colouring) }
  }
}

extension FileFindings {
  /// The ranges no excerpt may show: what masked findings mark, settled ones included.
  ///
  /// They count for every excerpt, since another finding may quote the same line.
  var maskedRanges: [SourceRange] {
    diagnostics.filter(\.isMasked).flatMap { diagnostic in
      (diagnostic.range.map { [$0] } ?? [])
        + diagnostic.labels.filter { $0.elsewhere == nil }.map(\.range)
    }
  }
}
