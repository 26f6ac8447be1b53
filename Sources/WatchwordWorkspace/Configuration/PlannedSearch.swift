internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordEngine
internal import WatchwordRules
internal import WatchwordText

/// Finds the drafts of a run and what applies to each.
struct PlannedSearch {
  /// What decides the settings of a draft: its configuration, and which of the globs there name it.
  private struct Key: Equatable {
    var configuration: Int?
    var matches: [Bool]
  }

  /// What to look for.
  private let question: CheckPlan.Question
  /// Finds drafts.
  private var finder: DraftFinder
  /// What was found, in order.
  private(set) var items: [CheckPlan.Item] = []
  /// The different settings, with flags.
  private var settings: [DraftSettings] = []
  /// The baselines that configurations name, each once.
  private var namedBaselines: [String] = []
  /// What decided each of the settings; there are few.
  private var keys: [Key] = []
  /// Whether git was asked to compare posts.
  private var comparesPosts = false
  /// Where the directory of the latest draft lies, and its path as the user wrote it.
  private var directory: (written: Substring, place: String)?

  /// Makes a search.
  init(_ question: CheckPlan.Question) {
    self.question = question
    finder = DraftFinder(
      configurations: ConfigurationLibrary(question.configuration),
      options: question.search
    )
  }

  /// The configurations met, with their mistakes.
  var configurations: ConfigurationLibrary { finder.configurations }

  /// Finds everything.
  mutating func run() throws(CheckPlan.Failure) {
    if let git = question.git {
      try addDrafts(of: git)
      return
    }
    for path in question.paths {
      guard path != "-" else {
        addStandardInput()
        continue
      }
      finder.add(path)
      for found in finder.takeFound() {
        switch found {
        case .draft(let path): items.append(.file(path, profile: number(for: path)))
        case .problem(let problem): items.append(.unusable(problem))
        }
      }
    }
  }

  /// Adds standard input, under the path it counts as.
  private mutating func addStandardInput() {
    let path = question.standardInputPath
    guard finder.admits(named: path) else { return }
    items.append(.standardInput(as: path, profile: number(for: path)))
  }

  /// Adds the drafts that changed in git.
  private mutating func addDrafts(of question: GitDrafts.Question) throws(CheckPlan.Failure) {
    let git: GitDrafts
    do throws(GitProblem) {
      git = try GitDrafts.find(question)
    } catch {
      throw .git(error)
    }
    comparesPosts = git.comparesPosts
    for draft in git.drafts {
      let isNamed = question.paths.contains(draft.path)
      if isNamed ? finder.admits(named: draft.path) : finder.exclusion(of: draft.path) == nil {
        items.append(.stored(draft, profile: number(for: draft.path)))
      }
    }
  }

  /// The number of the settings of a draft.
  mutating func number(for path: String) -> Int {
    let place = place(of: path)
    let index = finder.configuration(for: place.directory)
    let configuration = index.map { configurations.configurations[$0] }
    let key = Key(configuration: index, matches: configuration?.matches(place) ?? [])
    if let known = keys.firstIndex(of: key) { return known }
    var made = configuration.map { DraftSettings($0, matching: key.matches) } ?? DraftSettings()
    if let path = made.baseline?.value, !namedBaselines.contains(path) {
      namedBaselines.append(path)
    }
    made.apply(question.flags)
    keys.append(key)
    settings.append(made)
    return settings.count - 1
  }

  /// Where a draft lies; drafts of one directory in a row ask the system once.
  private mutating func place(of path: String) -> FilePlace {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return FilePlace(path) }
    let name = String(path[path.utf8.index(after: slash)...])
    guard !["", ".", ".."].contains(name) else { return FilePlace(path) }
    let written = path[...slash]
    if let directory, directory.written == written {
      return FilePlace(directory: directory.place, name: name)
    }
    let place = FilePlace.directory(String(written))
    directory = (written, place)
    return FilePlace(directory: place, name: name)
  }

  /// What applies to a draft.
  mutating func settings(for path: String) -> DraftSettings {
    let number = number(for: path)
    return settings[number]
  }

  /// The settings of a number.
  subscript(number: Int) -> DraftSettings { settings[number] }

  /// What applies to a draft, and where it was said.
  mutating func report(on settings: DraftSettings, of path: String) -> SettingsReport {
    let place = FilePlace(path)
    let index = finder.configuration(for: place.directory)
    let exclusion = finder.exclusion(of: path).map { layer, glob in
      Setting(glob.value, .file(layer.path, glob.range))
    }
    return SettingsReport(
      settings,
      path: path,
      configuration: index.map { configurations.configurations[$0] },
      exclusion: exclusion,
      isIgnored: question.search.respectsGitIgnore && GitIgnore.ignores(place),
      standardPacks: settings.packs == nil ? PackLibrary.defaultIDs : [],
      texts: configurations.texts
    )
  }

  /// Throws every mistake in the configurations met, if there is one.
  ///
  /// - Parameter needsBaseline: Whether a baseline that is named must be there.
  func refuseMistakes(needsBaseline: Bool) throws(CheckPlan.Failure) {
    let mistakes = mistakes(needsBaseline: needsBaseline)
    guard mistakes.isEmpty else { throw .mistakes(mistakes, texts: configurations.texts) }
  }

  /// Every mistake in the configurations met.
  private func mistakes(needsBaseline: Bool) -> [Diagnostic] {
    let known = configurations.problems
    let found = ConfigurationCheck(
      configurations.configurations,
      packs: question.flags.packs.filter { $0.contains("/") },
      needsBaseline: needsBaseline
    ).problems
    return (known + found.filter { !known.contains($0) }).sorted { left, right in
      (left.path, left.range?.start ?? -1) < (right.path, right.range?.start ?? -1)
    }
  }

  /// The plan for what was found.
  mutating func plan() throws(CheckPlan.Failure) -> CheckPlan {
    let flags = question.flags
    // What is asked for must be there even where no draft needs it.
    if settings.isEmpty { _ = number(for: question.standardInputPath) }
    try refuseMistakes(needsBaseline: flags.usesBaseline && flags.baseline == nil)
    var shelf = ProgramShelf(question.programs, texts: configurations.texts)
    var accepted: [String: Set<String>] = [:]
    var profiles: [CheckProfile] = []
    for settings in settings {
      let program = try shelf.number(of: settings.programRequest)
      if let path = settings.baseline?.value, accepted[path] == nil {
        do throws(FileProblem) {
          accepted[path] = try BaselineFile.read(path).fingerprints
        } catch {
          throw .unreadable([error])
        }
      }
      profiles.append(
        CheckProfile(
          settings,
          number: program,
          program: shelf.programs[program],
          accepted: settings.baseline.flatMap { accepted[$0.value] }
        )
      )
    }
    let isEmptied = items.isEmpty && !finder.excluded.isEmpty
    return CheckPlan(
      items: items,
      profiles: profiles,
      programs: shelf.programs,
      comparesPosts: comparesPosts,
      isOfGit: question.git != nil,
      mayBeEmpty: question.git != nil || isEmptied,
      namedBaselines: namedBaselines,
      notes: finder.excluded.isEmpty ? [] : [exclusionNote]
    )
  }

  /// What is said of named drafts that were passed over.
  private var exclusionNote: String {
    let count = finder.excluded.count
    let reasons = Set(finder.excluded.map(\.because)).sorted()
    let drafts = count == 1 ? "1 draft that was named is" : "\(count) drafts that were named are"
    return "\(drafts) excluded by \(reasons.joined(separator: ", "))."
  }
}
