/// Numbers words for a ``SymbolTable``, in the order they come.
public struct SymbolTableBuilder: Sendable {
  /// Symbols by slot, 0 for an empty slot; the count is a power of two.
  public private(set) var slots: [UInt32]
  /// The hash of each symbol, from symbol 1 on at index 1.
  public private(set) var hashes: [UInt32]
  /// Where each symbol's bytes start in ``text``; one more entry than symbols.
  public private(set) var offsets: [UInt32]
  /// The folded bytes of all symbols, one after the other.
  public private(set) var text: [UInt8]

  /// Makes a builder that knows no word yet.
  public init() {
    slots = Array(repeating: 0, count: 64)
    hashes = [0]
    offsets = [0, 0]
    text = []
  }

  /// The number of symbols; symbols run from 1 to this.
  public var count: Int { hashes.count - 1 }

  /// The folded bytes of a symbol from 1 on.
  public func bytes(of symbol: UInt32) -> ArraySlice<UInt8> {
    text[Int(offsets[Int(symbol)])..<Int(offsets[Int(symbol) + 1])]
  }

  /// The symbol of folded bytes, or 0.
  public func symbol(of word: some Collection<UInt8>) -> UInt32 {
    Array(word).withUnsafeBufferPointer { buffer in
      lookUp(buffer, hash: SymbolTable.hash(buffer, count: buffer.count))
    }
  }

  /// The symbol of folded bytes, adding it where it is new.
  public mutating func insert(_ word: some Collection<UInt8>) -> UInt32 {
    let bytes = Array(word)
    return bytes.withUnsafeBufferPointer { buffer in
      let hash = SymbolTable.hash(buffer, count: buffer.count)
      let found = lookUp(buffer, hash: hash)
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

  /// The words so far as a table of its own.
  public var table: SymbolTable {
    let counts = [slots.count, hashes.count, offsets.count]
    let words = counts.reduce(0, +)
    let memory = FlatMemory(count: words * 4 + text.count) { block in
      var offset = 0
      for part in [slots, hashes, offsets] {
        let end = offset + part.count * 4
        part.withUnsafeBytes {
          UnsafeMutableRawBufferPointer(rebasing: block[offset..<end]).copyMemory(from: $0)
        }
        offset = end
      }
      UnsafeMutableRawBufferPointer(rebasing: block[offset...]).copyBytes(from: text)
    }
    func table(_ start: Int, _ count: Int) -> FlatTable<UInt32> {
      FlatTable(
        base: (memory.start + start * 4).assumingMemoryBound(to: UInt32.self),
        count: count
      )
    }
    return SymbolTable(
      slots: table(0, counts[0]),
      hashes: table(counts[0], counts[1]),
      offsets: table(counts[0] + counts[1], counts[2]),
      text: FlatTable(
        base: (memory.start + words * 4).assumingMemoryBound(to: UInt8.self),
        count: text.count
      ),
      memory: memory
    )
  }

  /// Probes for a word of a known hash.
  private func lookUp(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32 {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let symbol = slots[slot]
      if symbol == 0 { return 0 }
      if hashes[Int(symbol)] == hash, bytes(of: symbol).elementsEqual(word) { return symbol }
      slot = (slot + 1) & mask
    }
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
