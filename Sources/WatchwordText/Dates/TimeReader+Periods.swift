extension TimeReader {
  /// The days of the week, month or the like that lies `distance` from the current one.
  func period(_ length: TimeLength, distance: Int) -> (ClosedRange<Int>?, TimePrecision)? {
    let today = publicationDay
    switch length {
    case .week: return (today.map { CalendarSpan.week(of: $0, distance: distance) }, .week)
    case .fortnight:
      return (
        today.map {
          let first = CalendarSpan.week(of: $0, distance: 2 * distance).lowerBound
          return first...(first + 13)
        }, .week
      )
    case .month: return (today.flatMap { CalendarSpan.months(of: $0, distance: distance) }, .month)
    case .quarter:
      return (
        today.flatMap { day in
          let month = (CivilDate(dayNumber: day).month - 1) % 3
          return CalendarSpan.months(of: day, distance: 3 * distance - month, count: 3)
        }, .season
      )
    case .year:
      return (
        today.flatMap { CalendarSpan.year(CivilDate(dayNumber: $0).year + distance) }, .season
      )
    case .weekend:
      return (today.map { CalendarSpan.weekend(of: $0, distance: distance) }, .day)
    default: return nil
    }
  }

  /// “the weekend”: the coming or current one, or the last where the verb is past.
  func weekend(end: Int) -> TimePiece? {
    if isPlain(end), isHyphenated(end) { return nil }
    let isPast = signal(from: start, to: end) == .past
    let days = publicationDay.map { CalendarSpan.weekend(of: $0, distance: isPast ? -1 : 0) }
    var piece = TimePiece.period(days, .day, end: end)
    if isPast { piece.tense = .past } else if days == nil { piece.tense = .future }
    piece.takesClock = true
    return piece
  }

  /// Reads what follows “this”, “next”, “last”, “past” and “coming”.
  func placed(at index: Int, lead: TimeLead) -> TimePiece? {
    let kind = role(index)
    var next = index + 1
    var step = Int(word(index).value)
    // “this coming Friday”, “this past week”, “this next week”
    if kind == .step, step == 0, role(next) == .coming || role(next) == .past || role(next) == .step
    {
      step = Int(word(next).value)
      next += 1
    }
    switch role(next) {
    case .weekday:
      guard kind != .past else { return nil }
      // “this coming Friday” is the nearest one.
      return weekdayItem(at: next, lead: lead, step: role(next - 1) == .coming ? 0 : step)
    case .month: return placedMonth(at: next, step: step)
    case .season:
      if !isPlain(next + 1) || kind == .step {
        return season(Int(word(next).value), step: step, end: next + 1)
      }
      return nil
    case .feast: return placedFeast(at: next, step: step)
    case .part:
      if step == -1, word(next).value >= 2, kind == .step {
        return TimePiece(
          end: next + 1,
          precision: .part,
          days: publicationDay.map { ($0 - 1)...($0 - 1) },
          tense: .past,
          takesClock: true
        )
      }
      return step == 0 && word(next).value <= 2 ? today(.part, end: next + 1) : nil
    case .length:
      guard let length = length(next) else { return nil }
      if word(next).caution.contains(.plural) || (length == .day && kind == .coming) {
        return window(count: nil, length, step: step, end: next + 1)
      }
      guard let (days, precision) = period(length, distance: step) else {
        return step != 0 && length == .hour
          ? window(count: 1, .hour, step: step, end: next + 1) : nil
      }
      var piece = TimePiece.period(days, precision, end: next + 1)
      if step != 0 { piece.tense = step > 0 ? .future : .past }
      if length == .weekend {
        piece.takesClock = true
        if step == 0, days == nil { piece.tense = .future }
      }
      return piece
    default:
      guard step != 0, let count = count(at: next), let length = length(count.end) else {
        return nil
      }
      return window(
        count: count.isVague ? nil : count.value,
        length,
        step: step,
        end: count.end + 1
      )
    }
  }

  /// “the next two weeks”, “the past 48 hours”, “the coming days”: from or up to the day of publication.
  private func window(count: Int?, _ length: TimeLength, step: Int, end: Int) -> TimePiece? {
    guard step != 0 else { return nil }
    let size = count ?? 4
    let reach: Int
    let precision: TimePrecision
    switch length {
    case .minute: (reach, precision) = (size / 1_440, .clock)
    case .hour: (reach, precision) = ((size + 23) / 24, size <= 12 && count != nil ? .part : .day)
    case .day, .sleep: (reach, precision) = (count ?? 7, size <= 3 && count != nil ? .day : .week)
    case .week: (reach, precision) = (7 * size, size == 1 ? .week : .month)
    case .fortnight: (reach, precision) = (14 * size, .month)
    case .month: (reach, precision) = (31 * min(size, 1_200), size <= 1 ? .month : .season)
    case .year, .quarter, .decade: (reach, precision) = (366 * min(size, 200), .season)
    case .weekend: return nil
    }
    let distance = min(reach, 100_000)
    let days = publicationDay.map { step > 0 ? $0...($0 + distance) : ($0 - distance)...$0 }
    return .period(days, precision, end: end, tense: step > 0 ? .future : .past)
  }

  /// “next May”, “last March”: the first one that starts after the current month, or ended before it.
  private func placedMonth(at index: Int, step: Int) -> TimePiece? {
    if let dated = monthItem(at: index, lead: .none, isPlaced: true), dated.precision == .day {
      return dated
    }
    guard isCapitalised(index) || !isPlain(index + 1) else { return nil }
    let month = Int(word(index).value)
    let spans = nearYears?.compactMap { CalendarSpan.months(year: $0, month: month) } ?? []
    return chosen(spans, .month, step: step, end: index + 1)
  }

  /// “next summer”, “last winter”, “this spring”.
  private func season(_ season: Int, step: Int, end: Int) -> TimePiece? {
    let spans = nearYears?.compactMap { CalendarSpan.season(season, year: $0) } ?? []
    return chosen(spans, .season, step: step, end: end)
  }

  /// The span before, after or in the current year.
  private func chosen(
    _ spans: [ClosedRange<Int>],
    _ precision: TimePrecision,
    step: Int,
    end: Int
  ) -> TimePiece {
    var piece = TimePiece.period(nil, precision, end: end)
    if step != 0 { piece.tense = step > 0 ? .future : .past }
    guard let today = publicationDay else { return piece }
    if step > 0 {
      piece.days = spans.first { $0.lowerBound > today }
    } else if step < 0 {
      piece.days = spans.last { $0.upperBound < today }
    } else {
      let year = CivilDate(dayNumber: today).year
      piece.days =
        spans.first { $0.contains(today) }
        ?? spans.first { CivilDate(dayNumber: $0.lowerBound).year == year }
    }
    return piece
  }

  /// Reads “early June”, “late next week”, “mid-July”.
  func stretched(at index: Int, lead: TimeLead) -> TimePiece? {
    switch role(index + 1) {
    case .month: return monthItem(at: index + 1, lead: lead, isPlaced: true)
    case .season: return season(at: index + 1, lead: .in)
    case .step: return placed(at: index + 1, lead: lead)
    case .weekday: return weekdayItem(at: index + 1, lead: .on)
    case .relativeDay: return item(at: index + 1, lead: lead)
    default:
      if let year = shape(index + 1)?.year, !isPlain(index + 2) {
        return .period(CalendarSpan.year(year), .season, end: index + 2)
      }
      return nil
    }
  }

  /// Reads “end of the month”, “start of May”.
  func edge(at index: Int) -> TimePiece? {
    guard role(index + 1) == .of else { return nil }
    let side = Int(word(index).value)
    var next = index + 2
    var piece: TimePiece?
    if role(next) == .the { next += 1 }
    if let length = length(next), !word(next).caution.contains(.plural) {
      if length == .day { return next > index + 2 ? today(.part, end: next + 1) : nil }
      // “end of week” needs no article, “start of year” neither.
      piece = period(length, distance: 0).map { .period($0.0, $0.1, end: next + 1) }
    } else if role(next) == .month {
      piece = monthItem(at: next, lead: .in, isPlaced: true)
    } else if role(next) == .step {
      piece = placed(at: next, lead: .in)
    } else if role(next) == .season {
      piece = season(at: next, lead: .in)
    } else if let year = shape(next)?.year {
      piece = .period(CalendarSpan.year(year), .season, end: next + 1)
    }
    guard var piece, piece.precision < .day else { return nil }
    if let days = piece.days, days.count >= 3 {
      // A third of the span at that end.
      let third = max(1, days.count / 3)
      piece.days =
        side > 0
        ? (days.upperBound - third + 1)...days.upperBound
        : side < 0
          ? days.lowerBound...(days.lowerBound + third - 1)
          : (days.lowerBound + third)...(days.upperBound - third)
      if piece.tense == nil, let today = publicationDay, days.contains(today), side > 0 {
        piece.tense = days.upperBound > today ? .future : .present
      }
    }
    return piece
  }

  /// Reads “summer 2026”, “in the spring”: a season needs a year or a word before it.
  func season(at index: Int, lead: TimeLead) -> TimePiece? {
    let season = Int(word(index).value)
    if let year = shape(index + 1)?.year {
      return .period(CalendarSpan.season(season, year: year), .season, end: index + 2)
    }
    guard lead.isStrong || lead == .over, lead != .on, !isPlain(index + 1) else { return nil }
    if word(index).caution.contains(.sign), role(index - 1) != .the || lead != .in { return nil }
    guard let today = publicationDay, let years = nearYears else {
      return .period(nil, .season, end: index + 1)
    }
    let spans = years.compactMap { CalendarSpan.season(season, year: $0) }
    return .period(nearest(spans, today: today, end: index + 1), .season, end: index + 1)
  }
}
