public import WatchwordDiagnostics
public import WatchwordDrafts
public import WatchwordEngine
public import WatchwordReports
internal import WatchwordRules
internal import WatchwordText

/// Checks drafts from files and standard input, and reports as it goes.
///
/// JSON Lines are read in pieces, so that a stream of any length needs the memory of a few posts.
public struct CheckRun {
  /// What to check, and how.
  public struct Request: Sendable {
    /// Files, directories, and `-` for standard input.
    public var paths: [String]
    /// Drafts from git, which are checked instead of ``paths``; nil where none were asked for.
    public var gitDrafts: GitDrafts?
    /// The findings accepted before; nil without a baseline.
    public var baseline: Baseline?
    /// Whether ``CheckRun/found`` is kept, for a baseline to be written.
    public var remembersFindings = false
    /// The path that standard input counts as.
    public var standardInputPath: String
    /// What is known of the layout of drafts.
    public var reading = ReadingOptions()
    /// The day and the context from outside.
    public var options: CheckOptions
    /// The lowest severity that fails the run.
    public var failLevel: Severity

    /// Makes a request.
    public init(
      paths: [String],
      standardInputPath: String = "standard-input.md",
      options: CheckOptions,
      failLevel: Severity = .error
    ) {
      self.paths = paths
      self.standardInputPath = standardInputPath
      self.options = options
      self.failLevel = failLevel
    }
  }

  /// What to check.
  private let request: Request
  /// The rules.
  private let program: Program
  /// Checks posts.
  private var checker: Checker
  /// Keeps rules that inform once to that.
  private var filter: RunFilter
  /// The ids of posts in the file that is being checked.
  private var ids = DuplicateIDs()
  /// Writes findings.
  private var reporter: any Reporter
  /// What the reporter has written and nobody taken.
  private var output = Output()
  /// Where output goes.
  private let sink: ([UInt8]) -> Bool
  /// Whether the sink takes more.
  private var sinkIsOpen = true
  /// Lets findings go that the baseline holds.
  private var baseline: BaselinePass?
  /// Tells where packs do not know the days of posts.
  private var calendar: CalendarWatch
  /// What has been done so far.
  private var summary: RunSummary
  /// Whether a draft, or a line of one, was read but could not be checked.
  private var hasUncheckedText = false

  /// Makes a run.
  ///
  /// - Parameter sink: Takes output in pieces; returns false where nobody reads it any more.
  public init(
    _ request: Request,
    program: Program,
    reporter: any Reporter,
    sink: @escaping ([UInt8]) -> Bool
  ) {
    self.request = request
    self.program = program
    self.reporter = reporter
    self.sink = sink
    checker = Checker(program: program, options: request.options)
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
  }

  /// Every finding that no key and no suppression let go, where the request wanted them kept.
  public var found: [Diagnostic] { baseline?.found ?? [] }

  /// Checks everything and returns what the run came to.
  public mutating func run() -> RunSummary {
    reporter.begin(into: &output)
    if let git = request.gitDrafts { check(git) }
    for path in request.paths where sinkIsOpen && request.gitDrafts == nil {
      if path == "-" {
        check(
          FileStream(descriptor: 0, path: request.standardInputPath, closes: false),
          path: request.standardInputPath
        )
        continue
      }
      var finder = DraftFinder()
      finder.add(path)
      for problem in finder.problems { skip(problem) }
      for draft in finder.drafts where sinkIsOpen {
        do throws(FileProblem) {
          check(try FileSystem.open(draft), path: draft)
        } catch {
          skip(error)
        }
      }
    }
    reportGathered()
    summary.notes += calendar.notes
    summary.outcome = outcome
    reporter.end(summary, into: &output)
    flush()
    return summary
  }

