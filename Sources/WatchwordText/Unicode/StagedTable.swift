/// Reads numbers from generated tables, whose bytes are base-64 digits counted from 0x30.
enum StagedTable {
  /// The value of one digit.
  @inline(__always)
  static func digit(_ table: UnsafePointer<UInt8>, _ offset: Int) -> Int {
    Int(table[offset]) - 0x30
  }

  /// The value of two digits, low digit first; `index` counts pairs.
  @inline(__always)
  static func pair(_ table: UnsafePointer<UInt8>, _ index: Int) -> Int {
    digit(table, 2 * index) | digit(table, 2 * index + 1) << 6
  }

  /// The value of three digits, low digit first; `index` counts triples.
  @inline(__always)
  static func triple(_ table: UnsafePointer<UInt8>, _ index: Int) -> Int {
    digit(table, 3 * index) | digit(table, 3 * index + 1) << 6 | digit(table, 3 * index + 2) << 12
  }

  /// The place of a scalar in the blocks of a two-stage table.
  @inline(__always)
  static func place(of scalar: UInt32, index: UnsafePointer<UInt8>, blockBits: UInt32) -> Int {
    pair(index, Int(scalar >> blockBits)) << Int(blockBits) | Int(scalar & (1 << blockBits - 1))
  }
}
