public import WatchwordDiagnostics
public import WatchwordEngine
internal import WatchwordText

/// Gives the program of packs without compiling it where that was done before: from the binary, or
/// from a cache.
public struct ProgramStore: Sendable {
  /// Where programs of a user's packs are kept; nil where none are.
  private let cache: ProgramCache?

  /// Makes a store that keeps what it compiles in a cache, if there is one.
  public init(cache: ProgramCache?) {
    self.cache = cache
  }

  /// Why there is no program.
  public enum Failure: Error, Sendable {
    /// These packs could not be read.
    case unread([FileProblem])
    /// The packs have these mistakes.
    case mistakes([Diagnostic], in: [PackLibrary.Loaded])
  }

  /// The program of packs, named as ``PackSelection/load(_:)`` takes them.
  public func program(of names: [String]) throws(Failure) -> Program {
    try program(of: ProgramRequest(packs: names, additions: []))
  }

  /// The program of packs with words that a configuration adds.
  func program(of question: ProgramRequest) throws(Failure) -> Program {
    let request = PackRequest(question.packs, additions: question.additions)
    guard request.unread.isEmpty else { throw .unread(request.unread) }
    if let ids = request.builtInIDs, let program = Self.builtIn(ids) { return program }
    let key = ProgramKey([Array("\(BuiltInPackData.stamp)".utf8)] + request.keyParts)
    if let program = cache?.program(key) { return program }
    let selection = PackSelection(request)
    let (program, problems) = selection.compiled(key: key)
    guard problems.isEmpty else { throw .mistakes(problems, in: selection.loaded) }
    cache?.keep(program, key)
    return program
  }

  /// Whether the built-in packs, all together, were compiled without a mistake when the command was built.
  static var builtInsAreSound: Bool {
    let all = PackLibrary.builtInIDs.joined(separator: " ")
    return BuiltInPackData.programs.contains { "\($0.packs)" == all }
  }

  /// The program of built-in packs that was compiled when the command was built, if it was.
  static func builtIn(_ ids: [String]) -> Program? {
    var names = ids.first ?? ""
    for id in ids.dropFirst() { names += " " + id }
    for entry in BuiltInPackData.programs where "\(entry.packs)" == names {
      return Program.builtIn(LiteralWords.memory(of: entry.image(), count: entry.count))
    }
    return nil
  }
}
