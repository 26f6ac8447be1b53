internal import WatchwordRules
internal import WatchwordText

extension ProgramCompiler {
  /// The set of the phrases a words matcher looks for.
  mutating func set(for matcher: WordsMatcher) -> UInt32 {
    switch matcher.words {
    case .vocabulary(let name):
      return set(forVocabulary: name.value, isCaseExact: matcher.isCaseExact, at: name)
    case .phrases(let phrases):
      let set = makeSet()
      insert(phrases, into: set, isCaseExact: matcher.isCaseExact)
      return set
    }
  }

  /// The set of a vocabulary's phrases; its exceptions and those of all it includes cover them.
  mutating func set(
    forVocabulary name: String,
    isCaseExact: Bool,
    at place: Located<String>?
  ) -> UInt32 {
    makeSet(known: PhraseSetKey(pack: scope, isCaseExact: isCaseExact, source: .vocabulary(name))) {
      compiler,
      set in
      let vocabularies = compiler.expander.closure(of: name, in: compiler.scope)
      if vocabularies.isEmpty, let place {
        compiler.report("unknown-vocabulary", "there is no vocabulary “\(name)”", at: place)
      }
      for vocabulary in vocabularies {
        compiler.insert(vocabulary.phrases, into: set, isCaseExact: isCaseExact)
      }
      let exceptions = vocabularies.flatMap(\.except)
      if !exceptions.isEmpty {
        let cover = compiler.makeSet()
        compiler.insert(exceptions, into: cover, isCaseExact: false)
        compiler.sets[Int(set)].covers.append(cover)
      }
    }
  }

  /// Lets the exceptions of a vocabulary cover the phrases in which other sets name it.
  mutating func passOnCovers() {
    for set in sets.indices {
      var seen: Set<UInt32> = [UInt32(set)]
      var open = nestedSets[UInt32(set)] ?? []
      var covers = sets[set].covers
      while let next = open.popLast() {
        guard seen.insert(next).inserted else { continue }
        covers += sets[Int(next)].covers
        open += nestedSets[next] ?? []
      }
      var known: Set<UInt32> = []
      sets[set].covers = covers.filter { known.insert($0).inserted }
    }
  }

  /// Adds an empty set.
  private mutating func makeSet() -> UInt32 {
    sets.append(PhraseSetPlan())
    return UInt32(sets.count - 1)
  }

  /// The set with this key, filled where it is new; a rule that uses one with a mistake fails as well.
  private mutating func makeSet(
    known key: PhraseSetKey,
    fill: (inout Self, UInt32) -> Void
  ) -> UInt32 {
    if let known = setsByKey[key] {
      if failedSets.contains(known) { ruleFailed = true }
      return known
    }
    let set = makeSet()
    setsByKey[key] = set
    let hasFailed = ruleFailed
    ruleFailed = false
    fill(&self, set)
    if ruleFailed { failedSets.insert(set) }
    ruleFailed = ruleFailed || hasFailed
    return set
  }

  /// Adds phrases to a set.
  private mutating func insert(_ phrases: [Phrase], into set: UInt32, isCaseExact: Bool) {
    for phrase in phrases {
      let runs: [[PhraseExpander.Item]]
      do {
        runs = try expander.runs(of: phrase)
      } catch {
        report(
          "phrase-too-wide",
          "this phrase stands for more than \(error.limit) phrases; split it or use `together`",
          at: phrase.written
        )
        continue
      }
      if runs.contains(where: { $0.count > PhraseExpander.longestRun }) {
        report(
          "phrase-too-long",
          "this phrase has more than \(PhraseExpander.longestRun) words; use `together`",
          at: phrase.written
        )
      } else if runs.contains(where: \.isEmpty) {
        report(
          "empty-phrase",
          "this phrase has no word, and no mark that counts as one",
          at: phrase.written
        )
      } else {
        insert(runs, into: set, isCaseExact: isCaseExact, at: phrase.written)
      }
    }
  }

  /// Adds the runs of a phrase to a set.
  private mutating func insert(
    _ runs: [[PhraseExpander.Item]],
    into set: UInt32,
    isCaseExact: Bool,
    at place: Located<String>
  ) {
    for run in runs {
      let steps = run.map { step(for: $0, isCaseExact: isCaseExact, at: place) }
      for case .set(let nested) in steps { nestedSets[set, default: []].append(nested) }
      let words = run.compactMap { item -> [UInt8]? in
        if case .word(_, let written) = item { written } else { nil }
      }
      automaton.insert(steps, set: set, spelling: isCaseExact ? words : nil)
    }
  }

  /// The edge that an item of a run becomes.
  private mutating func step(
    for item: PhraseExpander.Item,
    isCaseExact: Bool,
    at place: Located<String>
  ) -> PhraseAutomatonBuilder.Step {
    switch item {
    case .word(let symbol, _): return .symbol(symbol)
    case .tokenClass(let tokenClass): return .tokenClass(tokenClass)
    case .vocabulary(let name):
      return .set(set(forVocabulary: name, isCaseExact: isCaseExact, at: place))
    case .group(let runs):
      let key = PhraseSetKey(pack: scope, isCaseExact: isCaseExact, source: .group(runs))
      return .set(
        makeSet(known: key) { compiler, set in
          compiler.insert(runs, into: set, isCaseExact: isCaseExact, at: place)
        }
      )
    }
  }
}

/// What makes two sets of phrases the same.
struct PhraseSetKey: Hashable {
  /// What the phrases are.
  enum Source: Hashable {
    /// Those of a vocabulary.
    case vocabulary(String)
    /// The choices of a group.
    case group([[PhraseExpander.Item]])
  }

  /// The pack whose vocabularies names stand for.
  var pack: String
  /// Whether letters must stand as written.
  var isCaseExact: Bool
  /// What the phrases are.
  var source: Source
}
