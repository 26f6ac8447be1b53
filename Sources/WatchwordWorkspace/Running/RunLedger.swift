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

  /// What was asked for.
  private let request: CheckRequest
  /// The rules.
  private let program: Program
  /// Keeps rules that inform once to that.
  private var filter: RunFilter
  /// The ids of posts in the file that is being reported.
  private var ids = DuplicateIDs()
  /// Lets findings go that the baseline holds.
  private var baseline: BaselinePass?
  /// Tells where packs do not know the days of posts.
  private var calendar: CalendarWatch
  /// What rules that look across posts have found so far.
  private var gathering = Gathering()
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
    _ request: CheckRequest,
    program: Program,
    reporter: any Reporter,
    sink: @escaping ([UInt8]) -> Bool
  ) {
    self.request = request
    self.program = program
    self.reporter = reporter
    self.sink = sink
    filter = RunFilter(program: program)
    calendar = CalendarWatch(program: program, options: request.options)
    if request.baseline != nil || request.remembersFindings {
      baseline = BaselinePass(
        accepted: request.baseline?.fingerprints ?? [],
        remembers: request.remembersFindings,
        program: program
      )
    }
    summary = RunSummary(
      postsChecked: 0,
      filesRead: 0,
      packs: program.packs.map { PackEdition(id: $0.id, edition: $0.edition) },
      failLevel: request.failLevel
    )
    self.reporter.begin(into: &output)
  }

  /// Every finding that no key and no suppression let go, where the request wanted them kept.
  var found: [Diagnostic] { baseline?.found ?? [] }

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
    calendar.add(piece.calendar)
    gathering.add(piece.gathered)
    var piece = piece
    for stated in piece.ids {
      if let problem = ids.problem(stated.id, at: stated.range, path: piece.path) {
        piece.add(problem, toReading: stated.reading)
      }
    }
    for reading in piece.readings {
      var findings = reading.findings
      baseline?.apply(to: &findings.diagnostics)
      filter.apply(to: &findings.diagnostics)
      report(findings)
    }
    // Whoever watches a stream wants to see what is found when it is found.
    if piece.isOfStream || output.bytes.count > Self.patience { flush() }
    return sinkIsOpen
  }

  /// Ends the report and returns what the run came to.
  mutating func close() -> RunSummary {
    reportGathered()
    if request.gitDrafts != nil, summary.postsChecked == 0, summary.filesNotRead.isEmpty,
      !hasUncheckedText
    {
      summary.notes.append("No draft has changed, so there was nothing to check.")
    }
    summary.notes += calendar.notes
    summary.outcome = outcome
    reporter.end(summary, into: &output)
    flush()
    return summary
  }

  /// What the run has come to.
  private var outcome: RunOutcome {
    // A hook must not stop a commit in which there is no draft.
    let mustFind = request.gitDrafts == nil
    if !summary.filesNotRead.isEmpty || hasUncheckedText || mustFind && summary.postsChecked == 0 {
      return .incomplete
    }
    let failing =
      switch request.failLevel {
      case .note: summary.counts.total
      case .warning: summary.counts.errors + summary.counts.warnings
      case .error: summary.counts.errors
      }
    return failing > 0 ? .findings : .passed
  }

  /// Reports what adds up over posts of several drafts, each finding where its mark stands.
  private mutating func reportGathered() {
    for finding in gathering.findings(of: program) {
      var findings = [finding.diagnostic]
      baseline?.apply(to: &findings)
      report(
        FileFindings(
          path: finding.diagnostic.path,
          source: finding.source,
          diagnostics: findings,
          holdsManyPosts: true
        )
      )
    }
    guard gathering.isFull else { return }
    hasUncheckedText = true
    summary.notes.append(
      "Too many posts share an account or campaign; what adds up over them was looked for in the first ones only."
    )
  }

  /// Counts findings and hands them to the reporter.
  private mutating func report(_ findings: FileFindings) {
    guard !findings.diagnostics.isEmpty else { return }
    for finding in findings.diagnostics {
      switch finding.settlement {
      case nil: summary.counts.add(finding.severity)
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
