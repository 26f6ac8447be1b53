internal import WatchwordDrafts
internal import WatchwordEngine
internal import WatchwordReports
public import WatchwordText

/// Prints what the analysis sees in drafts, one line of JSON a post.
public struct InspectRun {
  /// The day of posts that name none.
  private let asOf: CivilDate
  /// Where output goes.
  private let sink: ([UInt8]) -> Bool
  /// What is known of the layout of drafts.
  private var options = ReadingOptions()
  /// Looks at posts.
  private let inspector = Inspector()
  /// Writes what it sees.
  private var report = InspectionReport()
  /// What was written and nobody has taken.
  private var output = Output()
  /// Whether the sink takes more.
  private var sinkIsOpen = true

  /// Inspects drafts and returns the files that could not be read.
  ///
  /// - Parameters:
  ///   - asOf: The day of posts that name none.
  ///   - sink: Takes output in pieces; returns false where nobody reads it any more.
  /// - Throws: A failure where a configuration holds mistakes.
  public static func run(
    _ question: CheckPlan.Question,
    asOf: CivilDate,
    sink: @escaping ([UInt8]) -> Bool
  ) throws(CheckPlan.Failure) -> [FileProblem] {
    var search = PlannedSearch(question)
    try search.run()
    try search.refuseMistakes(needsBaseline: false)
    var run = InspectRun(asOf: asOf, sink: sink)
    var source = PieceSource(search.items)
    var problems: [FileProblem] = []
    while run.sinkIsOpen, let next = source.next() {
      do throws(FileProblem) {
        run.options = next.profile.map { search[$0].reading } ?? ReadingOptions()
        try run.inspect(next.piece)
      } catch {
        problems.append(error)
      }
    }
    run.flush()
    return problems
  }

  /// Makes a run.
  private init(asOf: CivilDate, sink: @escaping ([UInt8]) -> Bool) {
    self.asOf = asOf
    self.sink = sink
  }

  /// Inspects the posts of a piece.
  private mutating func inspect(_ piece: Piece) throws(FileProblem) {
    switch piece {
    case .file(let path):
      let draft = try ReadDraft(FileSystem.open(path), path: path, options: options)
      inspect(draft.reading.posts)
    case .opened(let stream, let start, let path):
      let draft = try ReadDraft(stream, start: start, path: path, options: options)
      inspect(draft.reading.posts)
    case .lines(let batch, let path):
      let reader = JSONLinesReader(path: path, options: options)
      batch.forEachLine { inspect(reader.read($0).posts) }
    case .stored, .endOfLines: break
    case .unusable(let problem): throw problem
    }
  }

  /// Inspects posts.
  private mutating func inspect(_ posts: [Post]) {
    for post in posts {
      let seen = inspector.inspect(post, asOf: asOf)
      report.append(
        post: post.id,
        text: post.text,
        sentences: seen.analysis.sentences,
        entities: seen.entities,
        times: seen.times,
        lengths: seen.lengths,
        into: &output
      )
    }
    if output.bytes.count > 1 << 16 { flush() }
  }

  /// Hands what was written to the sink.
  private mutating func flush() {
    guard sinkIsOpen, !output.bytes.isEmpty else { return }
    sinkIsOpen = sink(output.bytes)
    output.removeAll()
  }
}
