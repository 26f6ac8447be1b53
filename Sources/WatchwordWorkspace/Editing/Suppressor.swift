internal import WatchwordDiagnostics
public import WatchwordDrafts
public import WatchwordEngine

/// Writes a reasoned suppression into a draft.
public struct Suppressor {
  /// What to let go, and why.
  public struct Request: Sendable {
    /// The draft.
    public var path: String
    /// The post in it; nil where only one has such a finding.
    public var post: String?
    /// The rule as the suppression shall name it: `pack/name`, or a name alone.
    public var rule: String
    /// The ids of the rules that the name stands for.
    public var ids: [String]
    /// The reason, on one line.
    public var reason: String
    /// The last day it counts, as `YYYY-MM-DD`; nil for no end.
    public var until: String?
    /// Whether it is written even where nothing needs it.
    public var isForced: Bool
    /// What is known of the draft's layout.
    public var reading = ReadingOptions()

    /// Makes a request.
    public init(
      path: String,
      post: String?,
      rule: String,
      ids: [String],
      reason: String,
      until: String?,
      isForced: Bool
    ) {
      self.path = path
      self.post = post
      self.rule = rule
      self.ids = ids
      self.reason = reason
      self.until = until
      self.isForced = isForced
    }
  }

  /// What was written.
  public struct Recorded: Hashable, Sendable {
    /// The id of the post.
    public var post: String
    /// The number of findings it lets go.
    public var count: Int
  }

  /// The request.
  private let request: Request
  /// Checks the draft.
  private var checker: Checker
  /// The rules.
  private let program: Program

  /// Makes a suppressor that finds by a program's rules what a suppression is for.
  public init(
    _ request: Request,
    program: Program,
    options: CheckOptions
  ) {
    self.request = request
    self.program = program
    checker = Checker(program: program, options: options)
  }

  /// Writes the suppression.
  ///
  /// - Throws: A problem where there is no such post, nothing to let go, or no place for it.
  public mutating func write() throws(FileProblem) -> Recorded {
    let draft = try EditableDraft(request.path, options: request.reading)
    let posts = draft.reading.posts
    var findings = checker.check(posts, path: request.path, in: draft.source)
    var gathering = Gathering()
    gathering.add(checker.takeGathered())
    findings += gathering.findings(of: program).map(\.diagnostic)
    findings.removeAll { !request.ids.contains($0.rule.description) }
    let choice = try choice(in: draft, findings)
    let chosen = posts[choice.indices]
    let needed = findings.filter { finding in
      finding.settlement == nil
        && chosen.contains { $0.id == finding.post || $0.thread == finding.post }
    }
    guard !needed.isEmpty || request.isForced else {
      let isLetGo = findings.contains { $0.settlement != nil }
      throw FileProblem(
        path: request.path,
        reason: (isLetGo
          ? "what \(request.rule) finds here is let go already"
          : "\(request.rule) finds nothing here that a suppression would let go")
          + "; --force writes one all the same"
      )
    }
    let (rule, reason, until) = (request.rule, request.reason, request.until)
    let bytes = try draft.edited { editor throws(EditProblem) in
      try editor.suppressing(rule, because: reason, until: until, in: choice)
    }
    try AtomicFile.replace(request.path, holding: draft.bytes, with: bytes)
    let first = chosen.first
    let isThread = choice.indices.count > 1
    return Recorded(
      post: (isThread ? first?.thread : nil) ?? first?.id ?? "",
      count: needed.count
    )
  }

  /// The post that is meant: the one named, or else the one that has findings.
  private func choice(
    in draft: EditableDraft,
    _ findings: [Diagnostic]
  ) throws(FileProblem) -> PostChoice {
    if request.post != nil { return try draft.choice(request.post) }
    let posts = draft.reading.posts
    let ids = Set(findings.filter { $0.settlement == nil }.compactMap(\.post))
    let places = posts.indices.filter { ids.contains(posts[$0].id) }
    // Ids that do not tell posts apart do not tell which one is meant either.
    guard places.count == 1, let place = places.first, posts.count > 1,
      draft.format != .plainText
    else { return try draft.choice(nil) }
    return PostChoice(place)
  }
}
