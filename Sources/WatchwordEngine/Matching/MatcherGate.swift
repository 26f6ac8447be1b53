internal import WatchwordRules
internal import WatchwordText

/// Tells from what the one pass over a text saw whether a matcher can find anything in it.
///
/// Most rules that wake up find nothing, because a part they need is missing. Asking the gate costs
/// a few look-ups; asking the matcher makes lists. The answer is never “no” where the matcher would
/// find something.
///
/// It refers to its memory, so a copy is the same gate: one thread uses it, one text at a time.
struct MatcherGate {
  /// Owns the answers.
  private final class Memory {
    /// The number of the text that each matcher was last asked about, doubled, and 1 more for “yes”.
    let answers: UnsafeMutablePointer<UInt64>

    init(count: Int) {
      answers = .allocate(capacity: max(count, 1))
      answers.initialize(repeating: 0, count: max(count, 1))
    }

    deinit { answers.deallocate() }
  }

  /// What of a text the gate looks at.
  struct Sight {
    /// The kinds of entity that occur.
    var entities = EntityKindSet(rawValue: 0)
    /// The number of the text, from 1.
    fileprivate var text: UInt64 = 0
  }

  /// The program.
  private let program: Program
  /// Its matchers.
  private let nodes: MatcherTable
  /// The lists of matchers and parts.
  private let numbers: FlatTable<Int32>
  /// What `together` matchers need.
  private let togethers: FlatTable<TogetherRecord>
  /// The answers.
  private let memory: Memory
  /// What the current text holds.
  var sight = Sight()

  /// Makes a gate for the matchers of a program.
  init(program: Program) {
    self.program = program
    nodes = program.nodes
    numbers = program.image.table(.numbers)
    togethers = program.image.table(.togethers)
    memory = Memory(count: program.nodes.count)
  }

  /// Takes in what the pass over a new text saw.
  mutating func begin(_ analysis: AnalyzedText, identifiers: [Entity]) {
    sight.text += 1
    var kinds: UInt64 = 0
    for entity in analysis.entities { kinds |= 1 << UInt64(entity.kind.number) }
    for entity in identifiers { kinds |= 1 << UInt64(entity.kind.number) }
    sight.entities = EntityKindSet(rawValue: kinds)
  }

  /// Whether a matcher can find anything in the text that `evaluator` looks at.
  func canFind(_ node: Int32, _ evaluator: MatcherEvaluator) -> Bool {
    let asked = sight.text << 1
    let known = memory.answers[Int(node)]
    if known >= asked { return known & 1 == 1 }
    let answer = answer(node, evaluator)
    memory.answers[Int(node)] = asked | (answer ? 1 : 0)
    return answer
  }

  /// Works out the answer for a matcher.
  private func answer(_ node: Int32, _ evaluator: MatcherEvaluator) -> Bool {
    let record = nodes.record(Int(node))
    // What the image holds is read as it lies: to decode a matcher costs more than the answer.
    // The raw value, since to make the case of it is a call.
    switch record.kind {
    case NodeKind.words.rawValue:
      return evaluator.hits.hasHits(UInt32(truncatingIfNeeded: record.value))
    case NodeKind.pattern.rawValue:
      return evaluator.canMatch(pattern: Int(truncatingIfNeeded: record.value))
    case NodeKind.entity.rawValue: return sight.entities.rawValue & record.value != 0
    case NodeKind.any.rawValue:
      for place in Int(record.list.start)..<Int(record.list.start + record.list.count)
      where canFind(numbers[place], evaluator) {
        return true
      }
      return false
    case NodeKind.together.rawValue:
      return canFind(together: togethers[Int(record.value)], evaluator)
    case NodeKind.time.rawValue:
      guard !evaluator.times.isEmpty, case .time(let test) = nodes[Int(node)].kind else {
        return false
      }
      return evaluator.times.contains { test.accepts($0) }
    case NodeKind.shape.rawValue:
      guard case .shape(let shape) = nodes[Int(node)].kind else { return false }
      return canFind(shape: shape, evaluator.analysis)
    default: return false
    }
  }

  /// Whether enough parts of a `together` can occur, the marked and the required ones among them.
  private func canFind(together: TogetherRecord, _ evaluator: MatcherEvaluator) -> Bool {
    // A required part that is missing decides, so those are asked first.
    let parts = Int(together.nodes.start)
    for place in Int(together.must.start)..<Int(together.must.start + together.must.count) {
      let part = numbers[parts + Int(numbers[place])]
      if !canFind(part, evaluator), !program.holdsWithoutPlace(part) { return false }
    }
    guard canFind(numbers[parts + Int(together.mark)], evaluator) else { return false }
    var missing = Int32(truncatingIfNeeded: together.nodes.count) - together.atLeast
    for place in parts..<parts + Int(together.nodes.count) {
      let part = numbers[place]
      guard !canFind(part, evaluator), !program.holdsWithoutPlace(part) else { continue }
      missing -= 1
      if missing < 0 { return false }
    }
    return missing >= 0
  }

  /// Whether a way of writing can occur.
  private func canFind(shape: Shape, _ analysis: AnalyzedText) -> Bool {
    switch shape {
    case .allCapitals: return analysis.flags.contains(.allCapitals)
    case .emoji, .emojiRun: return analysis.holds(.emoji)
    case .repeatedPunctuation:
      return analysis.presence.contains(UInt8(ascii: "!"))
        || analysis.presence.contains(UInt8(ascii: "?"))
    case .lowerCaseHashtag: return sight.entities.contains(.hashtag)
    case .decorativeLetters: return ShapeFinder.canHoldDecorativeLetters(analysis.presence)
    }
  }
}
