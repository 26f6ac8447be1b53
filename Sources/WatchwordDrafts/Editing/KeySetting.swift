/// A key of a post's context and what it shall say.
public struct KeySetting: Hashable, Sendable {
  /// The key, in the spelling of `ContextKey`.
  public var key: String
  /// What it shall say, on one line; nil where it shall say nothing any more.
  public var value: String?

  /// Makes a setting.
  public init(_ key: String, _ value: String?) {
    self.key = key
    self.value = value
  }
}
