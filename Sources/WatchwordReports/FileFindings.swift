public import WatchwordDiagnostics
public import WatchwordText

/// What was found in one file, or in one slice of a file that is read as a stream.
///
/// Slices of one file come one after another, in order, all with the same path.
public struct FileFindings: Sendable {
  /// The path of the file as the user wrote it.
  public var path: String
  /// The bytes the findings' ranges point into; a slice still knows its place in the file.
  public var source: SourceText
  /// The findings in reading order, settled and suppressed ones included.
  public var diagnostics: [Diagnostic]
  /// Whether the file's format holds many posts, so that a finding must say which one it is about.
  public var holdsManyPosts: Bool

  /// Makes the findings of a file or of one slice of it.
  public init(
    path: String,
    source: SourceText,
    diagnostics: [Diagnostic],
    holdsManyPosts: Bool = false
  ) {
    self.path = path
    self.source = source
    self.diagnostics = diagnostics
    self.holdsManyPosts = holdsManyPosts
  }
}
