/// Numbers for the folded words that rules know, so that matching compares integers.
///
/// An open-addressing table over flat arrays: no per-word allocation, one probe for most words, and
/// ready to be stored as it is. Symbol 0 stands for every word the table does not hold.
public struct SymbolTable: Sendable {
  /// Symbols by slot, 0 for an empty slot; the count is a power of two.
  private var slots: [UInt32]
  /// The hash of each symbol, from symbol 1 on at index 1.
  private var hashes: [UInt32]
  /// Where each symbol's bytes start in ``text``; one more entry than symbols.
  private var offsets: [UInt32]
  /// The folded bytes of all symbols, one after the other.
  private var text: [UInt8]

  /// Makes an empty table.
  public init() {
    slots = Array(repeating: 0, count: 64)
    hashes = [0]
    offsets = [0, 0]
    text = []
  }

  /// The number of symbols; symbols run from 1 to this.
  public var count: Int { hashes.count - 1 }

  /// The folded text of a symbol from 1 on.
  public func string(_ symbol: UInt32) -> String {
    let range = Int(offsets[Int(symbol)])..<Int(offsets[Int(symbol) + 1])
    return String(decoding: text[range], as: UTF8.self)
  }

  /// The symbol of folded bytes, adding it where it is new.
  public mutating func insert(_ word: some Collection<UInt8>) -> UInt32 {
    let bytes = Array(word)
    return bytes.withUnsafeBufferPointer { buffer in
      let hash = Self.hash(buffer, count: buffer.count)
      let found = lookUp(buffer, count: buffer.count, hash: hash)
      if found != 0 { return found }
      if (count + 1) * 2 > slots.count { grow() }
      let symbol = UInt32(hashes.count)
      hashes.append(hash)
      text.append(contentsOf: buffer)
      offsets.append(UInt32(text.count))
      place(symbol, hash: hash)
      return symbol
    }
  }

  /// The symbol of the first `count` bytes of `word`, or 0.
  @inlinable
  public func symbol(of word: UnsafeBufferPointer<UInt8>, count: Int) -> UInt32 {
    lookUp(word, count: count, hash: Self.hash(word, count: count))
  }

  /// A 32-bit hash of the first `count` bytes: a multiply and a rotation for each eight.
  @inlinable
  static func hash(_ word: UnsafeBufferPointer<UInt8>, count: Int) -> UInt32 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    guard let base = word.baseAddress else { return UInt32(truncatingIfNeeded: state >> 32) }
    let raw = UnsafeRawPointer(base)
    var index = 0
    while index + 8 <= count {
      let chunk = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      state = (state ^ chunk) &* 0xFF51_AFD7_ED55_8CCD
      state ^= state >> 32
      index += 8
    }
    var tail: UInt64 = 0
    while index < count {
      tail = tail << 8 | UInt64(word[index])
      index += 1
    }
    state = (state ^ tail) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: state ^ (state >> 32))
  }

  /// Probes for a word of a known hash.
  @usableFromInline
  func lookUp(_ word: UnsafeBufferPointer<UInt8>, count: Int, hash: UInt32) -> UInt32 {
    let mask = slots.count - 1
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
    let start = Int(offsets[Int(symbol)])
    guard Int(offsets[Int(symbol) + 1]) - start == count else { return false }
    for index in 0..<count where text[start + index] != word[index] { return false }
    return true
  }

  /// Doubles the slots and places every symbol anew.
  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for symbol in hashes.indices.dropFirst() {
      place(UInt32(symbol), hash: hashes[symbol])
    }
  }

  /// Puts a symbol into the first free slot from its hash on.
  private mutating func place(_ symbol: UInt32, hash: UInt32) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = symbol
  }
}
