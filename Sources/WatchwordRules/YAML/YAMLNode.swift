public import WatchwordText

/// A value of a YAML document with the place it is written at.
public struct YAMLNode: Sendable {
  /// The three shapes a value can have.
  public enum Kind: Sendable {
    /// A single text.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in their order; every key is a scalar and stands once.
    case mapping([YAMLEntry])
  }

  /// The value.
  public var kind: Kind
  /// The bytes of the value as written, without blanks behind it; for an alias, those of the alias.
  public var range: SourceRange

  /// Makes a node.
  public init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The scalar, where the node is one.
  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = kind { scalar } else { nil }
  }

  /// The text of the scalar, where the node is one.
  public var text: String? { scalar?.text }

  /// The items, where the node is a list.
  public var items: [YAMLNode]? {
    if case .sequence(let items) = kind { items } else { nil }
  }

  /// The entries, where the node is a mapping.
  public var entries: [YAMLEntry]? {
    if case .mapping(let entries) = kind { entries } else { nil }
  }

  /// Whether nothing is written: an empty plain scalar, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let scalar) = kind, !scalar.isQuoted else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// The value of a key, where the node is a mapping that has it.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.name == key }?.value
  }

  /// The bytes of a stretch of the scalar's text, given in UTF-8 bytes of that text.
  ///
  /// Exact for scalars written on one line or after `|`; the whole node's range for others.
  public func range(ofText stretch: SourceRange) -> SourceRange {
    scalar?.places.range(of: stretch) ?? range
  }
}

/// A key of a mapping with its value.
public struct YAMLEntry: Sendable {
  /// The key, a scalar.
  public var key: YAMLNode
  /// The value.
  public var value: YAMLNode

  /// Makes an entry.
  public init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }

  /// The key's text.
  public var name: String { key.text ?? "" }

  /// The bytes from the key's start to the value's end.
  public var range: SourceRange {
    // The value of an alias key or an omitted value may not lie behind its key.
    value.range.end >= key.range.start
      ? SourceRange(key.range.start, max(key.range.end, value.range.end)) : key.range
  }
}
