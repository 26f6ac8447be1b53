internal import ArgumentParser
internal import WatchwordWorkspace

/// Where a command's configuration comes from.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The configuration for every draft, in place of the nearest watchword.yml at or above each.
      """,
      valueName: "file"
    )
  )
  var config: String?

  @Flag(name: .customLong("no-config"), help: "Use no configuration.")
  var usesNone = false

  /// Refuses what cannot be meant.
  func validate() throws {
    if config != nil, usesNone {
      throw ValidationError("--config and --no-config cannot go together")
    }
  }

  /// Where it comes from.
  var source: ConfigurationLibrary.Source {
    usesNone ? .none : config.map { .file($0) } ?? .nearest
  }
}

/// Which drafts a command looks at.
struct SearchArguments: ParsableArguments {
  @Flag(
    name: .customLong("no-ignore"),
    help: "In directories, also check what git is told to ignore."
  )
  var ignoresNothing = false

  @Flag(
    name: .customLong("force-exclude"),
    help: """
      Let the configuration's exclude count for files that are named, too; for hooks that name the \
      files that changed.
      """
  )
  var excludesNamedFiles = false

  /// What is left out.
  var options: SearchOptions {
    var options = SearchOptions()
    options.respectsGitIgnore = !ignoresNothing
    options.excludesNamedFiles = excludesNamedFiles
    return options
  }
}
