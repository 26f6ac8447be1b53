/// The bytes of a draft, or of one slice of a long one, with the place where the slice begins.
///
/// A JSON Lines file is read line by line in constant memory; each line is a `SourceText` that
/// still knows its offset and line in the whole file.
public struct SourceText: Hashable, Sendable {
  /// The bytes as they stand in the file, line ends and byte-order mark included.
  public let bytes: [UInt8]
  /// The offset in the file of the first byte.
  public let baseOffset: Int
  /// The line in the file, counted from 1, of the first byte.
  public let firstLine: Int
  /// Where lines start.
  public let lines: LineTable

  /// Makes a source text from bytes that begin at `baseOffset`, on line `firstLine`, of their file.
  public init(_ bytes: [UInt8], baseOffset: Int = 0, firstLine: Int = 1) {
    self.bytes = bytes
    self.baseOffset = baseOffset
    self.firstLine = firstLine
    self.lines = LineTable(bytes)
  }

  /// Makes a source text from the UTF-8 bytes of a string.
  public init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// The bytes of a range given in offsets into the whole file, cut to this slice.
  public func slice(_ range: SourceRange) -> ArraySlice<UInt8> {
    let start = min(max(range.start - baseOffset, 0), bytes.count)
    let end = min(max(range.end - baseOffset, start), bytes.count)
    return bytes[start..<end]
  }

  /// The text of a range given in offsets into the whole file; ill-formed bytes become U+FFFD.
  public func string(_ range: SourceRange) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  /// The whole lines that hold a range given in offsets into the whole file, cut to this slice.
  public func lines(around range: SourceRange) -> SourceText {
    let last = max(bytes.count - 1, 0)
    let first = lines.line(containing: min(max(range.start - baseOffset, 0), last))
    let end = lines.line(containing: min(max(range.end - 1 - baseOffset, 0), last))
    let part = SourceRange(lines.start(ofLine: first), lines.range(ofLine: max(first, end)).end)
    return SourceText(
      Array(bytes[part.start..<part.end]),
      baseOffset: baseOffset + part.start,
      firstLine: firstLine + first
    )
  }

  /// The place of an offset into the whole file, cut to this slice.
  public func position(at offset: Int) -> SourcePosition {
    let local = min(max(offset - baseOffset, 0), bytes.count)
    let line = lines.line(containing: local)
    let start = lines.start(ofLine: line)
    var scalars = 0
    for byte in bytes[start..<local] where byte & 0b1100_0000 != 0b1000_0000 {
      scalars += 1
    }
    // A byte-order mark is not a character of the text.
    if start == 0, baseOffset == 0, local >= 3, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      scalars -= 1
    }
    return SourcePosition(line: firstLine + line, scalarColumn: scalars + 1)
  }
}

/// A place in a text for people and machines that count lines.
public struct SourcePosition: Hashable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1 in Unicode scalars.
  public var scalarColumn: Int

  /// Makes a position from a line and a column, both counted from 1.
  public init(line: Int, scalarColumn: Int) {
    self.line = line
    self.scalarColumn = scalarColumn
  }
}
