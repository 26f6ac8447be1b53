internal import ArgumentParser
internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordReports
internal import WatchwordRules
internal import WatchwordWorkspace

/// `watchword explain`: all there is to know about a rule.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: its clause, examples, and how to settle it.",
    discussion: """
      Takes the name in brackets at the end of a finding, whole or in part: \
      mod-online-engagement/unit-movement, or unit-movement.
      """
  )

  @Argument(help: "The rule, as pack/name or by its name alone.")
  var rule: String

  @OptionGroup
  var packs: PackOptions

  /// Prints the explanation.
  func run() throws {
    Process.ignoreClosedPipes()
    if let family = FindingFamily(ofFinding: rule) {
      StandardOutput.write("\(rule)\n\n\(family.explanation)\n")
      return
    }
    let rules = try packs.rules()
    let matching = rules.filter { $0.isNamed(rule) }
    guard !matching.isEmpty else {
      let near = NearName.nearest(
        to: rule,
        among: rules.flatMap { [$0.rule.id.name, $0.rule.id.description] }
      )
      let hint = near.map { " Did you mean `watchword explain \($0)`?" } ?? ""
      StandardError.write(
        "watchword: there is no rule “\(rule)”.\(hint) `watchword rules` lists them.\n"
      )
      throw ExitCode(2)
    }
    StandardOutput.write(
      matching.map { RuleExplanation(rule: $0.rule, citations: $0.citations).text }.joined(
        separator: "\n"
      )
    )
  }
}
