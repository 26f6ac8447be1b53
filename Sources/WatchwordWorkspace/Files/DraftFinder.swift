internal import WatchwordDrafts
internal import WatchwordRules

/// What a search for drafts leaves out.
public struct SearchOptions: Hashable, Sendable {
  /// Whether what git ignores is passed over in directories.
  public var respectsGitIgnore = true
  /// Whether `exclude` counts for files that are named, and not only in directories.
  public var excludesNamedFiles = false

  /// Makes the usual options.
  public init() {}
}

/// Finds the drafts that paths name: a file as it is, a directory with all drafts in it.
///
/// The files of a directory come before those below it, by the bytes of their names. In a directory,
/// what git ignores and what a configuration excludes is passed over; a path that is named is taken
/// at its word.
struct DraftFinder {
  /// What was met.
  enum Found {
    /// The path of a draft.
    case draft(String)
    /// A path that could not be used.
    case problem(FileProblem)
  }

  /// What was met and not taken yet, in order.
  private var met: [Found] = []
  /// Named drafts that a configuration excludes, where that counts, with the entry that says so.
  private(set) var excluded: [(path: String, because: String)] = []
  /// The configurations met on the way.
  private(set) var configurations: ConfigurationLibrary
  /// What is left out.
  private let options: SearchOptions
  /// Whether something in the path being added was passed over.
  private var hasPassedOver = false

  /// Makes a finder.
  init(
    configurations: ConfigurationLibrary = ConfigurationLibrary(.none),
    options: SearchOptions = SearchOptions()
  ) {
    self.configurations = configurations
    self.options = options
  }

  /// What was met since it was last taken.
  mutating func takeFound() -> [Found] {
    defer { met = [] }
    return met
  }

  /// Adds what a path leads to.
  mutating func add(_ path: String) {
    do throws(FileProblem) {
      switch try FileSystem.kind(of: path) {
      case .file: if admits(named: path) { met.append(.draft(path)) }
      case .directory:
        let before = met.count
        hasPassedOver = false
        walk(path)
        if met.count == before {
          met.append(.problem(FileProblem(path: path, reason: emptyReason)))
        }
      case .other:
        throw FileProblem(path: path, reason: "it is neither a file nor a directory")
      }
    } catch {
      met.append(.problem(error))
    }
  }

  /// The number of the configuration that governs a directory; nil where there is none.
  mutating func configuration(for directory: String) -> Int? {
    configurations.configuration(for: directory)
  }

  /// Whether a draft that is named is checked; where not, ``excluded`` tells why.
  mutating func admits(named path: String) -> Bool {
    guard options.excludesNamedFiles, let entry = exclusion(of: path) else { return true }
    excluded.append((path, "`\(entry.glob.value)` in \(entry.layer.path)"))
    return false
  }

  /// The entry of a configuration that excludes a path.
  mutating func exclusion(
    of path: String
  ) -> (layer: Configuration.Layer, glob: Located<String>)? {
    configurations.exclusion(of: FilePlace(path))
  }

  /// Why a directory gave nothing.
  private var emptyReason: String {
    hasPassedOver
      ? "what drafts it holds are excluded by a configuration or ignored by git"
      : "it holds no drafts (\(Self.endings))"
  }

  /// A directory on the way.
  private struct Step {
    /// Its path as the user wrote it, and below that.
    var path: String
    /// Where it lies, absolute and without links.
    var place: String
    /// What git ignores in it; nil where that makes no difference.
    var ignored: GitIgnore?
  }

  /// Meets the drafts of a directory and those below it; hidden entries and linked directories are
  /// passed over.
  private mutating func walk(_ directory: String) {
    let place = FilePlace.directory(directory)
    let ignored = options.respectsGitIgnore ? GitIgnore(directory: place) : nil
    report(ignored?.problems ?? [])
    var pending = [Step(path: directory, place: place, ignored: ignored)]
    while let next = pending.popLast() {
      pending += directories(meeting: next).reversed()
    }
  }

  /// Meets the drafts of one directory and returns the directories in it.
  private mutating func directories(meeting step: Step) -> [Step] {
    let entries: [FileSystem.Entry]
    do throws(FileProblem) {
      entries = try FileSystem.entries(of: step.path)
    } catch {
      // The rest is still checked.
      report([error])
      return []
    }
    var inner: [Step] = []
    let governor = configurations.configuration(for: step.place)
    for entry in entries where !entry.name.hasPrefix(".") {
      let path = FilePlace.join(step.path, entry.name)
      do throws(FileProblem) {
        let kind = try entry.kind(at: path)
        switch kind {
        case .file: guard Self.isDraft(entry.name) else { continue }
        // A linked directory may lead back up; its drafts are found where they really are.
        case .directory:
          guard entry.knownKind != nil || !FileSystem.isLink(path) else { continue }
        case .other: continue
        }
        let place = FilePlace.join(step.place, entry.name)
        if passesOver(place, isDirectory: kind == .directory, governor, step.ignored) {
          hasPassedOver = true
        } else if kind == .file {
          met.append(.draft(path))
        } else {
          var ignored = step.ignored
          let known = ignored?.problems.count ?? 0
          ignored?.enter(place)
          report((ignored?.problems ?? []).dropFirst(known))
          inner.append(Step(path: path, place: place, ignored: ignored))
        }
      } catch {
        // A dangling link beside the drafts is no draft; one that looks like a draft is reported.
        if Self.isDraft(entry.name) { report([error]) }
      }
    }
    return inner
  }

  /// Whether an entry of a directory is left out.
  private func passesOver(
    _ place: String,
    isDirectory: Bool,
    _ configuration: Int?,
    _ ignored: GitIgnore?
  ) -> Bool {
    if ignored?.ignores(place, isDirectory: isDirectory) == true { return true }
    guard let configuration else { return false }
    return configurations.configurations[configuration]
      .exclusion(of: place, isDirectory: isDirectory) != nil
  }

  /// Notes what could not be read.
  private mutating func report(_ problems: some Sequence<FileProblem>) {
    met += problems.map(Found.problem)
  }

  /// Whether a file met in a directory is a draft.
  ///
  /// Files about a repository are not for its audience. A JSON file is as often configuration, so
  /// one is checked only where it is named.
  static func isDraft(_ name: String) -> Bool {
    guard let format = DraftFormat.of(path: name), format != .json else { return false }
    let dot = UInt8(ascii: ".")
    let stem = Substring(name.utf8.drop { $0 == dot }.prefix { $0 != dot })
    switch stem.uppercased() {
    case "README", "LICENSE", "LICENCE", "CONTRIBUTING", "CHANGELOG": return false
    default: return true
    }
  }

  /// The endings of drafts that are looked for, for a message.
  private static let endings = DraftFormat.allCases.filter { $0 != .json }
    .flatMap(\.extensions).map { ".\($0)" }.joined(separator: ", ")
}
