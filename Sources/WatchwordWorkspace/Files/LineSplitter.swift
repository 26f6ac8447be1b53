internal import WatchwordText

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Cuts a stream that arrives in pieces into lines that know their place in the file.
struct LineSplitter {
  /// The most bytes a line may have; of a longer one just enough more is kept to tell.
  private let limit: Int
  /// The offset in the file of the first byte in the buffer.
  private var offset = 0
  /// The number of the next line, from 1.
  private var line = 1
  /// How much of the buffer is known to hold no line end.
  private var searched = 0
  /// Whether the rest of a line that was too long is being passed over.
  private var isSkipping = false

  /// Makes a splitter that keeps lines of at most `limit` bytes.
  init(limit: Int) {
    self.limit = limit
  }

  /// Calls `body` with each whole line, its line end included, and leaves the rest in the buffer.
  ///
  /// A line over the limit is cut just behind it and passed on at once, so that the buffer stays
  /// small whatever arrives.
  ///
  /// - Parameter isLast: Whether no more will come, so that an unended last line counts.
  mutating func forEachLine(
    of buffer: inout [UInt8],
    isLast: Bool,
    _ body: (SourceText) -> Void
  ) {
    var start = 0
    buffer.withUnsafeBufferPointer { bytes in
      while let base = bytes.baseAddress, searched < bytes.count {
        guard let end = memchr(base + searched, 0x0A, bytes.count - searched) else {
          searched = bytes.count
          break
        }
        searched = UnsafeRawPointer(base).distance(to: end) + 1
        emit(bytes[start..<searched], isEnded: true, body)
        start = searched
      }
      if (isLast && start < bytes.count) || bytes.count - start > limit + 1 || isSkipping {
        emit(bytes[start...], isEnded: false, body)
        start = bytes.count
      }
    }
    buffer.removeFirst(start)
    searched -= start
  }

  /// Passes a line on, unless its start went before it, and moves behind it.
  private mutating func emit(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
    isEnded: Bool,
    _ body: (SourceText) -> Void
  ) {
    if !isSkipping, !bytes.isEmpty {
      let kept = bytes.count > limit + 2 ? bytes.prefix(limit + 2) : bytes
      body(SourceText(Array(kept), baseOffset: offset, firstLine: line))
    }
    offset += bytes.count
    isSkipping = !isEnded
    if isEnded { line += 1 }
  }
}
