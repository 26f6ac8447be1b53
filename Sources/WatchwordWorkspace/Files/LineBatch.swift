internal import WatchwordText

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Some whole lines of a stream that know their place in the file.
struct LineBatch: Sendable {
  /// What was read; the lines are a part of it.
  private let buffer: [UInt8]
  /// Where the lines stand in ``buffer``.
  private let range: Range<Int>
  /// The offset in the file of the first byte of the lines.
  let baseOffset: Int
  /// The number of the first line, from 1.
  let firstLine: Int
  /// The most bytes a line may have; of a longer one just enough more is kept to tell.
  private let limit: Int

  /// Makes a batch of the lines in a range of what was read.
  init(_ buffer: [UInt8], _ range: Range<Int>, baseOffset: Int, firstLine: Int, limit: Int) {
    self.buffer = buffer
    self.range = range
    self.baseOffset = baseOffset
    self.firstLine = firstLine
    self.limit = limit
  }

  /// Calls `body` with each line, its line end included; lines end at LF alone.
  func forEachLine(_ body: (SourceText) -> Void) {
    buffer.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = range.lowerBound
      var line = firstLine
      while start < range.upperBound {
        let rest = range.upperBound - start
        let length =
          memchr(base + start, 0x0A, rest).map {
            UnsafeRawPointer(base + start).distance(to: $0) + 1
          }
          ?? rest
        body(
          SourceText(
            Array(bytes[start..<start + min(length, limit + 2)]),
            baseOffset: baseOffset + start - range.lowerBound,
            firstLine: line
          )
        )
        start += length
        line += 1
      }
    }
  }
}
