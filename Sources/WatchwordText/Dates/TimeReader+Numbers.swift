extension TimeReader {
  /// The shape of a number token, or nil for any other.
  func shape(_ index: Int) -> NumberShape? {
    isNumber(index) ? NumberShape(tokens[index], in: text) : nil
  }

  /// Reads what starts with a number: a date, a clock time, a year or a count.
  func numberItem(at index: Int, lead: TimeLead) -> TimePiece? {
    guard let shape = shape(index) else { return nil }
    // The figures of “BA0123” belong to its letters; a hashtag's parts are words of their own.
    if isJoined(index), tokens[index - 1].kind == .word, !tokens[index].flags.contains(.inHashtag) {
      return nil
    }
    if let piece = dateTimeGroup(at: index, shape) { return piece }
    if let piece = figureDate(at: index, shape, isTied: lead.isStrong) { return piece }
    if let piece = dayMonth(at: index, shape, lead: lead) { return piece }
    if let piece = clock(at: index, lead: lead, followsDate: false) { return piece }
    if let piece = looseDay(at: index, shape) { return piece }
    if let piece = counted(at: index, lead: lead) { return piece }
    return bareYear(at: index, shape, lead: lead)
  }

  /// Reads 141200ZJUN26, 141200Z JUN 26 and 141200Z.
  private func dateTimeGroup(at index: Int, _ shape: NumberShape) -> TimePiece? {
    guard shape.count == 1, shape.digits.0 == 6, isJoined(index + 1),
      tokens[index + 1].kind == .word
    else { return nil }
    let day = shape.values.0 / 10_000
    guard (1...31).contains(day), shape.values.0 / 100 % 100 < 24, shape.values.0 % 100 < 60 else {
      return nil
    }
    let zone = tokens[index + 1]
    let length = Int(zone.end - zone.start)
    guard zone.flags.contains(.capitalised), length == 1 || length == 4 else { return nil }
    var end = index + 2
    var month: Int?
    if length == 4 {
      month = monthLetters(at: Int(zone.start) + 1)
      guard month != nil else { return nil }
    } else if role(end) == .month {
      month = Int(word(end).value)
      end += 1
    }
    var year: Int?
    if month != nil, let next = self.shape(end), next.count == 1, !next.isOrdinal {
      year = NumberShape.fullYear(next.values.0, digits: next.digits.0)
      if year != nil { end += 1 }
    }
    let days: Int? =
      if let month {
        if let year {
          CivilDate(year: year, month: month, day: day)?.dayNumber
        } else {
          dayWithoutYear(month: month, day: day, end: end)
        }
      } else {
        dayWithoutMonth(day, end: end)
      }
    return TimePiece(end: end, precision: .clock, days: days.map { $0...$0 })
  }

  /// The month whose three letters stand at `offset`.
  private func monthLetters(at offset: Int) -> Int? {
    let names: [StaticString] = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    for (month, name) in names.enumerated() {
      let matches = (0..<3).allSatisfy { text[offset + $0] | 0x20 == name.utf8Start[$0] }
      if matches { return month + 1 }
    }
    return nil
  }

  /// Reads 2026-03-14, 15-06-2026, 14/03/26, 14/03 and 15.06.2026.
  ///
  /// - Parameter isTied: Whether a word before it says that a date follows.
  func figureDate(at index: Int, _ shape: NumberShape, isTied: Bool) -> TimePiece? {
    guard !shape.isOrdinal else { return nil }
    if shape.count == 3, shape.mark == UInt8(ascii: ".") {
      return figureDate(
        shape.values,
        digits: shape.digits,
        end: index + 1,
        isTied: isTied,
        isSlashed: false
      )
    }
    guard shape.count == 1, byte(before: index) != UInt8(ascii: "-"),
      byte(before: index) != UInt8(ascii: "/")
    else { return nil }
    let isSlashed = isMark(index + 1, "/") && isJoined(index + 1) && isJoined(index + 2)
    let second = isSlashed ? index + 2 : index + 1
    guard isSlashed || isTightlyHyphenated(second), let middle = plainShape(second) else {
      return nil
    }
    let third = isSlashed ? second + 2 : second + 1
    let isThree =
      isSlashed
      ? isMark(second + 1, "/") && isJoined(second + 1) && isJoined(third)
      : isTightlyHyphenated(third)
    if isThree, let last = plainShape(third) {
      guard !isTightlyHyphenated(third + 1), !(isMark(third + 1, "/") && isJoined(third + 1)) else {
        return nil
      }
      return figureDate(
        (shape.values.0, middle.values.0, last.values.0),
        digits: (shape.digits.0, middle.digits.0, last.digits.0),
        end: third + 1,
        isTied: isTied,
        isSlashed: isSlashed
      )
    }
    guard isSlashed, !isThree else { return nil }
    // 9/11 without a year is one day in history.
    if shape.values.0 == 9, shape.digits.0 == 1, middle.values.0 == 11 {
      return .day(
        CivilDate(year: 2001, month: 9, day: 11)?.dayNumber,
        end: second + 1,
        tense: .past
      )
    }
    guard isTied, shape.digits.0 <= 2, middle.digits.0 <= 2, !isPlain(second + 1),
      !isMark(second + 1, "%")
    else { return nil }
    let (day, month) = dayAndMonth(shape.values.0, middle.values.0)
    guard isDay(day, ofMonth: month) else { return nil }
    return .day(dayWithoutYear(month: month, day: day, end: second + 1), end: second + 1)
  }

  /// The date of three fields, year first or last.
  private func figureDate(
    _ values: (Int, Int, Int),
    digits: (Int, Int, Int),
    end: Int,
    isTied: Bool,
    isSlashed: Bool
  ) -> TimePiece? {
    let date: CivilDate?
    if digits.0 == 4, digits.1 == 2, digits.2 == 2 {
      date = CivilDate(year: values.0, month: values.1, day: values.2)
    } else if digits.0 <= 2, digits.1 <= 2,
      digits.2 == 4 || (digits.2 == 2 && (isSlashed || isTied)),
      let year = NumberShape.fullYear(values.2, digits: digits.2)
    {
      let (day, month) = dayAndMonth(values.0, values.1)
      date = CivilDate(year: year, month: month, day: day)
    } else {
      date = nil
    }
    guard let date, (1_000...2_199).contains(date.year) else { return nil }
    return .day(date.dayNumber, end: end)
  }

  /// Which of two numbers is the day, by the order of the market, or by the one that can be no month.
  private func dayAndMonth(_ first: Int, _ second: Int) -> (day: Int, month: Int) {
    let isDayFirst = order == .dayFirst ? second <= 12 : first > 12
    return isDayFirst ? (first, second) : (second, first)
  }

  /// The shape of a token of plain digits.
  private func plainShape(_ index: Int) -> NumberShape? {
    guard let shape = shape(index), shape.plain != nil else { return nil }
    return shape
  }

  /// Whether exactly one hyphen stands between a token and the one before it.
  private func isTightlyHyphenated(_ index: Int) -> Bool {
    isHyphenated(index) && tokens[index].start == tokens[index - 1].end + 1
  }

  /// Whether a month can have a day.
  func isDay(_ day: Int, ofMonth month: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= CivilDate.days(inMonth: month, of: 2_024)
  }

  /// Reads “in 1944” and “1939–1945”.
  private func bareYear(at index: Int, _ shape: NumberShape, lead: TimeLead) -> TimePiece? {
    guard let year = shape.year, !isPlain(index + 1), !isMark(index + 1, "%") else { return nil }
    switch lead {
    case .in, .since, .by, .until, .before, .after, .from, .around, .during, .through, .between:
      // “from 0900” and “by 1730” are clock times and were read before.
      break
    case .none:
      // Two years make a range even without a word before them.
      guard byte(before: index) != UInt8(ascii: "-"),
        let next = rangeEnd(at: index + 1, allowingAnd: false), role(index + 1) != .to,
        let last = self.shape(next)?.year, last > year, year >= 1_800
      else { return nil }
    default: return nil
    }
    return .period(CalendarSpan.year(year), .season, end: index + 1)
  }
}
