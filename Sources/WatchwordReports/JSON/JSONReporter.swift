internal import WatchwordDiagnostics
internal import WatchwordText

/// Writes one object for the whole run: `version`, `diagnostics` and `summary`.
///
/// Each finding has a line of its own, so that two runs can be compared line by line.
struct JSONReporter: Reporter {
  /// The version of the object's form; it rises when a member changes its meaning or goes away.
  private static let version = 1
  /// Where the bytes are made.
  private var json = JSONWriter()

  mutating func begin(into output: inout Output) {
    json.beginObject()
    json.key("version")
    json.value(Self.version)
    json.key("diagnostics")
    json.beginArray()
    json.drain(into: &output)
  }

  mutating func report(_ findings: FileFindings, into output: inout Output) {
    var places = PlaceFinder(findings.source)
    for diagnostic in findings.diagnostics {
      json.newLine()
      json.value(
        diagnostic,
        at: diagnostic.range.map { places.position(at: $0.start) },
        in: findings.source
      )
    }
    json.drain(into: &output)
  }

  mutating func end(_ summary: RunSummary, into output: inout Output) {
    json.endLine()
    json.endArray()
    json.newLine()
    json.key("summary")
    json.value(summary)
    json.endObject()
    json.endLine()
    json.drain(into: &output)
  }
}
