/// Any data as integer literals, so that it lies in the binary as it is used.
///
/// A build step can write Swift alone. Literals of strings hold UTF-8 and nothing else, and those of
/// arrays take the compiler minutes; but an integer literal may be of any size, and a `StaticBigInt`
/// is the address of its words in the binary's read-only data. The compiler puts the words of literals
/// in the order of the source, one behind the other, so that together they are the data, in place.
/// Wherever that should not be so, they are copied.
public struct LiteralWords {
  /// The usual bytes of a literal; the compiler's time grows with their square.
  private static let usualSize = 4096
  /// The literals written so far: of equal ones the compiler keeps a single one.
  private var known: Set<String> = []

  /// Makes a writer of literals for one source file.
  public init() {}

  /// The literals, each a `StaticBigInt`, whose words start with some bytes.
  public mutating func literals(of bytes: UnsafeRawBufferPointer) -> [String] {
    // Every literal ends aligned, and the last word of all is one that no shorter literal stands for.
    let missing = FlatMemory.alignment - bytes.count % FlatMemory.alignment
    let padded =
      Array(bytes) + Array(repeating: 0, count: missing + FlatMemory.alignment - 8)
      + [1, 0, 0, 0, 0, 0, 0, 0]
    var literals: [String] = []
    var start = 0
    while start < padded.count {
      var end = min(start + Self.usualSize, padded.count)
      while Self.isSign(padded[end - 8..<end])
        || known.contains(Self.literal(padded[start..<end])) && end < padded.count
      {
        end += FlatMemory.alignment
      }
      literals.append(Self.literal(padded[start..<end]))
      known.insert(literals[literals.count - 1])
      start = end
    }
    return literals
  }

  /// Whether the last word of a number may say no more than its sign, so that the compiler leaves it out.
  private static func isSign(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy { $0 == 0 } || word.allSatisfy { $0 == 0xFF }
  }

  /// The literal of a number in two's complement, its lowest byte first.
  private static func literal(_ bytes: ArraySlice<UInt8>) -> String {
    let letters = Array("0123456789abcdef".utf8)
    let isNegative = (bytes.last ?? 0) >= 0x80
    var text: [UInt8] = Array(repeating: letters[0], count: bytes.count * 2)
    var place = text.count
    // A negative number is the complement of its magnitude, and one more.
    var carry: UInt8 = isNegative ? 1 : 0
    for byte in bytes {
      let magnitude = isNegative ? ~byte &+ carry : byte
      if magnitude != 0 { carry = 0 }
      place -= 2
      text[place] = letters[Int(magnitude >> 4)]
      text[place + 1] = letters[Int(magnitude & 0xF)]
    }
    let digits = text.drop { $0 == letters[0] }
    return (isNegative ? "-0x" : "0x") + String(decoding: digits, as: UTF8.self)
  }

  /// The first bytes of the words of literals: where they lie, if they adjoin, otherwise copied.
  ///
  /// - Parameter literals: What ``literals(of:)`` wrote for at least `count` bytes.
  public static func memory(of literals: [StaticBigInt], count: Int) -> FlatMemory {
    precondition(
      literals.reduce(0) { $0 + size(of: $1) } >= count,
      "literals hold all the bytes that are asked for"
    )
    if let start = start(of: literals) { return FlatMemory(constant: start, count: count) }
    return FlatMemory(count: count) { block in
      var offset = 0
      for literal in literals {
        for index in 0..<size(of: literal) / MemoryLayout<UInt>.size where offset < count {
          withUnsafeBytes(of: literal[index]) { word in
            let rest = UnsafeMutableRawBufferPointer(rebasing: block[offset...])
            rest.copyMemory(from: UnsafeRawBufferPointer(rebasing: word.prefix(rest.count)))
          }
          offset += MemoryLayout<UInt>.size
        }
      }
    }
  }

  /// The bytes of a literal's words.
  private static func size(of literal: StaticBigInt) -> Int {
    (literal.bitWidth + UInt.bitWidth - 1) / UInt.bitWidth * MemoryLayout<UInt>.size
  }

  /// Where the words of literals start that lie one behind the other, aligned; nil where they do not.
  private static func start(of literals: [StaticBigInt]) -> UnsafeRawPointer? {
    typealias Stored = (words: UnsafeRawPointer, facts: UInt)
    guard let first = literals.first, MemoryLayout<StaticBigInt>.size == MemoryLayout<Stored>.size
    else { return nil }
    let start = unsafeBitCast(first, to: Stored.self).words
    var end = start
    for literal in literals {
      guard unsafeBitCast(literal, to: Stored.self).words == end else { return nil }
      end += size(of: literal)
    }
    // What the compiler stores is no promise, so what it means is asked once.
    let last = size(of: first) / MemoryLayout<UInt>.size - 1
    let isRead = [0, last].allSatisfy { index in
      start.load(fromByteOffset: index * MemoryLayout<UInt>.size, as: UInt.self) == first[index]
    }
    return isRead && Int(bitPattern: start) % FlatMemory.alignment == 0 ? start : nil
  }
}
