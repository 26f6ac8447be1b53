/// A value of a post's context: what front matter, a JSON key or a flag says.
public indirect enum ContextValue: Hashable, Sendable {
  /// A text, number, truth value or date, as written.
  case text(String)
  /// A list, such as `platform: [x, bluesky]`.
  case list([ContextValue])
  /// Keys and values, such as one entry of `media`.
  case map([String: ContextValue])

  /// The texts in the value: itself, or the texts of its list.
  public var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .map: []
    }
  }

  /// Whether the value says anything but no.
  public var isSet: Bool {
    switch self {
    case .text(let text): !["", "no", "false", "none", "null", "~"].contains(text.lowercased())
    case .list(let values): !values.isEmpty
    case .map(let entries): !entries.isEmpty
    }
  }

  /// The values that a path of keys leads to: `["alt"]` asks the entry, or each entry of a list.
  public func values(at path: some Sequence<Substring>) -> [ContextValue] {
    var values = [self]
    for key in path {
      values = values.flatMap { value -> [ContextValue] in
        switch value {
        case .map(let entries): entries[String(key)].map { [$0] } ?? []
        case .list(let items): items.flatMap { $0.values(at: [key]) }
        case .text: []
        }
      }
    }
    return values
  }
}
