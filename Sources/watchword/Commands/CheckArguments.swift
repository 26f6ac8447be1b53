internal import ArgumentParser
internal import WatchwordDiagnostics
internal import WatchwordReports
internal import WatchwordWorkspace

/// What a call of `watchword check` asks for, whoever read it: ``CheckCommand`` or ``PlainCheckReader``.
struct CheckArguments: Equatable {
  /// Files, directories, and `-` for standard input.
  var paths: [String] = []
  /// How to print.
  var format = ReportFormat.full
  /// The lowest severity that fails.
  var failLevel: Severity?
  /// The path that standard input counts as.
  var standardInputPath: String?
  /// Whether what is staged in git is checked.
  var staged = false
  /// The git revision since which posts changed.
  var since: String?
  /// The baseline.
  var baseline: String?
  /// How many drafts to check at once.
  var jobs: Int?
  /// The file by which signatures are verified.
  var allowedSigners: String?
  /// Whether approvals count with a signature alone.
  var requiresSignature = false
  /// Whether to say where the time went.
  var timing = false
  /// The draft whose configuration is printed in place of checking.
  var shownPath: String?
  /// Whether settled findings are printed.
  var showsSettled = false
  /// When output is coloured.
  var colour = ColourChoice.auto
  /// How drafts are laid out.
  var layout = LayoutChoice()
  /// Which drafts are left out.
  var search = SearchOptions()
  /// What holds for every post.
  var context = ContextChoice()
  /// The packs.
  var packs = PackChoice()

  /// Asks for something to check.
  func validate() throws {
    if shownPath != nil { return }
    if let jobs, jobs < 1 { throw ValidationError("--jobs is a number from 1 on") }
    if requiresSignature, allowedSigners == nil {
      throw ValidationError("--require-signature needs --allowed-signers, which says whose count")
    }
    if staged || since != nil {
      guard !paths.contains("-"), standardInputPath == nil else {
        throw ValidationError("standard input is not in git; leave out - and --stdin-filename")
      }
    } else if paths.isEmpty, standardInputPath == nil {
      throw ValidationError("name a draft, a directory, or - for standard input")
    }
  }

  /// Checks, reports, and ends with the status of the outcome.
  func run() throws {
    Process.ignoreClosedPipes()
    if let shownPath {
      let text = try PlanFailure.guarding { () throws(CheckPlan.Failure) in
        try CheckPlan.explanation(of: shownPath, question)
      }
      StandardOutput.write(text)
      return
    }
    let plan = try PlanFailure.guarding { () throws(CheckPlan.Failure) in
      try CheckPlan.make(question)
    }
    let colouring = format.isForMachines ? .plain : colour.forOutput
    var request = CheckRequest(asOf: context.day, threadLimit: jobs)
    if let allowedSigners { request.signatures = try signatures(by: allowedSigners) }
    if timing { request.clock = Process.nanoseconds }
    var run = CheckRun(
      plan,
      request,
      reporter: format.reporter(ReportOptions(colouring: colouring, showsSettled: showsSettled)),
      sink: StandardOutput.write
    )
    let summary = run.run()
    if format.isForMachines { StandardError.write(summary.closingLines()) }
    if let timing = run.timing { StandardError.write(timing) }
    // The process ends with everything it has: taking it apart would take longer than many a check.
    withExtendedLifetime((plan, run)) { Process.exit(Int32(summary.outcome.rawValue)) }
  }

  /// Whose signatures count; ends with status 2 where the file cannot be read.
  private func signatures(by path: String) throws -> SignaturePolicy {
    do throws(FileProblem) {
      return try SignaturePolicy(signers: path, isRequired: requiresSignature)
    } catch {
      StandardError.write("watchword: \(error.path): \(error.reason)\n")
      throw ExitCode(2)
    }
  }

  /// What to check, with what flags say.
  private var question: CheckPlan.Question {
    var question = packs.question(paths.isEmpty ? ["-"] : paths)
    if let standardInputPath { question.standardInputPath = standardInputPath }
    if staged || since != nil {
      question.git = .init(isStaged: staged, revision: since, paths: paths)
    }
    question.search = search
    question.flags.context = context.context
    question.flags.reading = layout.reading
    question.flags.failLevel = failLevel
    question.flags.baseline = baseline
    return question
  }
}
