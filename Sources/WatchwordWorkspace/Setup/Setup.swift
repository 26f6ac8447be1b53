/// Sets a directory up for use: a configuration, and on request a git hook and a job for CI.
///
/// Nothing that is there is ever changed. All obstacles are looked for before the first file is written.
public struct Setup {
  /// A system that runs checks of a repository.
  public enum ContinuousIntegration: String, CaseIterable, Sendable {
    /// GitHub Actions.
    case github
    /// GitLab CI/CD.
    case gitlab
  }

  /// What happened to a file.
  public enum Step: Hashable, Sendable {
    /// It was written; its path.
    case wrote(String)
    /// It was there and was left alone; its path.
    case kept(String)
  }

  /// A file to be written.
  private struct NewText {
    /// Where, as a user of the working directory writes it.
    var path: String
    /// What.
    var text: String
    /// Whether it is a program.
    var isProgram = false
  }

  /// The files to be written, in order.
  private var files: [NewText] = []
  /// What was found to be there and is left alone.
  private var kept: [String] = []

  /// Plans what to write.
  ///
  /// - Parameters:
  ///   - directory: The directory that the configuration is for.
  ///   - hook: Whether a git hook is wanted.
  ///   - ci: The system that a job is wanted for, if one is.
  /// - Throws: A problem where a file that was asked for is there, or has no place to be.
  public init(
    directory: String,
    hook: Bool,
    ci: ContinuousIntegration?
  ) throws(FileProblem) {
    guard try FileSystem.kind(of: directory) == .directory else {
      throw FileProblem(path: directory, reason: "it is not a directory")
    }
    let place = FilePlace.directory(directory)
    let configuration = FilePlace.join(place, ConfigurationLibrary.fileName)
    if FileSystem.exists(configuration) {
      guard hook || ci != nil else {
        throw FileProblem(
          path: FilePlace.written(configuration),
          reason: "there is a configuration already; nothing was written"
        )
      }
      kept.append(FilePlace.written(configuration))
    } else {
      plan(configuration, StarterFiles.configuration)
    }
    if hook { try planHook(directory: place) }
    if let ci { try planJob(ci, directory: place) }
  }

  /// Writes the files and tells of each step once it is done.
  public func run(tell: (Step) -> Void) throws(FileProblem) {
    for path in kept { tell(.kept(path)) }
    for file in files {
      try FileSystem.makeDirectories(above: file.path)
      try NewFile.create(file.path, holding: Array(file.text.utf8), isProgram: file.isProgram)
      tell(.wrote(file.path))
    }
  }

  /// Plans a file at an absolute path.
  private mutating func plan(_ path: String, _ text: String, isProgram: Bool = false) {
    files.append(NewText(path: FilePlace.written(path), text: text, isProgram: isProgram))
  }

  /// Plans the hook, where git would look for it.
  private mutating func planHook(directory: String) throws(FileProblem) {
    let top: String
    let git: String
    let hooks: String
    do throws(GitProblem) {
      let answer = try GitCommand.ask(["-C", directory, "rev-parse", "--show-toplevel"])
      top = FilePlace.directory(Self.line(answer))
      git = FilePlace.directory(
        Self.line(try GitCommand.ask(["-C", top, "rev-parse", "--git-common-dir"])),
        from: top
      )
      // A relative `core.hooksPath` counts from the top, where hooks are run.
      let named = try GitCommand.ask(["-C", top, "rev-parse", "--git-path", "hooks"])
      hooks = FilePlace.directory(Self.line(named), from: top)
    } catch {
      throw FileProblem(
        path: FilePlace.written(directory),
        reason: "there is no place for a hook: \(error.reason)"
      )
    }
    guard [top, git].contains(where: { hooks == $0 || hooks.hasPrefix($0 + "/") }) else {
      throw FileProblem(
        path: hooks,
        reason:
          "git keeps the hooks of several repositories here (core.hooksPath); add to its pre-commit: \(StarterFiles.hookLine)"
      )
    }
    let path = FilePlace.join(hooks, "pre-commit")
    guard !FileSystem.exists(path) else {
      throw FileProblem(
        path: FilePlace.written(path),
        reason: "there is a hook already; nothing was written; add to it: \(StarterFiles.hookLine)"
      )
    }
    plan(path, StarterFiles.hook, isProgram: true)
  }

  /// Plans the job, at the top of the repository.
  private mutating func planJob(
    _ ci: ContinuousIntegration,
    directory: String
  ) throws(FileProblem) {
    var top = directory
    while !GitIgnore.isTop(top), let parent = FilePlace.parent(of: top) { top = parent }
    if !GitIgnore.isTop(top) { top = directory }
    let drafts = FilePlace.written(directory, from: top)
    let path = FilePlace.join(top, StarterFiles.jobPath(ci))
    guard !FileSystem.exists(path) else {
      throw FileProblem(
        path: FilePlace.written(path),
        reason:
          "there is such a file already; nothing was written; add a step to it: \(StarterFiles.checkLine(drafts))"
      )
    }
    plan(path, StarterFiles.job(ci, drafts: drafts))
  }

  /// An answer of git without its line end.
  private static func line(_ answer: [UInt8]) -> String {
    String(decoding: answer.last == 0x0A ? answer.dropLast() : answer[...], as: UTF8.self)
  }
}
