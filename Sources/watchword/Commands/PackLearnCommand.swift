internal import ArgumentParser
internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordWorkspace

/// `watchword pack learn` keeps dismissals as examples.
struct PackLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Turn reasoned suppressions in drafts into examples of a pack's rules.",
    discussion: """
      Each suppression that lets a finding go says that the rule was wrong there. Its sentence, \
      with invented names, numbers and addresses, becomes an example in the rule's file: `good` \
      where the rule is silent by now, else a known wrong alarm, which `pack test` reports once it \
      is fixed. Read what is written before you publish it; --dry-run shows it first.

      Exit status: 0 done, 2 a draft or the pack could not be read or written.
      """
  )

  @Argument(help: ArgumentHelp("The directory of the pack.", valueName: "pack"))
  var pack: String

  @Argument(help: ArgumentHelp("Drafts with suppressions.", valueName: "file"))
  var paths: [String]

  @Flag(name: .customLong("dry-run"), help: "Show the examples, and write nothing.")
  var isDryRun = false

  @OptionGroup(title: "How drafts are laid out")
  var layout: LayoutOptions

  @OptionGroup(title: "What holds for every post")
  var context: ContextOptions

  /// Learns, and says what.
  func run() throws {
    Process.ignoreClosedPipes()
    var arguments = PackArguments()
    arguments.packs = [pack]
    let (selection, program) = try arguments.selection()
    let learner = PackLearner(
      selection,
      program: program,
      options: CheckOptions(asOf: context.day, context: context.context),
      reading: layout.reading
    )
    guard var learner else {
      StandardError.write("watchword: \(pack) is built in; name the directory of a pack\n")
      throw ExitCode(2)
    }
    do throws(FileProblem) {
      var lessons = try learner.lessons(from: paths)
      if !isDryRun { lessons = try learner.write(lessons) }
      for lesson in lessons { StandardOutput.write(line(lesson)) }
      let count = lessons.count {
        !$0.text.isEmpty && ($0.outcome == .good || $0.outcome == .wrongAlarm)
      }
      StandardOutput.write(
        "\(Count.of(count, "example")) \(isDryRun ? "to write" : "written") from \(Count.of(paths.count, "draft")).\n"
      )
    } catch {
      StandardError.write("watchword: \(error.path): \(error.reason)\n")
      throw ExitCode(2)
    }
  }

  /// What became of one suppression, on a line.
  private func line(_ lesson: PackLearner.Lesson) -> String {
    switch lesson.outcome {
    case .good: "\(lesson.file): good example: “\(lesson.text)”\n"
    case .wrongAlarm: "\(lesson.file): known wrong alarm: “\(lesson.text)”\n"
    case .left(let reason):
      "\(lesson.path): post \(lesson.post): nothing learnt for \(lesson.rule): \(reason)\n"
    }
  }
}
