internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordText

/// The programs of a run, each built once.
struct ProgramShelf {
  /// The programs, in the order they were asked for.
  private(set) var programs: [Program] = []
  /// The places of the programs.
  private var numbers: [ProgramRequest: Int] = [:]
  /// Where programs come from.
  private let store: ProgramStore
  /// The texts of configurations, in which words for vocabularies may hold mistakes.
  private let texts: [String: SourceText]

  /// Makes an empty shelf.
  init(_ store: ProgramStore, texts: [String: SourceText] = [:]) {
    self.store = store
    self.texts = texts
  }

  /// The number of the program that is made of this.
  mutating func number(of request: ProgramRequest) throws(CheckPlan.Failure) -> Int {
    if let known = numbers[request] { return known }
    do throws(ProgramStore.Failure) {
      programs.append(try store.program(of: request))
    } catch {
      switch error {
      case .unread(let problems): throw .unreadable(problems)
      case .mistakes(let problems, let loaded):
        throw .mistakes(problems, of: loaded, texts: texts)
      }
    }
    numbers[request] = programs.count - 1
    return programs.count - 1
  }
}
