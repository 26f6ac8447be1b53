internal import WatchwordDrafts

/// Finds the drafts that one path names, one after the other: a file as it is, a directory with all drafts in it.
///
/// The files of a directory come before those below it, by the bytes of their names.
struct DraftFinder {
  /// What was met.
  enum Found {
    /// The path of a draft.
    case draft(String)
    /// A path that could not be used.
    case problem(FileProblem)
  }

  /// The path that is searched, until it has been looked at.
  private var start: String?
  /// The path, if it is a directory in which nothing was met yet.
  private var emptyDirectory: String?
  /// What was met and not given yet, the next last.
  private var met: [Found] = []
  /// Directories to be walked, the next last.
  private var pending: [String] = []

  /// Makes a finder for what `path` leads to.
  init(_ path: String) {
    start = path
  }

  /// The next draft or problem; nil once there are no more.
  mutating func next() -> Found? {
    if let path = start {
      start = nil
      if let found = begin(path) { return found }
    }
    while met.isEmpty, let directory = pending.popLast() { walk(directory) }
    if let found = met.popLast() {
      emptyDirectory = nil
      return found
    }
    guard let path = emptyDirectory else { return nil }
    emptyDirectory = nil
    return .problem(FileProblem(path: path, reason: "it holds no drafts (\(Self.endings))"))
  }

  /// Looks at the path itself; nil where it is a directory.
  private mutating func begin(_ path: String) -> Found? {
    do throws(FileProblem) {
      switch try FileSystem.kind(of: path) {
      case .file: return .draft(path)
      case .directory:
        emptyDirectory = path
        pending = [path]
        return nil
      case .other:
        throw FileProblem(path: path, reason: "it is neither a file nor a directory")
      }
    } catch {
      return .problem(error)
    }
  }

  /// Meets the drafts of a directory and leaves those below it for later; hidden entries and linked
  /// directories are passed over.
  private mutating func walk(_ directory: String) {
    let entries: [FileSystem.Entry]
    do throws(FileProblem) {
      entries = try FileSystem.entries(of: directory)
    } catch {
      // The rest is still checked.
      met.append(.problem(error))
      return
    }
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    for entry in entries.reversed() where !entry.name.hasPrefix(".") {
      let path = prefix + entry.name
      do throws(FileProblem) {
        switch try entry.kind(at: path) {
        case .file: if Self.isDraft(entry.name) { met.append(.draft(path)) }
        // A linked directory may lead back up; its drafts are found where they really are.
        case .directory:
          if entry.knownKind != nil || !FileSystem.isLink(path) { pending.append(path) }
        case .other: break
        }
      } catch {
        // A dangling link beside the drafts is no draft; one that looks like a draft is reported.
        if Self.isDraft(entry.name) { met.append(.problem(error)) }
      }
    }
  }

  /// Whether a file met in a directory is a draft.
  ///
  /// Files about a repository are not for its audience. A JSON file is as often configuration, so
  /// one is checked only where it is named.
  static func isDraft(_ name: String) -> Bool {
    guard let format = DraftFormat.of(path: name), format != .json else { return false }
    let stem = name.split(separator: ".").first.map { $0.uppercased() } ?? ""
    return !["README", "LICENSE", "LICENCE", "CONTRIBUTING", "CHANGELOG"].contains(stem)
  }

  /// The endings of drafts that are looked for, for a message.
  private static let endings = DraftFormat.allCases.filter { $0 != .json }
    .flatMap(\.extensions).map { ".\($0)" }.joined(separator: ", ")
}
