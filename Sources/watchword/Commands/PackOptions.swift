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
  func rules() throws -> [ResolvedRule] {
    try PlanFailure.guarding { () throws(CheckPlan.Failure) in
      try CheckPlan.packs(question([])).rules
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
  func question(_ paths: [String]) -> CheckPlan.Question {
    var question = CheckPlan.Question(paths: paths)
    question.configuration = configuration
    question.flags.packs = packs
    question.programs = ProgramStore(
      cache: noCache ? nil : ProgramCache.standard(Process.environment)
    )
    return question
  }
}
