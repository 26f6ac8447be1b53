/// A set of sets that may say yes where it should say no: 512 bits, one for each set's number modulo
/// that, somewhere in a table of such.
struct SetFilter {
  /// How many words of 64 bits one takes.
  static let wordCount = 8

  /// Its words.
  let words: UnsafeMutablePointer<UInt64>

  /// The filter in some words.
  @inline(__always)
  init(words: UnsafeMutablePointer<UInt64>) { self.words = words }

  /// The filter at an index of a table.
  @inline(__always)
  init(_ table: UnsafeMutablePointer<UInt64>, _ index: Int) {
    words = table + index * Self.wordCount
  }

  /// Whether a set may be one of them.
  @inline(__always)
  func mayHold(_ set: UInt32) -> Bool {
    words[Int(set >> 6 & 7)] & 1 &<< UInt64(set & 63) != 0
  }

  /// Adds a set.
  @inline(__always)
  func insert(_ set: UInt32) {
    words[Int(set >> 6 & 7)] |= 1 &<< UInt64(set & 63)
  }

  /// Adds the sets of another.
  @inline(__always)
  func formUnion(_ other: SetFilter) {
    for index in 0..<Self.wordCount { words[index] |= other.words[index] }
  }
}
