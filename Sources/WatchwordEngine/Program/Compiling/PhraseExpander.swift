internal import WatchwordRules
internal import WatchwordText

/// Turns phrases into the plain runs of tokens they stand for.
struct PhraseExpander {
  /// A phrase that stands for too many runs.
  struct TooMany: Error, Hashable {
    /// The most runs one phrase may stand for.
    var limit: Int
  }

  /// One step of a run.
  indirect enum Item: Hashable {
    /// A token with this symbol, and the bytes as the phrase writes them.
    case word(UInt32, written: [UInt8])
    /// A token of this class.
    case tokenClass(TokenClass)
    /// A phrase of this vocabulary.
    case vocabulary(String)
    /// One of these runs.
    case group([[Item]])
  }

  /// The most runs one phrase may stand for.
  static let limit = 20_000
  /// The most tokens one run may have; matching goes as deep into the stack.
  static let longestRun = 100
  /// From how many runs on elements with many choices become groups.
  private static let groupingLimit = 40
  /// How many choices an element may have without becoming a group.
  private static let smallestGroup = 4

  /// The symbols of all words so far.
  var symbols = SymbolTableBuilder()
  /// The vocabularies that can be named, by pack and name.
  var vocabularies: [String: [String: Vocabulary]] = [:]

  /// Makes an expander that knows no vocabulary yet.
  init() {}

  /// The runs a phrase stands for.
  mutating func runs(of phrase: Phrase) throws(TooMany) -> [[Item]] {
    try runs(of: phrase.elements)
  }

  /// A vocabulary and all it includes, each once, in order.
  func closure(of name: String, in pack: String) -> [Vocabulary] {
    var names = [name]
    var result: [Vocabulary] = []
    var seen: Set<String> = [name]
    while let next = names.popLast() {
      guard let vocabulary = vocabularies[pack]?[next] else { continue }
      result.append(vocabulary)
      for include in vocabulary.includes.reversed() where seen.insert(include.value).inserted {
        names.append(include.value)
      }
    }
    return result
  }

  /// The runs of a sequence of elements: every choice of one with every choice of the next.
  ///
  /// Where that would be many, elements with many choices become groups, which the automaton
  /// matches as it matches vocabularies, so that the runs add up instead of multiplying.
  private mutating func runs(of elements: [Phrase.Element]) throws(TooMany) -> [[Item]] {
    var choices: [[[Item]]] = []
    for element in elements { choices.append(try self.choices(of: element)) }
    let product = choices.reduce(1) { min($0 * $1.count, Self.limit + 1) }
    if product > Self.groupingLimit {
      for index in choices.indices where choices[index].count > Self.smallestGroup {
        let nonEmpty = choices[index].filter { !$0.isEmpty }
        choices[index] =
          (nonEmpty.count < choices[index].count ? [[]] : []) + [[.group(nonEmpty)]]
      }
    }
    var result: [[Item]] = [[]]
    for choice in choices {
      guard result.count * choice.count <= Self.limit else { throw TooMany(limit: Self.limit) }
      result = result.flatMap { run in choice.map { run + $0 } }
    }
    return result
  }

  /// The runs one element stands for.
  private mutating func choices(of element: Phrase.Element) throws(TooMany) -> [[Item]] {
    switch element {
    case .literal(let text, let isInflected):
      let words = PhraseWords(text).words
      guard isInflected, let last = words.last else { return [words.map { item($0) }] }
      let head = words.dropLast().map { item($0) }
      return Inflection.forms(of: String(decoding: last.folded, as: UTF8.self)).map { form in
        head + PhraseWords(Self.capitals(of: last.written, in: form)).words.map { item($0) }
      }
    case .alternatives(let runs):
      var result: [[Item]] = []
      for run in runs { result += try self.runs(of: run) }
      return result
    case .optional(let run):
      return [[]] + (try runs(of: run))
    case .tokenClass(let tokenClass):
      return [[.tokenClass(tokenClass)]]
    case .vocabulary(let name):
      return [[.vocabulary(name)]]
    }
  }

  /// A form of a word with the capitals that the word has as written: Deploy gives Deployed.
  private static func capitals(of written: [UInt8], in form: String) -> String {
    func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    if written.count > 1, written.allSatisfy(isCapital) { return form.uppercased() }
    let letters = form.utf8.enumerated().map { index, byte in
      index < written.count && isCapital(written[index]) && written[index] | 0x20 == byte
        ? written[index] : byte
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// A word as an item, its symbol added where it is new.
  private mutating func item(_ word: PhraseWords.Word) -> Item {
    .word(symbols.insert(word.folded), written: word.written)
  }
}
