extension TimeReader {
  /// A feast: how it falls in a year, and where its name ends.
  private struct Feast {
    /// How exactly its name gives a day.
    var precision: TimePrecision = .day
    /// One past the last token of its name.
    var end: Int
    /// Its days in a year; nil where the calendar used here does not give them.
    var days: (Int) -> ClosedRange<Int>?
  }

  /// Reads “Christmas”, “Boxing Day”, “New Year's Eve”, “Easter Monday”.
  func feast(at index: Int, lead: TimeLead) -> TimePiece? {
    guard role(index - 1) != .wish, isCapitalised(index) || role(index) == .feast,
      let feast = named(at: index)
    else { return nil }
    if let year = shape(feast.end)?.year {
      return .period(feast.days(year), feast.precision, end: feast.end + 1)
    }
    // “Christmas dinner” and “Easter eggs” name no day.
    guard !isPlain(feast.end), !isHyphenated(feast.end) else { return nil }
    var piece = TimePiece.period(nil, feast.precision, end: feast.end)
    piece.takesClock = feast.precision == .day
    if let today = publicationDay, let years = nearYears {
      piece.days = nearest(years.compactMap(feast.days), today: today, end: feast.end)
    }
    return piece
  }

  /// Reads “last Christmas”, “this Easter”.
  func placedFeast(at index: Int, step: Int) -> TimePiece? {
    guard let feast = named(at: index), !isPlain(feast.end) else { return nil }
    var piece = TimePiece.period(nil, feast.precision, end: feast.end)
    if step != 0 { piece.tense = step > 0 ? .future : .past }
    guard let today = publicationDay, let years = nearYears else { return piece }
    let spans = years.compactMap(feast.days)
    piece.days =
      step < 0
      ? spans.last { $0.upperBound < today } : spans.first { $0.upperBound >= today }
    return piece
  }

  /// The feast whose name starts at a token.
  private func named(at index: Int) -> Feast? {
    let next = index + 1
    let isDay = length(next) == .day
    switch (role(index), word(index).value) {
    case (.feast, 0):
      if role(next) == .eve { return fixed(12, 24, end: next + 1) }
      return fixed(12, 25, end: isDay ? next + 1 : next)
    case (.feast, 1): return fixed(10, 31, end: next)
    case (.feast, 2):
      if role(next) == .weekday, word(next).value == 6 { return easter(0, end: next + 1) }
      if role(next) == .weekday, word(next).value == 0 { return easter(1, end: next + 1) }
      return Feast(precision: .season, end: next) { year in
        CalendarSpan.easter(year).map { ($0 - 2)...($0 + 1) }
      }
    case (.feast, 3):
      return Feast(end: isDay ? next + 1 : next) { year in
        CalendarSpan.nth(4, weekday: 3, month: 11, year: year).map { $0...$0 }
      }
    case (.feast, 4): return Feast(precision: .season, end: next) { _ in nil }
    case (.feast, 5): return isDay ? fixed(2, 14, end: next + 1) : nil
    case (.new, _):
      guard length(next) == .year, isCapitalised(next) else { return nil }
      if role(next + 1) == .eve { return fixed(12, 31, end: next + 2) }
      return fixed(1, 1, end: length(next + 1) == .day ? next + 2 : next + 1)
    case (.feastStart, 0):
      return role(next) == .weekday && word(next).value == 4 && isCapitalised(next)
        ? easter(-2, end: next + 1) : nil
    case (.feastStart, 1): return isDay ? fixed(12, 26, end: next + 1) : nil
    case (.feastStart, 2): return role(next) == .part ? fixed(11, 5, end: next + 1) : nil
    case (.feastStart, 3):
      if isDay { return fixed(11, 11, end: next + 1) }
      guard role(next) == .weekday, word(next).value == 6 else { return nil }
      return Feast(end: next + 1) { year in
        CalendarSpan.nth(2, weekday: 6, month: 11, year: year).map { $0...$0 }
      }
    case (.feastStart, 4): return isDay ? fixed(11, 11, end: next + 1) : nil
    default: return nil
    }
  }

  /// A feast on the same date each year.
  private func fixed(_ month: Int, _ day: Int, end: Int) -> Feast {
    Feast(end: end) { year in
      (CivilDate(year: year, month: month, day: day)?.dayNumber).map { $0...$0 }
    }
  }

  /// A feast a number of days from Easter Sunday.
  private func easter(_ distance: Int, end: Int) -> Feast {
    Feast(end: end) { year in
      CalendarSpan.easter(year).map { ($0 + distance)...($0 + distance) }
    }
  }
}
