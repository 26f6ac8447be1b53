/// The stable name of a rule: the pack that holds it and its own name.
public struct RuleID: Hashable, Sendable {
  /// The id of the pack, such as `mod-online-engagement`.
  public var pack: String
  /// The name of the rule in its pack, such as `unit-movement`.
  public var name: String

  /// Makes an id from its two parts.
  public init(pack: String, name: String) {
    self.pack = pack
    self.name = name
  }

  /// Reads `pack/name`; nil unless there is exactly one slash with text on both sides.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(pack: String(parts[0]), name: String(parts[1]))
  }
}

extension RuleID: CustomStringConvertible {
  /// The id as `pack/name`.
  public var description: String { "\(pack)/\(name)" }
}

extension RuleID: Comparable {
  /// Orders by pack, then by name, both by their UTF-8 bytes.
  public static func < (left: RuleID, right: RuleID) -> Bool {
    if left.pack != right.pack { return left.pack.utf8.lexicographicallyPrecedes(right.pack.utf8) }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}
