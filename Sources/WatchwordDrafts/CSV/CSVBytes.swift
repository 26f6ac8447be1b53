import WatchwordText

/// The bytes of a table as UTF-8, with the way back to the file.
///
/// A table in UTF-8 stands in the file as it is; one in UTF-16, as spreadsheets save it, is decoded.
struct CSVBytes {
  /// Scalars side by side that take the same room.
  private struct Run {
    /// Where the run starts in the decoded bytes.
    var start: Int
    /// Where it starts in the file.
    var fileStart: Int
    /// The bytes of one of its scalars in UTF-8.
    var stride: Int
    /// The bytes of one of its scalars in the file.
    var fileStride: Int
  }

  /// The bytes of the table, well-formed UTF-8 where they were decoded.
  let bytes: [UInt8]
  /// Where the table starts in ``bytes``, behind a byte-order mark.
  let start: Int
  /// The offset in the file of bytes that were not decoded.
  private let baseOffset: Int
  /// How the decoded bytes map; empty where they were not decoded.
  private let runs: [Run]
  /// Halves of surrogate pairs and of code units, as ranges of the file.
  let faults: [SourceRange]

  /// Whether each byte stands for the same byte of the file.
  var isVerbatim: Bool { runs.isEmpty }

  /// Takes the bytes of a file, and decodes them where they begin with a mark of UTF-16.
  init(_ source: SourceText) {
    baseOffset = source.baseOffset
    let isLittle = source.bytes.starts(with: [0xFF, 0xFE])
    guard baseOffset == 0, isLittle || source.bytes.starts(with: [0xFE, 0xFF]) else {
      bytes = source.bytes
      start = bytes.withUnsafeBufferPointer {
        EncodingCheck.markLength($0, baseOffset: source.baseOffset)
      }
      runs = []
      faults = []
      return
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(source.bytes.count / 2)
    var runs = [Run(start: 0, fileStart: 2, stride: 1, fileStride: 2)]
    var faults: [SourceRange] = []
    let file = source.bytes
    /// The code unit at an offset.
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(file[index]), UInt32(file[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    var index = 2
    while index < file.count {
      guard index + 1 < file.count else {
        faults.append(SourceRange(index, index + 1))
        break
      }
      let high = unit(index)
      var scalar = Unicode.Scalar(high)
      var length = 2
      if (0xD800...0xDBFF).contains(high), index + 3 < file.count,
        (0xDC00...0xDFFF).contains(unit(index + 2))
      {
        scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit(index + 2) - 0xDC00))
        length = 4
      }
      if scalar == nil { faults.append(SourceRange(index, index + length)) }
      let encoded = UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
      if encoded.count != runs[runs.count - 1].stride {
        runs.append(
          Run(start: decoded.count, fileStart: index, stride: encoded.count, fileStride: length)
        )
      }
      decoded.append(contentsOf: encoded)
      index += length
    }
    bytes = decoded
    start = 0
    self.runs = runs
    self.faults = faults
  }

  /// The bytes of the file that a range of ``bytes`` stands for; whole scalars where they were decoded.
  func file(_ range: Range<Int>) -> SourceRange {
    guard !isVerbatim else {
      return SourceRange(baseOffset + range.lowerBound, baseOffset + range.upperBound)
    }
    let first = fileOffset(range.lowerBound, roundingUp: false)
    return SourceRange(first, max(first, fileOffset(range.upperBound, roundingUp: true)))
  }

  /// The offset in the file of an offset into the decoded bytes.
  private func fileOffset(_ offset: Int, roundingUp: Bool) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle }
    }
    let run = runs[low]
    let inner = offset - run.start + (roundingUp ? run.stride - 1 : 0)
    return run.fileStart + inner / run.stride * run.fileStride
  }

  /// What a cell holds, with doubled quotation marks made single.
  func text(of cell: CSVCell) -> MappedText {
    var text = MappedText(capacity: cell.content.count)
    forEachStretch(of: cell) { stretch, isQuote in
      if isQuote {
        text.write(CollectionOfOne(UInt8(ascii: "\"")), for: file(stretch))
      } else if isVerbatim {
        bytes.withUnsafeBufferPointer {
          text.copy(
            UnsafeBufferPointer(rebasing: $0[stretch]),
            fileStart: baseOffset + stretch.lowerBound
          )
        }
      } else {
        var index = stretch.lowerBound
        while index < stretch.upperBound {
          var end = index + 1
          while end < stretch.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
          text.write(bytes[index..<end], for: file(index..<end))
          index = end
        }
      }
    }
    return text
  }

  /// What a cell holds as a string, without the white space around it.
  func string(of cell: CSVCell) -> String {
    var held: [UInt8] = []
    held.reserveCapacity(cell.content.count)
    forEachStretch(of: cell) { stretch, isQuote in
      held.append(
        contentsOf: isQuote ? bytes[stretch.lowerBound...stretch.lowerBound] : bytes[stretch]
      )
    }
    return CSVCellText.trimmed(held[...])
  }

  /// Calls `body` with each stretch of a cell's content, doubled quotation marks on their own.
  private func forEachStretch(of cell: CSVCell, _ body: (Range<Int>, _ isQuote: Bool) -> Void) {
    guard cell.hasDoubledQuotes else { return body(cell.content, false) }
    var index = cell.content.lowerBound
    while index < cell.content.upperBound {
      let quote = bytes[index..<cell.content.upperBound].firstIndex(of: UInt8(ascii: "\""))
      guard let quote else { return body(index..<cell.content.upperBound, false) }
      if index < quote { body(index..<quote, false) }
      body(quote..<quote + 2, true)
      index = quote + 2
    }
  }

  /// Whether a cell holds nothing but white space.
  func isBlank(_ cell: CSVCell) -> Bool {
    EncodingCheck.isBlank(bytes[cell.content])
  }
}
