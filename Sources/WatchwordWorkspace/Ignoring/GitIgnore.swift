/// The files that tell git what to ignore, read without git.
///
/// What a user keeps for all repositories (`core.excludesFile`) is not read: the same drafts are to
/// give the same verdict on every machine.
struct GitIgnore: Sendable {
  /// The largest file read, in bytes.
  private static let largest = 4 * 1_048_576
  /// The rules that count in the directory, those that lose first; nil outside a repository.
  private(set) var rules: [IgnoreRules]?
  /// Files that could not be read.
  private(set) var problems: [FileProblem] = []

  /// Reads what counts in a directory, given absolute and without links: from the repository's top down.
  init(directory: String) {
    var chain = [directory]
    while let last = chain.last, !Self.isTop(last) {
      guard let parent = FilePlace.parent(of: last) else { return }
      chain.append(parent)
    }
    for directory in chain.reversed() { enter(directory) }
  }

  /// Whether git would ignore a file, be it for a directory above it.
  static func ignores(_ place: FilePlace) -> Bool {
    var chain = [place.directory]
    while let last = chain.last, !isTop(last), let parent = FilePlace.parent(of: last) {
      chain.append(parent)
    }
    var ignored = GitIgnore(directory: chain.removeLast())
    for directory in chain.reversed() {
      if ignored.ignores(directory, isDirectory: true) { return true }
      ignored.enter(directory)
    }
    return ignored.ignores(place.path, isDirectory: false)
  }

  /// Adds what counts in a directory just below; a repository of its own starts anew.
  mutating func enter(_ directory: String) {
    if Self.isTop(directory) {
      rules = []
      if let file = Self.excludeFile(of: directory) { read(file, directory: directory) }
    }
    guard rules != nil else { return }
    let file = FilePlace.join(directory, ".gitignore")
    // Git reads none that is a link.
    if !FileSystem.isLink(file) { read(file, directory: directory) }
  }

  /// Whether the rules ignore an entry; one in an ignored directory is ignored because of that.
  func ignores(_ path: String, isDirectory: Bool) -> Bool {
    for rules in (rules ?? []).reversed() {
      if let verdict = rules.verdict(on: path, isDirectory: isDirectory) {
        return verdict.isIgnored
      }
    }
    return false
  }

  /// Whether a directory is the top of a work tree.
  static func isTop(_ directory: String) -> Bool {
    FileSystem.exists(FilePlace.join(directory, ".git"))
  }

  /// Adds the patterns of a file, if there is one.
  private mutating func read(_ path: String, directory: String) {
    guard FileSystem.exists(path) else { return }
    do throws(FileProblem) {
      guard try FileSystem.kind(of: path) == .file else { return }
      let bytes = try FileSystem.open(path).readAll(limit: Self.largest)
      let read = IgnoreRules(gitignore: bytes, directory: directory)
      if !read.patterns.isEmpty { rules?.append(read) }
    } catch {
      problems.append(FileProblem(path: FilePlace.written(path), reason: error.reason))
    }
  }

  /// The `info/exclude` of a work tree, which a linked tree or a submodule keeps elsewhere.
  private static func excludeFile(of top: String) -> String? {
    let git = FilePlace.join(top, ".git")
    guard let kind = try? FileSystem.kind(of: git) else { return nil }
    if kind == .directory { return "\(git)/info/exclude" }
    guard let directory = firstLine(git, after: "gitdir: ") else { return nil }
    let own = FilePlace.directory(directory, from: top)
    let common = firstLine("\(own)/commondir").map { FilePlace.directory($0, from: own) } ?? own
    return "\(common)/info/exclude"
  }

  /// The first line of a small file, behind a prefix it must have.
  private static func firstLine(_ path: String, after prefix: String = "") -> String? {
    guard let bytes = try? FileSystem.open(path).readAll(limit: 1 << 16) else { return nil }
    let line = String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    return line.hasPrefix(prefix) ? String(line.dropFirst(prefix.count)) : nil
  }
}
