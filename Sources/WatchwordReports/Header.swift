internal import WatchwordDiagnostics
internal import WatchwordText

extension Diagnostic {
  /// The first line of a finding: `path:line:column: severity: message [pack/rule]`.
  ///
  /// Line and column count from 1, the column in Unicode scalars. The message of a finding that
  /// was let go says so, in case a reader asks to see those too.
  func header(at place: SourcePosition) -> StyledLine {
    switch settlement {
    case nil: header(at: place, message: visible(message))
    case .settled: header(at: place, message: "\(visible(message)) (settled)")
    case .accepted: header(at: place, message: "\(visible(message)) (in the baseline)")
    case .suppressed: header(at: place, message: "\(visible(message)) (suppressed)")
    }
  }

  /// A line of the same form with another message, which must be fit to print.
  func header(at place: SourcePosition, message: String) -> StyledLine {
    var line = StyledLine()
    line.append("\(visiblePath(path)):\(place.line):\(place.scalarColumn):", .place)
    line.append(" ")
    line.append("\(severity.rawValue):", .severity(severity))
    line.append(" ")
    line.append(message, .message)
    line.append(" [\(visible(rule.description))]", .faint)
    return line
  }
}
