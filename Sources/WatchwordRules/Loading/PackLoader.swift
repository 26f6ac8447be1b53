import WatchwordDiagnostics
import WatchwordText

/// Turns the files of a directory into a rule pack, and every mistake in them into a diagnostic.
public struct PackLoader {
  /// Loads a pack.
  ///
  /// `root` is the path of the pack's directory as reports name it. `knownVocabularies` are those of
  /// the packs it extends; without them, a pack that extends others may name any vocabulary. Files
  /// that do not end in `.yml` or `.yaml` are passed over.
  public static func load(
    files: [PackFile],
    named root: String,
    knownVocabularies: Set<String>? = nil
  ) -> PackLoading {
    var loader = PackLoader(root: root)
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      loader.take(file)
    }
    return loader.finish(knownVocabularies: knownVocabularies)
  }

  /// The path of the pack's directory.
  private let root: String
  /// What `pack.yml` says.
  private(set) var pack: RulePack?
  /// The windows of `pack.yml`.
  var windows: [String: [Window]]? { pack?.windows }
  /// Whether there is a `pack.yml`.
  private var hasPackFile = false
  /// The statements; nil without a `guidance.yml`.
  private(set) var statements: [Statement]?
  /// The vocabularies by name.
  private(set) var vocabularies: [String: Vocabulary] = [:]
  /// The rules by name; those with mistakes are left out.
  private(set) var rules: [String: Rule] = [:]
  /// The file of every rule, mistakes or not, by the rule's name.
  private(set) var ruleFiles: [String: String] = [:]
  /// The loaders of the files, by path.
  private(set) var loaders: [String: FileLoader] = [:]

  /// Makes a loader for a pack at a path.
  private init(root: String) {
    self.root = root
  }

  /// Reads one file.
  private mutating func take(_ file: PackFile) {
    var loader = FileLoader(root: root, file: file.path)
    defer { loaders[file.path] = loader }
    guard file.path.hasSuffix(".yml") else {
      if file.path.hasSuffix(".yaml") {
        loader.report("bad-file-name", "a file of a pack ends in `.yml`", at: nil)
      }
      return
    }
    switch file.path {
    case "pack.yml":
      hasPackFile = true
      pack = loader.pack(file.bytes)
    case "guidance.yml":
      statements = loader.guidance(file.bytes)
    default:
      if !FileLoader.isName(loader.stem) {
        loader.report(
          "bad-file-name",
          "`\(loader.stem)` is no name for a file",
          advice: "use lower-case words joined by hyphens",
          at: nil
        )
      }
      if file.path.hasPrefix("vocabulary/") {
        takeVocabulary(file, &loader)
      } else {
        takeRule(file, &loader)
      }
    }
  }

  /// Reads a vocabulary.
  private mutating func takeVocabulary(_ file: PackFile, _ loader: inout FileLoader) {
    let name = loader.stem
    if let other = vocabularies[name] {
      loader.report(
        "duplicate-name",
        "the vocabulary `\(name)` is already in \(other.file)",
        at: nil
      )
    }
    // A vocabulary with mistakes still has its name.
    let vocabulary = loader.vocabulary(file.bytes)
    if vocabularies[name] == nil {
      vocabularies[name] =
        vocabulary ?? Vocabulary(name: name, title: name, phrases: [], file: file.path)
    }
  }

  /// Reads a rule.
  private mutating func takeRule(_ file: PackFile, _ loader: inout FileLoader) {
    let name = loader.stem
    if let other = ruleFiles[name] {
      loader.report("duplicate-name", "the rule `\(name)` is already in \(other)", at: nil)
    }
    let rule = loader.rule(file.bytes, pack: pack?.id ?? "")
    guard ruleFiles[name] == nil else { return }
    ruleFiles[name] = file.path
    rules[name] = rule
  }

  /// Checks what the files say of one another, and puts the pack together.
  private mutating func finish(knownVocabularies: Set<String>?) -> PackLoading {
    if !hasPackFile { add("missing-file", "a pack needs a file `pack.yml`", in: "pack.yml") }
    let extends = pack?.extends.isEmpty == false
    if knownVocabularies != nil || !extends { checkVocabularies(knownVocabularies ?? []) }
    checkCycles()
    if !extends { checkWindows() }
    if let statements {
      checkGuidance(statements, extends: extends)
      checkCoverage(statements, extends: extends)
    } else if !extends, !ruleFiles.isEmpty {
      add("missing-file", "a pack with rules needs a file `guidance.yml`", in: "guidance.yml")
    }
    checkAliases()
    checkYielding(extends: extends)
    if var pack {
      // Paths sort `pack.yml` after some rules, so the id is put in once all is read.
      pack.rules = rules.values.map { rule in
        var rule = rule
        rule.id.pack = pack.id
        return rule
      }.sorted { $0.id < $1.id }
      pack.statements = statements ?? []
      pack.vocabularies = vocabularies
      self.pack = pack
    }
    let problems = loaders.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.flatMap {
      $0.value.problems.sorted { ($0.range?.start ?? -1) < ($1.range?.start ?? -1) }
    }
    return PackLoading(pack: pack, problems: problems)
  }

  /// Notes a mistake in a file.
  mutating func add(
    _ name: String,
    _ message: String,
    advice: String? = nil,
    in file: String,
    at range: SourceRange? = nil
  ) {
    loaders[file, default: FileLoader(root: root, file: file)]
      .report(name, message, advice: advice, at: range)
  }
}
