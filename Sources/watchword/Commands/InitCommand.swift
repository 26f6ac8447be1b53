internal import ArgumentParser
internal import WatchwordWorkspace

/// `watchword init`: set a directory up.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a configuration to start from, and on request a git hook and a CI job.",
    discussion: """
      Writes watchword.yml, with every setting explained. Nothing that is there is changed: where a \
      file that was asked for exists, nothing is written at all.

      Exit status: 0 written, 2 something was in the way.
      """
  )

  @Argument(help: ArgumentHelp("The directory with the drafts.", valueName: "directory"))
  var directory = "."

  @Flag(help: "Also write a git hook that checks what is staged, where git looks for hooks.")
  var hook = false

  @Option(
    help: ArgumentHelp(
      "Also write a job that checks the drafts: github or gitlab.",
      valueName: "system"
    ),
    transform: { try Choice.of($0, as: Setup.ContinuousIntegration.self) }
  )
  var ci: Setup.ContinuousIntegration?

  /// Writes, and says what.
  func run() throws {
    Process.ignoreClosedPipes()
    do throws(FileProblem) {
      try Setup(directory: directory, hook: hook, ci: ci).run { step in
        switch step {
        case .wrote(let path): StandardOutput.write("Wrote \(path).\n")
        case .kept(let path): StandardOutput.write("Kept \(path), which was there.\n")
        }
      }
      if ci != nil {
        StandardOutput.write("Set WATCHWORD_SOURCE in the job to where you keep Watchword.\n")
      }
    } catch {
      StandardError.write("watchword: \(error.path): \(error.reason)\n")
      throw ExitCode(2)
    }
  }
}
