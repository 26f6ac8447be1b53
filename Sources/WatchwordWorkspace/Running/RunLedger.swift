internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordEngine
internal import WatchwordReports
internal import WatchwordRules

/// Takes what the pieces of a run came to, in order, and reports it.
///
/// Whatever depends on what came before happens here and nowhere else: rules that speak once, what
/// adds up over drafts, counts, and the report itself.
struct RunLedger {
  /// How much of the report may wait for more of it, in bytes.
  private static let patience = 1 << 16

  /// What is checked.
  private let plan: CheckPlan
  /// Keeps rules that inform once to that.
  private var filter: RunFilter
  /// The ids of posts in the file that is being reported.
  private var ids = DuplicateIDs()
  /// Lets findings go that the baseline holds.
  private var baseline: BaselinePass
  /// Tell where packs do not know the days of posts, by the numbers of programs.
  private var calendars: [CalendarWatch?]
  /// What rules that look across posts have found so far, by the numbers of programs.
  private var gatherings: [Int: Gathering] = [:]
  /// The profiles of the drafts that give something to such rules, by their paths.
  private var gatheredProfiles: [String: Int] = [:]
  /// How many findings are at or above the fail level of their draft.
  private var failingCount = 0
  /// Writes findings.
  private var reporter: any Reporter
  /// What the reporter has written and nobody taken.
  private var output = Output()
  /// Where output goes.
  private let sink: ([UInt8]) -> Bool
  /// Whether the sink takes more.
  private var sinkIsOpen = true
  /// What has been done so far.
  private var summary: RunSummary
  /// Whether a draft, or a line of one, was read but could not be checked.
  private var hasUncheckedText = false

  /// Opens a ledger and begins the report.
  init(
    _ plan: CheckPlan,
    _ request: CheckRequest,
    reporter: any Reporter,
    sink: @escaping ([UInt8]) -> Bool
  ) {
    self.plan = plan
    self.reporter = reporter
    self.sink = sink
    filter = RunFilter(programs: plan.programs)
    baseline = BaselinePass(remembers: request.remembersFindings, programs: plan.programs)
    calendars = Array(repeating: nil, count: plan.programs.count)
    let levels = plan.profiles.map(\.failLevel)
    var packs: [PackEdition] = []
    for pack in plan.programs.flatMap(\.packs) {
      let edition = PackEdition(id: pack.id, edition: pack.edition)
      if !packs.contains(edition) { packs.append(edition) }
    }
    summary = RunSummary(
      postsChecked: 0,
      filesRead: 0,
      packs: packs,
      failLevel: levels.min() ?? .error,
      failLevelVaries: levels.min() != levels.max()
    )
    self.reporter.begin(into: &output)
  }

  /// Every finding that no key and no suppression let go, where the request wanted them kept.
  var found: [Diagnostic] { baseline.found }

  /// Takes what the next piece came to; false where nobody reads the report any more.
  mutating func take(_ piece: CheckedPiece) -> Bool {
    if piece.beginsFile {
      filter.beginFile()
      ids = DuplicateIDs()
    }
    if let problem = piece.problem {
      summary.filesNotRead.append(UnreadFile(path: problem.path, reason: problem.reason))
    }
    if piece.endsFile { summary.filesRead += 1 }
    if piece.hasUncheckedText { hasUncheckedText = true }
    summary.postsChecked += piece.postCount
    if let number = piece.profile { take(piece, of: number) }
    // Whoever watches a stream wants to see what is found when it is found.
    if piece.isOfStream || output.bytes.count > Self.patience { flush() }
    return sinkIsOpen
  }

  /// Takes what a piece came to, to which a profile applies.
  private mutating func take(_ piece: CheckedPiece, of number: Int) {
    let program = plan.profiles[number].program
    if let calendar = piece.calendar {
      if calendars[program] == nil {
        calendars[program] = calendar
      } else {
        calendars[program]?.add(calendar)
      }
    }
    if !piece.gathered.isEmpty {
      for path in piece.gathered.paths { gatheredProfiles[path] = number }
      gatherings[program, default: Gathering()].add(piece.gathered)
    }
    var piece = piece
    piece.add(
      piece.ids.compactMap { stated in
        ids.problem(stated.id, at: stated.range, path: piece.path).map { (stated.reading, $0) }
      }
    )
    for reading in piece.readings { report(reading.findings, of: number) }
  }

  /// Ends the report and returns what the run came to.
  mutating func close() -> RunSummary {
    reportGathered()
    summary.notes += plan.notes
    if plan.isOfGit, summary.postsChecked == 0, summary.filesNotRead.isEmpty, !hasUncheckedText {
      summary.notes.append("No draft has changed, so there was nothing to check.")
    }
    for calendar in calendars.compactMap({ $0 }) {
      summary.notes += calendar.notes.filter { !summary.notes.contains($0) }
    }
    summary.outcome = outcome
    reporter.end(summary, into: &output)
    flush()
    return summary
  }

  /// What the run has come to.
  private var outcome: RunOutcome {
    // A hook must not stop a commit in which there is no draft.
    let mustFind = !plan.mayBeEmpty
    if !summary.filesNotRead.isEmpty || hasUncheckedText || mustFind && summary.postsChecked == 0 {
      return .incomplete
    }
    return failingCount > 0 ? .findings : .passed
  }

  /// Reports what adds up over posts of several drafts, each finding where its mark stands.
  private mutating func reportGathered() {
    for (number, gathering) in gatherings.sorted(by: { $0.key < $1.key }) {
      for finding in gathering.findings(of: plan.programs[number]) {
        guard let profile = gatheredProfiles[finding.diagnostic.path] else { continue }
        report(
          FileFindings(
            path: finding.diagnostic.path,
            source: finding.source,
            diagnostics: [finding.diagnostic],
            holdsManyPosts: true
          ),
          of: profile,
          isGathered: true
        )
      }
    }
    guard gatherings.values.contains(where: \.isFull) else { return }
    hasUncheckedText = true
    summary.notes.append(
      "Too many posts share an account or campaign; what adds up over them was looked for in the first ones only."
    )
  }

  /// Counts findings in a draft and hands them to the reporter.
  ///
  /// - Parameters:
  ///   - number: The draft's profile.
  ///   - isGathered: Whether they add up over drafts, so that rules that speak once have had their say.
  private mutating func report(
    _ findings: FileFindings,
    of number: Int,
    isGathered: Bool = false
  ) {
    let profile = plan.profiles[number]
    var findings = findings
    profile.severities.apply(to: &findings.diagnostics)
    baseline.apply(to: &findings.diagnostics, accepted: profile.accepted)
    if !isGathered { filter.apply(to: &findings.diagnostics) }
    guard !findings.diagnostics.isEmpty else { return }
    for finding in findings.diagnostics {
      switch finding.settlement {
      case nil:
        summary.counts.add(finding.severity)
        if finding.severity >= profile.failLevel { failingCount += 1 }
      case .settled: summary.settledCount += 1
      case .suppressed: summary.suppressedCount += 1
      case .accepted: summary.acceptedCount += 1
      }
    }
    reporter.report(findings, into: &output)
  }

  /// Hands what has been written to the sink.
  private mutating func flush() {
    guard !output.bytes.isEmpty, sinkIsOpen else { return }
    sinkIsOpen = sink(output.bytes)
    output.removeAll()
  }
}
