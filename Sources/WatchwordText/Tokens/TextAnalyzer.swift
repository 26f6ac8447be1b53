/// Splits texts into tokens and sentences, in one pass over the bytes.
///
/// The symbols decide which words have a number; everything else about a token comes from its bytes.
/// Texts must be well-formed UTF-8.
public struct TextAnalyzer: Sendable {
  /// The words that rules know.
  public let symbols: SymbolTable

  /// Makes an analyser for the words of `symbols`.
  public init(symbols: SymbolTable) {
    self.symbols = symbols
  }

  /// Analyses a text into `result`, whose storage is used again; linear in the bytes.
  public func analyze(_ text: UnsafeBufferPointer<UInt8>, into result: inout AnalyzedText) {
    result.removeAll()
    result.count = text.count
    let presence = BytePresence(of: text)
    result.presence = presence
    SocialEntities.scan(text, into: &result.entities)
    Tokenizer.with(text: text, symbols: symbols) { tokenizer in
      // The storage moves into the tokeniser and back, so that no array is copied.
      swap(&tokenizer.result, &result)
      tokenizer.run()
      swap(&tokenizer.result, &result)
    }
    if presence.contains(0x22) || presence.contains(0xE2) || presence.contains(0xC2) {
      QuotationFinder.mark(&result, in: text)
    }
  }

  /// Analyses the UTF-8 bytes of an array.
  public func analyze(_ text: [UInt8]) -> AnalyzedText {
    var result = AnalyzedText()
    text.withUnsafeBufferPointer { analyze($0, into: &result) }
    return result
  }
}

/// The words of a phrase as the analyser would see them in a text.
public struct PhraseWords: Sendable {
  /// One word or mark.
  public struct Word: Hashable, Sendable {
    /// The folded bytes, ready to be a symbol.
    public var folded: [UInt8]
    /// The bytes as written.
    public var written: [UInt8]
  }

  /// The words, in order.
  public var words: [Word]

  /// Splits the text of a phrase exactly as texts are split.
  public init(_ phrase: String) {
    let bytes = Array(phrase.utf8)
    words = bytes.withUnsafeBufferPointer { text in
      Tokenizer.with(text: text, symbols: SymbolTable()) { tokenizer in
        SocialEntities.scan(text, into: &tokenizer.result.entities)
        tokenizer.recording = []
        tokenizer.run()
        return zip(tokenizer.recording ?? [], tokenizer.result.tokens).map { folded, token in
          Word(folded: folded, written: Array(token.range.bytes(in: text)))
        }
      }
    }
  }
}
