/// One pass of the tokeniser over one text.
struct Tokenizer {
  /// The longest folded word that can have a symbol, in bytes.
  static let longestWord = 64
  /// From how many bytes on a text is long.
  private static let longText = 1 << 20
  /// How many tokens are gathered before they go into the result.
  private static let chunkSize = 128

  /// The text's bytes.
  let text: UnsafeBufferPointer<UInt8>
  /// The words that have a symbol.
  let symbols: SymbolTable
  /// Room for one folded word.
  let folded: UnsafeMutableBufferPointer<UInt8>
  /// What has been found so far but for the tokens in ``chunk``; holds the text's entities from the start.
  var result = AnalyzedText()
  /// The last tokens, so that the array is not asked for room for each.
  let chunk: UnsafeMutableBufferPointer<Token>
  /// How many tokens are in it.
  var chunkCount = 0
  /// Where the next byte is read.
  var position = 0
  /// Whether a sentence has ended since the last token.
  var sentenceEnded = true
  /// Whether a line has ended since the last token.
  var lineEnded = true
  /// Where the current line starts.
  var lineStart = 0
  /// The folded text of each token, where a phrase and not a post is read.
  var recording: [[UInt8]]?

  /// Makes a pass over `text` that folds words in `folded` and gathers tokens in `chunk`.
  private init(
    text: UnsafeBufferPointer<UInt8>,
    symbols: SymbolTable,
    folded: UnsafeMutableBufferPointer<UInt8>,
    chunk: UnsafeMutableBufferPointer<Token>
  ) {
    self.text = text
    self.symbols = symbols
    self.folded = folded
    self.chunk = chunk
  }

  /// Calls `body` with a pass over a text that has not begun, and returns what it returns.
  static func with<Outcome>(
    text: UnsafeBufferPointer<UInt8>,
    symbols: SymbolTable,
    _ body: (inout Tokenizer) -> Outcome
  ) -> Outcome {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestWord) { folded in
      withUnsafeTemporaryAllocation(of: Token.self, capacity: chunkSize) { chunk in
        var tokenizer = Tokenizer(text: text, symbols: symbols, folded: folded, chunk: chunk)
        return body(&tokenizer)
      }
    }
  }

  /// Reads the text from start to end.
  mutating func run() {
    // What is reserved and not used takes no memory of a long text; what grows by doubling does.
    if text.count > Self.longText { result.tokens.reserveCapacity(text.count / 4) }
    var nextEntity = 0
    var entityStart = result.entities.first?.range.start ?? Int.max
    ByteClass.table.withUnsafeBufferPointer { classes in
      while position < text.count {
        if position >= entityStart {
          let entity = result.entities[nextEntity]
          if position == entityStart { readEntity(entity) }
          nextEntity += 1
          entityStart =
            nextEntity < result.entities.count
            ? result.entities[nextEntity].range.start : Int.max
          continue
        }
        // A word or number stops before an entity that starts inside it, as in "see.example.org".
        let limit = min(text.count, entityStart)
        switch classes[Int(text[position])] {
        case .letter:
          readWord(until: limit, flags: [])
          // Most words are followed by a space, and by another word.
          if position < text.count, text[position] == 0x20 {
            position += 1
            readPlainWords(until: limit)
          }
        case .digit: readNumber(from: position, until: limit, flags: [])
        case .space, .control, .transparent, .doubleQuote: position += 1
        case .newline: readLineEnds()
        case .terminator: readTerminators()
        case .currency: readCurrency(byteCount: 1, until: limit)
        case .mark: emitMark(byteCount: 1)
        case .high: readHigh(until: limit)
        }
      }
    }
    closeSentence()
    flush()
    result.sentenceStarts.append(result.tokens.count)
  }

  /// The token before ``position``; nil before the first.
  var lastToken: Token? { chunkCount > 0 ? chunk[chunkCount - 1] : result.tokens.last }

  /// Puts the tokens of ``chunk`` into the result.
  private mutating func flush() {
    result.tokens.append(contentsOf: UnsafeBufferPointer(rebasing: chunk[..<chunkCount]))
    chunkCount = 0
  }

  /// Ends the last sentence with the last token.
  private mutating func closeSentence() {
    guard let last = lastToken else { return }
    result.sentences[result.sentences.count - 1].end = Int(last.end)
  }

  /// Starts a sentence with the token from `start` up to ``position``, and says so in its flags.
  private mutating func startSentence(at start: Int) -> TokenFlags {
    sentenceEnded = false
    closeSentence()
    result.sentences.append(SourceRange(start, position))
    result.sentenceStarts.append(result.tokens.count + chunkCount)
    return .startsSentence
  }

  /// Adds a token from `start` up to ``position``.
  @inline(__always)
  mutating func emit(_ kind: TokenKind, from start: Int, symbol: UInt32, flags: TokenFlags) {
    var flags = flags
    if sentenceEnded { flags.formUnion(startSentence(at: start)) }
    if lineEnded {
      lineEnded = false
      flags.insert(.startsLine)
    }
    result.flags.formUnion(flags)
    result.kinds |= kind.bit
    if chunkCount == chunk.count { flush() }
    chunk[chunkCount] = Token(
      start: UInt32(truncatingIfNeeded: start),
      end: UInt32(truncatingIfNeeded: position),
      symbol: symbol,
      kind: kind,
      flags: flags
    )
    chunkCount += 1
  }

  /// Adds a mark of `byteCount` bytes as a token; a closing bracket stays in the sentence it closes.
  mutating func emitMark(byteCount: Int) {
    let start = position
    let byte = text[start]
    position += byteCount
    let symbol = rawSymbol(from: start)
    let closes = byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
    let ended = sentenceEnded
    if closes, lastToken != nil { sentenceEnded = false }
    emit(.punctuation, from: start, symbol: symbol, flags: byte >= 0x80 ? .nonASCII : [])
    if closes { sentenceEnded = ended }
  }

  /// The symbol of the bytes from `start` up to ``position``, unfolded.
  mutating func rawSymbol(from start: Int) -> UInt32 {
    recording?.append(Array(text[start..<position]))
    return symbols.symbol(
      of: UnsafeBufferPointer(rebasing: text[start..<position]),
      count: position - start
    )
  }

  /// The symbol of the first `count` bytes of ``folded``, that of the stem where only `'s` is too much.
  mutating func foldedSymbol(_ count: Int) -> UInt32 {
    recording?.append(Array(folded[..<count]))
    guard count < Self.longestWord else { return 0 }
    let word = UnsafeBufferPointer(folded)
    let symbol = symbols.symbol(of: word, count: count)
    if symbol == 0, count > 2, folded[count - 1] == UInt8(ascii: "s"),
      folded[count - 2] == UInt8(ascii: "'")
    {
      return symbols.symbol(of: word, count: count - 2)
    }
    return symbol
  }
}
