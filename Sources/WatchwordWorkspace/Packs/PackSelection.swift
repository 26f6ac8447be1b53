public import WatchwordDiagnostics
public import WatchwordEngine
public import WatchwordRules
public import WatchwordText

/// The packs a user asks for, loaded, with all they take over.
public struct PackSelection: Sendable {
  /// Every pack loaded, with its mistakes.
  public internal(set) var loaded: [PackLibrary.Loaded]
  /// The ids of the packs asked for, in order.
  public private(set) var ids: [String]
  /// What was asked for and could not be read.
  public private(set) var unread: [FileProblem]

  /// Loads packs by the ids of built-in ones or the paths of directories; without names, the default ones.
  ///
  /// A name with a slash, or that no built-in pack has, is a directory.
  public static func load(_ names: [String]) -> PackSelection {
    PackSelection(PackRequest(names))
  }

  /// Loads the packs of a request.
  init(_ request: PackRequest) {
    loaded = PackLibrary.builtIns.map { PackLibrary.load($0) }
    ids = []
    unread = request.unread
    for item in request.items {
      switch item {
      case .builtIn(let id): ids.append(id)
      case .directory(let source):
        let pack = PackLibrary.load(source)
        // A directory with the id of a built-in pack takes its place.
        if let id = pack.pack?.id {
          loaded.removeAll { $0.pack?.id == id }
          ids.append(id)
        }
        loaded.append(pack)
      }
    }
    add(request.additions)
  }

  /// The packs asked for that could be read, in order.
  public var chosen: [RulePack] {
    ids.compactMap { id in loaded.lazy.compactMap(\.pack).first { $0.id == id } }
  }

  /// The rules of the packs asked for, by their ids.
  public var rules: [ResolvedRule] {
    ResolvedRule.all(of: chosen, available: loaded.compactMap(\.pack))
  }

  /// The packs compiled, and every mistake in the packs asked for.
  public var program: (program: Program, problems: [Diagnostic]) { compiled() }

  /// The packs compiled to a program of this key, and every mistake in the packs asked for.
  func compiled(key: ProgramKey = .none) -> (program: Program, problems: [Diagnostic]) {
    let packs = loaded.compactMap(\.pack)
    let roots = Dictionary(
      loaded.compactMap { loaded in loaded.pack.map { ($0.id, loaded.source.root) } },
      uniquingKeysWith: { _, last in last }
    )
    let compiled = Program.compile(chosen, available: packs, roots: roots, key: key)
    // Compiling meets some mistakes that reading has reported at the same place.
    let problems = loaded.flatMap(\.problems)
    let further = compiled.problems.filter { problem in
      !problems.contains {
        $0.path == problem.path && $0.range == problem.range && $0.rule == problem.rule
      }
    }
    return (compiled.program, problems + further)
  }

  /// One of the packs by itself: its rules, and their program, whose mistakes ``program`` has shown.
  public func program(of pack: RulePack) -> (program: Program, rules: [Rule]) {
    let packs = loaded.compactMap(\.pack)
    return (
      Program.compile([pack], available: packs).program,
      ResolvedRule.all(of: [pack], available: packs).map(\.rule)
    )
  }

  /// The path a user can open, and the text, of a file of a loaded pack.
  public func file(_ file: String, ofPack id: String) -> (path: String, text: SourceText?) {
    guard let pack = loaded.first(where: { $0.pack?.id == id }) else { return (file, nil) }
    let path = "\(pack.source.root)/\(file)"
    return (path, pack.text(of: path))
  }
}
