extension TimeReader {
  /// Reads one time by what its first word is.
  func item(at index: Int, lead: TimeLead) -> TimePiece? {
    if isNumber(index) {
      return spelledWithFigures(at: index) ?? numberItem(at: index, lead: lead)
    }
    switch role(index) {
    case .month: return monthItem(at: index, lead: lead, isPlaced: false)
    case .weekday: return weekdayItem(at: index, lead: lead)
    case .weekdays: return recurring(end: index + 1)
    case .every: return every(at: index)
    case .relativeDay: return relativeDay(Int(word(index).value), end: index + 1)
    case .tonight, .overnight: return today(.part, end: index + 1)
    case .now, .right: return now(at: index)
    case .clockWord: return clock(at: index, lead: lead, followsDate: false)
    case .fraction:
      if lead == .in, role(index + 1) == .article, length(index + 2) == .hour {
        return today(.clock, end: index + 3)
      }
      return clock(at: index, lead: lead, followsDate: false)
    case .numberWord:
      return clock(at: index, lead: lead, followsDate: false) ?? ordinalOfMonth(at: index)
        ?? counted(at: index, lead: lead) ?? someDay(at: index, lead: lead)
    case .article, .quantifier: return counted(at: index, lead: lead)
    case .length:
      return clock(at: index, lead: lead, followsDate: false) ?? counted(at: index, lead: lead)
        ?? dayFromDay(at: index)
    case .ordinalWord: return ordinalOfMonth(at: index) ?? partAlone(at: index, lead: lead)
    case .the: return definite(at: index + 1, lead: lead)
    case .step, .coming, .past:
      return placed(at: index, lead: lead) ?? partAlone(at: index, lead: lead)
    case .stretch: return stretched(at: index, lead: lead)
    case .comparison: return compared(at: index)
    case .edge: return edge(at: index)
    case .season: return season(at: index, lead: lead)
    case .feast, .feastStart, .new: return feast(at: index, lead: lead)
    case .part: return partAlone(at: index, lead: lead)
    case .vague: return vague(at: index)
    case .nearly:
      guard lead == .in else { return nil }
      return counted(at: role(index + 1) == .function ? index + 2 : index + 1, lead: lead)
    default: return nil
    }
  }

  /// Reads what follows “the”.
  private func definite(at index: Int, lead: TimeLead) -> TimePiece? {
    if let shape = shape(index) {
      if let piece = dayMonth(at: index, shape, lead: .on) { return piece }
      return looseDay(at: index, shape)
    }
    switch role(index) {
    case .ordinalWord: return ordinalOfMonth(at: index)
    case .numberWord: return ordinalOfMonth(at: index)
    case .new: return newYear(at: index, lead: lead)
    case .step, .coming, .past: return placed(at: index, lead: lead)
    case .season: return season(at: index, lead: lead)
    case .edge: return edge(at: index)
    case .near:
      return role(index + 1) == .future ? .vague(.future, end: index + 2) : nil
    case .length:
      if length(index) == .weekend, !word(index).caution.contains(.plural) {
        return weekend(end: index + 1)
      }
      return dayFromDay(at: index)
    case .part: return definitePart(at: index, lead: lead)
    case .stretch: return role(index + 1) == .part ? nil : stretched(at: index, lead: lead)
    case .feast where lead != .none: return feast(at: index, lead: lead)
    default: return nil
    }
  }

  /// Reads “in the New Year”: its first weeks rather than its first day.
  private func newYear(at index: Int, lead: TimeLead) -> TimePiece? {
    guard lead == .in, var piece = feast(at: index, lead: lead), piece.end == index + 2 else {
      return nil
    }
    piece.precision = .month
    piece.takesClock = false
    piece.days = piece.days.map { $0.lowerBound...($0.lowerBound + 30) }
    return piece
  }

  /// Reads “in the morning” and “the morning of 14 March”.
  private func definitePart(at index: Int, lead: TimeLead) -> TimePiece? {
    if role(index + 1) == .of {
      guard var piece = item(at: index + 2, lead: .on), piece.precision == .day else { return nil }
      piece.precision = .part
      return piece
    }
    guard lead == .in, word(index).value <= 2, !isPlain(index + 1) else { return nil }
    if word(index).value == 0 {
      return TimePiece(
        end: index + 1,
        precision: .part,
        days: publicationDay.map { $0...($0 + 1) }
      )
    }
    return today(.part, end: index + 1, tense: nil)
  }

  /// Reads “at dawn” and “at first light”.
  func partAlone(at index: Int, lead: TimeLead) -> TimePiece? {
    guard lead == .at || lead == .by || lead == .before || lead == .until else { return nil }
    let end: Int
    switch (role(index), word(index).value) {
    case (.part, 4): end = index + 1
    case (.ordinalWord, 1), (.step, -1):
      guard role(index + 1) == .light else { return nil }
      end = index + 2
    default: return nil
    }
    return isPlain(end) ? nil : TimePiece(end: end, precision: .part, isClockAlone: true)
  }

  /// A time on the day of publication.
  func today(_ precision: TimePrecision, end: Int, tense: TimeTense? = .present) -> TimePiece {
    TimePiece(
      end: end,
      precision: precision,
      days: publicationDay.map { $0...$0 },
      tense: tense,
      takesClock: true
    )
  }

