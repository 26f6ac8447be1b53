import WatchwordText

extension FileLoader {
  /// Reads a list of examples and takes the marks out of their texts.
  mutating func examples(_ node: YAMLNode?, mayHaveMarks: Bool) -> [RuleExample] {
    var examples: [RuleExample] = []
    for item in node?.items ?? [] {
      guard let written = item.entries == nil ? item : item["text"], let text = text(written)
      else { continue }
      let (plain, ranges) = unmark(text, written, mayHaveMarks: mayHaveMarks)
      var context: [String: ContextValue] = [:]
      for entry in item["with"]?.entries ?? [] {
        if entry.name == "presence" { presence(entry.value) }
        context[entry.name] = Self.contextValue(entry.value)
      }
      examples.append(
        RuleExample(
          text: plain,
          ranges: ranges,
          context: context,
          place: located(text, written.range)
        )
      )
    }
    return examples
  }

  /// Takes `⟦` and `⟧` out of a text; reports those without a partner.
  private mutating func unmark(
    _ text: String,
    _ node: YAMLNode,
    mayHaveMarks: Bool
  ) -> (String, [SourceRange]) {
    var plain: [UInt8] = []
    var open: [(start: Int, place: SourceRange)] = []
    var ranges: [SourceRange] = []
    var place = 0
    for scalar in text.unicodeScalars {
      let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      let mark = node.range(ofText: SourceRange(place, place + bytes.count))
      place += bytes.count
      guard scalar == "⟦" || scalar == "⟧" else {
        plain.append(contentsOf: bytes)
        continue
      }
      if !mayHaveMarks {
        report("marked-good-example", "a good example has nothing to mark", at: mark)
      } else if scalar == "⟦" {
        open.append((plain.count, mark))
      } else if let start = open.popLast()?.start {
        if start == plain.count {
          report("empty-mark", "this marks nothing", at: mark)
        }
        ranges.append(SourceRange(start, plain.count))
      } else {
        report("unbalanced-mark", "`⟧` closes nothing", at: mark)
      }
    }
    for mark in open { report("unbalanced-mark", "`⟦` is not closed", at: mark.place) }
    return (String(decoding: plain, as: UTF8.self), ranges.sorted())
  }

  /// The value of a key of a context.
  static func contextValue(_ node: YAMLNode) -> ContextValue {
    switch node.kind {
    case .scalar(let scalar): .text(scalar.text)
    case .sequence(let items): .list(items.map { contextValue($0) })
    case .mapping(let entries):
      .map(
        Dictionary(
          entries.map { ($0.name, contextValue($0.value)) },
          uniquingKeysWith: { $1 }
        )
      )
    }
  }
}
