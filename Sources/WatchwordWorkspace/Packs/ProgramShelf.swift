internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordText

/// The programs of a run, each built once.
struct ProgramShelf {
  /// The programs, in the order they were asked for.
  private(set) var programs: [Program] = []
  /// What was asked for, by the places of the programs; there are few.
  private var requests: [ProgramRequest] = []
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
    if let known = requests.firstIndex(of: request) { return known }
    do throws(ProgramStore.Failure) {
      programs.append(try store.program(of: request))
    } catch {
      switch error {
      case .unread(let problems): throw .unreadable(problems)
      case .mistakes(let problems, let loaded):
        throw .mistakes(problems, of: loaded, texts: texts)
      }
    }
    requests.append(request)
    return programs.count - 1
  }
}
