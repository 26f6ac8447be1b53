/// Spans of the calendar as days counted from 1970-01-01.
enum CalendarSpan {
  /// The week, from Monday, that lies `distance` weeks from the one that holds `day`.
  static func week(of day: Int, distance: Int = 0) -> ClosedRange<Int> {
    let monday = day - CivilDate(dayNumber: day).weekday + 7 * distance
    return monday...(monday + 6)
  }

  /// The Saturday and Sunday of the week `distance` weeks from the one that holds `day`.
  static func weekend(of day: Int, distance: Int = 0) -> ClosedRange<Int> {
    let sunday = week(of: day, distance: distance).upperBound
    return (sunday - 1)...sunday
  }

  /// `count` months, of which the first lies `distance` months from the one that holds `day`.
  static func months(of day: Int, distance: Int = 0, count: Int = 1) -> ClosedRange<Int>? {
    let date = CivilDate(dayNumber: day)
    let index = date.year * 12 + date.month - 1 + distance
    let last = index + count - 1
    guard index >= 12, count >= 1,
      let start = CivilDate(year: index / 12, month: index % 12 + 1, day: 1),
      let end = CivilDate(
        year: last / 12,
        month: last % 12 + 1,
        day: CivilDate.days(inMonth: last % 12 + 1, of: last / 12)
      )
    else { return nil }
    return start.dayNumber...end.dayNumber
  }

  /// `count` months from a month of a year.
  static func months(year: Int, month: Int, count: Int = 1) -> ClosedRange<Int>? {
    guard let start = CivilDate(year: year, month: month, day: 1) else { return nil }
    return months(of: start.dayNumber, count: count)
  }

  /// A year.
  static func year(_ year: Int) -> ClosedRange<Int>? { months(year: year, month: 1, count: 12) }

  /// A season of the northern year, by its first month; winter ends in the year after.
  static func season(_ season: Int, year: Int) -> ClosedRange<Int>? {
    months(year: year, month: 3 + 3 * season, count: 3)
  }

  /// The *n*th of a weekday in a month.
  static func nth(_ n: Int, weekday: Int, month: Int, year: Int) -> Int? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return first.dayNumber + (weekday - first.weekday + 7) % 7 + 7 * (n - 1)
  }

  /// Easter Sunday, by the Gregorian computus: the Sunday after the first full moon from 21 March on.
  static func easter(_ year: Int) -> Int? {
    let golden = year % 19
    let century = year / 100
    let solar = century - century / 4
    let lunar = (8 * century + 13) / 25
    var epact = (solar - lunar + 19 * golden + 15) % 30
    if epact == 29 || (epact == 28 && golden > 10) { epact -= 1 }
    guard let march = CivilDate(year: year, month: 3, day: 21) else { return nil }
    let moon = march.dayNumber + epact
    return moon + 7 - (CivilDate(dayNumber: moon).weekday + 1) % 7
  }
}
