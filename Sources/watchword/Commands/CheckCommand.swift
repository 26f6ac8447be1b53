internal import ArgumentParser
internal import WatchwordDiagnostics
internal import WatchwordReports

/// `watchword check`: the main job.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check drafts and print what is found.",
    discussion: """
      Drafts are Markdown (.md, .markdown), plain text (.txt), content calendars (.csv, .tsv), JSON \
      Lines (.jsonl, .ndjson: one object with "text" a line) and, where it is named, JSON (.json). \
      In a directory, files with other endings, hidden ones and \
      READMEs are passed over. Front matter says who speaks, where and when, and who has said yes; \
      in JSON Lines the same keys stand beside "text":

        ---
        presence: sponsored
        platform: x
        publish-at: 2026-06-02
        approved-by: unit media officer
        approved-on: 2026-06-01
        ---

      The nearest watchword.yml at or above a draft says what else applies: packs, severities, \
      what holds for drafts in a directory (--show-config FILE prints it).

      To let one finding go, say why in the draft:

        <!-- watchword: allow swearing because it is a title until 2027-01-31 -->

      Exit status: 0 nothing at or above --fail-level, 1 findings, 2 something could not be read \
      or checked.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Files, directories, or - for standard input.",
      valueName: "path"
    )
  )
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "How to print: full (the default), concise (a line for each finding), json or jsonl (for machines).",
      valueName: "format"
    ),
    transform: { try Choice.of($0, as: ReportFormat.self) }
  )
  var format = CheckArguments().format

  @Option(
    name: .customLong("fail-level"),
    help: ArgumentHelp(
      "The lowest severity that ends with status 1: note, warning or error (the default).",
      valueName: "severity"
    ),
    transform: { try Choice.of($0, as: Severity.self) }
  )
  var failLevel: Severity?

  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp(
      """
      The path that standard input counts as; its ending decides the format, which is Markdown \
      without it.
      """,
      valueName: "path"
    )
  )
  var standardInputPath: String?

  @Flag(
    help: """
      Check what is staged in git, as it is in the index, whatever the work tree holds; paths \
      narrow it down.
      """
  )
  var staged = false

  @Option(
    help: ArgumentHelp(
      """
      Check the posts that changed since a git revision, whole posts; with --staged those of the \
      index, otherwise those of the work tree.
      """,
      valueName: "revision"
    )
  )
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Let findings go that this baseline holds; `watchword baseline` writes one.",
      valueName: "file"
    )
  )
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "How many drafts to check at once (one for each processor); the report is the same.",
      valueName: "number"
    )
  )
  var jobs: Int?

  @Option(
    name: .customLong("allowed-signers"),
    help: ArgumentHelp(
      "Verify signatures under approvals by this file, in the form ssh-keygen and git use.",
      valueName: "file"
    )
  )
  var allowedSigners: String?

  @Flag(
    name: .customLong("require-signature"),
    help: "Take no approval without a signature; needs --allowed-signers."
  )
  var requiresSignature = false

  @Flag(help: "Say on standard error where the time went, by stage and by rule.")
  var timing = false

  @Option(
    name: .customLong("show-config"),
    help: ArgumentHelp(
      "Print what applies to this draft, and where each value was said, in place of checking.",
      valueName: "file"
    )
  )
  var shownPath: String?

  @Flag(
    name: .customLong("show-settled"),
    help: "Also print findings that a key settles, or that a suppression or the baseline lets go."
  )
  var showsSettled = false

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

  /// Asks for something to check.
  func validate() throws { try arguments.validate() }

  /// Checks, reports, and ends with the status of the outcome.
  func run() throws { try arguments.run() }

  /// What is asked for.
  var arguments: CheckArguments {
    CheckArguments(
      paths: paths,
      format: format,
      failLevel: failLevel,
      standardInputPath: standardInputPath,
      staged: staged,
      since: since,
      baseline: baseline,
      jobs: jobs,
      allowedSigners: allowedSigners,
      requiresSignature: requiresSignature,
      timing: timing,
      shownPath: shownPath,
      showsSettled: showsSettled,
      colour: output.colour,
      layout: layout.chosen,
      search: search.options,
      context: context.chosen,
      packs: packs.chosen
    )
  }
}
