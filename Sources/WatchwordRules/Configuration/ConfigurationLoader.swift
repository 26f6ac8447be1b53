import WatchwordDiagnostics
import WatchwordText

/// Turns the bytes of a `watchword.yml` into what it says, and every mistake into a diagnostic.
///
/// What the file names is not looked for here: packs, rules, vocabularies, files.
public enum ConfigurationLoader {
  /// Loads a configuration; `path` is the file's as reports name it.
  public static func load(_ bytes: [UInt8], path: String) -> ConfigurationLoading {
    var loader = FileLoader(root: "", file: path, family: "config")
    let file = loader.configuration(bytes)
    return ConfigurationLoading(
      file: file,
      problems: loader.problems.sorted { ($0.range?.start ?? -1) < ($1.range?.start ?? -1) }
    )
  }
}

extension FileLoader {
  /// Reads a configuration.
  fileprivate mutating func configuration(_ bytes: [UInt8]) -> ConfigurationFile {
    var file = ConfigurationFile()
    guard let node = read(bytes, as: .configuration) else { return file }
    file.extends = texts(node["extends"])
    file.general = scope(node)
    file.paths = (node["paths"]?.entries ?? []).map { entry in
      (located(entry.name, entry.key.range), scope(entry.value))
    }
    file.exclude = texts(node["exclude"])
    file.vocabulary = (node["vocabulary"]?.entries ?? []).compactMap { addition($0) }
    file.columns = (node["columns"]?.entries ?? []).map { entry in
      (located(entry.name, entry.key.range), texts(entry.value))
    }
    if let level = node["fail-level"], let severity = level.text.flatMap(Severity.init) {
      file.failLevel = located(severity, level.range)
    }
    file.baseline = texts(node["baseline"]).first
    return file
  }

  /// Reads the settings that can hold for a path.
  private mutating func scope(_ node: YAMLNode) -> ConfigurationScope {
    var scope = ConfigurationScope()
    if let packs = node["packs"] { scope.packs = texts(packs) }
    for entry in node["context"]?.entries ?? [] {
      if entry.name == "presence" { presence(entry.value) }
      if entry.name.contains(".") {
        report(
          "unknown-context-key",
          "a part of a key cannot be set by itself",
          advice: "set `\(entry.name.prefix { $0 != "." })`",
          at: entry.key.range
        )
      }
      guard !entry.value.isNull else {
        report("missing-value", "`\(entry.name)` is empty", at: entry.key.range)
        continue
      }
      scope.context.append(
        (located(entry.name, entry.key.range), Self.contextValue(entry.value))
      )
    }
    scope.jsonText = texts(node["json-text"]).first
    scope.severities = (node["severity"]?.entries ?? []).compactMap { entry in
      guard let level = entry.value.text.flatMap(SeverityLevel.init) else { return nil }
      return (located(entry.name, entry.key.range), level)
    }
    return scope
  }

  /// A phrase whose place is told from those of the pack it is added to.
  private func outsidePack(_ phrase: Phrase) -> Phrase {
    var phrase = phrase
    let isMarked = ["/", "./", "../"].contains(where: file.hasPrefix)
    phrase.written.file = isMarked ? file : "./" + file
    return phrase
  }

  /// Reads what is added to one vocabulary.
  private mutating func addition(_ entry: YAMLEntry) -> VocabularyAddition? {
    let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ Self.isName(String($0)) }) else {
      report(
        "bad-name",
        "`\(entry.name)` is no vocabulary of a pack",
        advice: "write the pack, a slash and the vocabulary, such as `our-pack/our-units`",
        at: entry.key.range
      )
      return nil
    }
    vocabularies = []
    let words = entry.value.items == nil ? entry.value["add"] : entry.value
    let phrases = phrases(words)
    let except = self.phrases(entry.value["except"])
    return VocabularyAddition(
      name: located(entry.name, entry.key.range),
      phrases: phrases.map(outsidePack),
      except: except.map(outsidePack),
      mentions: vocabularies
    )
  }
}
