import WatchwordDiagnostics
import WatchwordText

/// Reads one file of a pack and collects its mistakes.
struct FileLoader {
  /// The path of the pack's directory, as reports name it.
  let root: String
  /// The path of the file in it.
  let file: String
  /// The first part of the ids of its mistakes.
  let family: String
  /// The mistakes found so far.
  private(set) var problems: [Diagnostic] = []
  /// Every vocabulary named so far.
  var vocabularies: [Located<String>] = []

  /// Makes a loader for a file.
  init(root: String, file: String, family: String = "pack") {
    self.root = root
    self.file = file
    self.family = family
  }

  /// The name of the file without its folders and ending.
  var stem: String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".yml") ? name.dropLast(4) : name)
  }

  /// Notes a mistake; a second one at the same place with the same words is the same mistake.
  mutating func report(
    _ name: String,
    _ message: String,
    advice: String? = nil,
    at range: SourceRange?
  ) {
    let path = root.isEmpty ? file : root + "/" + file
    let isKnown = problems.contains { $0.range == range && $0.message == message }
    guard !isKnown, problems.count < 200 else { return }
    problems.append(
      Diagnostic(
        path: path,
        rule: RuleID(pack: family, name: name),
        severity: .error,
        message: message,
        advice: advice,
        range: range
      )
    )
  }

  /// Reads the file's YAML and checks it against a table; nil where there is no map to look at.
  mutating func read(_ bytes: [UInt8], as table: TableName) -> YAMLNode? {
    let reading = YAMLReader.read(bytes)
    for problem in reading.problems {
      report(problem.kind.rawValue, problem.message, advice: problem.advice, at: problem.range)
    }
    guard let node = reading.root else {
      if reading.problems.isEmpty {
        report("empty-file", "this file is empty", at: SourceRange(0, 0))
      }
      return nil
    }
    check(node, as: .table(table), called: table.table.noun, owner: nil)
    return node.entries == nil ? nil : node
  }

  /// A value with its place in this file.
  func located<Value>(_ value: Value, _ range: SourceRange) -> Located<Value> {
    Located(value, file: file, range: range)
  }

  /// The texts of a scalar or a list of scalars, with their places; mistakes are left out.
  func texts(_ node: YAMLNode?) -> [Located<String>] {
    guard let node else { return [] }
    let nodes = node.items ?? [node]
    return nodes.compactMap { item in
      guard let text = item.text, !item.isNull else { return nil }
      return located(text, item.range)
    }
  }

  /// The text of a scalar that is not empty.
  func text(_ node: YAMLNode?) -> String? {
    guard let node, !node.isNull else { return nil }
    return node.text
  }

  /// The whole number a scalar holds.
  func number(_ node: YAMLNode?) -> Int? {
    guard let scalar = node?.scalar, !scalar.isQuoted else { return nil }
    return Int(scalar.text)
  }

  /// Whether a scalar says yes.
  func truth(_ node: YAMLNode?) -> Bool {
    node?.scalar.flatMap(Self.truth) ?? false
  }

  /// Yes or no, in the spellings of YAML 1.1; nil for anything else.
  static func truth(_ scalar: YAMLScalar) -> Bool? {
    guard !scalar.isQuoted else { return nil }
    switch scalar.text.lowercased() {
    case "yes", "true", "on": return true
    case "no", "false", "off": return false
    default: return nil
    }
  }

  /// The days between which something counts; an end before its start is a mistake.
  mutating func validity(_ node: YAMLNode) -> Validity {
    let validity = Validity(from: text(node["valid-from"]), until: text(node["valid-until"]))
    if let from = validity.from, let until = validity.until, from > until,
      let range = node["valid-until"]?.range
    {
      report("bad-date", "this day is before `valid-from`", at: range)
    }
    return validity
  }

  /// The document a map describes.
  func source(_ node: YAMLNode?) -> GuidanceSource? {
    guard let node, let title = text(node["title"]) else { return nil }
    return GuidanceSource(title: title, date: text(node["date"]), url: text(node["url"]))
  }

  /// A severity or a scale of severities.
  func severity(_ node: YAMLNode?) -> SeverityScale? {
    guard let node else { return nil }
    if let severity = node.text.flatMap(Severity.init) { return SeverityScale(severity) }
    let steps = (node.entries ?? []).compactMap { entry -> SeverityScale.Step? in
      guard let threshold = number(entry.key),
        let severity = entry.value.text.flatMap(Severity.init)
      else { return nil }
      return SeverityScale.Step(threshold: threshold, severity: severity)
    }
    return steps.isEmpty ? nil : SeverityScale(steps.sorted { $0.threshold < $1.threshold })
  }
}