  /// Checks the drafts that git gave.
  private mutating func check(_ git: GitDrafts) {
    for draft in git.drafts where sinkIsOpen {
      guard let bytes = draft.bytes else {
        skip(FileProblem(path: draft.path, reason: draft.problem ?? "it could not be read"))
        continue
      }
      filter.beginFile()
      ids = DuplicateIDs()
      do throws(FileProblem) {
        var (reading, source, format) = try DraftStream.read(
          bytes,
          path: draft.path,
          options: request.reading
        )
        let holdsManyPosts = format == .jsonLines || reading.posts.count > 1
        if git.comparesPosts, let earlier = draft.earlier {
          let before = DraftReader.read(
            SourceText(file: earlier),
            path: draft.path,
            format: format,
            options: request.reading
          )
          ChangedPosts.keep(in: &reading, since: before)
        }
        report(reading, source: source, path: draft.path, holdsManyPosts: holdsManyPosts)
        summary.filesRead += 1
      } catch {
        skip(error)
      }
    }
    if summary.postsChecked == 0, summary.filesNotRead.isEmpty, !hasUncheckedText {
      summary.notes.append("No draft has changed, so there was nothing to check.")
    }
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

  /// Records a path that could not be used.
  private mutating func skip(_ problem: FileProblem) {
    summary.filesNotRead.append(UnreadFile(path: problem.path, reason: problem.reason))
  }

  /// Checks one open draft.
  private mutating func check(_ stream: FileStream, path: String) {
    filter.beginFile()
    ids = DuplicateIDs()
    do throws(FileProblem) {
      try DraftStream.read(stream, path: path, options: request.reading) {
        reading,
        source,
        format in
        report(
          reading,
          source: source,
          path: path,
          holdsManyPosts: format == .jsonLines || reading.posts.count > 1
        )
        return sinkIsOpen
      }
      summary.filesRead += 1
    } catch {
      skip(error)
    }
  }

  /// Checks the posts of a reading and reports what is found.
  private mutating func report(
    _ reading: DraftReading,
    source: SourceText,
    path: String,
    holdsManyPosts: Bool
  ) {
    var findings = reading.problems
    if reading.posts.allSatisfy(\.text.isEmpty), findings.contains(where: { $0.severity == .error })
    {
      hasUncheckedText = true
    }
    findings += ids.problems(in: reading.posts, path: path)
    findings += checker.check(reading.posts, path: path, in: source)
    summary.postsChecked += reading.posts.count
    for post in reading.posts { calendar.add(post) }
    baseline?.apply(to: &findings)
    filter.apply(to: &findings)
    report(findings, in: source, path: path, holdsManyPosts: holdsManyPosts)
  }

  /// Reports what adds up over posts of several drafts, each finding where its mark stands.
  private mutating func reportGathered() {
    for finding in checker.gatheredFindings() {
      var findings = [finding.diagnostic]
      baseline?.apply(to: &findings)
      report(
        findings,
        in: finding.source,
        path: finding.diagnostic.path,
        holdsManyPosts: true
      )
    }
    guard checker.hasGatheredTooMuch else { return }
    hasUncheckedText = true
    summary.notes.append(
      "Too many posts share an account or campaign; what adds up over them was looked for in the first ones only."
    )
  }

  /// Counts findings and hands them to the reporter.
  private mutating func report(
    _ findings: [Diagnostic],
    in source: SourceText,
    path: String,
    holdsManyPosts: Bool
  ) {
    guard !findings.isEmpty else { return }
    for finding in findings {
      switch finding.settlement {
      case nil: summary.counts.add(finding.severity)
      case .settled: summary.settledCount += 1
      case .suppressed: summary.suppressedCount += 1
      case .accepted: summary.acceptedCount += 1
      }
    }
    reporter.report(
      FileFindings(
        path: path,
        source: source,
        diagnostics: findings,
        holdsManyPosts: holdsManyPosts
      ),
      into: &output
    )
    if output.bytes.count > 1 << 16 { flush() }
  }

  /// Hands what has been written to the sink.
  private mutating func flush() {
    guard !output.bytes.isEmpty, sinkIsOpen else { return }
    sinkIsOpen = sink(output.bytes)
    output.removeAll()
  }
}
