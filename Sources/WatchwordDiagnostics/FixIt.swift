public import WatchwordText

/// How safely an edit can be applied without a person reading it.
public enum Applicability: String, CaseIterable, Hashable, Sendable {
  /// Keeps the meaning; `fix` applies it.
  case safe
  /// May change the meaning; applied only with `fix --review`.
  case needsReview = "needs-review"
}

/// One replacement of bytes in a draft.
public struct TextEdit: Hashable, Sendable {
  /// The bytes to replace, as offsets into the file.
  public var range: SourceRange
  /// The text that takes their place; empty to delete them.
  public var replacement: String

  /// Makes an edit of a range of the file.
  public init(_ range: SourceRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// An offered correction: a title and the edits that carry it out.
public struct FixIt: Hashable, Sendable {
  /// What the correction does, as a short command such as “Write #ScamAwarenessWeek”.
  public var title: String
  /// The edits, which do not overlap.
  public var edits: [TextEdit]
  /// Whether a person must look first.
  public var applicability: Applicability

  /// Makes a correction from its edits.
  public init(_ title: String, edits: [TextEdit], applicability: Applicability) {
    self.title = title
    self.edits = edits
    self.applicability = applicability
  }
}
