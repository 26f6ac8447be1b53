internal import WatchwordDrafts

/// Finds the drafts that paths name: files as they are, directories with all drafts in them.
struct DraftFinder {
  /// Drafts in the order they are checked: arguments in order, directories by the bytes of the names.
  private(set) var drafts: [String] = []
  /// Paths that could not be used.
  private(set) var problems: [FileProblem] = []

  /// Adds what a path leads to.
  mutating func add(_ path: String) {
    do throws(FileProblem) {
      switch try FileSystem.kind(of: path) {
      case .file: drafts.append(path)
      case .directory:
        let before = drafts.count + problems.count
        walk(path)
        if drafts.count + problems.count == before {
          problems.append(FileProblem(path: path, reason: "it holds no drafts (\(Self.endings))"))
        }
      case .other:
        problems.append(FileProblem(path: path, reason: "it is neither a file nor a directory"))
      }
    } catch {
      problems.append(error)
    }
  }

  /// Adds the drafts of a directory and those below it; hidden entries and linked directories are passed over.
  private mutating func walk(_ directory: String) {
    var pending = [directory]
    while let next = pending.popLast() {
      var inner: [String] = []
      for name in names(in: next) where !name.hasPrefix(".") {
        let path = next.hasSuffix("/") ? next + name : next + "/" + name
        do throws(FileProblem) {
          switch try FileSystem.kind(of: path) {
          case .file: if Self.isDraft(name) { drafts.append(path) }
          // A linked directory may lead back up; its drafts are found where they really are.
          case .directory: if !FileSystem.isLink(path) { inner.append(path) }
          case .other: break
          }
        } catch {
          // A dangling link beside the drafts is no draft; one that looks like a draft is reported.
          if Self.isDraft(name) { problems.append(error) }
        }
      }
      pending += inner.reversed()
    }
  }

  /// The names in a directory; one that cannot be read is reported, and the rest is still checked.
  private mutating func names(in directory: String) -> [String] {
    do throws(FileProblem) {
      return try FileSystem.names(in: directory)
    } catch {
      problems.append(error)
      return []
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
