import WatchwordText

extension FileLoader {
  /// Reads a rule's message; reports what its style or its placeholders lack.
  mutating func message(_ rule: YAMLNode) -> MessageTemplate? {
    guard let node = rule["message"], let text = text(node) else { return nil }
    style(text, node)
    let allowed = placeholders(rule)
    var pieces: [MessageTemplate.Piece] = []
    var plain: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "}") {
        report("bad-placeholder", "`}` closes nothing", at: place(node, index, index + 1))
      }
      guard bytes[index] == UInt8(ascii: "{") else {
        plain.append(bytes[index])
        index += 1
        continue
      }
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
        report("bad-placeholder", "`{` is not closed", at: place(node, index, index + 1))
        return nil
      }
      let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
      check(name, allowed, isMasked: truth(rule["mask"]), at: place(node, index, end + 1))
      if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
      plain = []
      pieces.append(.placeholder(name))
      index = end + 1
    }
    if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
    return MessageTemplate(pieces: pieces, written: located(text, node.range))
  }

  /// Reports a message that is too long, ends in a full stop or runs over lines.
  private mutating func style(_ text: String, _ node: YAMLNode) {
    if text.count >= 80 {
      report(
        "message-style",
        "a message has under 80 characters, and this has \(text.count)",
        at: node.range
      )
    }
    if text.hasSuffix("."), !text.hasSuffix("…") {
      let count = text.utf8.count
      report(
        "message-style",
        "a message ends without a full stop",
        at: place(node, count - 1, count)
      )
    }
    if text.contains(where: \.isNewline) {
      report("message-style", "a message is one line", at: node.range)
    }
  }

  /// Reports a placeholder that the rule cannot fill.
  private mutating func check(
    _ name: String,
    _ allowed: [String],
    isMasked: Bool,
    at range: SourceRange
  ) {
    if name.hasPrefix("context.") {
      let key = String(name.dropFirst(8).prefix { $0 != "." })
      if !ContextKey.all.contains(key) {
        report(
          "unknown-context-key",
          "there is no context key `\(key)`",
          advice: NearName.advice(key, among: ContextKey.all),
          at: range
        )
        return
      }
    } else if !allowed.contains(name) {
      report(
        "unknown-placeholder",
        "this rule has nothing to fill `{\(name)}` with",
        advice: NearName.advice(name, among: allowed),
        at: range
      )
      return
    }
    if isMasked, !["count", "limit", "key", "window", "window-end"].contains(name) {
      report(
        "unmasked-placeholder",
        "`{\(name)}` would print what `mask` hides",
        advice: "say it without the words found",
        at: range
      )
    }
  }

  /// The placeholders that the rule can fill.
  private func placeholders(_ rule: YAMLNode) -> [String] {
    var names: [String] = []
    if let flag = rule["flag"] { names += ["match"] + parts(flag) }
    if let limit = rule["limit"] {
      names += ["count", "limit", "match"] + (limit["of"].map(parts) ?? [])
    }
    if let require = rule["require"] {
      if let when = require["when"] { names += ["match"] + parts(when) }
      if require["context"] != nil || require["not-before"] != nil { names.append("key") }
    }
    if rule["during"] != nil { names += ["window", "window-end"] }
    return names
  }

  /// The names of parts and of groups in patterns, in a matcher and those inside it.
  private func parts(_ matcher: YAMLNode) -> [String] {
    var names: [String] = []
    for key in ["any", "all"] {
      names += (matcher[key]?.items ?? []).flatMap(parts)
    }
    for part in matcher["together"]?["of"]?.entries ?? [] {
      names += [part.name] + parts(part.value)
    }
    if let pattern = matcher["pattern"]?.text { names += Self.groups(pattern) }
    return names
  }

  /// The names of the groups of a pattern: `(?<name>`, `(?P<name>`, `(?'name'`.
  static func groups(_ pattern: String) -> [String] {
    let bytes = Array(pattern.utf8)
    var names: [String] = []
    var index = 0
    while index + 3 < bytes.count {
      guard bytes[index] == UInt8(ascii: "("), bytes[index + 1] == UInt8(ascii: "?") else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      index += 2
      if bytes[index] == UInt8(ascii: "P") { index += 1 }
      let isAngled = bytes[index] == UInt8(ascii: "<")
      guard isAngled || bytes[index] == UInt8(ascii: "'") else { continue }
      let close = isAngled ? UInt8(ascii: ">") : UInt8(ascii: "'")
      let name = bytes[(index + 1)...].prefix { $0 != close }
      guard let first = name.first, first != UInt8(ascii: "="), first != UInt8(ascii: "!") else {
        continue
      }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names
  }

  /// The bytes of the file for a stretch of a scalar's text.
  private func place(_ node: YAMLNode, _ start: Int, _ end: Int) -> SourceRange {
    node.range(ofText: SourceRange(start, end))
  }
}
