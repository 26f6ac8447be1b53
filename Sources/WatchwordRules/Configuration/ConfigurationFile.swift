public import WatchwordDiagnostics

/// What one `watchword.yml` says, in the order it says it; every part knows its place in the file.
public struct ConfigurationFile: Sendable {
  /// The configurations it builds on, as paths from its own directory; of several the last wins.
  public var extends: [Located<String>] = []
  /// What holds for every draft.
  public var general = ConfigurationScope()
  /// What holds for some drafts besides, by glob.
  public var paths: [(glob: Located<String>, scope: ConfigurationScope)] = []
  /// The globs of drafts to pass over, as in gitignore(5) but for comments.
  public var exclude: [Located<String>] = []
  /// What is added to vocabularies of packs.
  public var vocabulary: [VocabularyAddition] = []
  /// What headers of tables mean: `text`, `id`, `time`, `suppression` or a key of the context.
  public var columns: [(key: Located<String>, headers: [Located<String>])] = []
  /// The lowest severity that fails a run.
  public var failLevel: Located<Severity>?
  /// The path of the baseline, from the file's own directory.
  public var baseline: Located<String>?
}

/// The settings that can hold for all drafts or for those of a path.
public struct ConfigurationScope: Sendable {
  /// The packs to check with: ids, or paths from the file's own directory; nil where nothing is said.
  public var packs: [Located<String>]?
  /// The keys of the context, with the place of each.
  public var context: [(key: Located<String>, value: ContextValue)] = []
  /// The severities by the name of a rule or a topic.
  public var severities: [(name: Located<String>, level: SeverityLevel)] = []
  /// Where the words of posts stand in JSON, such as `data.posts[].caption`; nil where nothing is said.
  public var jsonText: Located<String>?
}

/// A severity that a configuration sets.
public enum SeverityLevel: String, CaseIterable, Hashable, Sendable {
  /// The rule says nothing.
  case off
  /// A severity, whatever the rule's own scale says.
  case note, warning, error

  /// The severity; nil for off.
  public var severity: Severity? { Severity(rawValue: rawValue) }
}

/// Words that a configuration adds to a vocabulary of a pack.
public struct VocabularyAddition: Hashable, Sendable {
  /// The vocabulary, as `pack/vocabulary`.
  public var name: Located<String>
  /// The phrases that belong to it.
  public var phrases: [Phrase]
  /// The phrases in which its words mean something else.
  public var except: [Phrase]
  /// The vocabularies that the phrases name.
  public var mentions: [Located<String>]

  /// The id of the pack, or nothing where the name has no slash.
  public var pack: Substring { name.value.split(separator: "/").first ?? "" }
  /// The name of the vocabulary in its pack.
  public var vocabulary: Substring { name.value.drop { $0 != "/" }.dropFirst() }
}

/// What loading a configuration gave.
public struct ConfigurationLoading: Sendable {
  /// What the file says, without the parts that have mistakes.
  ///
  /// Nothing may be checked with it unless ``problems`` is empty.
  public var file: ConfigurationFile
  /// The mistakes, in the order of their places.
  public var problems: [Diagnostic]
}
