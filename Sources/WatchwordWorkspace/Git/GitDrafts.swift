internal import WatchwordDrafts

/// The drafts that changed in a git repository, read from its index or its work tree.
public struct GitDrafts: Sendable {
  /// What to compare.
  public struct Question: Hashable, Sendable {
    /// Whether the index is read and not the work tree.
    public var isStaged: Bool
    /// The revision to compare with; nil for the last commit.
    public var revision: String?
    /// Files and directories to keep to; none for the whole repository.
    public var paths: [String]

    /// Makes a question.
    public init(isStaged: Bool, revision: String?, paths: [String]) {
      self.isStaged = isStaged
      self.revision = revision
      self.paths = paths
    }
  }

  /// One draft.
  struct Draft: Sendable {
    /// The path from the current directory.
    var path: String
    /// Its content; nil where it could not be read.
    var bytes: [UInt8]?
    /// Why not.
    var problem: String?
    /// Its content at the revision; nil where it is new or nobody asked.
    var earlier: [UInt8]?
  }

  /// The drafts, in the order of their paths.
  let drafts: [Draft]
  /// Whether only posts that changed are checked, and not every post of a changed draft.
  let comparesPosts: Bool

  /// Finds the drafts that changed.
  ///
  /// - Throws: A ``GitProblem`` where there is no git, no repository or no such revision.
  public static func find(_ question: Question) throws(GitProblem) -> GitDrafts {
    let prefix = try line(["rev-parse", "--show-prefix"])
    guard try line(["rev-parse", "--is-inside-work-tree"]) == "true" else {
      throw GitProblem("this is not the work tree of a git repository")
    }
    var changes = GitChange.read(try diff(question))
    if !question.isStaged {
      // To find renames git names contents of the work tree that it does not hold.
      for index in changes.indices { changes[index].current = nil }
      changes += try untracked(question)
    }
    changes = changes.filter { isDraft($0, prefix: prefix, named: question.paths) }
    let names =
      changes.compactMap(\.current)
      + (question.revision == nil ? [] : changes.compactMap(\.earlier))
    let blobs = try GitCommand.blobs(names)
    let drafts = changes.map { change -> Draft in
      var draft = Draft(path: Self.path(change.path, from: prefix))
      if change.isUnmerged {
        draft.problem = "it has a merge conflict"
      } else if let name = change.current {
        draft.bytes = blobs[name]
        if draft.bytes == nil { draft.problem = "its content is not in the repository" }
      } else {
        do throws(FileProblem) {
          draft.bytes = try FileSystem.open(draft.path).readAll(limit: ReadDraft.largestFile)
        } catch {
          draft.problem = error.reason
        }
      }
      if question.revision != nil { draft.earlier = change.earlier.flatMap { blobs[$0] } }
      return draft
    }
    return GitDrafts(
      drafts: drafts.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      comparesPosts: question.revision != nil
    )
  }

  /// What git says has changed.
  private static func diff(_ question: Question) throws(GitProblem) -> [UInt8] {
    var arguments = [
      "diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff", "--no-textconv",
      "--no-color", "--ignore-submodules=all",
    ]
    if question.isStaged { arguments.append("--cached") }
    if let revision = question.revision {
      let commit: String
      do throws(GitProblem) {
        commit = try line([
          "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}",
        ])
      } catch {
        throw GitProblem(
          "git knows no revision “\(revision)” here; a shallow clone may not reach back so far"
        )
      }
      arguments.append(commit)
    }
    return try GitCommand.ask(arguments + ["--"] + question.paths)
  }

  /// The files that git does not know yet and is not told to ignore.
  private static func untracked(_ question: Question) throws(GitProblem) -> [GitChange] {
    try GitCommand.ask(
      ["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--"] + question.paths
    ).split(separator: 0).map { GitChange(path: String(decoding: $0, as: UTF8.self)) }
  }

  /// The first line of an answer, without its end.
  private static func line(_ arguments: [String]) throws(GitProblem) -> String {
    var answer = try GitCommand.ask(arguments)
    if answer.last == 0x0A { answer.removeLast() }
    return String(decoding: answer, as: UTF8.self)
  }

  /// Whether a changed file is a draft: by the rules for directories, unless it was named.
  private static func isDraft(_ change: GitChange, prefix: String, named: [String]) -> Bool {
    let path = path(change.path, from: prefix)
    if named.contains(path) { return true }
    let parts = change.path.split(separator: "/")
    guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") }) else { return false }
    return DraftFinder.isDraft(String(name))
  }

  /// A path from the top of the work tree, as it is from a directory below it.
  ///
  /// - Parameter prefix: That directory from the top, with a slash at its end; empty for the top.
  static func path(_ path: String, from prefix: String) -> String {
    guard !path.hasPrefix(prefix) else { return String(path.dropFirst(prefix.count)) }
    let steps = prefix.split(separator: "/")
    let parts = path.split(separator: "/")
    var shared = 0
    while shared < steps.count, shared < parts.count, steps[shared] == parts[shared] { shared += 1 }
    return (repeatElement("..", count: steps.count - shared) + parts[shared...].map(String.init))
      .joined(separator: "/")
  }
}
