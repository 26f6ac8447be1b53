public import WatchwordDiagnostics
internal import WatchwordRules
internal import WatchwordText

/// Rule packs compiled for matching: immutable, shared by all threads.
///
/// All phrases of all rules stand in one automaton over token symbols; matchers are records in a flat
/// table; each rule knows which findings of the one pass over a text can make it speak. A program is
/// a view of an image, see ``ProgramImage``, and making one reads nothing but the places of tables.
public final class Program: Sendable {
  /// What the image lies in.
  let memory: FlatMemory
  /// The tables.
  let image: ProgramImage
  /// Splits texts with the symbols of the phrases.
  let analyzer: TextAnalyzer
  /// Finds dates and times.
  let times: TimeScanner
  /// All phrases.
  let automaton: PhraseAutomaton
  /// The classes of each symbol's word.
  let wordClasses: FlatTable<WordClass>
  /// The patterns.
  let patterns: PatternTable
  /// Tells which patterns can match in a text.
  let patternFilter: PatternFilter
  /// The matchers of all rules.
  let nodes: MatcherTable
  /// For each set of phrases the sets whose phrases cover it.
  let covers: FlatTable<ListRecord>
  /// The rules.
  let rules: RuleTable
  /// Which rules each finding of the one pass wakes.
  let triggers: TriggerIndex
  /// Whether any matcher asks for identifiers, so that texts must be searched for them.
  let usesIdentifiers: Bool
  /// Whether anything asks for dates and times, so that texts must be searched for them.
  let usesTimes: Bool
  /// The rules that flag what adds up over several posts, by their places.
  let gatheringRules: FlatTable<Int32>
  /// The rules that yield to others, by their places.
  let yieldingRules: FlatTable<Int32>

  /// Makes a program of a sound image, which is all of `memory`.
  init(memory: FlatMemory) {
    let image = ProgramImage(base: memory.start)
    self.memory = memory
    self.image = image
    analyzer = TextAnalyzer(
      symbols: SymbolTable(
        slots: image.table(.symbolSlots),
        offsets: image.table(.symbolOffsets),
        text: image.table(.symbolText),
        memory: memory
      )
    )
    times = TimeScanner(meanings: image.table(.timeMeanings), memory: memory)
    automaton = PhraseAutomaton(image)
    wordClasses = image.table(.wordClasses)
    patterns = PatternTable(image)
    patternFilter = PatternFilter(image)
    nodes = MatcherTable(image)
    covers = image.table(.covers)
    rules = RuleTable(image, memory: memory)
    triggers = TriggerIndex(image)
    usesIdentifiers = image.facts.usesIdentifiers != 0
    usesTimes = image.facts.usesTimes != 0
    gatheringRules = image.table(.gatheringRules)
    yieldingRules = image.table(.yieldingRules)
  }

  /// The packs, in the order they were named.
  public var packs: [CompiledPack] {
    image.table(.packs, of: PackRecord.self).map {
      CompiledPack(
        id: image.string($0.id),
        title: image.string($0.title),
        edition: image.string($0.edition)
      )
    }
  }

  /// Every rule that can speak, in the order of packs and names.
  public var allRules: RuleTable { rules }

  /// The rules that had another name before, by that name.
  public var oldNames: [String: [RuleID]] {
    Dictionary(
      image.table(.oldNames, of: OldNameRecord.self).map {
        (image.string($0.name), [rules[Int($0.rule)].id])
      },
      uniquingKeysWith: +
    )
  }

  /// The rules that are asked about a thread as a whole and not about its parts.
  var threadRules: Set<RuleID> { Set(rules.filter(\.isForThreads).map(\.id)) }

  /// The rules that the rule of an id yields to; nil where it yields to none.
  ///
  /// Few rules yield, so they are gone through in the image: making a table of them for the two or
  /// three findings of a short run would cost more than all else that is done with these.
  func rivals(of id: RuleID) -> [CompiledRule]? {
    for index in yieldingRules {
      let rule = rules[Int(index)]
      if rule.isNamed(id) { return rule.yieldsTo.map { rules[Int($0)] } }
    }
    return nil
  }

  /// The names of the rules that flag what adds up over several posts, in full and alone.
  var gatheringNames: Set<String> {
    Set(
      gatheringRules.flatMap { index in
        let id = rules[Int(index)].id
        return [id.name, id.description]
      }
    )
  }

  /// The sets whose phrases cover a match of a set.
  func covers(ofSet set: UInt32) -> FlatTable<UInt32> { image.part(.setLists, covers[Int(set)]) }

  /// The matcher of a rule that flags a `together`, with its parts; nil for any other rule.
  func together(of rule: CompiledRule) -> (node: MatcherNode, together: TogetherNode)? {
    guard rule.isFlag, rule.node >= 0 else { return nil }
    let node = nodes[Int(rule.node)]
    guard case .together(let together) = node.kind else { return nil }
    return (node, together)
  }
}

/// What a program knows about a pack it was made from.
public struct CompiledPack: Hashable, Sendable {
  /// The pack's id.
  public var id: String
  /// The title for people.
  public var title: String
  /// The edition it encodes.
  public var edition: String
}

extension ProgramImage {
  /// What concerns the whole program.
  var facts: ImageFacts { table(.facts, of: ImageFacts.self)[0] }
}
