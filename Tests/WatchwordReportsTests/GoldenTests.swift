import Foundation
import Testing
import WatchwordDiagnostics
import WatchwordReports
import WatchwordText

@Suite("Awkward findings in every format")
struct GoldenTests {
  @Test("Every format agrees with its stored output", arguments: ReportFormat.allCases)
  func format(_ format: ReportFormat) throws {
    let text = render(AwkwardFindings.all, as: format, ReportOptions(showsSettled: true))
    try expectGolden(text, "\(format.rawValue).txt")
  }

  @Test("Colour adds sequences and changes nothing else", arguments: [ReportFormat.full, .concise])
  func colour(_ format: ReportFormat) throws {
    let plain = render(AwkwardFindings.all, as: format)
    let coloured = render(AwkwardFindings.all, as: format, ReportOptions(colouring: .ansi))
    let stripped = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(stripped == plain)
    #expect(coloured != plain)
  }

  @Test("Coloured output agrees with its stored form")
  func storedColour() throws {
    let some = Array(AwkwardFindings.all.prefix(2))
    try expectGolden(
      render(some, as: .full, ReportOptions(colouring: .ansi)),
      "full-ansi.txt"
    )
  }

  @Test("JSON can be read back, control characters and all")
  func json() throws {
    let text = render(AwkwardFindings.all, as: .json)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(object["version"] as? Int == 1)
    let found = try #require(object["diagnostics"] as? [[String: Any]])
    let wanted = AwkwardFindings.all.flatMap(\.diagnostics)
    #expect(found.map { $0["path"] as? String } == wanted.map(\.path))
    #expect(found.map { $0["message"] as? String } == wanted.map(\.message))
    #expect(found.map { $0["start"] as? Int } == wanted.map { $0.range?.start })
    #expect((object["summary"] as? [String: Any])?["postsChecked"] as? Int == 12)
  }

  @Test("JSON without a finding is whole")
  func emptyJSON() throws {
    let text = render([], as: .json)
    #expect(text.hasPrefix("{\"version\":1,\"diagnostics\":[\n],\n\"summary\":{"))
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  }

  @Test("JSON Lines gives one object a line, members in their fixed order")
  func jsonLines() throws {
    let text = render(AwkwardFindings.all, as: .jsonl)
    let lines = text.split(separator: "\n")
    #expect(lines.count == AwkwardFindings.all.flatMap(\.diagnostics).count)
    let first = try #require(lines.first)
    let keys = first.matches(of: /[{,]"([a-zA-Z]+)":/).map { String($0.1) }
    #expect(
      keys == [
        "path", "post", "rule", "topic", "severity", "action", "message", "line", "column",
        "start", "end", "postStart", "postEnd", "labels", "name", "start", "end", "guidance",
        "fingerprint", "suppressed", "why", "do", "settledBy", "baselined",
      ]
    )
  }

  @Test("No format prints what a masked finding marks", arguments: ReportFormat.allCases)
  func masking(_ format: ReportFormat) {
    let text = render(AwkwardFindings.all, as: format)
    for secret in ["020", "7946", "0018", "山", "太郎"] {
      #expect(!text.contains(secret))
    }
    #expect(text.contains("masked.md"))
  }
}

/// The whole report on some files, one call after another.
func render(
  _ files: [FileFindings],
  as format: ReportFormat,
  _ options: ReportOptions = ReportOptions(),
  summary: RunSummary = AwkwardFindings.summary
) -> String {
  var reporter = format.reporter(options)
  var output = Output()
  reporter.begin(into: &output)
  for file in files { reporter.report(file, into: &output) }
  reporter.end(summary, into: &output)
  return output.text
}
