import WatchwordText

/// One cell of a table, still quoted, as offsets into the scanned bytes.
struct CSVCell: Hashable, Sendable {
  /// The cell with its quotation marks.
  var range: Range<Int>
  /// What it holds: the bytes between the quotation marks, or the whole cell without them.
  var content: Range<Int>
  /// Whether ``content`` has doubled quotation marks.
  var hasDoubledQuotes = false
  /// The first quotation mark of a cell that does not begin with one, which is plain text.
  var strayQuote: Int?
}

/// What keeps a row from being read.
enum CSVFault: Hashable, Sendable {
  /// Nothing closes the quotation mark at this offset.
  case unclosedQuote(Int)
  /// Something other than a delimiter or line end follows a closing quotation mark.
  case textAfterQuote(Range<Int>)
}

/// One record of a table.
struct CSVRecord: Sendable {
  /// Its number, counted from 1 and with every record before it, blank ones too.
  var number: Int
  /// Its bytes without the line end, as offsets into the scanned bytes.
  var range: Range<Int>
  /// What is wrong with it; its cells then are not to be used.
  var fault: CSVFault?
}

/// Steps through the records of a table (RFC 4180, with LF and CR as line ends too).
///
/// A quotation mark quotes only at the start of a cell. After a fault the scanner goes on with the
/// next line, so one slip of the author hides one row.
struct CSVScanner {
  /// The bytes of the table, well-formed UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The byte between two cells.
  let delimiter: UInt8
  /// The cells of the last record.
  private(set) var cells: [CSVCell] = []
  /// The offset of the next byte to look at.
  private(set) var position: Int
  /// How many records were passed.
  private var count: Int

  /// Begins at an offset into `bytes`; `number` counts the records before it.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    delimiter: UInt8,
    from position: Int = 0,
    after number: Int = 0
  ) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = position
    self.count = number
  }

  /// The next record, whose cells are in ``cells``; nil at the end of the table.
  mutating func next() -> CSVRecord? {
    guard position < bytes.count else { return nil }
    count += 1
    cells.removeAll(keepingCapacity: true)
    let start = position
    while true {
      if let fault = scanCell() {
        skipLine()
        return CSVRecord(
          number: count,
          range: start..<position(endingRecordFrom: start),
          fault: fault
        )
      }
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    let end = position
    skipLineEnd()
    return CSVRecord(number: count, range: start..<end)
  }

  /// Passes over one cell.
  private mutating func scanCell() -> CSVFault? {
    let start = position
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else {
      var stray: Int?
      while position < bytes.count {
        let byte = bytes[position]
        if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
        if byte == UInt8(ascii: "\""), stray == nil { stray = position }
        position += 1
      }
      cells.append(CSVCell(range: start..<position, content: start..<position, strayQuote: stray))
      return nil
    }
    var hasDoubled = false
    var index = start + 1
    while true {
      guard
        let quote = ByteWords.firstIndex(of: UInt8(ascii: "\""), in: bytes, from: index)
      else {
        position = start
        return .unclosedQuote(start)
      }
      index = quote + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        hasDoubled = true
        index += 1
        continue
      }
      position = index
      if index < bytes.count, !isCellEnd(bytes[index]) {
        return .textAfterQuote(index..<endOfText(from: index))
      }
      cells.append(
        CSVCell(range: start..<index, content: start + 1..<quote, hasDoubledQuotes: hasDoubled)
      )
      return nil
    }
  }

  /// Whether a byte ends an unquoted cell.
  private func isCellEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  /// The offset of the next delimiter or line end, or the end of the table.
  private func endOfText(from start: Int) -> Int {
    bytes[start...].firstIndex(where: isCellEnd) ?? bytes.count
  }

  /// Moves behind the end of the line.
  private mutating func skipLine() {
    position = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    skipLineEnd()
  }

  /// Moves behind a line end, if the scanner stands at one.
  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let isPair =
      bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
  }

  /// The end of a record that was left at ``position``, without its line end.
  private func position(endingRecordFrom start: Int) -> Int {
    var end = position
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }
}
