/// Numbers for the folded words that rules know, so that matching compares integers.
///
/// An open-addressing table over flat tables: no per-word allocation, one place in memory for most
/// words, and used where it lies. Symbol 0 stands for every word the table does not hold. A
/// ``SymbolTableBuilder`` makes one.
public struct SymbolTable: Sendable {
  /// Where a word may stand.
  public struct Slot: BitwiseCopyable, Sendable {
    /// The word's ``SymbolTable/key(_:count:)``; 0 where the slot is free.
    public var key: UInt64 = 0
    /// Its symbol; 0 where the slot is free.
    public var symbol: UInt32 = 0
    /// The number of its bytes.
    public var length: UInt32 = 0
  }

  /// The longest word of which no other of its length has the key, in bytes.
  @usableFromInline static let longestExact = 8

  /// The slots; the count is a power of two.
  public let slots: FlatTable<Slot>
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
    slots: FlatTable<Slot>,
    offsets: FlatTable<UInt32>,
    text: FlatTable<UInt8>,
    memory: FlatMemory
  ) {
    self.slots = slots
    self.offsets = offsets
    self.text = text
    self.memory = memory
  }

  /// The number of symbols; symbols run from 1 to this.
  public var count: Int { offsets.count - 2 }

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
    let key = Self.key(word, count: count)
    let slots = self.slots.base
    let mask = self.slots.count - 1
    var place = Self.place(of: key) & mask
    while true {
      let slot = slots[place]
      if slot.key == key, slot.length == count,
        count <= Self.longestExact || holds(slot.symbol, word, count: count)
      {
        return slot.symbol
      }
      if slot.symbol == 0 { return 0 }
      place = (place + 1) & mask
    }
  }

  /// The symbol of a word of 1 to 7 bytes that stand in a number, the first of them lowest, or 0.
  @inlinable
  @inline(__always)
  public func symbol(ofShort word: UInt64, count: Int) -> UInt32 {
    Self.symbol(ofShort: word, count: count, in: slots)
  }

  /// The symbol of such a word by the slots of a table.
  @inlinable
  @inline(__always)
  static func symbol(ofShort word: UInt64, count: Int, in table: FlatTable<Slot>) -> UInt32 {
    let key = finished((seed ^ UInt64(truncatingIfNeeded: count)) ^ word)
    let slots = table.base
    let mask = table.count &- 1
    var place = place(of: key) & mask
    while true {
      let slot = slots[place]
      if slot.key == key, slot.length == count { return slot.symbol }
      if slot.symbol == 0 { return 0 }
      place = (place &+ 1) & mask
    }
  }

  /// The slot at which probing for a key starts, before it is cut to the number of slots.
  @inlinable
  @inline(__always)
  static func place(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 32) }

  /// What a key starts from.
  @inlinable static var seed: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// The last step of a key; no two states have the same.
  @inlinable
  @inline(__always)
  static func finished(_ state: UInt64) -> UInt64 {
    state &* 0xC4CE_B9FE_1A85_EC53
  }

  /// A number for the first `count` bytes of `word`: a multiply and a shift for each eight.
  ///
  /// Every step can be undone, so that no two words of up to eight bytes and of the same length have
  /// the same.
  @inlinable
  static func key(_ word: UnsafeBufferPointer<UInt8>, count: Int) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    guard let base = word.baseAddress else { return finished(state) }
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

  /// Whether a symbol's bytes are the first `count` bytes of `word`; it has as many.
  @usableFromInline
  func holds(_ symbol: UInt32, _ word: UnsafeBufferPointer<UInt8>, count: Int) -> Bool {
    let own = text.base + Int(offsets.base[Int(symbol)])
    for index in 0..<count where own[index] != word[index] { return false }
    return true
  }
}
