internal import ArgumentParser
internal import WatchwordRules
internal import WatchwordWorkspace

/// The command.
@main
struct Watchword: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watchword",
    abstract: "Check draft social posts against an organisation's published guidance.",
    discussion: """
      Watchword reads drafts, compares them with rule packs, and answers the way a compiler does: \
      place, severity, one plain sentence, why it matters, and the one thing to do next. It stays \
      silent about ordinary posts, and text never leaves this machine.

      Try it:
        watchword check drafts/           every draft in a directory
        watchword check - < draft.txt     standard input
        watchword explain unit-movement   what a rule is about, with examples

      Exit status: 0 nothing at or above --fail-level (an error, unless you say otherwise), \
      1 findings, 2 the job could not be done: bad usage, a mistake in a rule pack, a draft that \
      could not be read, or nothing to check.
      """,
    version: "watchword \(Product.version)",
    subcommands: [
      CheckCommand.self, ExplainCommand.self, RulesCommand.self, TraceCommand.self,
      InspectCommand.self,
      BaselineCommand.self, ApproveCommand.self, SuppressCommand.self, PackCommand.self,
      InitCommand.self,
    ]
  )

  /// Runs the command the arguments name; mistakes in the arguments end with status 2.
  static func main() {
    guard let first = CommandLine.arguments.dropFirst().first else {
      // A script whose variable came out empty must not take this for a clean check.
      StandardError.write(helpMessage() + "\n")
      Process.exit(2)
    }
    let rest = CommandLine.arguments.dropFirst(2)
    if first == "check", let arguments = PlainCheckReader.arguments(of: rest) {
      end { try arguments.run() }
    }
    if let mistake = mistake(inCommand: first) {
      StandardError.write("Error: \(mistake)\n  See 'watchword --help' for more information.\n")
      Process.exit(2)
    }
    end {
      var command = try leaf(named: first) ?? parseAsRoot()
      try command.run()
    }
  }

  /// Does some work and ends with its status, which is 2 where the arguments hold a mistake.
  private static func end(_ work: () throws -> Void) -> Never {
    do {
      try work()
      Process.exit(0)
    } catch let code as ExitCode {
      Process.exit(code.rawValue)
    } catch {
      let status = exitCode(for: error)
      let text = fullMessage(for: error)
      if status == .success {
        StandardOutput.write(text + "\n")
        Process.exit(0)
      }
      StandardError.write(text + "\n")
      Process.exit(2)
    }
  }
}

extension Watchword {
  /// The command that the first argument names, where it has no commands of its own and the rest suits it.
  ///
  /// Reading the arguments of one command costs half of what reading those of all does. Whatever is
  /// not plainly right, a call for help among it, is left to ``parseAsRoot(_:)`` and its messages.
  private static func leaf(named word: String) -> (any ParsableCommand)? {
    guard
      let type = configuration.subcommands.first(where: {
        $0.configuration.commandName == word && $0.configuration.subcommands.isEmpty
      })
    else { return nil }
    return try? type.parseAsRoot(Array(CommandLine.arguments.dropFirst(2)))
  }

  /// What is wrong with the first argument, where it is neither a command nor an option.
  private static func mistake(inCommand word: String) -> String? {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    // A hyphen alone is standard input, anything longer that starts with one is an option.
    guard !commands.contains(word), word == "-" || !word.hasPrefix("-") else { return nil }
    if word == "-" || word.contains("/") || word.contains(".") {
      return "there is no command “\(word)”; to check it, write: watchword check \(word)"
    }
    let near = NearName.nearest(to: word, among: commands).map { "; did you mean \($0)?" } ?? ""
    return "there is no command “\(word)”\(near)"
  }
}

/// Facts about this build.
enum Product {
  /// The version, as in `CHANGELOG.md`.
  static let version = "0.1.0"
}
