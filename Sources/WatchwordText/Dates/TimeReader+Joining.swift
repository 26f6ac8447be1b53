extension TimeReader {
  /// Takes in what follows a piece and belongs to it: the end of a range, an hour, a day.
  func extend(_ piece: inout TimePiece, lead: TimeLead) {
    refine(&piece)
    joinRange(&piece, lead: lead)
    refine(&piece)
  }

  /// Joins the end of a range: “Mon–Fri”, “from 0900 to 1700”, “May to July”.
  private func joinRange(_ piece: inout TimePiece, lead: TimeLead) {
    guard piece.precision != .vague,
      let next = rangeEnd(at: piece.end, allowingAnd: lead == .between)
    else { return }
    let other: TimePiece?
    if piece.precision == .clock {
      other = clock(at: next, lead: .at, followsDate: true) ?? item(at: next, lead: .until)
    } else {
      other = item(at: next, lead: .until)
    }
    guard var other, isRange(piece, other) else { return }
    refine(&other)
    if piece.isClockAlone {
      // “from 10am to 2pm on Saturday” takes the day of its end.
      other.precision = piece.precision
      piece = other
      return
    }
    // A weekday at the end follows the start.
    if let weekday = other.weekday, let first = piece.days?.lowerBound {
      let ahead = (weekday - CivilDate(dayNumber: first).weekday + 7) % 7
      other.days = (first + ahead)...(first + ahead)
    }
    piece.end = other.end
    piece.takesClock = piece.takesClock && other.takesClock
    if piece.precision == .clock, other.isClockAlone { return }
    if let from = piece.days, let to = other.days, from.lowerBound <= to.upperBound {
      piece.days = from.lowerBound...to.upperBound
      piece.tense = nil
    }
    piece.isClockAlone = false
    piece.weekday = piece.weekday ?? other.weekday
  }

  /// Whether two pieces can be the ends of one range.
  private func isRange(_ first: TimePiece, _ second: TimePiece) -> Bool {
    if first.isClockAlone { return second.isClockAlone }
    if first.precision == .clock { return second.precision == .clock }
    return !second.isClockAlone && second.precision != .vague
      && (first.precision == second.precision
        || first.precision >= .day && second.precision >= .day)
  }

  /// Joins an hour or part of a day to a day, and a day to an hour.
  private func refine(_ piece: inout TimePiece) {
    if piece.isClockAlone {
      joinDay(&piece)
    } else if piece.takesClock, piece.precision >= .day {
      joinPart(&piece)
      joinClock(&piece)
    }
  }

  /// “Friday night”, “tomorrow morning”.
  private func joinPart(_ piece: inout TimePiece) {
    guard piece.precision == .day else { return }
    if role(piece.end) == .part || role(piece.end) == .overnight {
      // “Friday Night Lights” is a name.
      if isCapitalised(piece.end), isCapitalised(piece.end + 1), isPlain(piece.end + 1) { return }
      piece.end += 1
      piece.precision = .part
    } else if isLead(piece.end, .in), role(piece.end + 1) == .the, role(piece.end + 2) == .part {
      piece.end += 3
      piece.precision = .part
    } else if isLead(piece.end, .at), let dawn = partAlone(at: piece.end + 1, lead: .at) {
      piece.end = dawn.end
      piece.precision = .part
    }
  }

  /// “Thursday at 0530”, “tomorrow 5pm”, “14 March, 0530”.
  private func joinClock(_ piece: inout TimePiece) {
    guard piece.precision != .clock else { return }
    var next = piece.end
    let hasComma = isMark(next, ",") || isMark(next, ":") || isMark(next, "(") || isDash(next)
    // 2026-06-14T05:30Z
    let isTimestamp =
      isJoined(next) && isJoined(next + 1) && isNumber(next + 1)
      && tokens[next].end - tokens[next].start == 1 && text[Int(tokens[next].start)] == 0x54
    if hasComma || isTimestamp { next += 1 }
    var lead = TimeLead.none
    if role(next) == .lead {
      lead = TimeLead(rawValue: word(next).value) ?? .none
      switch lead {
      case .at, .from, .by, .around, .until, .before, .after, .between, .since: next += 1
      default: return
      }
      if isLead(next, .around) { next += 1 }
    } else if isMark(next, "@") {
      lead = .at
      next += 1
    }
    guard let hour = clock(at: next, lead: lead, followsDate: !hasComma || lead != .none) else {
      return
    }
    piece.end = hour.end
    piece.precision = .clock
    // The range of the day's hours: “Friday 0900–1700”.
    if let other = rangeEnd(at: piece.end, allowingAnd: lead == .between),
      let last = clock(at: other, lead: .at, followsDate: true)
    {
      piece.end = last.end
    }
  }

  /// “0530 on Thursday”, “5pm tomorrow”, “at 5 in the morning”.
  private func joinDay(_ piece: inout TimePiece) {
    var next = piece.end
    if isLead(next, .in), role(next + 1) == .the, role(next + 2) == .part {
      piece.end = next + 3
      next = piece.end
    }
    if isMark(next, ",") || isMark(next, "(") { next += 1 }
    var lead = TimeLead.none
    if isLead(next, .on) {
      lead = .on
      next += 1
    } else if role(next) == .lead {
      return
    }
    if isNumber(next), lead == .none, next == piece.end || shape(next)?.isMilitaryClock == true {
      // A figure straight after an hour must be a full date.
      guard let shape = shape(next), shape.dayOfMonth != nil else { return }
    }
    guard let day = item(at: next, lead: lead), day.precision >= .day, day.precision != .clock,
      !day.isClockAlone, day.takesClock
    else { return }
    piece.end = day.end
    piece.days = day.days
    piece.tense = day.tense
    piece.weekday = day.weekday
    piece.isClockAlone = false
    piece.takesClock = true
    if role(piece.end) == .part, !isCapitalised(piece.end) { piece.end += 1 }
  }

  /// Whether a token is a certain leading word.
  private func isLead(_ index: Int, _ lead: TimeLead) -> Bool {
    role(index) == .lead && word(index).value == lead.rawValue
  }
}
