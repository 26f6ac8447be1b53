internal import ArgumentParser
internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordReports
internal import WatchwordRules
internal import WatchwordText
internal import WatchwordWorkspace

/// Which packs a command works with.
struct PackOptions: ParsableArguments {
  @Option(
    name: [.customLong("packs"), .customLong("pack")],
    help: ArgumentHelp(
      """
      A rule pack: the id of a built-in pack, or a directory that holds a pack.yml; may be \
      repeated. Without it, the built-in packs that are on by default.
      """,
      valueName: "pack"
    )
  )
  var packs: [String] = []

  @Flag(
    name: .customLong("no-cache"),
    help: ArgumentHelp(
      "Compile packs in directories anew, and keep nothing.",
      discussion: """
        What packs compile to is kept in the directory for caches of this user, or the one that \
        WATCHWORD_CACHE_DIR names.
        """
    )
  )
  var noCache = false

  /// The rules of the packs, whole; prints mistakes and ends with status 2 where there are any.
  func rules() throws -> [ResolvedRule] {
    let selection = PackSelection.load(packs)
    guard selection.unread.isEmpty else { throw report(.unread(selection.unread)) }
    let problems = selection.program.problems
    guard problems.isEmpty else { throw report(.mistakes(problems, in: selection.loaded)) }
    return selection.rules
  }

  /// The packs compiled; prints their mistakes and ends with status 2 where there are any.
  func program() throws -> Program {
    let cache = noCache ? nil : ProgramCache.standard(Process.environment)
    do throws(ProgramStore.Failure) {
      return try ProgramStore(cache: cache).program(of: packs)
    } catch {
      throw report(error)
    }
  }

  /// Says why there is no program; returns the status to end with.
  private func report(_ failure: ProgramStore.Failure) -> ExitCode {
    switch failure {
    case .unread(let problems):
      for problem in problems {
        StandardError.write("watchword: \(problem.path): \(problem.reason)\n")
      }
    case .mistakes(let problems, let loaded):
      PackProblems.print(problems, of: loaded, to: StandardError.write)
    }
    return ExitCode(2)
  }
}

/// Prints the mistakes in packs.
enum PackProblems {
  /// Prints each mistake with its place, then a line that sums up.
  static func print(
    _ problems: [Diagnostic],
    of packs: [PackLibrary.Loaded],
    to write: (String) -> Void
  ) {
    var output = Output()
    var reporter = ReportFormat.full.reporter()
    var paths: [String] = []
    for problem in problems where !paths.contains(problem.path) { paths.append(problem.path) }
    for path in paths {
      let text = packs.lazy.compactMap { $0.text(of: path) }.first ?? SourceText("")
      reporter.report(
        FileFindings(path: path, source: text, diagnostics: problems.filter { $0.path == path }),
        into: &output
      )
    }
    write(output.text)
    write("\n\(Count.of(problems.count, "mistake")) in rule packs. Nothing was checked.\n")
  }
}
