import WatchwordRules

extension ContextKeyTable {
  /// The key that a name is probably meant for; `_` and a space are as good as `-`.
  func near(_ name: String) -> String? {
    let spelled = name.utf8.map { byte in
      byte == UInt8(ascii: "_") || byte == UInt8(ascii: " ") ? UInt8(ascii: "-") : byte
    }
    return NearName.nearest(to: String(decoding: spelled, as: UTF8.self), among: ContextKey.all)
  }
}
