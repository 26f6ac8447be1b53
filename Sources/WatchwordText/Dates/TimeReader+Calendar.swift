extension TimeReader {
  /// The day a date without a year means.
  func dayWithoutYear(month: Int, day: Int, end: Int) -> Int? {
    guard let years = nearYears else { return nil }
    return nearest(
      years.compactMap { CivilDate(year: $0, month: month, day: day)?.dayNumber },
      end: end
    )
  }

  /// The day a day of the month means.
  func dayWithoutMonth(_ day: Int, end: Int) -> Int? {
    guard let today = publicationDay else { return nil }
    let candidates = (-2...2).compactMap { distance -> Int? in
      guard let month = CalendarSpan.months(of: today, distance: distance), day <= month.count
      else { return nil }
      return month.lowerBound + day - 1
    }
    return nearest(candidates, end: end)
  }

  /// Reads a day and a month behind it: “14 March 2026”, “3rd of June”, “5–9 May”.
  func dayMonth(at index: Int, _ shape: NumberShape, lead: TimeLead) -> TimePiece? {
    guard let day = shape.dayOfMonth, byte(before: index) != UInt8(ascii: "/") else { return nil }
    var next = index + 1
    if shape.isOrdinal, role(next) == .of { next += 1 }
    if isMark(next, "/"), isJoined(next) { next += 1 }
    if role(next) == .month {
      return dated(day: day, month: next, isSure: shape.isOrdinal || lead.isStrong)
    }
    // A range of days shares the month of its end.
    let joined = isMark(index + 1, "/") ? index + 2 : rangeEnd(at: index + 1, allowingAnd: true)
    guard let other = joined, let last = self.shape(other)?.dayOfMonth, last > day else {
      return nil
    }
    var month = other + 1
    if role(month) == .of { month += 1 }
    guard role(month) == .month, let end = dated(day: last, month: month, isSure: shape.isOrdinal)
    else { return nil }
    return spread(from: day, to: last, end)
  }

  /// A piece that spans the days from `day` up to its own, the `last` of the same month.
  private func spread(from day: Int, to last: Int, _ piece: TimePiece) -> TimePiece {
    var piece = piece
    piece.days = piece.days.map { $0.lowerBound - (last - day)...$0.upperBound }
    return piece
  }

  /// The date of a day, a month at a token, and the year that may follow.
  private func dated(day: Int, month index: Int, isSure: Bool) -> TimePiece? {
    let word = word(index)
    let month = Int(word.value)
    let year = year(at: index + 1)
    if word.caution.contains(.capital), !isCapitalised(index), !isSure, year == nil { return nil }
    guard isDay(day, ofMonth: month) else { return nil }
    if let year {
      guard let date = CivilDate(year: year.value, month: month, day: day) else { return nil }
      return .day(date.dayNumber, end: year.end)
    }
    return .day(dayWithoutYear(month: month, day: day, end: index + 1), end: index + 1)
  }

  /// The year that stands at a token, perhaps behind a comma, and where it ends.
  private func year(at index: Int) -> (value: Int, end: Int)? {
    let start = isMark(index, ",") ? index + 1 : index
    guard let shape = shape(start), shape.count == 1, !shape.isOrdinal else { return nil }
    if let year = shape.year, role(start + 1) != .zone, length(start + 1) != .hour {
      // “14 March, 1500 people” counts people.
      return isPlain(start + 1) && start > index ? nil : (year, start + 1)
    }
    // ’26, 14 MAR 26 and 14-Mar-26; but “14 March 26 people” has no year.
    guard shape.digits.0 == 2, start == index, meridiem(at: start + 1) == nil else { return nil }
    let before = byte(before: start)
    let isMarked =
      before == UInt8(ascii: "'") || before == 0x99 || before == UInt8(ascii: "-")
      || before == UInt8(ascii: "/")
    guard isMarked || !isPlain(start + 1) && length(start + 1) == nil else { return nil }
    return (2_000 + shape.values.0, start + 1)
  }

  /// Reads “March 14th, 2026”, “May 5-9”, “May 2026” and months alone.
  func monthItem(at index: Int, lead: TimeLead, isPlaced: Bool) -> TimePiece? {
    let word = word(index)
    let month = Int(word.value)
    let isWritten = !word.caution.contains(.capital) || isCapitalised(index)
    var next = index + 1
    if role(next) == .the { next += 1 }
    if let shape = shape(next), let day = shape.dayOfMonth, isDay(day, ofMonth: month),
      isWritten || shape.isOrdinal, meridiem(at: next + 1) == nil, length(next + 1) == nil,
      byte(before: next) != UInt8(ascii: "'"), byte(before: next) != 0x99
    {
      return monthDay(month: month, day: day, at: next)
    }
    if isWritten, let year = year(at: index + 1) {
      return .period(CalendarSpan.months(year: year.value, month: month), .month, end: year.end)
    }
    if isHyphenated(index + 1), isPlain(index + 1) { return nil }
    guard monthStandsAlone(at: index, word, lead: lead, isPlaced: isPlaced) else { return nil }
    return .period(monthDays(month, end: index + 1), .month, end: index + 1)
  }

  /// Reads the rest of “March 14th, 2026” and “May 5-9” from the day on.
  private func monthDay(month: Int, day: Int, at index: Int) -> TimePiece? {
    var end = index + 1
    var last = day
    if let other = rangeEnd(at: end, allowingAnd: true), let shape = shape(other),
      let to = shape.dayOfMonth, to > day, isDay(to, ofMonth: month),
      meridiem(at: other + 1) == nil, role(other + 1) != .month
    {
      last = to
      end = other + 1
    }
    var piece: TimePiece
    if let year = year(at: end), end > index {
      guard let date = CivilDate(year: year.value, month: month, day: last) else { return nil }
      piece = .day(date.dayNumber, end: year.end)
    } else {
      piece = .day(dayWithoutYear(month: month, day: last, end: end), end: end)
    }
    return last > day ? spread(from: day, to: last, piece) : piece
  }

  /// Whether a month without day or year is meant as one.
  private func monthStandsAlone(
    at index: Int,
    _ word: TimeWord,
    lead: TimeLead,
    isPlaced: Bool
  ) -> Bool {
    let isLarge = isCapitalised(index)
    if word.caution.contains(.short), tokens[index].flags.contains(.allCapitals) { return false }
    if isPlaced { return isLarge || !isPlain(index + 1) }
    if !word.caution.contains(.sign) { return isLarge || lead.isStrong }
    if word.caution.contains(.capital), !isLarge { return lead == .in && !isPlain(index + 1) }
    switch lead {
    case .in, .since, .during: return true
    case .by, .until, .before, .after, .from, .through, .between:
      // “by June Example” is a name.
      return !(isCapitalised(index + 1) && isPlain(index + 1))
    default: return false
    }
  }

  /// The days of the month that is meant where no year is given.
  func monthDays(_ month: Int, end: Int) -> ClosedRange<Int>? {
    guard let today = publicationDay, let years = nearYears else { return nil }
    let spans = years.compactMap { CalendarSpan.months(year: $0, month: month) }
    return nearest(spans, today: today, end: end)
  }

  /// The span that is meant: the one that holds the day of publication, or the nearest.
  func nearest(_ spans: [ClosedRange<Int>], today: Int, end: Int) -> ClosedRange<Int>? {
    if let current = spans.first(where: { $0.contains(today) }) { return current }
    guard let first = nearest(spans.map(\.lowerBound), end: end) else { return nil }
    return spans.first { $0.lowerBound == first }
  }

  /// Reads “the 3rd” and “on 3rd”, where nothing follows that it could count.
  func looseDay(at index: Int, _ shape: NumberShape) -> TimePiece? {
    guard shape.isOrdinal, let day = shape.dayOfMonth, index > start else { return nil }
    let lead = TimeLead(rawValue: word(start).value)
    guard role(start) == .lead, lead == .on || lead == .by || lead == .until || lead == .since,
      !isPlain(index + 1), !isNumber(index + 1), !isHyphenated(index + 1)
    else { return nil }
    switch role(index + 1) {
    case .clause where isNumber(index + 2): return nil
    case .of, .length, .season, .feast, .part, .edge, .more, .time, .fraction, .step:
      return nil
    default: return .day(dayWithoutMonth(day, end: index + 1), end: index + 1)
    }
  }

  /// Reads “fourth of July”.
  func ordinalOfMonth(at index: Int) -> TimePiece? {
    var next = index
    var day = 0
    if role(next) == .numberWord, word(next).value == 20 || word(next).value == 30,
      role(next + 1) == .ordinalWord
    {
      day = Int(word(next).value)
      next += 1
    }
    guard role(next) == .ordinalWord else { return nil }
    day += Int(word(next).value)
    guard role(next + 1) == .of, role(next + 2) == .month else { return nil }
    return dated(day: day, month: next + 2, isSure: isCapitalised(next + 2))
  }
}
