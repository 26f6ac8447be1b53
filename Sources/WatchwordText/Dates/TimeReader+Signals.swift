/// What the words near a time say about its tense.
enum TenseSignal {
  case none, past, future
}

extension TimeReader {
  /// How many words on either side are read for a verb.
  private static let reach = 24

  /// The tense of the verb nearest to the tokens from `first` up to `end`, within its clause.
  ///
  /// “and”, “but”, “then” and semicolons end a clause; so does a comma behind the verb's side, except
  /// straight after the time: “On Tuesday, we sailed”.
  func signal(from first: Int, to end: Int) -> TenseSignal {
    var index = first - 1
    backward: while index >= max(sentenceStart, first - Self.reach) {
      if role(index) == .clause || isMark(index, ";") { break backward }
      let found = signal(at: index)
      if found != .none { return found }
      index -= 1
    }
    index = isMark(end, ",") ? end + 1 : end
    forward: while index < min(limit, end + Self.reach) {
      if role(index) == .clause || isMark(index, ";") || isMark(index, ",") { break forward }
      let found = signal(at: index)
      if found != .none { return found }
      index += 1
    }
    return .none
  }

  /// What the word at a token says about tense.
  private func signal(at index: Int) -> TenseSignal {
    switch role(index) {
    case .pastVerb: return .past
    case .futureVerb: return .future
    case .participle: return participle(at: index)
    case .going: return going(at: index)
    case .none where tokens[index].kind == .word && endsInED(index): return participle(at: index)
    default: return .none
    }
  }

  /// What a form that can be past or a participle says: “was held”, “will be held”, “the held line”.
  private func participle(at index: Int) -> TenseSignal {
    switch role(index + 1) {
    case .to: return .none
    case .lead:
      // “delayed until Friday”, “planned for Friday” look ahead.
      let lead = TimeLead(rawValue: word(index + 1).value)
      if lead == .until || lead == .for || lead == .by { return .none }
    default: break
    }
    for back in 1...2 {
      let before = word(index - back)
      switch before.role {
      case .being: return before.value == 0 ? .future : .none
      case .futureVerb: return .future
      case .pastVerb: return .past
      case .the, .article: if back == 1 { return .none }
      default: break
      }
    }
    return .past
  }

  /// What a verb of going says: “flying on Sunday” is to come, “was flying on Sunday” is over.
  private func going(at index: Int) -> TenseSignal {
    for back in 1...2 {
      let before = word(index - back)
      if before.role == .pastVerb { return .past }
    }
    return .future
  }

  /// Whether a word looks like a regular past form: “sailed”, but not “speed” or “Armed”.
  private func endsInED(_ index: Int) -> Bool {
    let token = tokens[index]
    let end = Int(token.end)
    guard token.end - token.start >= 5, text[end - 1] == UInt8(ascii: "d"),
      text[end - 2] == UInt8(ascii: "e"), text[end - 3] != UInt8(ascii: "e")
    else { return false }
    return !token.flags.contains(.capitalised) || token.flags.contains(.startsSentence)
  }

  /// The tense of a piece whose words alone do not give it.
  func tense(of piece: TimePiece) -> TimeTense {
    let signal = { self.signal(from: start, to: piece.end) }
    guard let today = publicationDay, let days = piece.days else {
      if piece.weekday != nil { return signal() == .past ? .past : .future }
      return switch signal() {
      case .past: .past
      case .future: .future
      case .none: .present
      }
    }
    if days.upperBound < today { return .past }
    if days.lowerBound > today { return .future }
    if days.count == 1 { return .present }
    return switch signal() {
    case .past: .past
    case .future: days.upperBound > today ? .future : .present
    case .none: .present
    }
  }

  /// The day among `candidates`, in rising order, that a date without a year means.
  func nearest(_ candidates: [Int], end: Int) -> Int? {
    guard let today = publicationDay else { return nil }
    let coming = candidates.first { $0 >= today }
    let gone = candidates.last { $0 < today }
    let isSince = role(start) == .lead && TimeLead(rawValue: word(start).value) == .since
    switch isSince ? .past : signal(from: start, to: end) {
    case .past: return coming == today ? today : gone ?? coming
    case .future: return coming ?? gone
    case .none:
      guard let coming else { return gone }
      // Nine months.
      return coming - today <= 274 ? coming : gone ?? coming
    }
  }

  /// The years about the day of publication.
  var nearYears: ClosedRange<Int>? {
    guard let today = publicationDay else { return nil }
    let year = CivilDate(dayNumber: today).year
    guard (1...9_999).contains(year) else { return nil }
    return max(1, year - 8)...min(9_999, year + 8)
  }
}