  /// A day counted from that of publication.
  func relativeDay(_ distance: Int, end: Int) -> TimePiece {
    .day(
      publicationDay.map { $0 + distance },
      end: end,
      tense: distance == 0 ? .present : distance > 0 ? .future : .past
    )
  }

  /// “every Friday”, “Fridays”: now and again, on no one day.
  private func recurring(end: Int) -> TimePiece { .day(nil, end: end, tense: .present) }

  /// Reads “every Friday”, “each weekend”.
  private func every(at index: Int) -> TimePiece? {
    switch role(index + 1) {
    case .weekday: return recurring(end: index + 2)
    case .part:
      return TimePiece(end: index + 2, precision: .part, tense: .present, takesClock: true)
    case .length where length(index + 1) == .weekend: return recurring(end: index + 2)
    default: return nil
    }
  }

  /// Reads “now” and “right now”, but not “now that” or the “Now,” that starts a sentence.
  private func now(at index: Int) -> TimePiece? {
    var end = index + 1
    if role(index) == .right {
      guard role(end) == .now else { return nil }
      end += 1
    } else if role(end) == .conjunction || role(end) == .clause || isPlain(end) && isHyphenated(end)
    {
      return nil
    } else if index == sentenceStart, isMark(end, ",") {
      return nil
    }
    return TimePiece(
      end: end,
      precision: .part,
      days: publicationDay.map { $0...$0 },
      tense: .present
    )
  }

  /// Reads 2moro, 2nite, 2day.
  private func spelledWithFigures(at index: Int) -> TimePiece? {
    guard isJoined(index + 1), tokens[index].end - tokens[index].start == 1,
      text[Int(tokens[index].start)] == UInt8(ascii: "2"), tokens[index + 1].kind == .word
    else { return nil }
    let rest = tokens[index + 1]
    let spells = { (letters: StaticString) in
      Int(rest.end - rest.start) == letters.utf8CodeUnitCount
        && (0..<letters.utf8CodeUnitCount).allSatisfy {
          text[Int(rest.start) + $0] | 0x20 == letters.utf8Start[$0]
        }
    }
    if spells("moro") || spells("morrow") || spells("morro") || spells("mrw") || spells("mo") {
      return relativeDay(1, end: index + 2)
    }
    if spells("nite") || spells("night") { return today(.part, end: index + 2) }
    return spells("day") ? relativeDay(0, end: index + 2) : nil
  }

  /// Reads “day after tomorrow” and “day before yesterday”.
  private func dayFromDay(at index: Int) -> TimePiece? {
    guard length(index) == .day, role(index + 1) == .lead, role(index + 2) == .relativeDay else {
      return nil
    }
    let day = Int(word(index + 2).value)
    switch TimeLead(rawValue: word(index + 1).value) {
    case .after where day == 1: return relativeDay(2, end: index + 3)
    case .before where day == -1: return relativeDay(-2, end: index + 3)
    default: return nil
    }
  }

  /// Reads “one day”, where it tells of a day to come: not “one day course” or “for one day”.
  private func someDay(at index: Int, lead: TimeLead) -> TimePiece? {
    guard word(index).value == 1, length(index + 1) == .day, lead == .none,
      !word(index + 1).caution.contains(.plural), !isHyphenated(index + 1), !isPlain(index + 2),
      role(index + 2) != .lead, role(index + 2) != .of, role(index + 2) != .to
    else { return nil }
    let tense: TimeTense = signal(from: index, to: index + 2) == .past ? .past : .future
    return .vague(tense, end: index + 2)
  }

  /// Reads “soon”, “shortly”, “recently”.
  private func vague(at index: Int) -> TimePiece? {
    if role(index - 1) == .conjunction || role(index + 1) == .conjunction { return nil }
    let lead = TimeLead(rawValue: word(index + 1).value)
    if role(index + 1) == .lead, lead == .after || lead == .before { return nil }
    return .vague(word(index).value > 0 ? .future : .past, end: index + 1)
  }

  /// Reads “later this week”, “earlier today”, “later on Friday”.
  private func compared(at index: Int) -> TimePiece? {
    let distance = word(index).value
    switch role(index + 1) {
    case .relativeDay, .tonight:
      guard var piece = item(at: index + 1, lead: .none) else { return nil }
      piece.precision = .part
      return piece
    case .step:
      guard var piece = placed(at: index + 1, lead: .none), piece.tense == nil else {
        return role(index + 1) == .step ? placed(at: index + 1, lead: .none) : nil
      }
      piece.tense = distance > 0 ? .future : .past
      guard let today = publicationDay, let days = piece.days, days.contains(today) else {
        return piece
      }
      piece.days = distance > 0 ? today...days.upperBound : days.lowerBound...today
      return piece
    case .lead where TimeLead(rawValue: word(index + 1).value) == .in:
      guard role(index + 2) == .the, let length = length(index + 3),
        let (days, precision) = period(length, distance: 0)
      else { return nil }
      return .period(days, precision, end: index + 4, tense: distance > 0 ? .future : .past)
    default: return nil
    }
  }
}
