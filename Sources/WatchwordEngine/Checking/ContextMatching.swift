internal import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

/// Decides by a post's context whether a rule is for it, and what settles its findings.
enum ContextMatching {
  /// Whether a rule is for a post: every condition agrees, and every key it wants stated is set.
  ///
  /// A key that nothing sets agrees, because the strictest reading is assumed (MOD-OEG-02).
  static func applies(_ rule: CompiledRule, in context: Context) -> Bool {
    for key in rule.stated
    where values(of: rule.image.string(key), in: context).isEmpty { return false }
    return agree(rule.applies, rule.image, in: context)
  }

  /// Whether every condition agrees.
  static func agree(
    _ conditions: FlatTable<ConditionRecord>,
    _ image: ProgramImage,
    in context: Context
  ) -> Bool {
    for condition in conditions {
      let key = image.string(condition.key)
      let isNegated = condition.isNegated != 0
      let values = values(of: key, in: context)
      if values.isEmpty {
        // There is no strictest reading of media that may not be there.
        if key == "media", !isNegated { return false }
        continue
      }
      let wanted = image.strings(condition.values)
      let texts = values.flatMap(\.texts).map { $0.lowercased() }
      let agrees =
        wanted.contains("any") && values.contains(where: \.isSet)
        || texts.contains { wanted.contains($0) }
      if agrees == isNegated { return false }
    }
    return true
  }

  /// The key, or keys, that settle a rule's findings in a context; nil where none does.
  static func settler(of rule: CompiledRule, in context: Context) -> String? {
    guard !context.entries.isEmpty else { return nil }
    return rule.settledBy.lazy.compactMap { settling($0, rule.image, in: context) }.first
  }

  /// What settles, if it does.
  private static func settling(
    _ settler: SettlerRecord,
    _ image: ProgramImage,
    in context: Context
  ) -> String? {
    let text = image.string(settler.text)
    switch settler.kind {
    case 0:
      return isSet(text, in: context) ? text : nil
    case 1:
      guard isSet("approved-on", in: context), let approval = Approval(in: context) else {
        return nil
      }
      return approval.covers(text) ? "approved-by" : nil
    default:
      let all = image.part(.settlers, settler.all, of: SettlerRecord.self)
      let keys = all.compactMap { settling($0, image, in: context) }
      return keys.count == all.count ? keys.joined(separator: ", ") : nil
    }
  }

  /// Whether a key says anything but no.
  static func isSet(_ key: String, in context: Context) -> Bool {
    values(of: key, in: context).contains { $0.isSet }
  }

  /// The values of a key; `media.alt` leads into an entry or into each entry of a list.
  private static func values(of key: String, in context: Context) -> [ContextValue] {
    guard !context.entries.isEmpty else { return [] }
    let path = key.split(separator: ".")
    guard let first = path.first, let value = context[String(first)] else { return [] }
    return value.values(at: path.dropFirst())
  }

  /// Which of the keys that a rule requires are missing; `media.alt` must be in each entry of `media`.
  ///
  /// An empty `alt:` is there: it says that a picture only decorates, as in HTML.
  static func missing(_ keys: [String], in context: Context) -> [String] {
    keys.filter { key in
      guard let dot = key.firstIndex(of: ".") else { return !isSet(key, in: context) }
      guard let outer = context[String(key[..<dot])] else { return false }
      let entries: [ContextValue] = if case .list(let list) = outer { list } else { [outer] }
      let path = key[key.index(after: dot)...].split(separator: ".")
      return entries.contains { $0.values(at: path).isEmpty }
    }
  }
}
