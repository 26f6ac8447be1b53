extension TimeReader {
  /// Reads an hour of the day: 0530, 5pm, 17:30, 5.30 p.m., five o'clock, half past five, noon.
  ///
  /// - Parameters:
  ///   - lead: The word before it, which makes bare figures such as “at 5” a time.
  ///   - followsDate: Whether a date stands straight before it, which does the same for four digits.
  func clock(at index: Int, lead: TimeLead, followsDate: Bool) -> TimePiece? {
    switch role(index) {
    case .clockWord: return unlessNamed(.clock(end: index + 1), lead: followsDate ? .at : lead)
    case .numberWord:
      guard word(index).value <= 12 else { return nil }
      if role(index + 1) == .oClock { return .clock(end: index + 2) }
      return meridiem(at: index + 1).map { .clock(end: $0) }
        ?? (lead == .at && word(index).value > 1 ? bareHour(endingAt: index + 1) : nil)
    case .fraction, .length: return fraction(at: index)
    default: break
    }
    guard let shape = shape(index), !shape.isOrdinal, byte(before: index) != UInt8(ascii: "/"),
      byte(before: index) != UInt8(ascii: "+")
    else { return nil }
    if shape.isMilitaryClock { return fourDigits(at: index, shape, lead: lead, followsDate) }
    if shape.isDivided { return dividedClock(at: index, shape, lead: lead, followsDate) }
    guard shape.count == 1, shape.digits.0 <= 2, shape.values.0 <= 24 else { return nil }
    return hourClock(at: index, shape, lead: lead)
  }

  /// Reads a number of one or two digits as an hour: 5pm, 5 o'clock, 17h30, 5-6pm, “at 5”.
  private func hourClock(at index: Int, _ shape: NumberShape, lead: TimeLead) -> TimePiece? {
    let hour = shape.values.0
    if let end = meridiem(at: index + 1) { return (1...12).contains(hour) ? .clock(end: end) : nil }
    if role(index + 1) == .oClock { return .clock(end: index + 2) }
    if isJoined(index + 1), isJoined(index + 2), role(index + 1) == .zone,
      tokens[index + 1].end - tokens[index + 1].start == 1, let minute = self.shape(index + 2),
      minute.digits.0 == 2, let value = minute.plain, value < 60
    {
      return .clock(end: index + 3)
    }
    // The first hour of a range takes its half of the day from the second: 5-6pm.
    if (1...12).contains(hour),
      let next = rangeEnd(at: index + 1, allowingAnd: lead == .between),
      let second = self.shape(next), second.count <= 2, second.digits.0 <= 2,
      (1...12).contains(second.values.0), meridiem(at: next + 1) != nil
    {
      return .clock(end: index + 1)
    }
    guard lead == .at, (1...12).contains(hour) else { return nil }
    return bareHour(endingAt: index + 1)
  }

  /// “at 5”, unless something is counted: “at 5 sites”, “at 5 to 6 sites”, “at 5-1”.
  private func bareHour(endingAt end: Int) -> TimePiece? {
    if end >= limit { return .clock(end: end) }
    if isHyphenated(end) || isPlain(end) || isNumber(end) || isJoined(end) && !isSentenceMark(end) {
      return nil
    }
    switch role(end) {
    case .none: return isSentenceMark(end) || tokens[end].kind == .emoji ? .clock(end: end) : nil
    case .length, .of, .to, .month, .more, .season, .clockWord, .quantifier, .numberWord,
      .ordinalWord, .part, .new, .feast, .future:
      return nil
    default: return .clock(end: end)
    }
  }

  /// Whether a token is a mark that can follow a word directly.
  private func isSentenceMark(_ index: Int) -> Bool {
    guard index < limit, tokens[index].kind == .punctuation else { return false }
    switch text[Int(tokens[index].start)] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "("):
      return true
    default: return false
    }
  }

  /// Reads 17:30 and 17.30 with what belongs to them.
  private func dividedClock(
    at index: Int,
    _ shape: NumberShape,
    lead: TimeLead,
    _ followsDate: Bool
  ) -> TimePiece? {
    if let end = meridiem(at: index + 1) { return .clock(end: zoneEnd(end)) }
    let end = zoneEnd(index + 1)
    if shape.mark == UInt8(ascii: ":") || end > index + 1 { return .clock(end: end) }
    guard !isPlain(end), !isMark(end, "%"), length(end) == nil else { return nil }
    if followsDate { return .clock(end: end) }
    switch lead {
    case .at, .by, .from, .until: return shape.values.1 % 5 == 0 ? .clock(end: end) : nil
    default: break
    }
    // 5.30-6.30pm
    if let next = rangeEnd(at: end, allowingAnd: lead == .between), isNumber(next),
      meridiem(at: next + 1) != nil
    {
      return .clock(end: end)
    }
    return nil
  }

  /// Reads four digits as an hour and a minute where they are no year and no amount.
  private func fourDigits(
    at index: Int,
    _ shape: NumberShape,
    lead: TimeLead,
    _ followsDate: Bool
  ) -> TimePiece? {
    let end = zoneEnd(index + 1)
    if end > index + 1 { return .clock(end: end) }
    if isMark(end, "%") || role(end) == .measure || (isHyphenated(end) && isPlain(end)) {
      return nil
    }
    let value = shape.values.0
    if lead == .at { return isAmount(index) ? nil : .clock(end: end) }
    // A leading zero is no year and no amount, but may be part of a telephone number.
    if value > 0, value < 1_000 {
      let isRange = isHyphenated(end) && self.shape(end)?.isMilitaryClock == true
      let isLonger = isNumber(end) && !isRange || isNumber(index - 1) && !isHyphenated(index)
      return isLonger || tokens[index].flags.contains(.inHashtag) ? nil : .clock(end: end)
    }
    if isAmount(index) { return nil }
    if followsDate { return .clock(end: end) }
    let isYear = (1_900...2_099).contains(value)
    switch lead {
    case .by, .from, .until: return !isYear && value % 5 == 0 ? .clock(end: end) : nil
    case .before, .after: return !isYear && value % 15 == 0 ? .clock(end: end) : nil
    case .between:
      return role(end) == .clause && self.shape(end + 1)?.isMilitaryClock == true && !isYear
        ? .clock(end: end) : nil
    default: return nil
    }
  }

  /// Whether a word that can be counted follows a number: “1500 volunteers”.
  private func isAmount(_ index: Int) -> Bool {
    if isHyphenated(index), shape(index - 1)?.isMilitaryClock == true { return false }
    return isPlain(index + 1) && !isCapitalised(index + 1) || isNumber(index + 1)
  }

  /// Where “am”, “pm”, “a.m.” or “p.m.” that stands at a token ends.
  func meridiem(at index: Int) -> Int? {
    if role(index) == .meridiem { return index + 1 }
    guard index + 1 < limit, tokens[index].end - tokens[index].start == 1,
      tokens[index + 1].end - tokens[index + 1].start == 1,
      tokens[index + 1].start == tokens[index].end + 1
    else { return nil }
    let first = text[Int(tokens[index].start)] | 0x20
    guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p"),
      text[Int(tokens[index].end)] == UInt8(ascii: "."),
      text[Int(tokens[index + 1].start)] | 0x20 == UInt8(ascii: "m")
    else { return nil }
    return index + 2
  }

  /// Where the zone, “hrs” or both that may stand at a token end; `index` where there is none.
  private func zoneEnd(_ index: Int) -> Int {
    var end = index
    if length(end) == .hour { end += 1 }
    if isZoneLetter(end) { return end + 1 }
    guard role(end) == .zone else { return end }
    let size = tokens[end].end - tokens[end].start
    // A single letter is a zone only against the figures; other zones are written large.
    if size == 1 { return isJoined(end) ? end + 1 : end }
    let isWord = size > 4
    guard isWord || tokens[end].flags.contains(.allCapitals) else { return end }
    if isWord, isPlain(end + 1), length(end - 1) == nil, text[Int(tokens[end].start)] | 0x20 == 0x6C
    {
      // “1800 local residents”, but “0530 local time”.
      return end
    }
    end += 1
    return role(end) == .time ? end + 1 : end
  }

  /// Whether a token is the letter of a common military zone, written against the figures: 0530L.
  private func isZoneLetter(_ index: Int) -> Bool {
    guard isJoined(index), tokens[index].end - tokens[index].start == 1 else { return false }
    switch text[Int(tokens[index].start)] {
    case UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "J"), UInt8(ascii: "L"),
      UInt8(ascii: "Z"):
      return true
    default: return false
    }
  }

  /// Reads “half past five”, “quarter to 6”.
  private func fraction(at index: Int) -> TimePiece? {
    guard role(index) == .fraction || length(index) == .quarter,
      role(index + 1) == .past || role(index + 1) == .to
    else { return nil }
    let hour = index + 2
    let isHour =
      role(hour) == .numberWord
      ? word(hour).value <= 12 : (1...12).contains(shape(hour)?.plain ?? 0)
    guard isHour else { return nil }
    return .clock(end: meridiem(at: hour + 1) ?? hour + 1)
  }
}
