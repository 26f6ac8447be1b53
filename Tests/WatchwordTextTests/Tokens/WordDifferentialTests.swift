import TestSupport
import Testing

@testable import WatchwordText

/// Compares what is quick with what is too plain to be wrong, on texts from fixed seeds.
@Suite("Quick and plain")
struct WordDifferentialTests {
  /// What words are made of: ASCII mostly, as in posts, and what leaves the quick path.
  private static let letters = [
    "a", "b", "e", "k", "s", "t", "z", "A", "K", "S", "Z", "é", "É", "ß", "ø", "а", "р", "Ж", "ａ", "ſ",
    "\u{212A}", "\u{301}", "\u{200D}", "'", "\u{2019}",
  ]

  /// A word of up to about `longest` letters, most often one of a few short ones.
  private func word(_ generator: inout SeededGenerator, longest: Int) -> String {
    if Int.random(in: 0..<3, using: &generator) == 0 {
      return ["base", "bases", "Base's", "BASE", "bäse", "basé’s", "k", "s'"]
        .randomElement(using: &generator) ?? "base"
    }
    let isPlain = Bool.random(using: &generator)
    return (0..<Int.random(in: 1...longest, using: &generator)).map { _ in
      let choices = isPlain ? Self.letters[..<11] : Self.letters[...]
      return choices.randomElement(using: &generator) ?? "a"
    }.joined()
  }

  @Test("Words, their symbols and their capitals", arguments: 0..<40)
  func words(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var builder = SymbolTableBuilder()
    var known: [String: UInt32] = [:]
    for word in ["base", "bases", "k", "s", "straße", "thé"] {
      known[Folding.fold(word)] = builder.insert(Folding.fold(word).utf8)
    }
    for longest in [4, 9, 17, 33, 70] {
      var texts: [String] = []
      for _ in 0..<40 {
        let words = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
          word(&generator, longest: longest)
        }
        texts.append(words.joined(separator: " "))
        // The table grows with the texts, so that long words are known as well.
        for word in words where word.utf8.count % 3 == 0 {
          let folded = Folding.fold(word)
          guard !folded.isEmpty else { continue }
          known[folded] = builder.insert(folded.utf8)
        }
      }
      let analyzer = TextAnalyzer(symbols: builder.table)
      let plain = PlainWords(known: known)
      for text in texts {
        let found = analyzer.analyze(Array(text.utf8)).tokens.filter { $0.kind == .word }.map {
          PlainWords.Word(
            range: $0.range.start..<$0.range.end,
            symbol: $0.symbol,
            flags: $0.flags.intersection([.capitalised, .allCapitals, .initial, .nonASCII])
          )
        }
        #expect(found == plain.words(of: text), "\(text)")
      }
    }
  }

  @Test("Words at the edges of eight bytes and of the longest word")
  func edges() {
    let lengths = Array(1...18) + [30, 31, 32, 33, 61, 62, 63, 64, 65, 66, 127, 128, 129]
    for (index, length) in lengths.enumerated() {
      let word = String(repeating: "ab", count: length).prefix(length)
      var builder = SymbolTableBuilder()
      for other in lengths[..<index] {
        _ = builder.insert(String(repeating: "ab", count: other).prefix(other).utf8)
      }
      let number = builder.insert(word.utf8)
      let plain = PlainWords(known: [String(word): number])
      for text in [
        "\(word)", "\(word) ", " \(word.uppercased())", "\(word)'s", "\(word)é", "é\(word)", "\(word)'",
        "\(word)\u{2019}s", "\(word)\u{301}",
      ] {
        let found = TextAnalyzer(symbols: builder.table).analyze(Array(text.utf8)).tokens
          .filter { $0.kind == .word }
        let wanted = plain.words(of: text)
        #expect(found.map(\.range.end) == wanted.map(\.range.upperBound), "\(text)")
        // Shorter words are known as well, which the plain reader was not told.
        if wanted.first?.symbol == number { #expect(found.first?.symbol == number, "\(text)") }
      }
    }
  }

  @Test("A table of symbols knows the words it was given and no other", arguments: 0..<10)
  func symbols(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var builder = SymbolTableBuilder()
    var known: [[UInt8]: UInt32] = [:]
    func word() -> [UInt8] {
      (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        UInt8.random(in: 0x61...0x63, using: &generator)
      }
    }
    for _ in 0..<2_000 {
      let word = word()
      known[word] = builder.insert(word)
    }
    let table = builder.table
    for _ in 0..<2_000 {
      let word = word()
      #expect(builder.symbol(of: word) == known[word] ?? 0)
      // In a longer buffer, whose rest must not count, and in one of its own.
      for rest in [[], [UInt8](repeating: 0x7A, count: 1), [UInt8](repeating: 0x7A, count: 30)] {
        let symbol = (word + rest).withUnsafeBufferPointer {
          table.symbol(of: $0, count: word.count)
        }
        #expect(symbol == known[word] ?? 0, "\(word) \(rest.count)")
      }
    }
  }

  @Test("Three capitals in a row are noted with the bytes that occur")
  func capitals() {
    for (text, isLoud) in [("ABC", true), ("aABC", true), ("AB C", false), ("AbC", false), ("", false)] {
      let presence = Array(text.utf8).withUnsafeBufferPointer { BytePresence(of: $0) }
      #expect(presence.intersects(.threeCapitals) == isLoud, "\(text)")
    }
  }

  @Test("The bytes that occur in a text", arguments: 0..<10)
  func presence(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for count in [0, 1, 7, 8, 9, 63, 300] {
      // What no UTF-8 text holds is left out.
      let text = (0..<count).map { _ in UInt8.random(in: 0...0xF4, using: &generator) }
      var plain = BytePresence()
      for byte in text { plain.insert(byte) }
      let capitals = 0x41...0x5A as ClosedRange<UInt8>
      let isLoud = text.indices.dropLast(2).contains { text[$0...($0 + 2)].allSatisfy(capitals.contains) }
      if isLoud { plain = plain.union(.threeCapitals) }
      #expect(text.withUnsafeBufferPointer { BytePresence(of: $0) } == plain)
    }
  }
}
