internal import WatchwordDiagnostics

/// What a stretch of a report is, from which its colour follows.
///
/// No meaning rests on the colour: every style also differs by its words, its mark or its place.
enum Style: Hashable {
  /// Running text.
  case plain
  /// Path, line and column.
  case place
  /// The word for a severity, and the marks of a cause.
  case severity(Severity)
  /// The sentence of the first line.
  case message
  /// The marks and names of labels.
  case label
  /// Line numbers and the rule beside them, cut marks, the rule's id.
  case faint
  /// The words that open a line of help.
  case heading

  /// The parameters of the terminal sequence that switches the style on; nil for running text.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .place, .message, .heading: "1"
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.note): "1;36"
    case .label: "34"
    case .faint: "2"
    }
  }
}
