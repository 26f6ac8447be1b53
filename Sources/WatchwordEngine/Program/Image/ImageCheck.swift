internal import WatchwordText

/// Decides whether an image that somebody else kept may be used.
///
/// The hash finds what went wrong by accident. Since anybody can write a file with a right hash, every
/// number by which something is looked up is checked as well, and that nothing goes round in circles
/// or nests deeper than the stack allows: after that, no table is ever left.
struct ImageCheck {
  /// The image.
  let image: ProgramImage
  /// The bytes in all.
  private let size: Int

  /// The most tokens of a phrase, and the deepest nesting of matchers.
  static let deepest = 256

  /// Whether a block is a sound image; its header must have been looked at.
  static func isSound(_ memory: FlatMemory) -> Bool {
    let check = ImageCheck(image: ProgramImage(base: memory.start), size: memory.bytes.count)
    let headerSize = MemoryLayout<ProgramImage.Header>.stride
    let content = UnsafeRawBufferPointer(rebasing: memory.bytes[headerSize...])
    return check.hasRoomForEntries && check.image.header.check == ImageHash.of(content)
      && check.tablesLieInside && check.listsAreSound && check.wordsAreSound
      && check.phrasesAreSound && check.patternsAreSound && check.matchersAreSound
      && check.rulesAreSound && check.triggersAreSound
  }

  /// Whether the places of the tables are there.
  private var hasRoomForEntries: Bool {
    size >= MemoryLayout<ProgramImage.Header>.stride
      + ImageSection.allCases.count * MemoryLayout<ProgramImage.Entry>.stride
  }

  /// Whether every table lies in the image, aligned.
  private var tablesLieInside: Bool {
    ImageSection.allCases.allSatisfy { section in
      let entry = image.entry(section)
      return Int(entry.offset) % FlatMemory.alignment == 0
        && Int(entry.offset) + Int(entry.count) * section.stride <= size
    }
  }

  /// Whether the lists that others point into hold what they must.
  private var listsAreSound: Bool {
    table(.texts, of: TextRecord.self).allSatisfy { isText($0) }
      && areAll(.setLists, below: count(.covers))
      && table(.covers, of: ListRecord.self).allSatisfy { isList($0, of: .setLists) }
      && count(.askedSets) == count(.covers) && count(.facts) == 1
  }

  /// One of the tables.
  func table<Element: BitwiseCopyable>(
    _ section: ImageSection,
    of: Element.Type = Element.self
  ) -> FlatTable<Element> { image.table(section) }

  /// The number of values in a table.
  func count(_ section: ImageSection) -> Int { Int(image.entry(section).count) }

  /// Whether a record is part of a table.
  func isList(_ list: ListRecord, of section: ImageSection) -> Bool {
    Int(list.start) + Int(list.count) <= count(section)
  }

  /// Whether a record is a text.
  func isText(_ text: TextRecord) -> Bool {
    Int(text.offset) + Int(text.count) <= count(.text)
  }

  /// Whether a record is a text, or none.
  func isOptionalText(_ text: TextRecord) -> Bool { text.offset == .max || isText(text) }

  /// Whether a record is a list of numbers that satisfy a condition.
  func isList(_ list: ListRecord, where isFit: (Int) -> Bool) -> Bool {
    isList(list, of: .numbers)
      && image.part(.numbers, list, of: Int32.self).allSatisfy { isFit(Int($0)) }
  }

  /// Whether a record is a list of rules.
  func isListOfRules(_ list: ListRecord) -> Bool {
    isList(list) { $0 >= 0 && $0 < count(.rules) }
  }

  /// Whether all 32-bit numbers of a table are below a limit.
  func areAll(_ section: ImageSection, below limit: Int) -> Bool {
    table(section, of: UInt32.self).allSatisfy { Int($0) < limit }
  }
}

extension ImageSection {
  /// The bytes of one value of a table.
  var stride: Int {
    switch self {
    case .facts: MemoryLayout<ImageFacts>.stride
    case .text, .symbolText, .timeMeanings, .literalClasses, .askedSets: 1
    case .texts, .spelledWords: MemoryLayout<TextRecord>.stride
    case .wordClasses, .patternNeedGroups, .literalNext, .literalGroups: 2
    case .numbers, .setLists, .symbolOffsets: 4
    case .symbolSlots: MemoryLayout<SymbolTable.Slot>.stride
    case .phraseRoots, .phraseRootsBySet, .phraseStems: 4
    case .literalGroupStarts, .literalGroupCount, .gatheringRules, .yieldingRules: 4
    case .phraseEdges: MemoryLayout<PhraseAutomaton.Edge>.stride
    case .phraseNodes: MemoryLayout<PhraseAutomaton.Node>.stride
    case .phraseClassEdges: MemoryLayout<PhraseAutomaton.ClassEdge>.stride
    case .phraseSetEdges: MemoryLayout<PhraseAutomaton.SetEdge>.stride
    case .phraseTerminals: MemoryLayout<PhraseAutomaton.Terminal>.stride
    case .spellings, .covers, .triggersBySet, .triggersByEntity: MemoryLayout<ListRecord>.stride
    case .patterns: MemoryLayout<PatternRecord>.stride
    case .patternNeedBytes: MemoryLayout<BytePresence>.stride
    case .nodes: MemoryLayout<NodeRecord>.stride
    case .togethers: MemoryLayout<TogetherRecord>.stride
    case .guards: MemoryLayout<GuardRecord>.stride
    case .exceptions: MemoryLayout<ExceptionRecord>.stride
    case .rules: MemoryLayout<RuleRecord>.stride
    case .messagePieces: MemoryLayout<PieceRecord>.stride
    case .severitySteps: MemoryLayout<StepRecord>.stride
    case .conditions: MemoryLayout<ConditionRecord>.stride
    case .settlers: MemoryLayout<SettlerRecord>.stride
    case .citations: MemoryLayout<CitationRecord>.stride
    case .folds: MemoryLayout<FoldRecord>.stride
    case .windows: MemoryLayout<WindowRecord>.stride
    case .packs: MemoryLayout<PackRecord>.stride
    case .oldNames: MemoryLayout<OldNameRecord>.stride
    case .triggersByPattern: MemoryLayout<PatternTriggerRecord>.stride
    }
  }
}
