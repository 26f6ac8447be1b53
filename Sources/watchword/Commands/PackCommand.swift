internal import ArgumentParser
internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordReports
internal import WatchwordRules
internal import WatchwordText
internal import WatchwordWorkspace

/// `watchword pack`: work on rule packs.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Check, test and measure rule packs.",
    discussion: """
      For whoever writes rules. docs/rule-language.md describes the language; a day's work is: \
      edit a file, `watchword pack check DIRECTORY`, `watchword pack test DIRECTORY`.
      """,
    subcommands: [
      PackCheckCommand.self, PackTestCommand.self, PackCoverageCommand.self, PackLearnCommand.self,
    ]
  )
}

/// The packs that a `pack` command is about.
struct PackArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Ids of built-in packs, or directories that hold a pack.yml; without any, every built-in pack.",
      discussion: """
        A directory here with the id of a built-in pack is taken for what is meant, and that is said.
        """,
      valueName: "pack"
    )
  )
  var packs: [String] = []

  /// The packs, loaded and free of mistakes; prints mistakes and ends with status 2 otherwise.
  func selection() throws -> (selection: PackSelection, program: Program) {
    let names = packs.isEmpty ? PackLibrary.builtInIDs : packs
    let selection = PackSelection.load(names.map(taken))
    for problem in selection.unread {
      StandardError.write("watchword: \(problem.path): \(problem.reason)\n")
    }
    let program = selection.program
    if !program.problems.isEmpty {
      Mistakes.print(program.problems, to: StandardOutput.write) { path in
        selection.loaded.lazy.compactMap { $0.text(of: path) }.first
      }
    }
    guard selection.unread.isEmpty, program.problems.isEmpty else { throw ExitCode(2) }
    return (selection, program.program)
  }

  /// A name as it is taken: whoever stands beside a pack's directory works on that.
  private func taken(_ name: String) -> String {
    guard !packs.isEmpty, PackLibrary.isNamedTwice(name) else { return name }
    StandardError.write(
      "watchword: \(name) is taken for the directory here, not the built-in pack\n"
    )
    return "./\(name)"
  }
}

/// `watchword pack check` reports mistakes.
struct PackCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every mistake in packs, each at its exact place.",
    discussion: "Exit status: 0 no mistakes, 2 mistakes or a pack that could not be read."
  )

  @OptionGroup
  var packs: PackArguments

  /// Checks and sums up.
  func run() throws {
    Process.ignoreClosedPipes()
    let (selection, program) = try packs.selection()
    let ids = selection.chosen.map { "\($0.id) \($0.edition)" }.joined(separator: ", ")
    StandardOutput.write("No mistakes in \(ids): \(Count.of(program.allRules.count, "rule")).\n")
  }
}

/// `watchword pack test` runs examples and measures corpora.
struct PackTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of every rule, in several ways of writing.",
    discussion: """
      A `bad` example must give its rule at the marked words, a `good` one must not. Each is also \
      run with emoji in front, CRLF, a byte-order mark, in Markdown emphasis and as JSON Lines.

      Exit status: 0 all behave, 1 some do not, 2 the pack has mistakes.
      """
  )

  @Option(
    help: ArgumentHelp(
      """
      Measure precision and recall against labelled posts instead: JSON Lines of \
      {"id", "text", "labels": [{"class", "strength"}]}.
      """,
      valueName: "file"
    )
  )
  var corpus: String?

  @Option(
    help: "The lowest severity that counts as a finding in a corpus: note, warning or error.",
    transform: { try Choice.of($0, as: Severity.self) }
  )
  var level: Severity = .warning

  @Flag(help: "List each miss and each wrong alarm in a corpus; this prints the posts.")
  var list = false

  @OptionGroup
  var packs: PackArguments

  /// Runs the examples, or measures a corpus; ends with status 1 where an example fails.
  func run() throws {
    Process.ignoreClosedPipes()
    let (selection, program) = try packs.selection()
    if let corpus {
      try measure(program, against: corpus)
      return
    }
    var runs = 0
    var failures = 0
    var rules = 0
    // Each pack by itself: a pack that takes another over may switch its rules off.
    for pack in selection.chosen {
      let (program, packRules) = selection.program(of: pack)
      var test = ExampleTest(program: program)
      for rule in packRules where rule.id.pack == pack.id {
        rules += 1
        for failure in test.failures(of: rule) {
          failures += 1
          StandardOutput.write(text(of: failure, in: selection))
        }
      }
      runs += test.runCount
    }
    StandardOutput.write(
      failures == 0
        ? "All examples behave: \(Count.of(runs, "run")) of \(Count.of(rules, "rule")).\n"
        : "\(failures) of \(Count.of(runs, "run")) of \(Count.of(rules, "rule")) failed.\n"
    )
    if failures > 0 { throw ExitCode(1) }
  }

  /// Prints how the rules do against labelled posts; ends with status 2 where they cannot be read.
  private func measure(_ program: Program, against corpus: String) throws {
    do throws(FileProblem) {
      let measure = try CorpusRun.run(
        corpus,
        program: program,
        options: CheckOptions(asOf: ExampleTest.publicationDay),
        level: level
      )
      StandardOutput.write(measure.table(listsDisagreements: list))
    } catch {
      StandardError.write("watchword: \(error.path): \(error.reason)\n")
      throw ExitCode(2)
    }
  }

  /// A failure as a compiler would print it.
  private func text(of failure: ExampleTest.Failure, in selection: PackSelection) -> String {
    let place = failure.example.place
    let file = selection.file(place.file, ofPack: failure.rule.pack)
    let position = file.text?.position(at: place.range.start)
    let prefix = position.map { "\(file.path):\($0.line):\($0.scalarColumn)" } ?? file.path
    let way = failure.perturbation == .asWritten ? "" : " (\(failure.perturbation.rawValue))"
    return "\(prefix): error: \(failure.reason)\(way) [\(failure.rule)]\n"
  }
}

/// `watchword pack coverage` compares rules with guidance.
struct PackCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Show how each statement of the guidance is covered.",
    discussion: "Exit status: 0 covered, 1 below --at-least, 2 the pack has mistakes."
  )

  @Flag(help: "List every statement, not only what is missing.")
  var all = false

  @Option(
    name: .customLong("at-least"),
    help: ArgumentHelp(
      "The least share of checkable statements that rules must cover, in per cent.",
      valueName: "percent"
    )
  )
  var threshold = 100

  @OptionGroup
  var packs: PackArguments

  /// Prints the coverage; ends with status 1 below the threshold.
  func run() throws {
    Process.ignoreClosedPipes()
    let selection = try packs.selection().selection
    var isBelow = false
    for pack in selection.chosen {
      let coverage = PackCoverage(pack)
      StandardOutput.write(coverage.text(listsAll: all))
      if coverage.percent < threshold { isBelow = true }
    }
    if isBelow { throw ExitCode(1) }
  }
}
