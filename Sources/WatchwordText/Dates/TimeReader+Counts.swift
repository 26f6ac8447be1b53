extension TimeReader {
  /// A count at a token: its value, whether it is only rough, and where it ends.
  func count(at index: Int) -> (value: Int, isVague: Bool, end: Int)? {
    var end = index
    var value = 1
    var isVague = false
    if let number = shape(index)?.plain {
      value = number
      end += 1
    } else {
      switch role(index) {
      case .numberWord:
        value = Int(word(index).value)
        end += 1
        if value >= 20, role(end) == .numberWord, word(end).value < 10 {
          value += Int(word(end).value)
          end += 1
        }
      case .article:
        end += 1
        if role(end) == .quantifier {
          value = Int(word(end).value)
          isVague = true
          end += 1
          if role(end) == .of { end += 1 }
        }
      case .quantifier:
        value = Int(word(index).value)
        isVague = true
        end += 1
        if role(end) == .of { end += 1 }
      default: return nil
      }
    }
    if role(end) == .more { end += 1 }
    return (value, isVague, end)
  }

  /// Reads “in two days”, “three weeks ago”, “2 weeks to go”, “17 more sleeps”.
  func counted(at index: Int, lead: TimeLead) -> TimePiece? {
    let count = count(at: index) ?? (value: 3, isVague: true, end: index)
    guard let length = length(count.end), length != .weekend, length != .quarter else { return nil }
    let end = count.end + 1
    let isCounted = count.end > index
    switch role(end) {
    case .ago:
      if isCounted {
        // “two years ago today”
        let isToday = role(end + 1) == .relativeDay && word(end + 1).value == 0
        return shifted(-count.value, count.isVague, length, end: isToday ? end + 2 : end + 1)
      }
      return word(count.end).caution.contains(.plural) ? .vague(.past, end: end + 1) : nil
    case .remaining where isCounted:
      return shifted(count.value, count.isVague, length, end: end + 1)
    case .participle where isCounted && isLeft(end):
      return shifted(count.value, count.isVague, length, end: end + 1)
    case .to where isCounted && role(end + 1) == .go:
      return shifted(count.value, count.isVague, length, end: end + 2)
    case .lead where isCounted && lead != .for:
      switch TimeLead(rawValue: word(end).value) {
      case .from where role(end + 1) == .now || role(end + 1) == .relativeDay:
        return shifted(count.value, count.isVague, length, end: end + 2)
      case .until where length != .minute && length != .hour:
        return shifted(count.value, count.isVague, length, end: end + 1)
      default: break
      }
    case .relativeDay where isCounted && length == .week:
      let extra = Int(word(end).value)
      return .day(
        publicationDay.map { $0 + 7 * min(count.value, 10_000) + extra },
        end: end + 1,
        tense: .future
      )
    default: break
    }
    guard isCounted else { return nil }
    if length == .sleep { return shifted(count.value, count.isVague, .day, end: end) }
    guard lead == .in || lead == .within, !isHyphenated(count.end) || isNumber(index) else {
      return nil
    }
    let tail = role(end) == .time ? end + 1 : end
    // “In two days we covered 50 miles” tells how long it took.
    if tail == end, role(tail) == .of || signal(from: start, to: tail) == .past { return nil }
    return shifted(count.value, count.isVague, length, end: tail, isWithin: lead == .within)
  }

  /// Whether a token is “left”.
  private func isLeft(_ index: Int) -> Bool {
    text[Int(tokens[index].start)] | 0x20 == UInt8(ascii: "l")
      && text[Int(tokens[index].start) + 2] | 0x20 == UInt8(ascii: "f")
  }

  /// A time that lies a count of lengths from the day of publication.
  private func shifted(
    _ count: Int,
    _ isVague: Bool,
    _ length: TimeLength,
    end: Int,
    isWithin: Bool = false
  ) -> TimePiece? {
    // Further than anyone plans; keeps the arithmetic in bounds.
    let limit = 2_000
    guard abs(count) <= limit || length == .minute || length == .hour, abs(count) <= 1_000_000
    else {
      return .vague(count < 0 ? .past : .future, end: end)
    }
    var precision: TimePrecision
    let first: Int
    let last: Int
    switch length {
    case .minute: (first, last, precision) = (count / 1_440, count / 1_440, .clock)
    case .hour:
      first = count / 24
      last = abs(count) < 24 ? 0 : count < 0 ? -((-count + 23) / 24) : (count + 23) / 24
      precision = abs(count) < 24 ? .part : .day
    case .day, .sleep: (first, last, precision) = (count, count, .day)
    case .week: (first, last, precision) = (7 * count - 3, 7 * count + 3, .week)
    case .fortnight: (first, last, precision) = (14 * count - 3, 14 * count + 3, .week)
    case .month, .quarter, .year, .decade, .weekend:
      return shiftedByCalendar(count, isVague, length, end: end, isWithin: isWithin)
    }
    var days = min(first, last)...max(first, last)
    if isVague, length == .day {
      precision = .week
      days = count < 0 ? (2 * count)...(-1) : 1...(2 * count)
    }
    if isWithin { days = 0...max(0, days.upperBound) }
    let isToday =
      length == .minute || length == .hour
      ? abs(count) < (length == .hour ? 24 : 1_440) : count == 0
    let tense: TimeTense = isToday ? .present : count < 0 ? .past : .future
    return TimePiece(
      end: end,
      precision: precision,
      days: publicationDay.map { ($0 + days.lowerBound)...($0 + days.upperBound) },
      tense: tense,
      takesClock: precision == .day && !isVague
    )
  }

  /// A month or year that lies a count from the current one.
  private func shiftedByCalendar(
    _ count: Int,
    _ isVague: Bool,
    _ length: TimeLength,
    end: Int,
    isWithin: Bool
  ) -> TimePiece? {
    let months = length == .month ? count : length == .year ? 12 * count : 120 * count
    let precision: TimePrecision = length == .month && !isVague ? .month : .season
    let tense: TimeTense = count < 0 ? .past : .future
    guard let today = publicationDay else { return .period(nil, precision, end: end, tense: tense) }
    var days: ClosedRange<Int>?
    if length == .month {
      days = CalendarSpan.months(of: today, distance: months)
    } else {
      days = CalendarSpan.year(CivilDate(dayNumber: today).year + months / 12)
    }
    if isWithin, let last = days?.upperBound, last > today { days = today...last }
    return .period(days, precision, end: end, tense: tense)
  }
}
