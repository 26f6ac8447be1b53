import TestSupport
import Testing
import WatchwordDiagnostics
import WatchwordEngine
import WatchwordRules
import WatchwordText

/// The plain, slow matcher that the automaton is compared with.
///
/// It tries every element at every place and knows only the words of these tests: each has one
/// class, and sentences end at full stops.
private struct PlainMatcher {
  /// What a phrase is made of here.
  indirect enum Element {
    case word(String)
    case anyOf([[Element]])
    case maybe([Element])
    case number
    case anyWord
    case vocabulary(String)

    /// The element in the phrase syntax.
    var written: String {
      switch self {
      case .word(let word): word
      case .anyOf(let runs): "(" + runs.map(Self.written).joined(separator: "|") + ")"
      case .maybe(let run): "[" + Self.written(run) + "]"
      case .number: "{number}"
      case .anyWord: "{word}"
      case .vocabulary(let name): "<\(name)>"
      }
    }

    /// A run in the phrase syntax.
    static func written(_ run: [Element]) -> String {
      run.map(\.written).joined(separator: " ")
    }
  }

  /// The phrases of each vocabulary.
  var vocabularies: [String: [[Element]]]
  /// The words of one sentence.
  var words: [String]

  /// Every place where a run that starts at `start` can end.
  func ends(_ run: [Element], from start: Int) -> Set<Int> {
    var ends: Set<Int> = [start]
    for element in run {
      ends = ends.reduce(into: []) { $0.formUnion(self.ends(element, from: $1)) }
    }
    return ends
  }

  /// Every place where an element that starts at `start` can end.
  private func ends(_ element: Element, from start: Int) -> Set<Int> {
    let word = start < words.count ? words[start] : nil
    switch element {
    case .word(let wanted): return word == wanted ? [start + 1] : []
    case .number: return word?.first?.isNumber ?? false ? [start + 1] : []
    case .anyWord: return word?.first?.isLetter ?? false ? [start + 1] : []
    case .maybe(let run): return ends(run, from: start).union([start])
    case .anyOf(let runs):
      return runs.reduce(into: []) { $0.formUnion(ends($1, from: start)) }
    case .vocabulary(let name):
      return (vocabularies[name] ?? []).reduce(into: []) { $0.formUnion(ends($1, from: start)) }
    }
  }

  /// The leftmost and then longest matches of phrases that do not overlap, as ranges of words.
  func matches(_ phrases: [[Element]]) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var start = 0
    while start < words.count {
      let end = phrases.flatMap { ends($0, from: start) }.max() ?? start
      if end > start { matches.append(start..<end) }
      start = max(end, start + 1)
    }
    return matches
  }
}

/// Compares the automaton with a matcher too plain to be wrong.
@Suite struct DifferentialTests {
  /// The words of texts and phrases; few, so that phrases meet themselves and each other.
  private static let alphabet = ["ash", "bay", "cod", "den", "7", "12"]

  /// A run of elements; vocabularies below `level` may be named.
  private func run(
    _ generator: inout SeededGenerator,
    depth: Int,
    level: Int
  ) -> [PlainMatcher.Element] {
    (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &generator) {
      case 4: return .number
      case 5: return .anyWord
      case 6:
        return .anyOf(
          (0..<2).map { _ in run(&generator, depth: depth - 1, level: level) }
        )
      case 7: return .maybe(run(&generator, depth: depth - 1, level: level))
      case 8... where level > 0:
        return .vocabulary("level-\(Int.random(in: 0..<level, using: &generator))")
      default: return .word(Self.alphabet.randomElement(using: &generator) ?? "ash")
      }
    }
  }

  @Test("The automaton finds what a plain matcher finds", arguments: 0..<60)
  func agrees(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var vocabularies: [String: [[PlainMatcher.Element]]] = [:]
    func phrases(level: Int) -> [[PlainMatcher.Element]] {
      (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        // A phrase that could be left out as a whole is a mistake, so each has one word for certain.
        var phrase = run(&generator, depth: 2, level: level)
        let word = PlainMatcher.Element.word(
          Self.alphabet.randomElement(using: &generator) ?? "ash"
        )
        phrase.insert(word, at: Int.random(in: 0...phrase.count, using: &generator))
        return phrase
      }
    }
    for level in 0..<3 { vocabularies["level-\(level)"] = phrases(level: level) }
    let wanted = phrases(level: 3)
    func list(_ phrases: [[PlainMatcher.Element]]) -> String {
      "[" + phrases.map { "\"\(PlainMatcher.Element.written($0))\"" }.joined(separator: ", ") + "]"
    }
    let (program, problems) = FixturePack.program(
      "flag: { words: \(list(wanted)) }",
      vocabularies: vocabularies.mapValues { "words: \(list($0))" }
    )
    try #require(problems == [], "\(list(wanted)) \(vocabularies.mapValues(list))")
    // The last text is so long that hits are listed for all sets at once.
    for number in 0..<40 {
      let sentences = (0..<(number < 39 ? 3 : 400)).map { _ in
        (0..<Int.random(in: 1...9, using: &generator)).map { _ in
          Self.alphabet.randomElement(using: &generator) ?? "ash"
        }
      }
      let text = sentences.map { $0.joined(separator: " ") + ". " }.joined()
      let expected = sentences.flatMap { words in
        PlainMatcher(vocabularies: vocabularies, words: words).matches(wanted)
          .map { words[$0].joined(separator: " ") }
      }
      let found = FixturePack.marks(FixturePack.findings(program, text), in: text)
      #expect(found == expected, "\(text) with \(list(wanted)) \(vocabularies.mapValues(list))")
    }
  }
}
