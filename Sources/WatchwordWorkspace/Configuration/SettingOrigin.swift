internal import WatchwordText

/// Where the value of a setting comes from.
enum SettingOrigin: Hashable, Sendable {
  /// Nobody said anything.
  case standard
  /// A flag of the command.
  case flag(String)
  /// A place in a configuration, by the path that reports name.
  case file(String, SourceRange)
}

/// A value with its origin.
struct Setting<Value: Sendable>: Sendable {
  /// The value.
  var value: Value
  /// Where it comes from.
  var origin: SettingOrigin

  /// Makes a setting.
  init(_ value: Value, _ origin: SettingOrigin = .standard) {
    self.value = value
    self.origin = origin
  }
}

extension Setting: Equatable where Value: Equatable {}
extension Setting: Hashable where Value: Hashable {}
