internal import ArgumentParser
internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordRules
internal import WatchwordText
internal import WatchwordWorkspace

/// `watchword suppress`: let a finding go, with a reason.
struct SuppressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppress",
    abstract: "Write into a draft that a finding may stand, and why.",
    discussion: """
      Markdown gets a comment, plain text a key of its front matter, a table a column, JSON a key. \
      Nothing else in the file changes.

        watchword suppress drafts/a.md swearing --because "it is the title of the play"
        watchword suppress plan.csv unit-movement --because "announced" --until 2027-01-31 --post 7

      A suppression that has ended, or that nothing needs any more, is reported by every check.

      Exit status: 0 written, 2 it could not be, or nothing needs it.
      """
  )

  @Argument(help: ArgumentHelp("The draft.", valueName: "file"))
  var path: String

  @Argument(help: ArgumentHelp("The rule whose finding may stand.", valueName: "rule"))
  var rule: String

  @Option(name: .customLong("because"), help: ArgumentHelp("Why it may.", valueName: "reason"))
  var reason: String

  @Option(help: ArgumentHelp("The last day it may; without it, for good.", valueName: "YYYY-MM-DD"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "The post, by its id, or by its place as #1, #2 …, where several have such a finding.",
      valueName: "id"
    )
  )
  var post: String?

  @Flag(name: .customLong("force"), help: "Write it even where nothing needs it.")
  var isForced = false

  @OptionGroup(title: "What holds for every post")
  var context: ContextOptions

  @OptionGroup(title: "How drafts are laid out")
  var layout: LayoutOptions

  @OptionGroup(title: "Rules")
  var packs: PackOptions

  /// The reason on one line.
  private var words: String { reason.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Refuses what cannot be meant.
  func validate() throws {
    if words.isEmpty { throw ValidationError("--because must give a reason") }
    guard let until else { return }
    guard let day = CivilDate(until), day.description == until else {
      throw ValidationError("“\(until)” is not a day; write it as YYYY-MM-DD, such as 2027-01-31")
    }
    if day.dayNumber < context.day.dayNumber {
      throw ValidationError("\(until) has passed; a suppression until then would do nothing")
    }
  }

  /// Writes the suppression.
  func run() throws {
    Process.ignoreClosedPipes()
    var request = Suppressor.Request(
      path: path,
      post: post,
      rule: rule,
      ids: try ids(),
      reason: words,
      until: until,
      isForced: isForced
    )
    var question = packs.question([path])
    question.flags.context = context.context
    question.flags.reading = layout.reading
    question.flags.usesBaseline = false
    let rules = try PlanFailure.guarding { [question] () throws(CheckPlan.Failure) in
      try CheckPlan.rules(for: path, question, asOf: context.day)
    }
    request.reading = rules.reading
    var suppressor = Suppressor(
      request,
      program: rules.program,
      options: rules.options
    )
    do throws(FileProblem) {
      let recorded = try suppressor.write()
      StandardOutput.write(
        "\(path): post \(recorded.post): \(rule) may stand"
          + "\(until.map { " until \($0)" } ?? ""), \(Count.of(recorded.count, "finding")) let go.\n"
      )
    } catch {
      StandardError.write("watchword: \(error.path): \(error.reason)\n")
      throw ExitCode(2)
    }
  }

  /// The ids of the rules that the name stands for.
  private func ids() throws -> [String] {
    let rules = try packs.rules(saysWhich: false).map(\.rule)
    let named = rules.filter { rule in
      rule.id.name == self.rule || rule.id.description == self.rule
        || rule.aliases.contains(self.rule)
    }
    guard named.isEmpty else { return named.map(\.id.description) }
    let names = rules.flatMap { [$0.id.name, $0.id.description] + $0.aliases }
    throw UnknownRule.refusal(of: rule, among: names)
  }
}
