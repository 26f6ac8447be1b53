internal import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

/// Fills a rule's message.
struct MessageRenderer {
  /// The longest quotation from the draft, in characters.
  private static let longestQuotation = 40

  /// The rule.
  let rule: CompiledRule
  /// The post's context.
  let context: Context
  /// The post's text.
  let text: UnsafeBufferPointer<UInt8>
  /// The window that the post is published in, if the rule is for one.
  var window: Window?

  /// The message for a finding, with every placeholder filled.
  func message(for finding: RuleRun.Finding) -> String {
    var message = ""
    for piece in rule.message {
      let text = rule.image.string(piece.text)
      message += piece.isPlaceholder == 0 ? text : value(of: text, for: finding)
    }
    return message
  }

  /// What stands for a placeholder; an ellipsis where the finding lacks it.
  private func value(of name: String, for finding: RuleRun.Finding) -> String {
    switch name {
    case "count": return String(finding.count)
    case "limit": return finding.limit.map { String($0) } ?? "…"
    case "window": return window?.title ?? "…"
    case "window-end": return window?.until.description ?? "…"
    case "key": return finding.key ?? "…"
    case "match": return rule.isMasked ? "…" : finding.match.map { quotation($0.range) } ?? "…"
    default: break
    }
    if name.hasPrefix("context.") {
      return context[String(name.dropFirst(8))]?.texts.joined(separator: ", ") ?? "…"
    }
    guard !rule.isMasked, let match = finding.match else { return "…" }
    if match.name == name { return quotation(match.range) }
    if let part = match.parts.first(where: { $0.name == name }) { return quotation(part.range) }
    return "…"
  }

  /// The words of a range on one line, cut to a readable length.
  private func quotation(_ range: SourceRange) -> String {
    var words = ""
    for word in String(decoding: text[range.start..<range.end], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    {
      if !words.isEmpty { words += " " }
      words += word
    }
    return words.count > Self.longestQuotation
      ? words.prefix(Self.longestQuotation - 1) + "…" : words
  }
}
