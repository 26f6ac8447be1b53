import Testing
import WatchwordDiagnostics
import WatchwordEngine
import WatchwordText

/// Phrases where the matcher keeps its hits in another way: in long texts, and with many vocabularies.
@Suite struct PhraseListTests {
  @Test("A phrase that is spelled in one way is found in a long text as in a short one")
  func spelledInLongText() throws {
    let (program, problems) = FixturePack.program(
      "flag: { any: [{ words: [RAFT], case: exact }, { words: [oar] }] }"
    )
    try #require(problems == [])
    let sentence = "Our raft is no RAFT but has an oar. "
    for count in [1, 2_000] {
      let text = String(repeating: sentence, count: count)
      let found = FixturePack.findings(program, text).compactMap(\.postRange)
      let expected = (0..<count).flatMap { number in
        [15..<19, 31..<34].map { range in
          SourceRange(
            range.lowerBound + number * sentence.utf8.count,
            range.upperBound + number * sentence.utf8.count
          )
        }
      }
      #expect(found == expected)
    }
  }

  @Test("Of more vocabularies than a word has bits, each is told from the others")
  func manyVocabularies() throws {
    let numbers = 0..<150
    let words = numbers.map {
      "w\("abcdefghij".map(String.init)[$0 / 10 % 10])\("klmnopqrst".map(String.init)[$0 % 10])\($0 / 100 == 0 ? "u" : "v")"
    }
    let vocabularies = Dictionary(
      uniqueKeysWithValues: numbers.map { ("list-\($0)", "words: [\(words[$0])]") }
    )
    // Only phrases with an even vocabulary behind "go" and an odd one before "home" are asked for.
    let phrases = numbers.map {
      $0.isMultiple(of: 2) ? "\"go <list-\($0)>\"" : "\"<list-\($0)> home\""
    }
    let (program, problems) = FixturePack.program(
      "flag: { words: [\(phrases.joined(separator: ", "))] }",
      vocabularies: vocabularies
    )
    try #require(problems == [])
    for number in numbers {
      let text = "We go \(words[number]) home."
      let found = FixturePack.marks(FixturePack.findings(program, text), in: text)
      #expect(
        found == [number.isMultiple(of: 2) ? "go \(words[number])" : "\(words[number]) home"]
      )
    }
  }
}
