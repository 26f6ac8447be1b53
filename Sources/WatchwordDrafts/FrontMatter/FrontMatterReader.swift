import WatchwordDiagnostics
import WatchwordRules
import WatchwordText

/// Reads the YAML before a post's text into its id and context.
struct FrontMatterReader {
  /// The keys that make a context.
  private let keys = ContextKeyTable()
  /// What is wrong so far.
  private(set) var problems: DraftProblems

  /// Makes a reader for the draft at `path`.
  init(path: String) {
    problems = DraftProblems(path: path)
  }

  /// Reads the lines between the fences, which stand in the file from `baseOffset` on.
  ///
  /// YAML that cannot be read to its end is reported and gives no context at all, because half an
  /// approval must not count.
  mutating func read(_ yaml: [UInt8], baseOffset: Int, into post: inout Post) {
    // The first line is the opening fence.
    let reading = YAMLReader.read(yaml, baseOffset: baseOffset, firstLine: 2)
    for problem in reading.problems {
      problems.report(
        problem.kind.rawValue,
        at: problem.range,
        problem.message,
        advice: problem.advice.map(Self.sentence) ?? "Correct the lines between the two `---`."
      )
    }
    guard let root = reading.root, !root.isNull else { return }
    guard let entries = root.entries else {
      problems.report(
        "front-matter",
        at: root.range,
        "front matter must be keys with values, one on each line",
        advice: "Write lines such as `publish-at: 2026-03-02` between the two `---`."
      )
      return
    }
    for entry in entries { read(entry, into: &post) }
  }

  /// Reads one key with its value; a key without a value sets nothing.
  private mutating func read(_ entry: YAMLEntry, into post: inout Post) {
    if entry.name == "id" {
      if let id = entry.value.text, !id.isEmpty, !entry.value.isNull {
        post.id = id
        post.idRange = entry.value.range
      }
      return
    }
    if entry.name == "allow" { return readSuppressions(entry.value, into: &post) }
    guard let key = keys.key(for: entry.name) else { return reportUnknown(entry.key) }
    guard post.context.entries[key] == nil else {
      problems.report(
        "duplicate-key",
        at: entry.key.range,
        "`\(key)` is set twice, and only the first was read",
        advice: "Keep one of them."
      )
      return
    }
    guard let value = Self.value(of: entry.value) else { return }
    post.context.entries[key] = ContextEntry(value, range: entry.range)
  }

  /// Reads the suppressions under `allow`: a text, or a list of them.
  private mutating func readSuppressions(_ node: YAMLNode, into post: inout Post) {
    for item in node.items ?? [node] where !item.isNull {
      guard let text = item.text else {
        problems.report(
          "suppression-not-a-text",
          at: item.range,
          "this suppression is not a text, so it was not read",
          advice: "Write it on one line, in quotation marks: \"rule-name because reason\"."
        )
        continue
      }
      post.suppressions += SuppressionComment.read(cell: text, at: item.range, problems: &problems)
    }
  }

  /// A node as a value; nil where nothing is written.
  ///
  /// The YAML reader limits the nesting.
  private static func value(of node: YAMLNode) -> ContextValue? {
    switch node.kind {
    case .scalar(let scalar):
      return node.isNull ? nil : .text(scalar.text)
    case .sequence(let items):
      return .list(items.compactMap(value))
    case .mapping(let entries):
      var values: [String: ContextValue] = [:]
      for entry in entries { values[entry.name] = value(of: entry.value) }
      return .map(values)
    }
  }

  /// Reports a key that means nothing here, with the key it may be meant for.
  private mutating func reportUnknown(_ key: YAMLNode) {
    let near = keys.near(key.text ?? "")
    problems.report(
      "unknown-key",
      .note,
      at: key.range,
      "this key is not known, so it has no effect",
      advice: near.map { "Write `\($0)` if that is meant." }
        ?? "Delete it, or leave it for the tools that use it."
    )
  }

  /// An advice as a sentence of its own.
  private static func sentence(_ advice: String) -> String {
    let end = advice.hasSuffix(".") ? "" : "."
    return advice.prefix(1).uppercased() + advice.dropFirst() + end
  }
}
