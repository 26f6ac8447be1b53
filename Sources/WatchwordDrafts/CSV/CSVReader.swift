import WatchwordDiagnostics
import WatchwordText

/// Reads a content calendar: a table with a row for each post.
struct CSVReader {
  /// The bytes of the table.
  private let source: CSVBytes
  /// The name that may mean a tab between cells.
  private let isTabbed: Bool
  /// What headers mean besides the usual ones.
  private let columns: ColumnNames
  /// What is wrong so far.
  private var problems: DraftProblems
  /// The posts so far.
  private var posts: [Post] = []

  /// Makes a reader of a table.
  private init(_ source: SourceText, path: String, columns: ColumnNames) {
    self.source = CSVBytes(source)
    self.columns = columns
    isTabbed = DraftName(path: path).fileExtension?.lowercased() == "tsv"
    problems = DraftProblems(path: path)
  }

  /// Reads the posts of a table; a row that cannot be read is reported, and the others are read.
  static func read(
    _ source: SourceText,
    path: String,
    columns: ColumnNames = ColumnNames()
  ) -> DraftReading {
    var reader = CSVReader(source, path: path, columns: columns)
    reader.read()
    return DraftReading(posts: reader.posts, problems: reader.problems.diagnostics)
  }

  /// Reads the whole table.
  private mutating func read() {
    let source = source
    source.bytes.withUnsafeBufferPointer { bytes in
      let start = source.file(0..<0).start
      guard EncodingCheck.passes(bytes, baseOffset: start, problems: &problems) else { return }
      guard !EncodingCheck.isBlank(bytes[source.start...]) else {
        return DraftReader.reportEmpty(&problems)
      }
      readRows(bytes)
    }
  }

  /// Reads the rows of a table that is text and not blank.
  private mutating func readRows(_ bytes: UnsafeBufferPointer<UInt8>) {
    let opening = CSVOpening(bytes, source, isTabbed: isTabbed, columns: columns)
    var scanner = opening.scanner
    guard let layout = opening.layout else {
      return CSVProblem.reportUnknownColumns(opening, source, &problems)
    }
    if layout.hasHeader {
      if let record = scanner.next(), record.fault == nil {
        CSVProblem.reportHeader(scanner.cells, layout, source, &problems)
      }
      let texts = layout.columns.indices.filter { layout.columns[$0] == .text }
      guard texts.count == 1 else { return }
    }
    var row = CSVRow(layout: layout, source: source)
    while let record = scanner.next() {
      if let fault = record.fault {
        CSVProblem.report(fault, row: record.number, source, &problems)
      } else if let post = row.post(scanner.cells, record, &problems) {
        if scanner.delimiter != 0x09 { reportStrayQuotes(scanner.cells, layout, post.id) }
        posts.append(post)
      }
    }
    row.reportDates(&problems)
    if posts.isEmpty, problems.diagnostics.isEmpty { DraftReader.reportEmpty(&problems) }
  }

  /// Reports quotation marks in the middle of a post's words, which may have been meant to quote them.
  private mutating func reportStrayQuotes(_ cells: [CSVCell], _ layout: CSVLayout, _ post: String) {
    for (cell, column) in zip(cells, layout.columns) where column == .text {
      guard let quote = cell.strayQuote else { continue }
      problems.report(
        "stray-quote",
        .note,
        at: source.file(quote..<quote + 1),
        post: post,
        "this quotation mark is not at the start of its cell, so it was read as text",
        advice: "If it should quote the cell, put it right behind the delimiter."
      )
    }
  }
}
