extension TimeReader {
  /// Reads “Thursday”, “Thursday 14 March”, “Thursday the 3rd”, “Tuesday next week”, “Friday night”.
  func weekdayItem(at index: Int, lead: TimeLead, step: Int? = nil) -> TimePiece? {
    let word = word(index)
    let weekday = Int(word.value)
    if word.caution.contains(.capital), !isCapitalised(index),
      step == nil || word.caution.contains(.sign)
    {
      return nil
    }
    if role(index + 1) == .title, isCapitalised(index + 1) { return nil }
    if isHyphenated(index + 1), isPlain(index + 1) { return nil }
    if let date = dateBehindWeekday(index + 1, weekday: weekday) { return date }
    if word.caution.contains(.sign), step == nil, !lead.isStrong, lead != .for,
      !isTimelike(index + 1), !closesWeekdayRange(index)
    {
      return nil
    }
    if role(index + 1) == .step, length(index + 2) == .week {
      let distance = Int(self.word(index + 1).value)
      let day = publicationDay.map {
        CalendarSpan.week(of: $0, distance: distance).lowerBound + weekday
      }
      let tense: TimeTense? = distance == 0 ? nil : distance > 0 ? .future : .past
      var piece = TimePiece.day(day, end: index + 3, tense: tense)
      if tense == nil { piece.weekday = weekday }
      return piece
    }
    var piece = TimePiece.day(nil, end: index + 1)
    piece.weekday = weekday
    if let step { piece.tense = step < 0 ? .past : step > 0 ? .future : nil }
    piece.days = weekdayDays(weekday, lead: lead, step: step, end: index + 1)
    return piece
  }

  /// Reads the date that may stand behind a weekday.
  private func dateBehindWeekday(_ index: Int, weekday: Int) -> TimePiece? {
    var next = index
    if isMark(next, "(") {
      guard var date = dateBehindWeekday(index + 1, weekday: weekday), isMark(date.end, ")") else {
        return nil
      }
      date.end += 1
      return date
    }
    if isMark(next, ",") { next += 1 }
    if role(next) == .the { next += 1 }
    if role(next) == .month {
      let piece = monthItem(at: next, lead: .none, isPlaced: false)
      return piece?.precision == .day ? piece : nil
    }
    guard let shape = shape(next) else {
      return next > index ? ordinalOfMonth(at: next) : nil
    }
    if let piece = figureDate(at: next, shape, isTied: true) { return piece }
    if let piece = dayMonth(at: next, shape, lead: .on) { return piece }
    guard let day = shape.dayOfMonth, !isPlain(next + 1), meridiem(at: next + 1) == nil else {
      return nil
    }
    let found = dayWithoutMonth(day, end: next + 1)
    if !shape.isOrdinal {
      // “Fri 12” is a date where the 12th is a Friday, and else may count something.
      guard next == index, !isHyphenated(next), !isHyphenated(next + 1), length(next + 1) == nil,
        let found, CivilDate(dayNumber: found).weekday == weekday
      else { return nil }
    }
    return .day(found, end: next + 1)
  }

  /// The days that a bare day of the week means.
  ///
  /// “next” can mean the coming one or that of next week, so both ends are given.
  private func weekdayDays(
    _ weekday: Int,
    lead: TimeLead,
    step: Int?,
    end: Int
  ) -> ClosedRange<Int>? {
    guard let today = publicationDay else { return nil }
    let ahead = (weekday - CivilDate(dayNumber: today).weekday + 7) % 7
    let coming = today + (ahead == 0 ? 7 : ahead)
    let gone = today - (7 - ahead)
    switch step {
    case .some(..<0): return gone...gone
    case .some(0): return (today + ahead)...(today + ahead)
    case .some:
      let later = CalendarSpan.week(of: today, distance: 1).lowerBound + weekday
      return min(coming, later)...max(coming, later)
    case nil: break
    }
    if signal(from: start, to: end) == .past || lead == .since { return gone...gone }
    let day = ahead == 0 && lead == .none ? today : coming
    return day...day
  }

  /// Whether a token shows that the short weekday before it is one: “Sat 14”, “Sun 5pm”, “Mon–Fri”.
  private func isTimelike(_ index: Int) -> Bool {
    let next = isMark(index, ",") || isMark(index, "@") ? index + 1 : index
    if clock(at: next, lead: .none, followsDate: true) != nil { return true }
    switch role(next) {
    case .part: return true
    case .lead where TimeLead(rawValue: word(next).value) == .at:
      return clock(at: next + 1, lead: .at, followsDate: true) != nil
    case .clause, .to: return role(next + 1) == .weekday && isCapitalised(next + 1)
    default:
      if let other = rangeEnd(at: next, allowingAnd: false) { return role(other) == .weekday }
      return isMark(next, "/") && role(next + 1) == .weekday
    }
  }

  /// Whether a weekday ends a range or a list: “Fri–Sun”.
  private func closesWeekdayRange(_ index: Int) -> Bool {
    if role(index - 1) == .weekday { return true }
    return role(index - 2) == .weekday
      && (isDash(index - 1) || isMark(index - 1, "/") || role(index - 1) == .to
        || role(index - 1) == .clause)
  }
}
