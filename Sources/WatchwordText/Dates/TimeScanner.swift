/// Finds dates and times in texts and resolves them against a day of publication.
///
/// It reads tokens, not bytes: a text without numbers and time words costs one array look-up per word.
///
/// How times are resolved:
/// - A bare day of the week is the next one, or the last one where the nearest verb is past. Without
///   a word such as “on”, the day of publication itself counts.
/// - A date without a year is in the coming nine months, or else in the past; a past verb looks back.
/// - A month, week or season that holds the day of publication is present, unless a verb near it
///   says otherwise.
/// - A clock time without a day is that of the last day the sentence named, or else of the day of
///   publication.
/// - What comes again and again (“every Friday”) is present and has no days.
/// - Without a day of publication, relative words keep their tense, bare weekdays are future, and
///   all else is present unless a verb near it is past or future.
public struct TimeScanner: Sendable {
  /// What each symbol can mean; shorter than the table where symbols came later.
  private let words: FlatTable<TimeWord>
  /// What the words lie in.
  private let memory: FlatMemory

  /// Adds the words of dates and times to a symbol table and remembers their meaning by symbol.
  public init(registeringIn symbols: inout SymbolTableBuilder) {
    let meanings = Self.register(in: &symbols)
    memory = FlatMemory(count: meanings.count) { $0.copyBytes(from: meanings) }
    words = Self.table(
      FlatTable(base: memory.start.assumingMemoryBound(to: UInt8.self), count: meanings.count)
    )
  }

  /// Makes a scanner of the bytes that ``register(in:)`` gave, which lie in `memory`.
  public init(meanings: FlatTable<UInt8>, memory: FlatMemory) {
    words = Self.table(meanings)
    self.memory = memory
  }

  /// Adds the words of dates and times to a symbol table.
  ///
  /// - Returns: What each symbol can mean, three bytes for each from symbol 0 on.
  public static func register(in symbols: inout SymbolTableBuilder) -> [UInt8] {
    var meanings: [(symbol: Int, word: TimeWord)] = []
    for entry in TimeVocabulary.entries {
      for word in entry.words.split(whereSeparator: \.isWhitespace) {
        meanings.append(
          (
            Int(symbols.insert(word.utf8)),
            TimeWord(role: entry.role, value: entry.value, caution: entry.caution)
          )
        )
      }
    }
    var words = Array(repeating: TimeWord.none, count: symbols.count + 1)
    for meaning in meanings { words[meaning.symbol] = meaning.word }
    return words.flatMap { [$0.role.rawValue, UInt8(bitPattern: $0.value), $0.caution.rawValue] }
  }

  /// Whether bytes are meanings as ``register(in:)`` gives them.
  public static func areMeanings(_ bytes: FlatTable<UInt8>) -> Bool {
    guard bytes.count % MemoryLayout<TimeWord>.stride == 0 else { return false }
    return stride(from: 0, to: bytes.count, by: MemoryLayout<TimeWord>.stride).allSatisfy {
      TimeRole(rawValue: bytes[$0]) != nil
    }
  }

  /// The bytes of meanings as such.
  private static func table(_ bytes: FlatTable<UInt8>) -> FlatTable<TimeWord> {
    precondition(MemoryLayout<TimeWord>.stride == 3, "a meaning is a role, a value and a caution")
    return FlatTable(
      base: UnsafeRawPointer(bytes.base).assumingMemoryBound(to: TimeWord.self),
      count: bytes.count / 3
    )
  }

  /// Adds the dates and times of a text to `times`, in reading order and without overlaps.
  ///
  /// Linear in the tokens: the look-ahead from each is bounded.
  ///
  /// - Parameters:
  ///   - text: The bytes that were analysed.
  ///   - analysis: Their tokens, made with the symbols this scanner registered its words in.
  ///   - publicationDay: The day of publication, as days since 1970-01-01, where it is known.
  ///   - order: How dates in figures are written.
  public func scan(
    _ text: UnsafeBufferPointer<UInt8>,
    _ analysis: AnalyzedText,
    publicationDay: Int?,
    order: DateOrder,
    into times: inout [TimeExpression]
  ) {
    analysis.tokens.withUnsafeBufferPointer { tokens in
      var reader = TimeReader(
        text: text,
        tokens: tokens,
        words: words.buffer,
        publicationDay: publicationDay,
        order: order
      )
      var index = 0
      while index < tokens.count {
        guard reader.mayStart(index) else {
          index += 1
          continue
        }
        if index >= reader.limit {
          let sentence = analysis.sentence(ofToken: index)
          reader.sentenceStart = analysis.sentenceStarts[sentence]
          reader.limit = analysis.sentenceStarts[sentence + 1]
        }
        if let found = reader.expression(at: index) {
          times.append(found.expression)
          index = found.end
        } else {
          index += 1
        }
      }
    }
  }
}
