public import WatchwordDiagnostics
public import WatchwordEngine
internal import WatchwordDrafts
internal import WatchwordText

/// Measures a program against a labelled corpus.
public struct CorpusRun {
  /// Reads a corpus of JSON Lines and measures the rules against its labels.
  ///
  /// - Parameters:
  ///   - path: The corpus: `{"id", "text", "labels": [{"class", "strength"}]}` a line.
  ///   - options: The day and the context from outside.
  ///   - level: The least severity that counts as a finding.
  /// - Throws: ``FileProblem`` where the corpus cannot be read or a line of it is broken.
  public static func run(
    _ path: String,
    program: Program,
    options: CheckOptions,
    level: Severity
  ) throws(FileProblem) -> CorpusMeasure {
    let bytes = try FileSystem.open(path).readAll(limit: ReadDraft.largestFile)
    let reading = JSONLinesReader(path: path, extraKeys: ["labels"]).read(SourceText(bytes))
    if let problem = reading.problems.first(where: { $0.severity == .error }) {
      throw FileProblem(path: path, reason: problem.message)
    }
    guard !reading.posts.isEmpty else { throw FileProblem(path: path, reason: "it holds no posts") }
    var checker = Checker(program: program, options: options)
    var measure = CorpusMeasure(level: level)
    for post in reading.posts {
      measure.count(post, findings: checker.check(post, path: path))
    }
    return measure
  }
}
