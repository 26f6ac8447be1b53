internal import ArgumentParser
internal import WatchwordReports
internal import WatchwordWorkspace

/// `watchword baseline`: accept what is found today.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Record today's findings, so that only new ones count from now on.",
    discussion: """
      A repository that adopts the tool has posts that are out already. The baseline names their \
      findings by fingerprint: rule, words and post, never a line or a count. Then:

        watchword baseline drafts/
        watchword check --baseline \(BaselineFile.usualName) drafts/

      A finding whose words change counts again. --prune drops entries that nothing needs any more.

      Exit status: 0 written, 2 something could not be read, checked or written.
      """
  )

  @Argument(help: ArgumentHelp("Files and directories.", valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The baseline; without it, that of the configuration, or \(BaselineFile.usualName).",
      valueName: "file"
    )
  )
  var file: String?

  @Flag(help: "Drop the entries that nothing in the drafts needs any more; add none.")
  var prune = false

  @Flag(help: "Record anew where there is a baseline already.")
  var replace = false

  @OptionGroup(title: "How drafts are laid out")
  var layout: LayoutOptions

  @OptionGroup(title: "Which drafts")
  var search: SearchArguments

  @OptionGroup(title: "What holds for every post")
  var context: ContextOptions

  @OptionGroup(title: "Rules")
  var packs: PackOptions

  /// Refuses what cannot be meant.
  func validate() throws {
    if prune, replace { throw ValidationError("--prune and --replace cannot go together") }
    if paths.contains("-") { throw ValidationError("standard input has no place in a baseline") }
  }

  /// Checks, and writes what was found.
  func run() throws {
    Process.ignoreClosedPipes()
    var question = packs.question(paths)
    question.search = search.options
    question.flags.context = context.context
    question.flags.reading = layout.reading
    question.flags.usesBaseline = false
    let plan = try PlanFailure.guarding { [question] () throws(CheckPlan.Failure) in
      try CheckPlan.make(question)
    }
    guard file != nil || plan.namedBaselines.count < 2 else {
      let names = plan.namedBaselines.joined(separator: ", ")
      StandardError.write(
        "watchword: these drafts have several baselines (\(names)); name one with --file\n"
      )
      throw ExitCode(2)
    }
    let file = file ?? plan.namedBaselines.first ?? BaselineFile.usualName
    var request = CheckRequest(asOf: context.day)
    request.remembersFindings = true
    var check = CheckRun(
      plan,
      request,
      reporter: ReportFormat.jsonl.reporter(),
      sink: { _ in true }
    )
    let summary = check.run()
    guard summary.outcome != .incomplete else {
      StandardError.write(summary.closingLines() + "watchword: nothing was written\n")
      throw ExitCode(2)
    }
    do throws(FileProblem) {
      try write(Baseline(check.found), to: file)
    } catch {
      StandardError.write("watchword: \(error.path): \(error.reason)\n")
      throw ExitCode(2)
    }
  }

  /// Writes or shortens the baseline and says so.
  private func write(_ found: Baseline, to file: String) throws(FileProblem) {
    if prune {
      let known = try BaselineFile.read(file)
      let kept = known.keeping(found.fingerprints)
      if kept != known { try BaselineFile.replace(file, with: kept) }
      let dropped = Count.of(known.entries.count - kept.entries.count, "entry", "entries")
      StandardError.write("Dropped \(dropped) from \(file); \(kept.entries.count) left.\n")
      return
    }
    if replace {
      try BaselineFile.replace(file, with: found)
    } else {
      try BaselineFile.create(found, at: file)
    }
    StandardError.write("Recorded \(Count.of(found.entries.count, "finding")) in \(file).\n")
  }
}
