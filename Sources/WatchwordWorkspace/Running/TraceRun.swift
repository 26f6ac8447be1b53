internal import WatchwordDrafts
internal import WatchwordEngine
public import WatchwordReports
public import WatchwordText

/// Prints what rules saw in drafts and what let that go.
public struct TraceRun {
  /// What to trace.
  public struct Request: Sendable {
    /// The day of posts that name none.
    public var asOf: CivilDate
    /// Names of the rules to follow; nil for every rule that comes close.
    public var rules: [String]?
    /// How to print.
    public var format = TraceReport.Format.full
    /// Whether with colours.
    public var colouring = Colouring.plain

    /// Makes a request.
    public init(asOf: CivilDate) {
      self.asOf = asOf
    }
  }

  /// What applies to the drafts.
  private let plan: CheckPlan
  /// How to trace.
  private let request: Request
  /// Where output goes.
  private let sink: ([UInt8]) -> Bool
  /// Follow rules, by the numbers of profiles.
  private var tracers: [Int: Tracer] = [:]
  /// Writes what they see.
  private var report: TraceReport
  /// The posts so far.
  private var postCount = 0
  /// What was written and nobody has taken.
  private var output = Output()
  /// Whether the sink takes more.
  private var sinkIsOpen = true

  /// Traces drafts and returns the files that could not be read.
  ///
  /// - Parameter sink: Takes output in pieces; returns false where nobody reads it any more.
  /// - Throws: A failure where a configuration or a pack holds mistakes.
  public static func run(
    _ question: CheckPlan.Question,
    _ request: Request,
    sink: @escaping ([UInt8]) -> Bool
  ) throws(CheckPlan.Failure) -> [FileProblem] {
    var run = TraceRun(plan: try CheckPlan.make(question), request, sink: sink)
    var source = PieceSource(run.plan.items)
    var problems: [FileProblem] = []
    while run.sinkIsOpen, let next = source.next() {
      do throws(FileProblem) {
        try run.trace(next.piece, profile: next.profile ?? 0)
      } catch {
        problems.append(error)
      }
    }
    run.report.end(postCount: run.postCount, into: &run.output)
    run.flush()
    return problems
  }

  /// Makes a run.
  private init(plan: CheckPlan, _ request: Request, sink: @escaping ([UInt8]) -> Bool) {
    self.plan = plan
    self.request = request
    self.sink = sink
    report = TraceReport(request.format, colouring: request.colouring)
  }

  /// Traces the posts of a piece.
  private mutating func trace(_ piece: Piece, profile number: Int) throws(FileProblem) {
    let options = plan.profiles[number].reading
    switch piece {
    case .file(let path):
      try trace(ReadDraft(FileSystem.open(path), path: path, options: options), path, number)
    case .opened(let stream, let start, let path):
      let draft = try ReadDraft(stream, start: start, path: path, options: options)
      trace(draft, path, number)
    case .lines(let batch, let path):
      let reader = JSONLinesReader(path: path, options: options)
      batch.forEachLine { trace(reader.read($0).posts, path, $0, number, holdsManyPosts: true) }
    case .stored, .endOfLines: break
    case .unusable(let problem): throw problem
    }
  }

  /// Traces the posts of a draft.
  private mutating func trace(_ draft: ReadDraft, _ path: String, _ number: Int) {
    trace(
      draft.reading.posts,
      path,
      draft.source,
      number,
      holdsManyPosts: draft.holdsManyPosts
    )
  }

  /// Traces posts.
  private mutating func trace(
    _ posts: [Post],
    _ path: String,
    _ source: SourceText,
    _ number: Int,
    holdsManyPosts: Bool
  ) {
    let profile = plan.profiles[number]
    let options = CheckOptions(
      asOf: request.asOf,
      context: profile.context,
      unheardRules: profile.severities.offRules
    )
    var tracer =
      tracers.removeValue(forKey: number)
      ?? Tracer(program: plan.programs[profile.program], options: options, rules: request.rules)
    report.append(
      tracer.traces(of: posts, path: path),
      source: source,
      holdsManyPosts: holdsManyPosts,
      into: &output
    )
    tracers[number] = tracer
    postCount += posts.count
    if output.bytes.count > 1 << 16 { flush() }
  }

  /// Hands what was written to the sink.
  private mutating func flush() {
    guard sinkIsOpen, !output.bytes.isEmpty else { return }
    sinkIsOpen = sink(output.bytes)
    output.removeAll()
  }
}
