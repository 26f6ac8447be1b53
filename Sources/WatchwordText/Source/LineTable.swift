/// The offsets at which the lines of a text start.
///
/// A line ends after LF, after CR LF, or after a CR that no LF follows. Lines count from 0 here;
/// ``SourcePosition`` counts from 1.
public struct LineTable: Hashable, Sendable {
  /// The offset of each line's first byte, rising; the first is 0.
  private let starts: [Int]
  /// The number of bytes in the text.
  private let length: Int

  /// Finds the lines of a text in one pass over its bytes.
  public init(_ bytes: [UInt8]) {
    var starts: [Int] = []
    starts.reserveCapacity(2)
    starts.append(0)
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        index = ByteWords.firstLineEnd(in: buffer, from: index)
        guard index < buffer.count else { break }
        // Of CR LF the LF ends the line.
        if buffer[index] == 0x0A || index + 1 == buffer.count || buffer[index + 1] != 0x0A {
          starts.append(index + 1)
        }
        index += 1
      }
    }
    self.starts = starts
    self.length = bytes.count
  }

  /// The number of lines; a text that ends in a line end has an empty last line.
  public var count: Int { starts.count }

  /// The offset of the first byte of a line counted from 0.
  public func start(ofLine line: Int) -> Int {
    starts[line]
  }

  /// The bytes of a line counted from 0, its line end included.
  public func range(ofLine line: Int) -> SourceRange {
    SourceRange(starts[line], line + 1 < starts.count ? starts[line + 1] : length)
  }

  /// The line, counted from 0, that holds the byte at `offset`; O(log *n*) in the lines.
  public func line(containing offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
