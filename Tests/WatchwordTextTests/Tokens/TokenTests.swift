import Testing
import WatchwordText

@Suite("Tokens")
struct TokenTests {
  /// The tokens of a text as `kind text`.
  private func tokens(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return TextAnalyzer(symbols: SymbolTable()).analyze(bytes).tokens.map {
      "\($0.kind) \(String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self))"
    }
  }

  @Test("Words and numbers")
  func words() {
    #expect(tokens("We don't sail") == ["word We", "word don't", "word sail"])
    #expect(tokens("self-harm") == ["word self", "word harm"])
    #expect(tokens("F-35 F35") == ["word F", "number 35", "word F", "number 35"])
    #expect(
      tokens("2nd 5pm 2,000 3.5 17:30") == [
        "number 2nd", "number 5", "word pm", "number 2,000", "number 3.5", "number 17:30",
      ]
    )
    #expect(tokens("£50 $5m € 3") == ["number £50", "number $5m", "number € 3"])
    #expect(
      tokens("R&R 24/7") == [
        "word R", "punctuation &", "word R", "number 24", "punctuation /", "number 7",
      ]
    )
  }

  @Test("Hashtags are read as their words")
  func hashtags() {
    #expect(tokens("#OpShader") == ["word Op", "word Shader"])
    #expect(tokens("#RAFBlankford2026") == ["word RAF", "word Blankford", "number 2026"])
    #expect(tokens("#veterans_day") == ["word veterans", "word day"])
    #expect(tokens("#MPs #ships") == ["word MPs", "word ships"])
    #expect(tokens("#été") == ["word été"])
  }

  @Test("Entities are one token")
  func entities() {
    #expect(
      tokens("@jexample see example.org/a-b, or write a.b@example.org") == [
        "mention @jexample", "word see", "url example.org/a-b", "punctuation ,", "word or",
        "word write", "email a.b@example.org",
      ]
    )
  }

  @Test("Letters of other scripts, emoji and marks")
  func beyondASCII() {
    #expect(
      tokens("Café 来週 🚢🇬🇧 👩‍🚒") == [
        "word Café", "word 来週", "emoji 🚢", "emoji 🇬🇧", "emoji 👩‍🚒",
      ]
    )
    #expect(tokens("de\u{200B}ploy") == ["word de\u{200B}ploy"])
  }

  @Test("How a token is written")
  func flags() {
    let analysis = TextAnalyzer(symbols: SymbolTable()).analyze(
      Array("Sgt J “NATO says” #One".utf8)
    )
    let flags = analysis.tokens.map(\.flags)
    #expect(flags[0] == [.capitalised, .startsSentence, .startsLine])
    #expect(flags[1] == [.capitalised, .initial])
    #expect(flags[2] == [.capitalised, .allCapitals, .quoted, .startsQuotation])
    #expect(flags[3] == [.quoted])
    #expect(flags[4] == [.capitalised, .inHashtag, .startsHashtag])
  }

  @Test("A phrase is split as texts are")
  func phrases() {
    #expect(
      PhraseWords("Lt. Col.").words.map { String(decoding: $0.folded, as: UTF8.self) } == [
        "lt", "col",
      ]
    )
    #expect(
      PhraseWords("Self-Harm!").words.map { String(decoding: $0.folded, as: UTF8.self) } == [
        "self", "harm", "!",
      ]
    )
  }
}

@Suite("Symbol table")
struct SymbolTableTests {
  @Test("A word keeps its number, whatever comes after it")
  func keeps() {
    var builder = SymbolTableBuilder()
    let words = (0..<1_000).map { "word\($0)" }
    let symbols = words.map { builder.insert(Array($0.utf8)) }
    #expect(symbols == Array(1...1_000))
    #expect(words.map { builder.insert(Array($0.utf8)) } == symbols)
    let table = builder.table
    for (word, symbol) in zip(words, symbols) {
      let bytes = Array(word.utf8)
      #expect(bytes.withUnsafeBufferPointer { table.symbol(of: $0, count: $0.count) } == symbol)
      #expect(table.string(symbol) == word)
    }
    #expect(Array("none".utf8).withUnsafeBufferPointer { table.symbol(of: $0, count: 4) } == 0)
  }
}
