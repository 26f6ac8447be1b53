internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordRules
internal import WatchwordText

/// Looks for mistakes in what configurations name: packs, rules, topics, vocabularies, the baseline.
struct ConfigurationCheck {
  /// The mistakes, in the order of files and places.
  private(set) var problems: [Diagnostic] = []
  /// The packs at hand, once somebody asks: those in the binary and those the configurations name.
  private var known: KnownNames?
  /// The directories of packs that the configurations name.
  private var directories: [String] = []

  /// Checks configurations.
  ///
  /// - Parameters:
  ///   - packs: The packs that flags name.
  ///   - needsBaseline: Whether a baseline that is named must be there.
  init(_ configurations: [Configuration], packs: [String], needsBaseline: Bool) {
    directories = packs
    var layers: [String: Configuration.Layer] = [:]
    for layer in configurations.flatMap(\.layers) { layers[layer.path] = layer }
    let sorted = layers.values.sorted { $0.path < $1.path }
    for layer in sorted {
      for scope in layer.scopes { checkPacks(scope, in: layer) }
    }
    for layer in sorted {
      for scope in layer.scopes {
        checkRules(scope, in: layer)
        checkLayout(scope, in: layer)
      }
      checkVocabularies(layer)
      if needsBaseline { checkBaseline(layer) }
    }
  }

  /// Reports packs that there are not.
  private mutating func checkPacks(_ scope: ConfigurationScope, in layer: Configuration.Layer) {
    for name in scope.packs ?? [] {
      let pack = layer.pack(name.value)
      guard pack.contains("/") else { continue }
      let builtIn = PackLibrary.builtInIDs
      do throws(FileProblem) {
        guard try FileSystem.kind(of: pack) == .directory else {
          throw FileProblem(path: pack, reason: "it is not a directory")
        }
        guard FileSystem.exists("\(pack)/pack.yml") else {
          throw FileProblem(path: pack, reason: "it holds no `pack.yml`")
        }
        if !directories.contains(pack) { directories.append(pack) }
      } catch {
        let isName = !name.value.contains("/")
        report(
          "unknown-pack",
          isName
            ? "there is no built-in pack `\(name.value)`, nor a directory of this name here"
            : "`\(name.value)` is no rule pack: \(error.reason)",
          advice: NearName.nearest(to: name.value, among: builtIn).map { "did you mean `\($0)`?" }
            ?? (isName ? "built in are \(builtIn.joined(separator: ", "))" : nil),
          at: name,
          in: layer
        )
      }
    }
  }

  /// Reports severities of rules and topics that there are not.
  private mutating func checkRules(_ scope: ConfigurationScope, in layer: Configuration.Layer) {
    for (name, _) in scope.severities {
      let known = names()
      guard !known.rules.contains(name.value) else { continue }
      report(
        "unknown-rule",
        "there is no rule or topic `\(name.value)`",
        advice: NearName.nearest(to: name.value, among: known.rules.sorted())
          .map { "did you mean `\($0)`?" } ?? "`watchword rules` lists them",
        at: name,
        in: layer
      )
    }
  }

  /// Reports a place of words in JSON that is no path.
  private mutating func checkLayout(_ scope: ConfigurationScope, in layer: Configuration.Layer) {
    guard let text = scope.jsonText, JSONPath(text.value) == nil else { return }
    report(
      "bad-json-path",
      "`\(text.value)` is not a path to a key",
      advice:
        "write keys with full stops between them and [] behind lists, such as data.posts[].caption",
      at: text,
      in: layer
    )
  }

  /// Reports additions to vocabularies that there are not.
  private mutating func checkVocabularies(_ layer: Configuration.Layer) {
    for addition in layer.file.vocabulary {
      let known = names()
      let pack = String(addition.pack)
      guard let names = known.vocabularies[pack] else {
        report(
          "unknown-pack",
          "there is no pack `\(pack)`",
          advice: NearName.nearest(to: pack, among: known.vocabularies.keys.sorted())
            .map { "did you mean `\($0)`?" },
          at: addition.name,
          in: layer
        )
        continue
      }
      let name = String(addition.vocabulary)
      if !names.contains(name) { reportVocabulary(name, pack, names, addition.name, layer) }
      let reach = known.vocabularies(within: pack)
      for mention in addition.mentions where !reach.contains(mention.value) {
        reportVocabulary(mention.value, pack, reach, mention, layer)
      }
    }
  }

  /// Reports a vocabulary that a pack has not.
  private mutating func reportVocabulary(
    _ name: String,
    _ pack: String,
    _ names: Set<String>,
    _ place: Located<String>,
    _ layer: Configuration.Layer
  ) {
    report(
      "unknown-vocabulary",
      "the pack `\(pack)` has no vocabulary `\(name)`",
      advice: NearName.nearest(to: name, among: names.sorted()).map { "did you mean `\($0)`?" },
      at: place,
      in: layer
    )
  }

  /// Reports a baseline that is not there.
  private mutating func checkBaseline(_ layer: Configuration.Layer) {
    guard let file = layer.file.baseline else { return }
    let path = FilePlace.written(FilePlace(file.value, from: layer.home).path)
    do throws(FileProblem) {
      guard try FileSystem.kind(of: path) == .file else {
        throw FileProblem(path: path, reason: "it is not a file")
      }
    } catch {
      report(
        "unreadable-file",
        "the baseline cannot be read: \(error.reason)",
        advice: "`watchword baseline` writes one",
        at: file,
        in: layer
      )
    }
  }

  /// The names at hand.
  private mutating func names() -> KnownNames {
    if let known { return known }
    let made = KnownNames(PackSelection.load(directories).loaded.compactMap(\.pack))
    known = made
    return made
  }

  /// Notes a mistake.
  private mutating func report(
    _ name: String,
    _ message: String,
    advice: String?,
    at place: Located<String>,
    in layer: Configuration.Layer
  ) {
    problems.append(
      .inConfiguration(name, message, advice: advice, path: layer.path, at: place.range)
    )
  }
}

/// The names that packs have for rules, topics and vocabularies.
private struct KnownNames {
  /// Every name of a rule or topic that a severity can be given to.
  let rules: Set<String>
  /// The vocabularies that can be added to, by the id of the pack that holds them.
  let vocabularies: [String: Set<String>]
  /// The ids of the packs that each takes over.
  private let bases: [String: [String]]

  /// Collects the names of packs.
  init(_ packs: [RulePack]) {
    rules = Set(
      packs.flatMap(\.rules).flatMap { RuleNames($0.id, aliases: $0.aliases, topic: $0.topic).all }
    )
    .union(Topic.all)
    vocabularies = Dictionary(
      packs.map { ($0.id, Set($0.vocabularies.keys)) },
      uniquingKeysWith: { $1 }
    )
    bases = Dictionary(
      packs.map { ($0.id, $0.extends.map(\.value)) },
      uniquingKeysWith: { $1 }
    )
  }

  /// The vocabularies that phrases of a pack can name: its own and those of packs it takes over.
  func vocabularies(within pack: String) -> Set<String> {
    var result: Set<String> = []
    var open = [pack]
    var seen: Set<String> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      result.formUnion(vocabularies[next] ?? [])
      open += bases[next] ?? []
    }
    return result
  }
}

extension Configuration.Layer {
  /// What it says of all drafts, then what it says of paths.
  var scopes: [ConfigurationScope] { [file.general] + file.paths.map(\.scope) }
}
