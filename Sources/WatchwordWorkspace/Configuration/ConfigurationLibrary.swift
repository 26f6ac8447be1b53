public import WatchwordDiagnostics
internal import WatchwordRules
public import WatchwordText

/// Finds and reads the configurations of drafts, each once.
public struct ConfigurationLibrary: Sendable {
  /// Where configurations come from.
  public enum Source: Hashable, Sendable {
    /// The nearest `watchword.yml` at or above each draft, up to the top of its repository.
    case nearest
    /// This file, for every draft.
    case file(String)
    /// Nowhere.
    case none
  }

  /// The name that is looked for.
  public static let fileName = "watchword.yml"
  /// Spellings of it that are not looked for, and are mistakes where they stand in its place.
  private static let wrongNames = ["watchword.yaml", ".watchword.yml", ".watchword.yaml"]

  /// Where configurations come from.
  private let source: Source
  /// The configurations read; those with mistakes have no layers that lack a file.
  private(set) var configurations: [Configuration] = []
  /// Which of them governs each directory asked about before ``latest``.
  private var byDirectory: [String: Int?] = [:]
  /// The directory asked about last and those above it as far as they had to be looked at, and which
  /// configuration governs them: in most runs all that is ever asked about.
  private var latest: (directories: [String], result: Int?) = ([], nil)
  /// The numbers of configurations by the paths of their files.
  private var byFile: [String: Int] = [:]
  /// The mistakes in all files, in the order these were met.
  public private(set) var problems: [Diagnostic] = []
  /// The texts of the files with mistakes, by the paths that reports name.
  public private(set) var texts: [String: SourceText] = [:]

  /// Makes a library that has read nothing.
  public init(_ source: Source) {
    self.source = source
  }

  /// The configuration that governs the entries of a directory; nil where there is none.
  mutating func configuration(for directory: String) -> Int? {
    switch source {
    case .none: return nil
    case .file(let path): return load(FilePlace(path))
    case .nearest: break
    }
    if latest.directories.contains(directory) { return latest.result }
    for directory in latest.directories { byDirectory[directory] = latest.result }
    var passed: [String] = []
    var result: Int?
    var next: String? = directory
    while let directory = next {
      if let known = byDirectory[directory] {
        result = known
        break
      }
      passed.append(directory)
      if let file = file(in: directory) {
        result = load(file)
        break
      }
      next = GitIgnore.isTop(directory) ? nil : FilePlace.parent(of: directory)
    }
    latest = (passed, result)
    return result
  }

  /// The entry of `exclude` because of which a draft is passed over, be it for a directory above it.
  mutating func exclusion(of place: FilePlace) -> (
    layer: Configuration.Layer, glob: Located<String>
  )? {
    var chain = [(place, isDirectory: false)]
    var directory = place.directory
    while !GitIgnore.isTop(directory), let parent = FilePlace.parent(of: directory) {
      let name = directory.split(separator: "/").last.map(String.init) ?? ""
      chain.append((FilePlace(directory: parent, name: name), isDirectory: true))
      directory = parent
    }
    for (entry, isDirectory) in chain.reversed() {
      guard let index = configuration(for: entry.directory),
        let found = configurations[index].exclusion(of: entry.path, isDirectory: isDirectory)
      else { continue }
      return found
    }
    return nil
  }

  /// The `watchword.yml` in a directory.
  private mutating func file(in directory: String) -> FilePlace? {
    let place = FilePlace(directory: directory, name: Self.fileName)
    if FileSystem.exists(place.path) { return place }
    for name in Self.wrongNames {
      let path = FilePlace.join(directory, name)
      guard FileSystem.exists(path), byFile[path] == nil else { continue }
      byFile[path] = -1
      add(
        "bad-file-name",
        "a configuration is called `\(Self.fileName)`",
        advice: "rename this file",
        in: FilePlace.written(path)
      )
    }
    return nil
  }

  /// The configuration in a file, read with all it builds on unless that was done before.
  private mutating func load(_ place: FilePlace) -> Int {
    if let known = byFile[place.path] { return known }
    var chain = ConfigurationChain()
    chain.add(place)
    for problem in chain.problems where !problems.contains(problem) { problems.append(problem) }
    texts.merge(chain.texts) { first, _ in first }
    let index = configurations.count
    configurations.append(
      Configuration(path: FilePlace.written(place.path), layers: chain.layers)
    )
    byFile[place.path] = index
    return index
  }

  /// Notes a mistake in a configuration.
  mutating func add(
    _ name: String,
    _ message: String,
    advice: String? = nil,
    in path: String,
    at range: SourceRange? = nil
  ) {
    let problem = Diagnostic.inConfiguration(name, message, advice: advice, path: path, at: range)
    if !problems.contains(problem) { problems.append(problem) }
  }
}

extension Diagnostic {
  /// A mistake in a configuration.
  static func inConfiguration(
    _ name: String,
    _ message: String,
    advice: String? = nil,
    path: String,
    at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      path: path,
      rule: RuleID(pack: "config", name: name),
      severity: .error,
      message: message,
      advice: advice,
      range: range
    )
  }
}
