internal import WatchwordRules

/// The packs a user asks for, found but not yet read as packs.
struct PackRequest {
  /// One of them.
  enum Item {
    /// A pack in the binary, by its id.
    case builtIn(String)
    /// A pack in a directory.
    case directory(PackLibrary.Source)
  }

  /// The packs, in the order named.
  private(set) var items: [Item] = []
  /// What was asked for and could not be read.
  private(set) var unread: [FileProblem] = []
  /// What is added to vocabularies.
  let additions: [VocabularyAddition]

  /// Finds packs by the ids of built-in ones or the paths of directories; without names, the default ones.
  ///
  /// A name with a slash, or that no built-in pack has, is a directory.
  init(_ names: [String], additions: [VocabularyAddition] = []) {
    self.additions = additions
    guard !names.isEmpty else {
      items = PackLibrary.defaultIDs.map { .builtIn($0) }
      return
    }
    let builtIns = PackLibrary.builtInIDs
    for name in names {
      if builtIns.contains(name) {
        items.append(.builtIn(name))
        continue
      }
      do throws(FileProblem) {
        items.append(.directory(try PackLibrary.source(directory: name)))
      } catch {
        var problem = error
        if !name.contains("/") {
          let known = builtIns.joined(separator: ", ")
          problem.reason = "there is no built-in pack or directory of this name; built in: \(known)"
        }
        unread.append(problem)
      }
    }
  }

  /// The ids, where all are built-in packs as they are.
  var builtInIDs: [String]? {
    guard additions.isEmpty else { return nil }
    var ids: [String] = []
    for item in items {
      guard case .builtIn(let id) = item else { return nil }
      ids.append(id)
    }
    return ids
  }

  /// What their program depends on, in parts for a key; the built-in packs go by the stamp of the build.
  var keyParts: [[UInt8]] {
    let packs = items.flatMap { item -> [[UInt8]] in
      switch item {
      case .builtIn(let id): [Array("built-in".utf8), Array(id.utf8)]
      case .directory(let source):
        [Array("directory".utf8), Array("\(source.files.count)".utf8)]
          + source.files.flatMap { [Array($0.path.utf8), $0.bytes] }
      }
    }
    let words = additions.flatMap { addition -> [[UInt8]] in
      let phrases = addition.phrases + addition.except
      return [
        Array("words".utf8), Array(addition.name.value.utf8),
        Array("\(addition.phrases.count) \(phrases.count)".utf8),
      ] + phrases.map { Array($0.written.value.utf8) }
    }
    return packs + words
  }
}
