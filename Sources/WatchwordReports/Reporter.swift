/// Turns findings into one output format.
///
/// A reporter appends to an output and does nothing else: it opens no file, prints nothing and
/// does not decide the exit status. Calls come in the order ``begin(into:)``, any number of
/// ``report(_:into:)``, ``end(_:into:)``; what it appends depends on its arguments alone.
public protocol Reporter: Sendable {
  /// Appends what stands before the first finding.
  mutating func begin(into output: inout Output)

  /// Appends the findings of one file, or of the next slice of a file.
  mutating func report(_ findings: FileFindings, into output: inout Output)

  /// Appends what stands after the last finding.
  mutating func end(_ summary: RunSummary, into output: inout Output)
}

extension Reporter {
  /// Appends nothing.
  public mutating func begin(into output: inout Output) {}

  /// Appends nothing.
  public mutating func end(_ summary: RunSummary, into output: inout Output) {}
}
