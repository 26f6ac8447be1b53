/// What the first record of a table tells: the byte between cells, and the columns.
struct CSVOpening {
  /// A scanner at the first record.
  let scanner: CSVScanner
  /// The columns; nil where they are not known.
  let layout: CSVLayout?
  /// What the first record's cells hold.
  let names: [String]
  /// The first record's cells.
  let cells: [CSVCell]
  /// The first record; nil where the table has none.
  let record: CSVRecord?

  /// Looks at the first record that is not blank, split by each delimiter in turn.
  ///
  /// A header that names the post's words beats a known shape, and both beat the number of cells.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ source: CSVBytes,
    isTabbed: Bool,
    columns: ColumnNames
  ) {
    var start = source.start
    var count = 0
    var delimiters = isTabbed ? [0x09] : Array(",;\t".utf8)
    // Spreadsheets name the delimiter on a line before the header.
    let mark = Array("sep=".utf8)
    if bytes[start...].starts(with: mark), start + mark.count < bytes.count {
      let behind = start + mark.count + 1
      if behind == bytes.count || bytes[behind] == 0x0A || bytes[behind] == 0x0D {
        delimiters = [bytes[start + mark.count]]
        var line = CSVScanner(bytes, delimiter: 0x00, from: start)
        _ = line.next()
        (start, count) = (line.position, 1)
      }
    }
    // Blank lines before the header are records, too.
    while true {
      var line = CSVScanner(bytes, delimiter: 0x00, from: start)
      guard let record = line.next(), EncodingCheck.isBlank(bytes[record.range]),
        line.position < bytes.count, record.fault == nil
      else { break }
      (start, count) = (line.position, count + 1)
    }
    var best: (score: Int, opening: CSVOpening)?
    for delimiter in delimiters {
      let opening = CSVOpening(
        bytes,
        source,
        delimiter: delimiter,
        from: start,
        after: count,
        columns: columns
      )
      if best.map({ opening.score > $0.score }) ?? true { best = (opening.score, opening) }
    }
    self =
      best?.opening
      ?? CSVOpening(
        bytes,
        source,
        delimiter: UInt8(ascii: ","),
        from: start,
        after: count,
        columns: columns
      )
  }

  /// Splits the first record by one delimiter.
  private init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ source: CSVBytes,
    delimiter: UInt8,
    from start: Int,
    after count: Int,
    columns: ColumnNames
  ) {
    scanner = CSVScanner(bytes, delimiter: delimiter, from: start, after: count)
    var scanner = scanner
    record = scanner.next()
    cells = scanner.cells
    names = cells.map { source.string(of: $0) }
    layout =
      record?.fault == nil
      ? CSVLayout(header: names, known: columns) ?? CSVLayout(shapeOf: names) : nil
  }

  /// How well the delimiter fits.
  private var score: Int {
    // A cell that cannot be read is one, too.
    guard let layout else { return cells.count + (record?.fault == nil ? 0 : 1) }
    return (layout.hasHeader ? 2 << 32 : 1 << 32) + cells.count
  }
}
