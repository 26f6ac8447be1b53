/// What the analysis found in one text; its storage is used again for the next.
public struct AnalyzedText: Sendable {
  /// The tokens, in reading order.
  public var tokens: [Token] = []
  /// The sentences, in reading order, from their first token to the end of their last.
  public var sentences: [SourceRange] = []
  /// The index of each sentence's first token, and one past the last token at the end.
  public var sentenceStarts: [Int] = []
  /// Hashtags, mentions, cashtags, web and e-mail addresses, in reading order.
  public var entities: [Entity] = []
  /// Which bytes occur in the text.
  public var presence = BytePresence()
  /// The number of bytes in the text.
  public var count = 0
  /// The flags of all tokens together, but for those about quotations.
  public var flags: TokenFlags = []
  /// The kinds of token that occur, as bits.
  var kinds: UInt8 = 0

  /// Makes an empty analysis.
  public init() {}

  /// Forgets the text, keeping the storage.
  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    sentenceStarts.removeAll(keepingCapacity: true)
    entities.removeAll(keepingCapacity: true)
    presence = BytePresence()
    count = 0
    flags = []
    kinds = 0
  }

  /// Whether a token of a kind occurs.
  public func holds(_ kind: TokenKind) -> Bool { kinds & kind.bit != 0 }

  /// The index of the first token that ends after `offset`; O(log *n*) in the tokens.
  public func firstToken(endingAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].end) > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The index of the first of ``entities`` that ends after `offset`; O(log *n*) in the entities.
  public func firstEntity(endingAfter offset: Int) -> Int {
    var low = 0
    var high = entities.count
    while low < high {
      let middle = (low + high) / 2
      if entities[middle].range.end > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether a token is the first of its sentence, or of its line, but for marks and emoji before it.
  ///
  /// A mark itself must be the very first, so that long runs of them are not walked again and again.
  public func opens(_ token: Int, _ start: TokenFlags) -> Bool {
    guard !tokens[token].isMark else { return tokens[token].flags.contains(start) }
    var index = token
    while !tokens[index].flags.contains(start) {
      guard index > 0, tokens[index - 1].isMark else { return false }
      index -= 1
    }
    return true
  }

  /// The index of the sentence that holds the byte at `offset`, or the nearest before it.
  public func sentence(containing offset: Int) -> Int {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The index of the sentence that a token belongs to; O(log *n*) in the sentences.
  public func sentence(ofToken token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentenceStarts[middle] <= token { low = middle } else { high = middle }
    }
    return low
  }

  /// The indices of a sentence's tokens.
  public func tokens(ofSentence sentence: Int) -> Range<Int> {
    sentenceStarts[sentence]..<sentenceStarts[sentence + 1]
  }
}

/// The set of byte values that occur in a text, for skipping work whose bytes are absent.
public struct BytePresence: Hashable, Sendable, BitwiseCopyable {
  /// The bits for bytes 0–63, 64–127, 128–191 and 192–255.
  @usableFromInline var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Makes an empty set.
  @inlinable
  public init() {}

  /// A byte that no UTF-8 text holds, and that so can say that three capitals stand in a row.
  private static let capitalsMark: UInt8 = 0xF5

  /// The set that a text shares a byte with if three capitals of ASCII stand in a row in it.
  public static var threeCapitals: BytePresence {
    var bytes = BytePresence()
    bytes.insert(capitalsMark)
    return bytes
  }

  /// Finds the bytes of a text, and whether it shares one with ``threeCapitals``.
  init(of text: UnsafeBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(byteCount: 256, alignment: 8) { seen in
      // A store for each byte of the text is cheaper than setting a bit for each.
      seen.initializeMemory(as: UInt8.self, repeating: 0)
      var index = 0
      // The capitals of the eight bytes before, and of all bytes with two capitals in front.
      var (before, third) = (UInt64(0), UInt64(0))
      while index + 8 <= text.count {
        let word = ByteWords.load(text, at: index)
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
          seen[Int(UInt8(truncatingIfNeeded: word &>> shift))] = 1
        }
        let capitals = ByteWords.marksOfCapitals(in: word)
        third |= capitals & (capitals << 8 | before >> 56) & (capitals << 16 | before >> 48)
        before = capitals
        index += 8
      }
      var run = (before >> 63) & 1 == 0 ? 0 : (before >> 55) & 1 == 0 ? 1 : 2
      while index < text.count {
        seen[Int(text[index])] = 1
        run = text[index].isASCIIUpper ? run + 1 : 0
        if run >= 3 { third = 1 }
        index += 1
      }
      if third != 0 { seen[Int(Self.capitalsMark)] = 1 }
      bits = (
        Self.bits(seen, from: 0), Self.bits(seen, from: 64), Self.bits(seen, from: 128),
        Self.bits(seen, from: 192)
      )
    }
  }

  /// 64 bytes that are 0 or 1 as bits.
  private static func bits(_ seen: UnsafeMutableRawBufferPointer, from start: Int) -> UInt64 {
    var bits: UInt64 = 0
    for step in 0..<8 {
      let bytes = UInt64(
        littleEndian: seen.load(fromByteOffset: start + 8 * step, as: UInt64.self)
      )
      // The product gathers the lowest bit of each byte in the highest byte.
      bits |= ((bytes &* 0x0102_0408_1020_4080) >> 56) << UInt64(8 * step)
    }
    return bits
  }

  /// Adds a byte.
  @inlinable
  public mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: bits.0 |= bit
    case 1: bits.1 |= bit
    case 2: bits.2 |= bit
    default: bits.3 |= bit
    }
  }

  /// Whether the byte is in the set.
  @inlinable
  public func contains(_ byte: UInt8) -> Bool {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: return bits.0 & bit != 0
    case 1: return bits.1 & bit != 0
    case 2: return bits.2 & bit != 0
    default: return bits.3 & bit != 0
    }
  }

  /// Whether the two sets share a byte.
  @inlinable
  public func intersects(_ other: BytePresence) -> Bool {
    bits.0 & other.bits.0 | bits.1 & other.bits.1 | bits.2 & other.bits.2 | bits.3 & other.bits.3
      != 0
  }

  /// The bytes of both sets.
  @inlinable
  public func union(_ other: BytePresence) -> BytePresence {
    var result = self
    result.bits.0 |= other.bits.0
    result.bits.1 |= other.bits.1
    result.bits.2 |= other.bits.2
    result.bits.3 |= other.bits.3
    return result
  }

  /// Whether the sets hold the same bytes.
  public static func == (left: BytePresence, right: BytePresence) -> Bool {
    left.bits == right.bits
  }

  /// Feeds the bits to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bits.0)
    hasher.combine(bits.1)
    hasher.combine(bits.2)
    hasher.combine(bits.3)
  }
}
