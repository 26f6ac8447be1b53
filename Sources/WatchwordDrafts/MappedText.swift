import WatchwordText

/// A post's text while it is put together, with the way back to the file kept in step.
struct MappedText {
  /// The UTF-8 bytes so far.
  private(set) var bytes: [UInt8] = []
  /// Where each of them comes from.
  private(set) var map = SourceMap()

  /// Makes an empty text with room for `capacity` bytes.
  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Adds bytes that stand in the file from `fileStart` on.
  mutating func copy(_ run: UnsafeBufferPointer<UInt8>, fileStart: Int) {
    guard !run.isEmpty else { return }
    bytes.append(contentsOf: run)
    map.append(
      count: run.count,
      file: SourceRange(fileStart, fileStart + run.count),
      isVerbatim: true
    )
  }

  /// Adds bytes that stand for other bytes of the file, or for none.
  mutating func write(_ text: some Collection<UInt8>, for file: SourceRange) {
    guard !text.isEmpty else { return }
    bytes.append(contentsOf: text)
    map.append(count: text.count, file: file, isVerbatim: false)
  }

  /// Adds one scalar that stands for other bytes of the file, or for none.
  mutating func write(_ scalar: Unicode.Scalar, for file: SourceRange) {
    write(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter, for: file)
  }
}
