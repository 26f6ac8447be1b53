/// The tables of an image, in the order they lie in it.
enum ImageSection: Int, CaseIterable {
  /// One ``ImageFacts``.
  case facts
  /// The bytes of all texts, as UTF-8.
  case text
  /// Lists of ``TextRecord``.
  case texts
  /// Lists of numbers: matchers, rules, places in other lists.
  case numbers
  /// Lists of phrase sets.
  case setLists

  // Symbols, by the fields of `SymbolTable`.
  case symbolSlots, symbolOffsets, symbolText
  /// What each symbol can mean for dates and times.
  case timeMeanings
  /// The classes of each symbol's word.
  case wordClasses

  // Phrases, by the fields of ``PhraseAutomaton``.
  case phraseRoots, phraseNodes, phraseClassEdges, phraseSetEdges, phraseRootsBySet
  case phraseTerminals, phraseEdges, phraseStems
  case spellings, spelledWords
  /// For each set of phrases 1 where a matcher or a guard asks for it, 0 where only phrases do.
  case askedSets
  /// For each set of phrases the sets whose phrases cover it, as a ``ListRecord`` of ``setLists``.
  case covers

  // Patterns.
  case patterns, patternNeedGroups, patternNeedBytes
  case literalClasses, literalNext, literalGroupStarts, literalGroups, literalGroupCount

  // Matchers.
  case nodes, togethers, guards, exceptions

  // Rules.
  case rules, messagePieces, severitySteps, conditions, settlers, citations, folds, windows
  /// The packs.
  case packs
  /// The rules that had another name before, by that name.
  case oldNames
  /// The rules that flag what adds up over several posts.
  case gatheringRules
  /// The rules that yield to others.
  case yieldingRules

  // What wakes rules: lists of ``numbers`` by set, by kind of entity, and by pattern.
  case triggersBySet, triggersByEntity, triggersByPattern
}
