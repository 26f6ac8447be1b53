import WatchwordText

/// A text of a YAML document, as its reader sees it: quotes and escapes undone.
public struct YAMLScalar: Sendable {
  /// The ways of writing a scalar.
  public enum Style: Hashable, Sendable {
    /// Without quotes.
    case plain
    /// In `'`.
    case singleQuoted
    /// In `"`.
    case doubleQuoted
    /// A block after `|`.
    case literal
    /// A block after `>`.
    case folded
  }

  /// The text.
  public var text: String
  /// How it is written.
  public var style: Style
  /// Where the text's bytes stand in the file.
  var places: TextPlaces

  /// Makes a scalar that knows where its text stands.
  init(text: String, style: Style, places: TextPlaces) {
    self.text = text
    self.style = style
    self.places = places
  }

  /// Whether quotes or a block mark say that this is a text and nothing else.
  public var isQuoted: Bool { style != .plain }
}

/// Where the bytes of a scalar's text stand in its file.
enum TextPlaces: Sendable {
  /// Not known byte by byte.
  case unknown
  /// One after the other from this offset.
  case direct(Int)
  /// The offset of each byte, and of the end.
  case mapped([Int])

  /// The bytes in the file of a stretch of the text; nil where they are not known.
  func range(of stretch: SourceRange) -> SourceRange? {
    switch self {
    case .unknown:
      return nil
    case .direct(let start):
      return stretch.shifted(by: start)
    case .mapped(let offsets):
      guard stretch.end < offsets.count, stretch.start >= 0 else { return nil }
      return SourceRange(offsets[stretch.start], offsets[stretch.end])
    }
  }
}
