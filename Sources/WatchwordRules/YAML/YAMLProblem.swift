public import WatchwordText

/// A mistake in a YAML text.
public struct YAMLProblem: Error, Hashable, Sendable {
  /// What sort of mistake it is; the raw value serves in a rule id.
  public enum Kind: String, CaseIterable, Sendable {
    /// The text is not YAML.
    case syntax = "yaml-syntax"
    /// The bytes are not UTF-8 text.
    case encoding = "yaml-encoding"
    /// A key stands twice in a mapping.
    case duplicateKey = "duplicate-key"
    /// An alias without its anchor.
    case unknownAlias = "unknown-alias"
    /// A part of YAML that is not read: merge keys, keys that are no text, several documents.
    case unsupported = "yaml-unsupported"
    /// Too big or too deep.
    case limit = "yaml-limit"
  }

  /// What sort of mistake it is.
  public var kind: Kind
  /// One plain sentence without a full stop.
  public var message: String
  /// What to do about it, where that is known.
  public var advice: String?
  /// The bytes at fault; empty at the end of a line or of the text.
  public var range: SourceRange

  /// Makes a problem.
  public init(_ kind: Kind, _ message: String, advice: String? = nil, range: SourceRange) {
    self.kind = kind
    self.message = message
    self.advice = advice
    self.range = range
  }
}

/// How much YAML is read before the reader gives up with a ``YAMLProblem/Kind/limit``.
public struct YAMLLimits: Hashable, Sendable {
  /// The most bytes.
  public var bytes: Int
  /// The most values, each alias counted as all it stands for.
  public var nodes: Int
  /// The most lists and mappings inside one another.
  public var depth: Int

  /// Makes limits; the defaults are for a file that a person wrote.
  public init(bytes: Int = 4 << 20, nodes: Int = 100_000, depth: Int = 64) {
    self.bytes = bytes
    self.nodes = nodes
    self.depth = depth
  }
}

/// What reading a YAML text gave.
public struct YAMLReading: Sendable {
  /// The document; nil where the text is empty or could not be read to its end.
  public var root: YAMLNode?
  /// The mistakes, in their order; with some of them there is a document nonetheless.
  public var problems: [YAMLProblem]
}
