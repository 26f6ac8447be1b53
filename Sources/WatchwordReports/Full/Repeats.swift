internal import WatchwordDiagnostics
internal import WatchwordText

/// Counts the findings of each rule in one file, and keeps the places of those that are folded.
///
/// Memory grows with the number of rules that speak, not with the number of findings.
struct Repeats {
  /// How many findings of a rule are shown in full.
  private static let shownLimit = 3
  /// How many places of folded findings are listed.
  private static let placeLimit = 12

  /// What must agree for findings to be alike; an error is never folded under a warning.
  private struct Kind: Hashable {
    var rule: RuleID
    var severity: Severity
  }

  /// What is known about the findings of one kind.
  private struct Entry {
    var sample: Diagnostic
    var count = 0
    var places: [SourcePosition] = []
  }

  /// The kinds, in the order in which they first appeared.
  private var entries: [Entry] = []
  /// Where each kind is in ``entries``.
  private var indices: [Kind: Int] = [:]

  /// Counts a finding; returns whether it is to be shown in full.
  mutating func admit(_ diagnostic: Diagnostic, at place: SourcePosition) -> Bool {
    let kind = Kind(rule: diagnostic.rule, severity: diagnostic.severity)
    let index = indices[kind] ?? entries.count
    if index == entries.count {
      entries.append(Entry(sample: diagnostic))
      indices[kind] = index
    }
    entries[index].count += 1
    guard entries[index].count > Self.shownLimit else { return true }
    if entries[index].places.count < Self.placeLimit { entries[index].places.append(place) }
    return false
  }

  /// One line for each kind with folded findings, in the form of a first line: the place of the
  /// first, how many there are, and the places of the others.
  var lines: [StyledLine] {
    entries.compactMap { entry in
      guard let first = entry.places.first else { return nil }
      let folded = entry.count - Self.shownLimit
      var message = "\(folded) more like this"
      let others = entry.places.dropFirst().map { "\($0.line):\($0.scalarColumn)" }
      if !others.isEmpty { message += ", also at \(others.joined(separator: ", "))" }
      if folded > entry.places.count {
        message += " and \(folded - entry.places.count) more places"
      }
      return entry.sample.header(at: first, message: message)
    }
  }
}
