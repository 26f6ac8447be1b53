#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Cuts a stream into batches of whole lines, as many as one read gives.
///
/// The lines do not depend on how the stream arrives, only how many of them come together does.
struct LineBatches {
  /// How much is read at once, in bytes: some milliseconds of work for one thread.
  static let usualReadSize = 1 << 17

  /// How much is read at once, in bytes.
  private let readSize: Int
  /// The stream.
  let stream: FileStream
  /// The most bytes a line may have.
  private let limit: Int
  /// What was read and not given yet.
  private var rest: [UInt8] = []
  /// How much of ``rest`` is known to hold no line end.
  private var searched = 0
  /// The offset in the file of the first byte of ``rest``.
  private var offset = 0
  /// The number of the line that ``rest`` starts, from 1.
  private var line = 1
  /// Whether the rest of a line that was too long is being passed over.
  private var isSkipping = false
  /// Whether anything but white space and a byte-order mark has come.
  private(set) var hasContent = false

  /// Makes batches of a stream's lines of at most `limit` bytes.
  ///
  /// A longer line ends a batch, cut just behind the limit, so that memory stays small whatever arrives.
  init(_ stream: FileStream, limit: Int, readSize: Int = usualReadSize) {
    self.stream = stream
    self.readSize = readSize
    self.limit = limit
  }

  /// The first bytes of the stream, at least two where it has as many; they will be in the first batch.
  ///
  /// - Parameter isUnwanted: Asked while nothing comes; once true, the stream counts as ended.
  mutating func start(until isUnwanted: () -> Bool) throws(FileProblem) -> [UInt8] {
    while rest.count < 2 {
      let known = rest.count
      rest = try stream.read(readSize, behind: rest, until: isUnwanted)
      if rest.count == known { break }
    }
    return rest
  }

  /// The next lines; nil at the end of the stream.
  ///
  /// - Parameter isUnwanted: Asked while nothing comes; once true, the stream counts as ended.
  mutating func next(until isUnwanted: () -> Bool = { false }) throws(FileProblem) -> LineBatch? {
    while true {
      var buffer: [UInt8] = []
      swap(&buffer, &rest)
      if searched == buffer.count {
        buffer = try stream.read(readSize, behind: buffer, until: isUnwanted)
        if searched == buffer.count {
          searched = 0
          return buffer.isEmpty ? nil : batch(of: buffer, 0..<buffer.count)
        }
      }
      let known = searched
      searched = 0
      var start = 0
      if isSkipping {
        guard let end = buffer.firstIndex(of: 0x0A) else {
          offset += buffer.count
          continue
        }
        isSkipping = false
        start = end + 1
        offset += start
        line += 1
      }
      if let end = buffer[max(start, known)...].lastIndex(of: 0x0A) {
        rest = Array(buffer[(end + 1)...])
        searched = rest.count
        return batch(of: buffer, start..<end + 1)
      }
      if buffer.count - start > limit + 1 {
        isSkipping = true
        return batch(of: buffer, start..<buffer.count)
      }
      rest = start == 0 ? buffer : Array(buffer[start...])
      searched = rest.count
    }
  }

  /// The batch in a range of what was read, with everything moved behind it.
  private mutating func batch(of buffer: [UInt8], _ range: Range<Int>) -> LineBatch {
    if !hasContent {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let text =
        offset == 0 && buffer.starts(with: mark) ? buffer[3..<range.upperBound] : buffer[range]
      hasContent = text.contains { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }
    let result = LineBatch(buffer, range, baseOffset: offset, firstLine: line, limit: limit)
    offset += range.count
    buffer.withUnsafeBufferPointer { bytes in
      var ends = 0
      for byte in bytes[range] { ends &+= byte == 0x0A ? 1 : 0 }
      line += ends
    }
    return result
  }
}
