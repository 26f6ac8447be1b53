/// Numbers for the folded words that rules know, so that matching compares integers.
///
/// An open-addressing table over flat tables: no per-word allocation, one probe for most words, and
/// used where it lies. Symbol 0 stands for every word the table does not hold. A
/// ``SymbolTableBuilder`` makes one.
public struct SymbolTable: Sendable {
  /// Symbols by slot, 0 for an empty slot; the count is a power of two.
  public let slots: FlatTable<UInt32>
  /// The hash of each symbol, from symbol 1 on at index 1.
  public let hashes: FlatTable<UInt32>
  /// Where each symbol's bytes start in ``text``; one more entry than symbols.
  public let offsets: FlatTable<UInt32>
  /// The folded bytes of all symbols, one after the other.
  public let text: FlatTable<UInt8>
  /// What the tables lie in.
  private let memory: FlatMemory

  /// Makes an empty table.
  public init() { self = SymbolTableBuilder().table }

  /// Makes a table of parts that a ``SymbolTableBuilder`` made, which lie in `memory`.
  public init(
    slots: FlatTable<UInt32>,
    hashes: FlatTable<UInt32>,
    offsets: FlatTable<UInt32>,
    text: FlatTable<UInt8>,
    memory: FlatMemory
  ) {
    self.slots = slots
    self.hashes = hashes
    self.offsets = offsets
    self.text = text
    self.memory = memory
  }

  /// The number of symbols; symbols run from 1 to this.
  public var count: Int { hashes.count - 1 }

  /// The folded text of a symbol from 1 on.
  public func string(_ symbol: UInt32) -> String {
    let start = offsets[Int(symbol)]
    return String(
      decoding: text.part(start, offsets[Int(symbol) + 1] - start).buffer,
      as: UTF8.self
    )
  }

  /// The symbol of the first `count` bytes of `word`, or 0.
  @inlinable
  public func symbol(of word: UnsafeBufferPointer<UInt8>, count: Int) -> UInt32 {
    lookUp(word, count: count, hash: Self.hash(word, count: count))
  }

  /// The symbol of a word of 1 to 7 bytes that stand in a number, the first of them lowest, or 0.
  @inlinable
  @inline(__always)
  public func symbol(ofShort word: UInt64, count: Int) -> UInt32 {
    let hash = Self.finished((Self.seed ^ UInt64(truncatingIfNeeded: count)) ^ word)
    let (slots, hashes) = (self.slots.base, self.hashes.base)
    let mask = self.slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let symbol = slots[slot]
      if symbol == 0 { return 0 }
      if hashes[Int(symbol)] == hash, holds(symbol, short: word, count: count) { return symbol }
      slot = (slot + 1) & mask
    }
  }

  /// Whether a symbol's bytes are the `count` bytes of a number.
  @inlinable
  @inline(__always)
  func holds(_ symbol: UInt32, short word: UInt64, count: Int) -> Bool {
    let (start, end) = (Int(offsets.base[Int(symbol)]), Int(offsets.base[Int(symbol) + 1]))
    return end - start == count && Self.tail(text.buffer, from: start, count: end) == word
  }

  /// What a hash starts from.
  @inlinable static var seed: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// The last step of a hash.
  @inlinable
  @inline(__always)
  static func finished(_ state: UInt64) -> UInt32 {
    let state = state &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: state ^ (state >> 32))
  }

  /// A 32-bit hash of the first `count` bytes: a multiply and a rotation for each eight.
  @inlinable
  static func hash(_ word: UnsafeBufferPointer<UInt8>, count: Int) -> UInt32 {
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    guard let base = word.baseAddress else { return UInt32(truncatingIfNeeded: state >> 32) }
    let raw = UnsafeRawPointer(base)
    var index = 0
    while index + 8 <= count {
      let chunk = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      state = (state ^ chunk) &* 0xFF51_AFD7_ED55_8CCD
      state ^= state >> 32
      index += 8
    }
    return finished(state ^ tail(word, from: index, count: count))
  }

  /// The last bytes of a word, fewer than eight, in one number, the first of them lowest.
  @inlinable
  @inline(__always)
  static func tail(_ word: UnsafeBufferPointer<UInt8>, from start: Int, count: Int) -> UInt64 {
    guard count > start else { return 0 }
    if start + 8 <= word.count, let base = word.baseAddress {
      // What stands behind the word in its buffer is cut off.
      let bytes = UInt64(
        littleEndian: UnsafeRawPointer(base)
          .loadUnaligned(fromByteOffset: start, as: UInt64.self)
      )
      return bytes & (UInt64.max >> UInt64(64 - 8 * (count - start)))
    }
    var tail: UInt64 = 0
    for index in start..<count { tail |= UInt64(word[index]) << UInt64(8 * (index - start)) }
    return tail
  }

  /// Probes for a word of a known hash.
  @usableFromInline
  func lookUp(_ word: UnsafeBufferPointer<UInt8>, count: Int, hash: UInt32) -> UInt32 {
    let (slots, hashes) = (self.slots.base, self.hashes.base)
    let mask = self.slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let symbol = slots[slot]
      if symbol == 0 { return 0 }
      if hashes[Int(symbol)] == hash, holds(symbol, word, count: count) { return symbol }
      slot = (slot + 1) & mask
    }
  }

  /// Whether a symbol's bytes are the first `count` bytes of `word`.
  private func holds(_ symbol: UInt32, _ word: UnsafeBufferPointer<UInt8>, count: Int) -> Bool {
    let start = Int(offsets.base[Int(symbol)])
    guard Int(offsets.base[Int(symbol) + 1]) - start == count else { return false }
    let own = text.base + start
    for index in 0..<count where own[index] != word[index] { return false }
    return true
  }
}
