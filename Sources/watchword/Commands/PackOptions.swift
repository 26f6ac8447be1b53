internal import ArgumentParser
internal import WatchwordEngine
internal import WatchwordWorkspace

/// Which packs a command works with, and which configuration.
struct PackOptions: ParsableArguments {
  @Option(
    name: [.customLong("packs"), .customLong("pack")],
    help: ArgumentHelp(
      """
      A rule pack: the id of a built-in pack, or a directory that holds a pack.yml; may be \
      repeated. Without it, those of the configuration, or the built-in packs that are on by default.
      """,
      valueName: "pack"
    )
  )
  var packs: [String] = []

  @Flag(
    name: .customLong("no-cache"),
    help: ArgumentHelp(
      "Compile packs in directories anew, and keep nothing.",
      discussion: """
        What packs compile to is kept in the directory for caches of this user, or the one that \
        WATCHWORD_CACHE_DIR names.
        """
    )
  )
  var noCache = false

  @OptionGroup
  var configuration: ConfigurationOptions

  /// The rules of the packs, whole; prints mistakes and ends with status 2 where there are any.
  ///
  /// - Parameter saysWhich: Whether to say what a name that has two meanings was taken for.
  func rules(saysWhich: Bool = true) throws -> [ResolvedRule] {
    try PlanFailure.guarding { () throws(CheckPlan.Failure) in
      try CheckPlan.packs(chosen.question([], saysWhich: saysWhich)).rules
    }
  }

  /// What was said.
  var chosen: PackChoice {
    PackChoice(packs: packs, noCache: noCache, configuration: configuration.source)
  }

  /// A question about drafts, with the packs and the configuration asked for.
  func question(_ paths: [String]) -> CheckPlan.Question { chosen.question(paths) }
}

/// Which packs a command works with, and which configuration, whoever read it.
struct PackChoice: Equatable {
  /// The packs that are named.
  var packs: [String] = []
  /// Whether nothing is taken from the cache or kept there.
  var noCache = false
  /// Where configurations come from.
  var configuration = ConfigurationLibrary.Source.nearest

  /// A question about drafts.
  ///
  /// - Parameter saysWhich: Whether to say what a name that has two meanings was taken for.
  func question(_ paths: [String], saysWhich: Bool = true) -> CheckPlan.Question {
    if saysWhich { sayWhich() }
    var question = CheckPlan.Question(paths: paths)
    question.configuration = configuration
    question.flags.packs = packs
    question.programs = ProgramStore(
      cache: noCache ? nil : ProgramCache.standard(Process.environment)
    )
    return question
  }

  /// Says that a name means a built-in pack where it is a directory's, too.
  ///
  /// A verdict must not depend on where the command is run, nor on what a repository happens to hold.
  private func sayWhich() {
    for name in packs where PackLibrary.isNamedTwice(name) {
      StandardError.write(
        "watchword: \(name) is taken for the built-in pack; ./\(name) is the directory here\n"
      )
    }
  }
}
