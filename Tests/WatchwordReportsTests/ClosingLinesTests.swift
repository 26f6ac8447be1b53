import Testing
import WatchwordDiagnostics
import WatchwordReports

@Suite("Closing lines")
struct ClosingLinesTests {
  private let pack = PackEdition(id: "mod-online-engagement", edition: "2009")

  @Test("Counts, posts, files, packs")
  func findings() {
    let summary = RunSummary(
      postsChecked: 12,
      filesRead: 5,
      counts: SeverityCounts(errors: 2, warnings: 1),
      packs: [pack],
      outcome: .findings
    )
    #expect(
      summary.closingLines()
        == "2 errors, 1 warning in 12 posts (5 files). Packs: mod-online-engagement 2009. "
        + "Only encoded patterns are checked. Exit status 1: findings at or above error.\n"
    )
  }

  @Test("A clean run says what ran")
  func clean() {
    let summary = RunSummary(postsChecked: 1, filesRead: 1, packs: [pack])
    #expect(
      summary.closingLines()
        == "Nothing found in 1 post (1 file). Packs: mod-online-engagement 2009. "
        + "Only encoded patterns are checked.\n"
    )
  }

  @Test("Findings below the fail level pass, and the line says why")
  func passed() {
    let summary = RunSummary(
      postsChecked: 2,
      filesRead: 1,
      counts: SeverityCounts(notes: 1),
      packs: [pack],
      failLevel: .warning
    )
    #expect(summary.closingLines().hasPrefix("1 note in 2 posts (1 file). "))
    #expect(summary.closingLines().hasSuffix("Exit status 0: nothing at or above warning.\n"))
  }

  @Test("Nothing checked is said aloud")
  func nothing() {
    let summary = RunSummary(
      postsChecked: 0,
      filesRead: 0,
      filesNotRead: [UnreadFile(path: "a.pdf", reason: "it is not UTF-8 text")],
      outcome: .incomplete
    )
    #expect(
      summary.closingLines()
        == "a.pdf: not read: it is not UTF-8 text\nNothing was checked: no posts (0 files). "
        + "Not read: 1 (see above). No packs ran. Exit status 2: the check is not complete.\n"
    )
  }

  @Test("Machine formats leave the closing lines to the command", arguments: ReportFormat.allCases)
  func machines(_ format: ReportFormat) {
    let text = render([], as: format)
    let lines = AwkwardFindings.summary.closingLines()
    #expect(text.hasSuffix(lines) == !format.isForMachines)
    #expect(format != .jsonl || text.isEmpty)
  }
}
