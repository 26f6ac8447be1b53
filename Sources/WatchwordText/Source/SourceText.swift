/// The text of a draft, or of one slice of a long one, with the place where the slice begins.
///
/// A JSON Lines file is read line by line in constant memory; each line is a `SourceText` that
/// still knows its offset and line in the whole file.
public struct SourceText: Hashable, Sendable {
  /// The text in UTF-8, line ends included: the bytes of the file as they stand, or what ``utf16`` decoded.
  public let bytes: [UInt8]
  /// The offset in the whole text of the first byte.
  public let baseOffset: Int
  /// The line in the file, counted from 1, of the first byte.
  public let firstLine: Int
  /// Where lines start.
  public let lines: LineTable
  /// How the file writes the text where it is in UTF-16; nil where text and file are the same bytes.
  public let utf16: UTF16File?

  /// Makes a source text from bytes that begin at `baseOffset`, on line `firstLine`, of their file.
  public init(_ bytes: [UInt8], baseOffset: Int = 0, firstLine: Int = 1) {
    self.init(bytes, baseOffset: baseOffset, firstLine: firstLine, utf16: nil)
  }

  /// Makes a source text from the bytes of a whole file, and decodes them where a mark says UTF-16.
  ///
  /// Ranges of the text lead to the bytes of the file through ``fileRange(of:)``.
  public init(file bytes: [UInt8]) {
    if let byteOrder = UTF16File.ByteOrder(mark: bytes) {
      var text: [UInt8] = []
      let utf16 = UTF16File(bytes, byteOrder, into: &text)
      self.init(text, baseOffset: 0, firstLine: 1, utf16: utf16)
    } else {
      self.init(bytes)
    }
  }

  /// Makes a source text from its parts.
  private init(_ bytes: [UInt8], baseOffset: Int, firstLine: Int, utf16: UTF16File?) {
    self.bytes = bytes
    self.baseOffset = baseOffset
    self.firstLine = firstLine
    self.lines = LineTable(bytes)
    self.utf16 = utf16
  }

  /// Makes a source text from the UTF-8 bytes of a string.
  public init(_ string: String) {
    self.init(Array(string.utf8))
  }

  /// The bytes of the file that a range of the whole text stands for.
  public func fileRange(of range: SourceRange) -> SourceRange {
    utf16?.fileRange(of: range) ?? range
  }

  /// The bytes of a range given in offsets into the whole text, cut to this slice.
  public func slice(_ range: SourceRange) -> ArraySlice<UInt8> {
    let start = min(max(range.start - baseOffset, 0), bytes.count)
    let end = min(max(range.end - baseOffset, start), bytes.count)
    return bytes[start..<end]
  }

  /// The text of a range given in offsets into the whole text; ill-formed bytes become U+FFFD.
  public func string(_ range: SourceRange) -> String {
    String(decoding: slice(range), as: UTF8.self)
  }

  /// The whole lines that hold a range given in offsets into the whole text, cut to this slice.
  public func lines(around range: SourceRange) -> SourceText {
    let last = max(bytes.count - 1, 0)
    let first = lines.line(containing: min(max(range.start - baseOffset, 0), last))
    let end = lines.line(containing: min(max(range.end - 1 - baseOffset, 0), last))
    let part = SourceRange(lines.start(ofLine: first), lines.range(ofLine: max(first, end)).end)
    return SourceText(
      Array(bytes[part.start..<part.end]),
      baseOffset: baseOffset + part.start,
      firstLine: firstLine + first,
      utf16: utf16
    )
  }

  /// The place of an offset into the whole text, cut to this slice.
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
