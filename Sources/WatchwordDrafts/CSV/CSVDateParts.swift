import WatchwordText

/// A date whose year, month and day stand in cells of their own, and a time.
struct CSVDateParts {
  /// The time as written.
  var time: (text: String, range: SourceRange)?
  /// The numbers of the date.
  private var year: Int?, month: Int?, dayOfMonth: Int?
  /// The numbers of the time.
  private var hour: Int?, minute: Int?
  /// The cells of the numbers.
  private(set) var range: SourceRange?

  /// Adds the number of one cell.
  mutating func add(_ value: String, _ column: CSVColumn, at range: SourceRange) {
    self.range = self.range.map { $0.union(range) } ?? range
    switch column {
    case .year: year = Int(value)
    case .month: month = Int(value)
    case .hour: hour = Int(value)
    case .minute: minute = Int(value)
    default: dayOfMonth = Int(value)
    }
  }

  /// The date, where its numbers are one, with the time where they are one.
  var moment: Moment? {
    guard let year, let month, let dayOfMonth,
      let day = CivilDate(year: year, month: month, day: dayOfMonth)
    else { return nil }
    guard let hour, let minute, (0...23).contains(hour), (0...59).contains(minute) else {
      return Moment(day)
    }
    return Moment(day, minute: hour * 60 + minute)
  }

  /// Whether a text is a time of day without a date, as far as its first colon shows.
  static func isTime(_ text: String) -> Bool {
    let hours = text.utf8.prefix { (0x30...0x39).contains($0) }.count
    return (1...4).contains(hours)
      && !text.utf8.dropFirst(hours).contains { "-/".utf8.contains($0) }
  }
}
