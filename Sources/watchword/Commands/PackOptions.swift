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

  /// The rules of the packs, whole; prints mistakes and ends with status 2 where there are any.
  func rules() throws -> [ResolvedRule] {
    try load().selection.rules
  }

  /// The packs compiled; prints their mistakes and ends with status 2 where there are any.
  func program() throws -> Program {
    try load().program
  }

  /// Loads the packs and compiles them; prints their mistakes and ends with status 2 where there are any.
  private func load() throws -> (selection: PackSelection, program: Program) {
    let selection = PackSelection.load(packs)
    for problem in selection.unread {
      StandardError.write("watchword: \(problem.path): \(problem.reason)\n")
    }
    guard selection.unread.isEmpty else { throw ExitCode(2) }
    let program = selection.program
    guard program.problems.isEmpty else {
      PackProblems.print(program.problems, of: selection.loaded, to: StandardError.write)
      throw ExitCode(2)
    }
    return (selection, program.program)
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
