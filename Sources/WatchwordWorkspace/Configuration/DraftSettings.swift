public import WatchwordDiagnostics
public import WatchwordDrafts
internal import WatchwordRules

/// What applies to a draft, each value with its origin.
struct DraftSettings: Sendable {
  /// The packs: ids, and directories as a user of the working directory writes them; nil for the default ones.
  var packs: [Setting<String>]?
  /// What holds for posts that do not say it themselves.
  var context: [String: Setting<ContextValue>] = [:]
  /// Severities by the name of a rule or a topic; the name of a rule beats its topic.
  var severities: [String: Setting<SeverityLevel>] = [:]
  /// What is added to vocabularies, each with the path of the file that says so.
  var additions: [(addition: VocabularyAddition, path: String)] = []
  /// What headers of tables mean, by what they mean.
  var columns: [String: Setting<[String]>] = [:]
  /// Where the words of posts stand in JSON and JSON Lines; nil to look under the usual keys.
  var jsonText: Setting<JSONPath>?
  /// The lowest severity that fails a run.
  var failLevel = Setting(Severity.error)
  /// The file with the accepted findings, as a user of the working directory writes it.
  var baseline: Setting<String>?

  /// Settings where nobody says anything.
  init() {}

  /// What a configuration says about the drafts that some of its globs name.
  init(_ configuration: Configuration, matching matches: [Bool]) {
    for (layer, scope) in configuration.scopes(matching: matches) { add(scope, of: layer) }
    for layer in configuration.layers {
      additions += layer.file.vocabulary.map { ($0, layer.path) }
      for (key, headers) in layer.file.columns {
        columns[key.value] = Setting(headers.map(\.value), .file(layer.path, key.range))
      }
      if let level = layer.file.failLevel {
        failLevel = Setting(level.value, .file(layer.path, level.range))
      }
      if let file = layer.file.baseline {
        let path = FilePlace.written(FilePlace(file.value, from: layer.home).path)
        baseline = Setting(path, .file(layer.path, file.range))
      }
    }
  }

  /// Takes over what a scope says.
  private mutating func add(_ scope: ConfigurationScope, of layer: Configuration.Layer) {
    if let packs = scope.packs {
      self.packs = packs.map { name in
        Setting(layer.pack(name.value), .file(layer.path, name.range))
      }
    }
    for (key, value) in scope.context {
      context[key.value] = Setting(value, .file(layer.path, key.range))
    }
    if let text = scope.jsonText, let path = JSONPath(text.value) {
      jsonText = Setting(path, .file(layer.path, text.range))
    }
    for (name, level) in scope.severities {
      severities[name.value] = Setting(level, .file(layer.path, name.range))
    }
  }

  /// Puts what flags say in front of all else.
  mutating func apply(_ flags: RunFlags) {
    if !flags.packs.isEmpty { packs = flags.packs.map { Setting($0, .flag("--packs")) } }
    for (key, entry) in flags.context.entries {
      let isNamed = RunFlags.namedKeys.contains(key)
      context[key] = Setting(entry.value, .flag(isNamed ? "--\(key)" : "--context"))
    }
    if let level = flags.failLevel { failLevel = Setting(level, .flag("--fail-level")) }
    if let file = flags.baseline { baseline = Setting(file, .flag("--baseline")) }
    if !flags.usesBaseline { baseline = nil }
    if let path = flags.reading.jsonText { jsonText = Setting(path, .flag("--json-text")) }
  }

  /// What the settings ask a program to be made of.
  var programRequest: ProgramRequest {
    ProgramRequest(packs: packs?.map(\.value) ?? [], additions: additions.map(\.addition))
  }

  /// What is known of the layout of a draft.
  var reading: ReadingOptions {
    ReadingOptions(
      jsonText: jsonText?.value,
      columns: columns.isEmpty ? ColumnNames() : ColumnNames(columns.mapValues(\.value))
    )
  }

  /// The severity that the settings give a rule, with its origin; nil where the rule's own counts.
  func severity(of names: RuleNames) -> Setting<SeverityLevel>? {
    names.all.lazy.compactMap { severities[$0] }.first
  }
}

/// The names a configuration can use for a rule, the most exact first.
struct RuleNames: Sendable {
  /// The full id, the name alone, older names, the topic, and the first part of the topic.
  let all: [String]

  /// The names of a rule.
  init(_ id: RuleID, aliases: [String], topic: String) {
    let wide = topic.split(separator: ".").first.map(String.init) ?? topic
    all = [id.description, id.name] + aliases + [topic, wide]
  }
}

/// What the flags of a command say about every draft.
public struct RunFlags: Sendable {
  /// The keys of the context that have a flag of their own.
  public static let namedKeys = ["presence", "platform", "account", "market"]

  /// The packs; none for those of the configuration.
  public var packs: [String] = []
  /// Keys of the context.
  public var context = Context()
  /// The lowest severity that fails the run, if a flag says so.
  public var failLevel: Severity?
  /// The baseline, if a flag names one.
  public var baseline: String?
  /// Whether any baseline counts.
  public var usesBaseline = true

  /// How drafts are laid out, as flags say it.
  public var reading = ReadingOptions()

  /// Makes flags that say nothing.
  public init() {}
}

/// What a program is made of.
struct ProgramRequest: Hashable, Sendable {
  /// Ids of built-in packs and directories; none for the default packs.
  var packs: [String]
  /// What is added to vocabularies.
  var additions: [VocabularyAddition]
}

extension Configuration.Layer {
  /// A pack as a user of the working directory names it: an id, or a directory.
  func pack(_ name: String) -> String {
    if !name.contains("/"), PackLibrary.builtInIDs.contains(name) { return name }
    let written = FilePlace.written(FilePlace.directory(name, from: home))
    // Without a slash it would be an id.
    return written.contains("/") ? written : "./\(written)"
  }
}
