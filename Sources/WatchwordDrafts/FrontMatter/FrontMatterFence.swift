import WatchwordDiagnostics
import WatchwordText

/// Where front matter stands: between a first line `---` and the next line `---`.
struct FrontMatterFence {
  /// The bytes between the two lines, as offsets into the scanned bytes.
  let content: Range<Int>
  /// The offset behind the closing line.
  let body: Int

  /// Finds front matter at `start`; nil where the first line is no fence or nothing closes it.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, baseOffset: Int) {
    // Front matter opens a file; a slice from its middle has none.
    guard baseOffset == 0 else { return nil }
    guard let first = Self.line(bytes, from: start), Self.isFence(bytes[first.content]) else {
      return nil
    }
    var next = first.end
    while let line = Self.line(bytes, from: next) {
      if Self.isFence(bytes[line.content]) {
        content = first.end..<next
        body = line.end
        return
      }
      next = line.end
    }
    return nil
  }

  /// Reports a first line `---` that nothing closes, where keys seem to follow.
  ///
  /// Without keys it is a line across the page, or simply text.
  static func reportUnclosed(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    baseOffset: Int,
    problems: inout DraftProblems
  ) {
    guard baseOffset == 0, let first = line(bytes, from: start), isFence(bytes[first.content]),
      let second = line(bytes, from: first.end), startsWithKey(bytes[second.content])
    else { return }
    problems.report(
      "open-front-matter",
      .warning,
      at: SourceRange(first.content.lowerBound, first.content.upperBound),
      "no second `---` ends this front matter, so it was read as text",
      advice: "Write a line `---` behind the last key."
    )
  }

  /// Whether a line starts with a word and a colon.
  private static func startsWithKey(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let word = line.prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard !word.isEmpty, line.dropFirst(word.count).first == UInt8(ascii: ":") else { return false }
    return line.dropFirst(word.count + 1).first.map { $0 <= 0x20 } ?? true
  }

  /// The line that starts at `start`, without and with its end; nil at the end of the bytes.
  static func line(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> (content: Range<Int>, end: Int)? {
    guard start < bytes.count else { return nil }
    let end = ByteWords.firstLineEnd(in: bytes, from: start)
    guard end < bytes.count else { return (start..<end, end) }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return (start..<end, end + (isPair ? 2 : 1))
  }

  /// Whether a line is three hyphens with nothing but white space behind them.
  static func isFence(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.starts(with: "---".utf8) && EncodingCheck.isBlank(line.dropFirst(3))
  }
}
