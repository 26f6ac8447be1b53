/// The columns of a table, in order.
struct CSVLayout: Hashable, Sendable {
  /// The meaning of each column.
  var columns: [CSVColumn]
  /// Whether the first record names the columns.
  var hasHeader: Bool
  /// How many cells at the end of a row may be left out.
  var optionalCount = 0

  /// The columns that a header names; nil where none of them holds the words of a post.
  ///
  /// Where somebody has said which column is which, others that would be the same by their usual
  /// names are ignored.
  init?(header names: [String], known: ColumnNames = ColumnNames()) {
    let said = known.columns(of: names)
    columns = names.enumerated().map { index, name in
      if let column = said[index] { return column }
      let column = CSVColumn(header: name)
      return said.values.contains { $0.isRival(of: column) } ? .ignored : column
    }
    hasHeader = true
    guard columns.contains(.text) else { return nil }
  }

  /// A layout that a table without a header is known to have.
  private init(_ columns: [CSVColumn], optionalCount: Int = 0) {
    self.columns = columns
    self.hasHeader = false
    self.optionalCount = optionalCount
  }

  /// The layout of a table without a header, told by the shape of its first record.
  init?(shapeOf cells: [String]) {
    /// Whether cells are numbers in a range.
    func areNumbers(_ indices: [Int], _ range: ClosedRange<Int>) -> Bool {
      indices.allSatisfy { Int(cells[$0]).map(range.contains) ?? false }
    }
    /// Whether a cell is a date.
    func isDate(_ index: Int) -> Bool {
      CSVDate.read(cells[index], order: .open) != .unreadable
    }
    /// Whether a cell is empty or an address.
    func isAddress(_ cell: String) -> Bool {
      cell.isEmpty || (cell.contains("://") && !cell.contains(" "))
    }
    switch cells.count {
    case 2...3
    where isDate(0) && !isDate(1) && !cells[1].isEmpty && cells.dropFirst(2).allSatisfy(isAddress):
      self = Self.dateTextLink
    case 7
    where (cells[2].isEmpty || isDate(2)) && isAddress(cells[1]) && isAddress(cells[6])
      && !isDate(0) && !cells[0].isEmpty && cells[3].utf8.allSatisfy({ $0 > 0x20 }):
      self = Self.textImageDate
    case 8
    where areNumbers([0], 1...31) && areNumbers([1], 1...12) && areNumbers([2], 1000...9999)
      && areNumbers([3], 0...23) && areNumbers([4], 0...59):
      self = Self.dayMonthYear
    case 8
    where areNumbers([1], 1000...9999) && areNumbers([2], 1...12) && areNumbers([3], 1...31)
      && areNumbers([4], 0...23) && areNumbers([5], 0...59):
      self = Self.textYearMonth
    default: return nil
    }
  }

  /// Date and time, message, link (Hootsuite).
  private static let dateTextLink = CSVLayout([.date(.open), .text, .ignored], optionalCount: 1)
  /// Content, image, date, account, first comment, tags, link (SocialPilot).
  private static let textImageDate = CSVLayout([
    .text, .media(nil), .date(.open), .account, .ignored, .ignored, .ignored,
  ])
  /// Day, month, year, hour, minute, text, kind of address, address (Friends+Me).
  private static let dayMonthYear = CSVLayout([
    .day, .month, .year, .hour, .minute, .text, .mediaKind, .mediaOrLink,
  ])
  /// Text, year, month, day, hour, minute, image, link (Postcron).
  private static let textYearMonth = CSVLayout([
    .text, .year, .month, .day, .hour, .minute, .media(nil), .ignored,
  ])
}
