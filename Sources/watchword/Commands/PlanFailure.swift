internal import ArgumentParser
internal import WatchwordDiagnostics
internal import WatchwordReports
internal import WatchwordText
internal import WatchwordWorkspace

/// Says why nothing can be checked.
enum PlanFailure {
  /// Does some work; prints why it cannot be done and ends with status 2 where that is so.
  static func guarding<Value>(
    _ work: () throws(CheckPlan.Failure) -> Value
  ) throws -> Value {
    do throws(CheckPlan.Failure) {
      return try work()
    } catch {
      switch error {
      case .mistakes(let problems, let texts):
        Mistakes.print(problems, to: StandardError.write) { texts[$0] }
      case .unreadable(let problems):
        for problem in problems {
          StandardError.write("watchword: \(problem.path): \(problem.reason)\n")
        }
      case .git(let problem):
        StandardError.write("watchword: \(problem.reason)\n")
      }
      throw ExitCode(2)
    }
  }
}

/// Prints the mistakes in packs and configurations.
enum Mistakes {
  /// Prints each mistake with its place, then a line that sums up.
  static func print(
    _ problems: [Diagnostic],
    to write: (String) -> Void,
    text: (String) -> SourceText?
  ) {
    var output = Output()
    for problem in problems {
      // Every one has words of its own, so that none is folded as a repeat.
      var reporter = ReportFormat.full.reporter()
      reporter.report(
        FileFindings(
          path: problem.path,
          source: text(problem.path) ?? SourceText(""),
          diagnostics: [problem]
        ),
        into: &output
      )
      if problem != problems.last { output.append("\n") }
    }
    write(output.text)
    let isOfPacks = problems.contains { $0.rule.pack != "config" }
    let place = isOfPacks ? "rule packs" : "the configuration"
    write("\n\(Count.of(problems.count, "mistake")) in \(place). Nothing was checked.\n")
  }
}
