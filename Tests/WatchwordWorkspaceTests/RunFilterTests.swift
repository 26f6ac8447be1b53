import Testing
import WatchwordDiagnostics
import WatchwordEngine
import WatchwordRules

@testable import WatchwordWorkspace

/// Rules that speak once per file or more seldom.
@Suite struct RunFilterTests {
  /// The program of the built-in packs, among whose rules there are some of each frequency.
  private let program: Program

  init() throws { program = try #require(ProgramStore.builtIn(PackLibrary.builtInIDs)) }

  /// A finding in a post by the first rule of a frequency.
  private func finding(
    _ frequency: Rule.Frequency,
    in post: String,
    _ settlement: Settlement? = nil
  ) throws -> Diagnostic {
    let rule = try #require(program.allRules.first { $0.frequency == frequency })
    return Diagnostic(
      path: "a.md",
      post: post,
      rule: rule.id,
      severity: .note,
      message: "",
      settlement: settlement
    )
  }

  /// The posts of the findings that a filter leaves.
  private func left(_ findings: [Diagnostic], by filter: inout RunFilter) -> [String?] {
    var findings = findings
    filter.apply(to: &findings)
    return findings.map(\.post)
  }

  @Test("A rule that speaks at each match or once per post is let through")
  func others() throws {
    var filter = RunFilter(programs: [program])
    let found = try [
      finding(.every, in: "1"), finding(.every, in: "2"), finding(.oncePerPost, in: "2"),
    ]
    #expect(left(found, by: &filter) == ["1", "2", "2"])
    #expect(left(found, by: &filter) == ["1", "2", "2"])
  }

  @Test("A rule that speaks once per file is heard again in the next")
  func file() throws {
    var filter = RunFilter(programs: [program])
    let found = try [finding(.oncePerFile, in: "1"), finding(.oncePerFile, in: "2")]
    filter.beginFile()
    #expect(left(found, by: &filter) == ["1"])
    #expect(left(found, by: &filter) == [])
    filter.beginFile()
    #expect(left(found, by: &filter) == ["1"])
  }

  @Test("A rule that speaks once per run is heard once, though two programs hold it")
  func run() throws {
    var filter = RunFilter(programs: [program, program])
    let found = try [finding(.oncePerRun, in: "1"), finding(.oncePerRun, in: "2")]
    #expect(left(found, by: &filter) == ["1"])
    filter.beginFile()
    #expect(left(found, by: &filter) == [])
  }

  @Test("A rule that speaks beside others needs one in its post that counts")
  func beside() throws {
    var filter = RunFilter(programs: [program])
    let alone = try [finding(.every, in: "1"), finding(.besideFindings, in: "2")]
    #expect(left(alone, by: &filter) == ["1"])
    let settled = try [
      finding(.every, in: "3", .settled(by: "approved-by")), finding(.besideFindings, in: "3"),
    ]
    #expect(left(settled, by: &filter) == ["3"])
    let accompanied = try [finding(.besideFindings, in: "4"), finding(.every, in: "4")]
    #expect(left(accompanied, by: &filter) == ["4", "4"])
    #expect(left(accompanied, by: &filter) == ["4"])
  }
}
