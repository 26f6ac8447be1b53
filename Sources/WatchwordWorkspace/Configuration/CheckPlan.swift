public import WatchwordDiagnostics
public import WatchwordDrafts
public import WatchwordEngine
public import WatchwordText

/// What a run checks, worked out before the first draft is read: the drafts, what applies to each, and the rules.
///
/// Every mistake in a configuration or a pack is known by then, so that none stops a run halfway.
public struct CheckPlan: Sendable {
  /// What to check.
  public struct Question: Sendable {
    /// Files, directories, and `-` for standard input.
    public var paths: [String]
    /// The path that standard input counts as.
    public var standardInputPath = "standard-input.md"
    /// What to ask git for, in place of ``paths``; nil where nobody asked.
    public var git: GitDrafts.Question?
    /// Where configurations come from.
    public var configuration = ConfigurationLibrary.Source.nearest
    /// What is passed over.
    public var search = SearchOptions()
    /// Where programs come from.
    public var programs = ProgramStore(cache: nil)
    /// What flags say about every draft.
    public var flags = RunFlags()

    /// Makes a question about paths.
    public init(paths: [String]) {
      self.paths = paths
    }
  }

  /// Why there is no plan.
  public enum Failure: Error, Sendable {
    /// Configurations or packs hold mistakes; with the texts of the files by path.
    case mistakes([Diagnostic], texts: [String: SourceText])
    /// Files that could not be read.
    case unreadable([FileProblem])
    /// Git could not tell what changed.
    case git(GitProblem)

    /// The mistakes in packs.
    ///
    /// - Parameter texts: The texts of configurations, in which words for vocabularies may hold some.
    static func mistakes(
      _ problems: [Diagnostic],
      of packs: [PackLibrary.Loaded],
      texts: [String: SourceText]
    ) -> Failure {
      var texts = texts
      for problem in problems where texts[problem.path] == nil {
        texts[problem.path] = packs.lazy.compactMap { $0.text(of: problem.path) }.first
      }
      // A phrase in several sets of a program is one mistake.
      var unique: [Diagnostic] = []
      for problem in problems where !unique.contains(problem) { unique.append(problem) }
      return .mistakes(unique, texts: texts)
    }
  }

  /// One thing to check.
  enum Item: Sendable {
    /// A draft in a file.
    case file(String, profile: Int)
    /// A draft on standard input, which counts as a path.
    case standardInput(as: String, profile: Int)
    /// A draft from git.
    case stored(GitDrafts.Draft, profile: Int)
    /// A path that cannot be checked.
    case unusable(FileProblem)
  }

  /// What to check, in order.
  let items: [Item]
  /// What applies to the items.
  let profiles: [CheckProfile]
  /// The programs that the profiles name.
  let programs: [Program]
  /// Whether only posts that changed are checked.
  let comparesPosts: Bool
  /// Whether the drafts are those that changed in git.
  let isOfGit: Bool
  /// Whether a run without a draft is none that failed.
  let mayBeEmpty: Bool
  /// The baselines that the configurations of the drafts name, whatever flags say, each once.
  public let namedBaselines: [String]
  /// Sentences about what was passed over, each with a full stop.
  let notes: [String]

  /// Works out a plan.
  ///
  /// - Throws: A ``Failure`` where something asked for is not there or holds mistakes.
  public static func make(_ question: Question) throws(Failure) -> CheckPlan {
    var search = PlannedSearch(question)
    try search.run()
    return try search.plan()
  }

  /// The packs for drafts of the working directory.
  ///
  /// - Throws: A ``Failure`` where something asked for is not there or holds mistakes.
  public static func packs(_ question: Question) throws(Failure) -> PackSelection {
    var search = PlannedSearch(question)
    let settings = search.settings(for: question.standardInputPath)
    try search.refuseMistakes(needsBaseline: false)
    let asked = settings.programRequest
    let request = PackRequest(asked.packs, additions: asked.additions)
    let selection = PackSelection(request)
    guard selection.unread.isEmpty else { throw .unreadable(selection.unread) }
    // To compile packs takes ten times as long as to read them, and finds nothing in these.
    if request.builtInIDs != nil, ProgramStore.builtInsAreSound { return selection }
    let problems = selection.program.problems
    guard problems.isEmpty else {
      throw .mistakes(problems, of: selection.loaded, texts: search.configurations.texts)
    }
    return selection
  }

  /// What one draft is checked with.
  public struct DraftRules: Sendable {
    /// The rules.
    public var program: Program
    /// The day and the context from outside.
    public var options: CheckOptions
    /// What is known of its layout.
    public var reading: ReadingOptions
  }

  /// What a draft is checked with.
  ///
  /// - Throws: A ``Failure`` where something asked for is not there or holds mistakes.
  public static func rules(
    for path: String,
    _ question: Question,
    asOf: CivilDate
  ) throws(Failure) -> DraftRules {
    var search = PlannedSearch(question)
    _ = search.number(for: path)
    let plan = try search.plan()
    let profile = plan.profiles[0]
    return DraftRules(
      program: plan.programs[profile.program],
      options: CheckOptions(
        asOf: asOf,
        context: profile.context,
        unheardRules: profile.severities.offRules
      ),
      reading: profile.reading
    )
  }

  /// What is known of the layouts of drafts, by their paths.
  ///
  /// - Throws: A ``Failure`` where a configuration holds mistakes.
  public static func layouts(
    of paths: [String],
    _ question: Question
  ) throws(Failure) -> [String: ReadingOptions] {
    var search = PlannedSearch(question)
    let numbers = paths.map { search.number(for: $0) }
    try search.refuseMistakes(needsBaseline: false)
    return Dictionary(
      zip(paths, numbers.map { search[$0].reading }),
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What applies to a draft, and where it was said, as a text for people in the form of a configuration.
  ///
  /// - Throws: A ``Failure`` where a configuration holds mistakes.
  public static func explanation(
    of path: String,
    _ question: Question
  ) throws(Failure) -> String {
    var search = PlannedSearch(question)
    let settings = search.settings(for: path)
    try search.refuseMistakes(needsBaseline: false)
    return search.report(on: settings, of: path).text
  }
}
