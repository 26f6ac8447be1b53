public import WatchwordRules
public import WatchwordText

/// One key of a post's context, with where it was set.
public struct ContextEntry: Hashable, Sendable {
  /// The value.
  public var value: ContextValue
  /// The bytes of the key and value in the draft; nil where a flag or configuration set it.
  public var range: SourceRange?

  /// Makes an entry.
  public init(_ value: ContextValue, range: SourceRange? = nil) {
    self.value = value
    self.range = range
  }
}

/// What is known about a post besides its text: presence, platform, publish date, approvals …
public struct Context: Hashable, Sendable {
  /// The entries by key, in the spelling of ``ContextKey``.
  public var entries: [String: ContextEntry]

  /// Makes a context from entries.
  public init(_ entries: [String: ContextEntry] = [:]) {
    self.entries = entries
  }

  /// The value of a key, or nil where nothing sets it.
  public subscript(key: String) -> ContextValue? {
    entries[key]?.value
  }

  /// This context with the keys it lacks taken from `other`; nearest wins, so `self` is the nearer.
  public func filled(from other: Context) -> Context {
    if other.entries.isEmpty { return self }
    return Context(entries.merging(other.entries) { near, _ in near })
  }
}
