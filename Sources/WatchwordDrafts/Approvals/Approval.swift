import WatchwordRules

/// Somebody's recorded yes to a post, as its context holds it.
public struct Approval: Hashable, Sendable {
  /// The keys that make an approval, in the order they are written.
  public enum Key: String, CaseIterable, Sendable {
    /// Who said yes.
    case by = "approved-by"
    /// The day they did.
    case on = "approved-on"
    /// What the yes is about; without it, everything.
    case scope = "approved-scope"
    /// The digest of the text they saw.
    case text = "approved-text"
    /// Their signature under the other keys.
    case signature = "approved-signature"
  }

  /// Who said yes, as written.
  public var by: String
  /// The day they did, as written.
  public var on: String
  /// What the yes is about, in lower case; nil where nothing narrows it.
  public var scopes: [String]?
  /// The digest of the text as written; nil where the yes is not bound to one.
  public var text: String?
  /// The signature as written; nil without one.
  public var signature: String?

  /// Makes an approval.
  public init(
    by: String,
    on: String,
    scopes: [String]? = nil,
    text: String? = nil,
    signature: String? = nil
  ) {
    self.by = by
    self.on = on
    self.scopes = scopes
    self.text = text
    self.signature = signature
  }

  /// The approval that a context records; nil where it names nobody.
  public init?(in context: Context) {
    /// The value of a key that says anything but no.
    func value(_ key: Key) -> String? {
      guard let value = context[key.rawValue], value.isSet else { return nil }
      let text = value.texts.joined(separator: ", ")
      return text.isEmpty ? nil : text
    }
    guard let by = value(.by) else { return nil }
    self.init(
      by: by,
      on: value(.on) ?? "",
      scopes: context[Key.scope.rawValue].map { Self.scopes(in: $0.texts.joined(separator: " ")) },
      text: value(.text),
      signature: value(.signature)
    )
  }

  /// The scopes that a text lists, in lower case; commas, semicolons and spaces stand between them.
  public static func scopes(in text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map { $0.lowercased() }
  }

  /// Whether the yes is about a scope; every yes is about `any`.
  public func covers(_ scope: String) -> Bool {
    guard let scopes, scope.lowercased() != "any" else { return true }
    return scopes.contains(scope.lowercased()) || scopes.contains("all")
  }

  /// The words that a signature stands under, one key on each line.
  ///
  /// Line ends inside a value become spaces, so that no value can pass for another key.
  public var signedText: String {
    let values: [(Key, String)] = [
      (.by, by), (.on, on), (.scope, (scopes ?? []).joined(separator: ", ")), (.text, text ?? ""),
    ]
    let lines = values.map { key, value in
      "\(key.rawValue): \(value.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
    }
    return "watchword-approval 1\n" + lines.joined()
  }
}
