internal import ArgumentParser
internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordRules

/// `watchword rules`: what would be checked.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, grouped by topic."
  )

  @Option(
    help:
      "Only rules of this topic, such as opsec.movement; a first part alone (opsec) stands for all below it."
  )
  var topic: String?

  @OptionGroup
  var packs: PackOptions

  /// Refuses a topic that does not exist.
  func validate() throws {
    if let topic, !Topic.all.contains(where: { $0 == topic || $0.hasPrefix(topic + ".") }) {
      throw ValidationError(
        "there is no topic “\(topic)”; there are \(Topic.all.joined(separator: ", "))"
      )
    }
  }

  /// Prints the list.
  func run() throws {
    Process.ignoreClosedPipes()
    let rules = try packs.rules().map(\.rule)
    var text = ""
    for topic in Topic.all
    where self.topic.map({ topic == $0 || topic.hasPrefix($0 + ".") }) ?? true {
      let group = rules.filter { $0.topic == topic }
      guard !group.isEmpty else { continue }
      text += "\(topic)\n"
      for rule in group {
        text +=
          "  \(rule.id)  \(rule.severity.highest.rawValue), \(rule.action.rawValue): \(rule.title)\n"
      }
    }
    StandardOutput.write(text)
  }
}
