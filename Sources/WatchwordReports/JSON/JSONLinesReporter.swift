internal import WatchwordDiagnostics
internal import WatchwordText

/// Writes one object a line for each finding: the stable machine interface (`design.md`, section 7).
struct JSONLinesReporter: Reporter {
  /// Where the bytes are made.
  private var json = JSONWriter()

  mutating func report(_ findings: FileFindings, into output: inout Output) {
    var places = PlaceFinder(findings.source)
    for diagnostic in findings.diagnostics {
      json.value(
        diagnostic,
        at: diagnostic.range.map { places.position(at: $0.start) },
        in: findings.source
      )
      json.endLine()
    }
    json.drain(into: &output)
  }
}
