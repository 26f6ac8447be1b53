import WatchwordText

/// The bytes of a table, with their place in the whole text.
struct CSVBytes {
  /// The bytes of the table.
  let bytes: [UInt8]
  /// Where the table starts in ``bytes``, behind a byte-order mark.
  let start: Int
  /// The offset in the whole text of the first byte.
  private let baseOffset: Int

  /// Takes the bytes of a text.
  init(_ source: SourceText) {
    baseOffset = source.baseOffset
    bytes = source.bytes
    start = bytes.withUnsafeBufferPointer {
      EncodingCheck.markLength($0, baseOffset: source.baseOffset)
    }
  }

  /// A range of ``bytes`` as a range of the whole text.
  func file(_ range: Range<Int>) -> SourceRange {
    SourceRange(baseOffset + range.lowerBound, baseOffset + range.upperBound)
  }

  /// What a cell holds, with doubled quotation marks made single.
  func text(of cell: CSVCell) -> MappedText {
    var text = MappedText(capacity: cell.content.count)
    forEachStretch(of: cell) { stretch, isQuote in
      if isQuote {
        text.write(CollectionOfOne(UInt8(ascii: "\"")), for: file(stretch))
      } else {
        bytes.withUnsafeBufferPointer {
          text.copy(
            UnsafeBufferPointer(rebasing: $0[stretch]),
            fileStart: baseOffset + stretch.lowerBound
          )
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
