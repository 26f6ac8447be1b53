import WatchwordText

/// The order in which a column writes day and month as numbers.
enum CSVDateOrder: Hashable, Sendable {
  /// Not known: the one who uploads the table chooses.
  case open
  /// The day first.
  case dayFirst
  /// The month first.
  case monthFirst
}

/// What a cell says about the day a post goes out.
enum CSVDate: Hashable, Sendable {
  /// One day.
  case day(CivilDate)
  /// Two days, by which number is the day.
  case either(dayFirst: CivilDate, monthFirst: CivilDate)
  /// No day that this reader can read.
  case unreadable

  /// Reads a date as calendars write it; a time of day behind it is passed over.
  ///
  /// Year first is always clear (ISO 8601), and so is a month in letters; full stops put the day
  /// first. Two numbers before a year are clear where only one can be the month.
  static func read(_ text: String, order: CSVDateOrder) -> CSVDate {
    let words = Array(text.utf8).split { !isWordByte($0) }.map { Array($0) }
    if let day = named(words) { return .day(day) }
    guard let first = text.utf8.first, isDigit(first) else { return .unreadable }
    let date = text.utf8.prefix { isDigit($0) || separators.contains($0) }
    // What stands directly behind the numbers must begin a time.
    if let next = text.utf8.dropFirst(date.count).first {
      guard next == UInt8(ascii: " ") || next == UInt8(ascii: "T") || next == UInt8(ascii: ",")
      else { return .unreadable }
    }
    let parts = date.split(omittingEmptySubsequences: false) { separators.contains($0) }
    let marks = Set(date.filter { separators.contains($0) })
    guard parts.count == 3, marks.count == 1, parts.allSatisfy({ (1...4).contains($0.count) })
    else {
      return .unreadable
    }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    if parts[0].count == 4 {
      return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]).map { .day($0) }
        ?? .unreadable
    }
    guard parts[2].count == 4 else { return .unreadable }
    let isDotted = marks.contains(UInt8(ascii: "."))
    return pair(numbers[0], numbers[1], year: numbers[2], order: isDotted ? .dayFirst : order)
  }

  /// The time of day in a cell with a date, from its first colon between digits on; nil where there is none, or something behind it.
  static func time(_ text: String) -> (minute: Int, offset: Int?)? {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let hours = bytes[..<colon].reversed().prefix { isDigit($0) }.count
    guard (1...2).contains(hours) else { return nil }
    return Moment.time(bytes[(colon - hours)...])
  }

  /// Two numbers and a year.
  private static func pair(_ first: Int, _ second: Int, year: Int, order: CSVDateOrder) -> CSVDate {
    let dayFirst = CivilDate(year: year, month: second, day: first)
    let monthFirst = CivilDate(year: year, month: first, day: second)
    switch order {
    case .dayFirst: return dayFirst.map { .day($0) } ?? .unreadable
    case .monthFirst: return monthFirst.map { .day($0) } ?? .unreadable
    case .open: break
    }
    switch (dayFirst, monthFirst) {
    case (let day?, let month?):
      return day == month ? .day(day) : .either(dayFirst: day, monthFirst: month)
    case (let day?, nil), (nil, let day?): return .day(day)
    case (nil, nil): return .unreadable
    }
  }

  /// A date with its month in letters, such as `Mar 02, 2026` or `2 March 2026`.
  private static func named(_ words: [[UInt8]]) -> CivilDate? {
    guard let place = words.prefix(3).firstIndex(where: { monthNumber($0) != nil }),
      let month = monthNumber(words[place])
    else { return nil }
    // A weekday may stand before it; day and year stand around the month.
    let before = place > 0 ? number(words[place - 1]) : nil
    let after = words.dropFirst(place + 1).prefix(2).map { number($0) }
    if let day = before, let year = after.first ?? nil, year > 999 {
      return CivilDate(year: year, month: month, day: day)
    }
    if before == nil, after.count == 2, let day = after[0], let year = after[1], year > 999 {
      return CivilDate(year: year, month: month, day: day)
    }
    return nil
  }

  /// The bytes between the numbers of a date.
  private static let separators: [UInt8] = Array("-/.".utf8)

  /// The English months, as far as they must be written.
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The number of a month's name, or of its first three letters.
  private static func monthNumber(_ word: [UInt8]) -> Int? {
    guard word.count >= 3, word.count <= 9 else { return nil }
    let lower = word.map { $0 | 0x20 }
    return months.firstIndex { name in
      name.utf8.elementsEqual(lower) || name.utf8.prefix(3).elementsEqual(lower)
        || (name == "september" && lower.elementsEqual("sept".utf8))
    }.map { $0 + 1 }
  }

  /// The number that a word of up to four digits is, with or without an ordinal's ending.
  private static func number(_ word: [UInt8]) -> Int? {
    let digits = word.prefix { isDigit($0) }
    let ending = String(decoding: word.dropFirst(digits.count), as: UTF8.self).lowercased()
    guard (1...4).contains(digits.count), ["", "st", "nd", "rd", "th"].contains(ending) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// Whether a byte is a letter or digit of ASCII.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a byte is a digit.
  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
