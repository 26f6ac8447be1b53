internal import ArgumentParser
internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordReports
internal import WatchwordRules
internal import WatchwordWorkspace

/// `watchword trace`: why rules speak or stay silent.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Show what each rule saw in drafts, what is missing, and what let it go.",
    discussion: """
      For those who write rules and ask why one is silent. Each rule of which something stands in a \
      post is shown, those nearest to speaking first: the words it found for its parts, the parts it \
      lacks, and the exception, quotation, negation, date or other rule that let a match go, with the \
      words that did. --rule follows one rule whatever it saw.

      What adds up over drafts, baselines and severities of a configuration are not looked at. \
      The output quotes the text: do not run it where logs are public.

      Exit status: 0 done, 2 a draft could not be read, a pack has mistakes, or there is no such rule.
      """
  )

  @Argument(help: ArgumentHelp("Files, directories, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp(
      "Follow this rule, as pack/name or by its name alone; may be repeated.",
      valueName: "rule"
    )
  )
  var rules: [String] = []

  @Option(
    help: ArgumentHelp(
      "How to print: full (the default), or jsonl (a line for each post and rule).",
      valueName: "format"
    ),
    transform: { try Choice.of($0, as: TraceReport.Format.self) }
  )
  var format = TraceReport.Format.full

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp(
      "The path that standard input counts as; its ending decides the format.",
      valueName: "path"
    )
  )
  var standardInputPath: String?

  @OptionGroup
  var output: ColourOptions

  @OptionGroup(title: "How drafts are laid out")
  var layout: LayoutOptions

  @OptionGroup(title: "Which drafts")
  var search: SearchArguments

  @OptionGroup(title: "What holds for every post")
  var context: ContextOptions

  @OptionGroup(title: "Rules")
  var packs: PackOptions

  /// Traces; ends with status 2 where something could not be read.
  func run() throws {
    Process.ignoreClosedPipes()
    if !rules.isEmpty { try refuseUnknownRules() }
    var question = packs.question(paths)
    if let standardInputPath { question.standardInputPath = standardInputPath }
    question.search = search.options
    question.flags.context = context.context
    question.flags.reading = layout.reading
    var request = TraceRun.Request(asOf: context.day)
    request.rules = rules.isEmpty ? nil : rules
    request.format = format
    request.colouring = output.colour.forOutput
    let problems = try PlanFailure.guarding { [question, request] () throws(CheckPlan.Failure) in
      try TraceRun.run(question, request, sink: StandardOutput.write)
    }
    for problem in problems {
      StandardError.write("watchword: \(problem.path): \(problem.reason)\n")
    }
    if !problems.isEmpty { throw ExitCode(2) }
  }

  /// Ends with status 2 where a rule is not in the packs.
  private func refuseUnknownRules() throws {
    let known = try packs.rules(saysWhich: false)
    for name in rules where !known.contains(where: { $0.isNamed(name) }) {
      let names = known.flatMap { [$0.rule.id.name, $0.rule.id.description] }
      throw UnknownRule.refusal(of: name, among: names)
    }
  }
}
