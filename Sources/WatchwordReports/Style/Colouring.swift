/// Whether a report carries terminal colours.
public enum Colouring: String, CaseIterable, Hashable, Sendable {
  /// Text alone.
  case plain
  /// Text with the colour sequences of ECMA-48, which every terminal of today knows.
  case ansi
}
