internal import WatchwordDrafts
internal import WatchwordDiagnostics
internal import WatchwordRules
internal import WatchwordText

/// What applies to a draft, as YAML in the form of a configuration, with the origin of each value behind it.
struct SettingsReport {
  /// The lines, each with the origin of its value.
  private var lines: [(text: String, origin: SettingOrigin?)] = []
  /// The texts of configurations, for the numbers of lines.
  private let texts: [String: SourceText]

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - exclusion: The entry of `exclude` that lets a search pass the draft over, if one does.
  ///   - isIgnored: Whether git ignores the draft.
  ///   - standardPacks: The packs that count where nobody names any.
  init(
    _ settings: DraftSettings,
    path: String,
    configuration: Configuration?,
    exclusion: Setting<String>?,
    isIgnored: Bool,
    standardPacks: [String],
    texts: [String: SourceText]
  ) {
    self.texts = texts
    lines.append(
      ("# What applies to \(path), and where it was said. What a post says itself wins.", nil)
    )
    if let layers = configuration?.layers, !layers.isEmpty {
      let files = layers.reversed().map(\.path)
      lines.append(("# Configuration: \(files.joined(separator: ", which extends "))", nil))
    } else {
      lines.append(("# Configuration: none", nil))
    }
    if let exclusion {
      add(
        "# Passed over in directories because of \(Self.scalar(exclusion.value))",
        exclusion.origin
      )
    }
    if isIgnored { add("# Passed over in directories because git ignores it", nil) }
    let packs = settings.packs ?? standardPacks.map { Setting($0) }
    add("packs:", nil)
    for pack in packs { add("  - \(Self.scalar(pack.value))", pack.origin) }
    if !settings.context.isEmpty { add("context:", nil) }
    for (key, value) in settings.context.sorted(by: { $0.key < $1.key }) {
      add("  \(Self.scalar(key)): \(Self.written(value.value))", value.origin)
    }
    if !settings.severities.isEmpty { add("severity:", nil) }
    for (name, level) in settings.severities.sorted(by: { $0.key < $1.key }) {
      add("  \(Self.scalar(name)): \(level.value.rawValue)", level.origin)
    }
    add(settings.additions)
    if !settings.columns.isEmpty { add("columns:", nil) }
    for (key, headers) in settings.columns.sorted(by: { $0.key < $1.key }) {
      let list = ContextValue.list(headers.value.map { .text($0) })
      add("  \(Self.scalar(key)): \(Self.written(list))", headers.origin)
    }
    if let path = settings.jsonText {
      add("json-text: \(Self.scalar(path.value.description))", path.origin)
    }
    add("fail-level: \(settings.failLevel.value.rawValue)", settings.failLevel.origin)
    if let baseline = settings.baseline {
      add("baseline: \(Self.scalar(baseline.value))", baseline.origin)
    }
  }

  /// The text, every line ended, with the origins below one another.
  var text: String {
    let widths = lines.map { $0.origin == nil ? 0 : $0.text.unicodeScalars.count }
    let column = min(widths.max() ?? 0, 48)
    return zip(lines, widths).map { line, width in
      guard let origin = line.origin else { return line.text + "\n" }
      let gap = String(repeating: " ", count: max(column - width, 0) + 2)
      return "\(line.text)\(gap)# \(words(origin))\n"
    }.joined()
  }

  /// Adds a line.
  private mutating func add(_ text: String, _ origin: SettingOrigin?) {
    lines.append((text, origin))
  }

  /// Adds the words for vocabularies.
  private mutating func add(_ additions: [(addition: VocabularyAddition, path: String)]) {
    guard !additions.isEmpty else { return }
    add("vocabulary:", nil)
    let byName = Dictionary(grouping: additions) { $0.addition.name.value }
    for (name, additions) in byName.sorted(by: { $0.key < $1.key }) {
      add("  \(Self.scalar(name)):", nil)
      for (key, phrases) in [("add", \VocabularyAddition.phrases), ("except", \.except)] {
        let all = additions.flatMap { addition in
          addition.addition[keyPath: phrases].map { ($0.written, addition.path) }
        }
        guard !all.isEmpty else { continue }
        add("    \(key):", nil)
        for (phrase, path) in all {
          add("      - \(Self.scalar(phrase.value))", .file(path, phrase.range))
        }
      }
    }
  }

  /// An origin in words.
  private func words(_ origin: SettingOrigin) -> String {
    switch origin {
    case .standard: return "default"
    case .flag(let name): return name
    case .file(let path, let range):
      guard let text = texts[path] else { return path }
      return "\(path):\(LineTable(text.bytes).line(containing: range.start) + 1)"
    }
  }

  /// A value in YAML on one line.
  private static func written(_ value: ContextValue) -> String {
    switch value {
    case .text(let text): scalar(text)
    case .list(let items): "[\(items.map(written).joined(separator: ", "))]"
    case .map(let entries):
      "{ "
        + entries.sorted { $0.key < $1.key }.map { "\(scalar($0.key)): \(written($0.value))" }
        .joined(separator: ", ") + " }"
    }
  }

  /// A text in YAML: plain where nothing in it could be read otherwise.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || "-_./".utf8.contains(byte)
    }
    let isWord =
      (text.utf8.first.map { (0x61...0x7A).contains($0 | 0x20) } ?? false) || text.hasPrefix("./")
    let isOther = ["yes", "no", "true", "false", "on", "off", "null", "y", "n"]
      .contains(text.lowercased())
    if isPlain, isWord || text.hasPrefix("../"), !isOther { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          result += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
