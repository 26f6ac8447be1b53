internal import WatchwordReports

/// When output is coloured.
enum ColourChoice: String, CaseIterable {
  case auto, always, never

  /// The colouring of standard output: colours only on a terminal, and none with `NO_COLOR` or a dumb one.
  var forOutput: Colouring {
    switch self {
    case .always: .ansi
    case .never: .plain
    case .auto:
      StandardOutput.isTerminal && Process.environment("NO_COLOR") == nil
        && Process.environment("TERM") != "dumb" ? .ansi : .plain
    }
  }
}
