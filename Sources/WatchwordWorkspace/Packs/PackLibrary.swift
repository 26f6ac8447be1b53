public import WatchwordDiagnostics
public import WatchwordRules
public import WatchwordText

/// The rule packs at hand: those in the binary, and those in directories the user names.
public struct PackLibrary: Sendable {
  /// A pack's files before they are read as a pack.
  public struct Source: Sendable {
    /// Where the pack lies: a directory as the user wrote it, or `built-in/ID`.
    public var root: String
    /// Its files.
    public var files: [PackFile]
  }

  /// A pack read, with its mistakes.
  public struct Loaded: Sendable {
    /// Where it lies.
    public var source: Source
    /// The pack, if it could be read.
    public var pack: RulePack?
    /// Its mistakes.
    public var problems: [Diagnostic]

    /// The text of the pack's file that a problem's path names, for drawing the place.
    public func text(of path: String) -> SourceText? {
      source.files.first { "\(source.root)/\($0.path)" == path }.map { SourceText($0.bytes) }
    }
  }

  /// The largest pack file, in bytes.
  static let largestFile = 8 * 1_048_576

  /// The packs in the binary, by their ids.
  public static var builtIns: [Source] {
    var sources: [Source] = []
    for file in BuiltInPackData.files {
      let root = "built-in/\(file.pack)"
      let bytes = file.text.withUTF8Buffer { Array($0) }
      if sources.last?.root != root { sources.append(Source(root: root, files: [])) }
      sources[sources.count - 1].files.append(PackFile(path: "\(file.path)", bytes: bytes))
    }
    return sources
  }

  /// The ids of the packs in the binary, sorted.
  public static var builtInIDs: [String] {
    var ids: [String] = []
    for file in BuiltInPackData.files where ids.last != "\(file.pack)" {
      ids.append("\(file.pack)")
    }
    return ids
  }

  /// The ids of those that are on by default, sorted.
  public static var defaultIDs: [String] {
    "\(BuiltInPackData.defaults)".split(separator: " ").map(String.init)
  }

  /// Whether a name is that of a pack in the binary and that of a directory here with a `pack.yml` in it.
  public static func isNamedTwice(_ name: String) -> Bool {
    guard !name.contains("/") else { return false }
    do throws(FileProblem) {
      return try FileSystem.kind(of: "\(name)/pack.yml") == .file && builtInIDs.contains(name)
    } catch {
      return false
    }
  }

  /// Reads the files of the pack in a directory.
  public static func source(directory: String) throws(FileProblem) -> Source {
    var root = directory
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    guard try FileSystem.kind(of: root) == .directory else {
      throw FileProblem(path: directory, reason: "it is not a directory")
    }
    var files: [PackFile] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for entry in try FileSystem.entries(of: folder.isEmpty ? root : "\(root)/\(folder)")
      where !entry.name.hasPrefix(".") {
        let name = entry.name
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        let full = "\(root)/\(path)"
        switch try entry.kind(at: full) {
        // A pack reaches nothing outside its directory.
        case .directory: if !FileSystem.isLink(full) { pending.append(path) }
        case .file where name.hasSuffix(".yml") || name.hasSuffix(".yaml"):
          if FileSystem.isLink(full) { continue }
          files.append(
            PackFile(path: path, bytes: try FileSystem.open(full).readAll(limit: largestFile))
          )
        default: break
        }
      }
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return Source(root: root, files: files)
  }

  /// Reads a pack from its files.
  public static func load(_ source: Source) -> Loaded {
    let loading = PackLoader.load(files: source.files, named: source.root)
    return Loaded(source: source, pack: loading.pack, problems: loading.problems)
  }
}
