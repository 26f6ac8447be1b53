internal import WatchwordDiagnostics
internal import WatchwordText

/// Writes one line for each finding, in the form that compilers, editors and `grep` share.
struct ConciseReporter: Reporter {
  /// What the reader chose.
  private let options: ReportOptions

  /// Makes a reporter.
  init(_ options: ReportOptions) {
    self.options = options
  }

  mutating func report(_ findings: FileFindings, into output: inout Output) {
    var places = PlaceFinder(findings.source)
    for diagnostic in findings.diagnostics
    where diagnostic.settlement == nil || options.showsSettled {
      diagnostic.header(at: places.place(of: diagnostic)).write(to: &output, options.colouring)
    }
  }

  mutating func end(_ summary: RunSummary, into output: inout Output) {
    for line in summary.styledClosingLines() { line.write(to: &output, options.colouring) }
  }
}
