import WatchwordDiagnostics
import WatchwordText

extension FileLoader {
  /// Reads `pack.yml`; nil where something it needs is missing or wrong.
  mutating func pack(_ bytes: [UInt8]) -> RulePack? {
    guard let node = read(bytes, as: .pack) else { return nil }
    let validity = validity(node)
    let windows = windows(node["windows"])
    guard let id = text(node["id"]), let title = text(node["title"]),
      let edition = text(node["edition"]), let publisher = text(node["publisher"]),
      let source = source(node["source"])
    else { return nil }
    return RulePack(
      id: id,
      title: title,
      edition: edition,
      publisher: publisher,
      source: source,
      isDefault: truth(node["default"]),
      validity: validity,
      replacedBy: text(node["replaced-by"]),
      folds: folds(node["folds"]),
      windows: windows,
      calendarUntil: text(node["calendar-until"]),
      extends: texts(node["extends"]),
      changes: (node["change"]?.entries ?? []).map(change)
    )
  }

  /// Reads `folds`, by platform in lower case.
  private func folds(_ node: YAMLNode?) -> [String: Int] {
    var folds: [String: Int] = [:]
    for entry in node?.entries ?? [] {
      guard let characters = number(entry.value) else { continue }
      folds[entry.name.lowercased()] = characters
    }
    return folds
  }

  /// Reads `windows`; one that ends before it begins is a mistake.
  private mutating func windows(_ node: YAMLNode?) -> [String: [Window]] {
    var windows: [String: [Window]] = [:]
    for entry in node?.entries ?? [] {
      windows[entry.name] = (entry.value.items ?? []).compactMap { window($0) }
    }
    return windows
  }

  /// Reads one window; nil where something it needs is missing or wrong.
  private mutating func window(_ node: YAMLNode) -> Window? {
    guard let title = text(node["title"]), let from = text(node["from"]).flatMap(Moment.init),
      let until = text(node["until"]).flatMap(Moment.init)
    else { return nil }
    if until.isBefore(from), let range = node["until"]?.range {
      report("bad-date", "this is before `from`", at: range)
    }
    return Window(
      title: title,
      from: from,
      until: until,
      applies: conditions(node["applies"]),
      source: source(node["source"])
    )
  }

  /// Reads one entry of `change`.
  private func change(_ entry: YAMLEntry) -> RuleChange {
    RuleChange(
      rule: located(entry.name, entry.key.range),
      isOff: entry.value.text == "off",
      severity: severity(entry.value["severity"]),
      action: text(entry.value["action"]).flatMap(Action.init)
    )
  }

  /// Reads `guidance.yml`.
  mutating func guidance(_ bytes: [UInt8]) -> [Statement] {
    guard let node = read(bytes, as: .guidance) else { return [] }
    var sources: [String: GuidanceSource] = [:]
    for entry in node["sources"]?.entries ?? [] { sources[entry.name] = source(entry.value) }
    let names = (node["sources"]?.entries ?? []).map(\.name)
    return (node["statements"]?.entries ?? []).compactMap { entry in
      guard let prefix = Self.sourceName(entry.name) else {
        report(
          "bad-name",
          "`\(entry.name)` is no id of a statement",
          advice: "end it in a hyphen and a number",
          at: entry.key.range
        )
        return nil
      }
      if !names.contains(prefix) {
        report(
          "unknown-source",
          "there is no source `\(prefix)`",
          advice: NearName.advice(prefix, among: names),
          at: entry.key.range
        )
      }
      return statement(entry, sources[prefix] ?? GuidanceSource(title: prefix))
    }
  }

  /// Reads one statement; what its coverage lacks was reported with its shape.
  private func statement(_ entry: YAMLEntry, _ source: GuidanceSource) -> Statement? {
    let node = entry.value
    let coverage: Statement.Coverage
    if let rules = node["rules"] {
      coverage = .rules(texts(rules))
    } else if let reminder = texts(node["reminder"]).first {
      coverage = .reminder(reminder)
    } else if let reason = text(node["person"]) {
      coverage = .person(reason)
    } else if let reason = text(node["allow"]) {
      coverage = .allow(reason)
    } else {
      // The id is still known, so rules that name it have no mistake of their own.
      coverage = .person("")
    }
    return Statement(
      id: located(entry.name, entry.key.range),
      says: text(node["says"]) ?? "",
      status: text(node["status"]).flatMap(StatementStatus.init) ?? .secondary,
      classes: texts(node["class"]).map(\.value),
      coverage: coverage,
      source: source
    )
  }

  /// The part of a statement's id that names its source: all but the last number.
  private static func sourceName(_ id: String) -> String? {
    guard let hyphen = id.lastIndex(of: "-"), hyphen != id.startIndex else { return nil }
    let digits = id[id.index(after: hyphen)...].utf8
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return String(id[..<hyphen])
  }

  /// Reads a file in `vocabulary/`.
  mutating func vocabulary(_ bytes: [UInt8]) -> Vocabulary? {
    guard let node = read(bytes, as: .vocabulary) else { return nil }
    let includes = texts(node["includes"])
    vocabularies += includes
    let phrases = phrases(node["words"])
    let except = self.phrases(node["except"])
    return Vocabulary(
      name: stem,
      title: text(node["title"]) ?? stem,
      about: text(node["about"]),
      phrases: phrases,
      includes: includes,
      except: except,
      file: file
    )
  }
}
