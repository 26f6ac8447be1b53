internal import ArgumentParser
internal import WatchwordText
internal import WatchwordWorkspace

/// `watchword inspect`: what the analysis saw.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Print what the analysis sees in drafts, one line of JSON a post.",
    discussion: """
      For pack authors: sentences, entities (hashtags, mentions, addresses, numbers with a meaning), \
      dates and times with tense and precision, and lengths as platforms count them. Offsets are \
      UTF-8 bytes of the post's text. The output quotes the text: do not run it where logs are public.
      """
  )

  @Argument(help: ArgumentHelp("Files, directories, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp(
      "The path that standard input counts as; its ending decides the format.",
      valueName: "path"
    )
  )
  var standardInputPath = "standard-input.txt"

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day to judge by where a post has no publish-at; today without it.",
      valueName: "YYYY-MM-DD"
    )
  )
  var asOf: String?

  @OptionGroup(title: "How drafts are laid out")
  var layout: LayoutOptions

  @OptionGroup(title: "Which drafts")
  var search: SearchArguments

  @OptionGroup
  var configuration: ConfigurationOptions

  /// Refuses a day that does not exist.
  func validate() throws {
    if let asOf, CivilDate(asOf) == nil {
      throw ValidationError("“\(asOf)” is not a day; write it as YYYY-MM-DD, such as 2026-11-22")
    }
  }

  /// Prints the lines; ends with status 2 where a file could not be read.
  func run() throws {
    Process.ignoreClosedPipes()
    var question = CheckPlan.Question(paths: paths)
    question.standardInputPath = standardInputPath
    question.configuration = configuration.source
    question.search = search.options
    question.flags.reading = layout.reading
    let problems = try PlanFailure.guarding { [question] () throws(CheckPlan.Failure) in
      try InspectRun.run(
        question,
        asOf: CivilDate(asOf ?? Process.today()) ?? CivilDate(dayNumber: 0),
        sink: StandardOutput.write
      )
    }
    for problem in problems {
      StandardError.write("watchword: \(problem.path): \(problem.reason)\n")
    }
    if !problems.isEmpty { throw ExitCode(2) }
  }
}
