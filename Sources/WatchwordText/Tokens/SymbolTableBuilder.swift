/// Numbers words for a ``SymbolTable``, in the order they come.
public struct SymbolTableBuilder: Sendable {
  /// The slots; the count is a power of two.
  public private(set) var slots: [SymbolTable.Slot]
  /// Where each symbol's bytes start in ``text``; one more entry than symbols.
  public private(set) var offsets: [UInt32]
  /// The folded bytes of all symbols, one after the other.
  public private(set) var text: [UInt8]

  /// Makes a builder that knows no word yet.
  public init() {
    slots = Array(repeating: SymbolTable.Slot(), count: 64)
    offsets = [0, 0]
    text = []
  }

  /// The number of symbols; symbols run from 1 to this.
  public var count: Int { offsets.count - 2 }

  /// The folded bytes of a symbol from 1 on.
  public func bytes(of symbol: UInt32) -> ArraySlice<UInt8> {
    text[Int(offsets[Int(symbol)])..<Int(offsets[Int(symbol) + 1])]
  }

  /// The symbol of folded bytes, or 0.
  public func symbol(of word: some Collection<UInt8>) -> UInt32 {
    Array(word).withUnsafeBufferPointer { buffer in
      slots[place(of: buffer, key: SymbolTable.key(buffer, count: buffer.count))].symbol
    }
  }

  /// The symbol of folded bytes, adding it where it is new.
  public mutating func insert(_ word: some Collection<UInt8>) -> UInt32 {
    let bytes = Array(word)
    return bytes.withUnsafeBufferPointer { buffer in
      let key = SymbolTable.key(buffer, count: buffer.count)
      let found = slots[place(of: buffer, key: key)].symbol
      if found != 0 { return found }
      if (count + 1) * 2 > slots.count { grow() }
      let symbol = UInt32(count + 1)
      text.append(contentsOf: buffer)
      offsets.append(UInt32(text.count))
      slots[place(of: buffer, key: key)] = SymbolTable.Slot(
        key: key,
        symbol: symbol,
        length: UInt32(buffer.count)
      )
      return symbol
    }
  }

  /// The words so far as a table of its own.
  public var table: SymbolTable {
    let starts = slots.count * MemoryLayout<SymbolTable.Slot>.stride
    let words = starts + offsets.count * 4
    let memory = FlatMemory(count: words + text.count) { block in
      slots.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: block[..<starts]).copyMemory(from: $0)
      }
      offsets.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: block[starts..<words]).copyMemory(from: $0)
      }
      UnsafeMutableRawBufferPointer(rebasing: block[words...]).copyBytes(from: text)
    }
    return SymbolTable(
      slots: FlatTable(
        base: memory.start.assumingMemoryBound(to: SymbolTable.Slot.self),
        count: slots.count
      ),
      offsets: FlatTable(
        base: (memory.start + starts).assumingMemoryBound(to: UInt32.self),
        count: offsets.count
      ),
      text: FlatTable(
        base: (memory.start + words).assumingMemoryBound(to: UInt8.self),
        count: text.count
      ),
      memory: memory
    )
  }

  /// The slot of a word, or the free one where it belongs.
  private func place(of word: UnsafeBufferPointer<UInt8>, key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = SymbolTable.place(of: key) & mask
    while slots[place].symbol != 0 {
      let slot = slots[place]
      if slot.key == key, bytes(of: slot.symbol).elementsEqual(word) { break }
      place = (place + 1) & mask
    }
    return place
  }

  /// Doubles the slots and places every word anew.
  private mutating func grow() {
    let old = slots
    slots = Array(repeating: SymbolTable.Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.symbol != 0 {
      var place = SymbolTable.place(of: slot.key) & mask
      while slots[place].symbol != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
