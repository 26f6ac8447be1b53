/// Reads times at given tokens of one text.
struct TimeReader {
  /// The text's bytes.
  let text: UnsafeBufferPointer<UInt8>
  /// Its tokens.
  let tokens: UnsafeBufferPointer<Token>
  /// What each symbol can mean.
  let words: UnsafeBufferPointer<TimeWord>
  /// The day of publication, where it is known.
  let publicationDay: Int?
  /// How dates in figures are written.
  let order: DateOrder
  /// The first token of the sentence that is read.
  var sentenceStart = 0
  /// One past its last token.
  var limit = 0
  /// The token where the expression that is read starts.
  var start = 0
  /// The last day that was named, for the clock times of its sentence.
  private var named: (sentenceStart: Int, days: ClosedRange<Int>?, tense: TimeTense)?

  /// Makes a reader.
  init(
    text: UnsafeBufferPointer<UInt8>,
    tokens: UnsafeBufferPointer<Token>,
    words: UnsafeBufferPointer<TimeWord>,
    publicationDay: Int?,
    order: DateOrder
  ) {
    self.text = text
    self.tokens = tokens
    self.words = words
    self.publicationDay = publicationDay
    self.order = order
  }

  /// Whether an expression may start at a token; the one question most tokens are asked.
  @inline(__always)
  func mayStart(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .word {
      return Int(token.symbol) < words.count && words[Int(token.symbol)].role != .none
    }
    return token.kind == .number
  }

  /// Reads the longest expression that starts at a token.
  mutating func expression(at index: Int) -> (expression: TimeExpression, end: Int)? {
    start = index
    var position = index
    var lead = TimeLead.none
    if role(position) == .lead {
      lead = TimeLead(rawValue: word(position).value) ?? .none
      position += 1
      if role(position) == .lead {
        // “in about two days”
        guard lead == .in, TimeLead(rawValue: word(position).value) == .around else { return nil }
        position += 1
      }
    }
    guard var piece = item(at: position, lead: lead) else { return nil }
    extend(&piece, lead: lead)
    guard isWholeHashtag(from: index, to: piece.end) else { return nil }
    return (finished(piece, from: index), piece.end)
  }

  /// The piece as an expression, with its tense.
  private mutating func finished(_ piece: TimePiece, from index: Int) -> TimeExpression {
    var piece = piece
    if piece.isClockAlone, piece.tense == nil {
      if let named, named.sentenceStart == sentenceStart {
        piece.days = named.days
        piece.tense = named.tense
      } else if signal(from: index, to: piece.end) == .past {
        piece.tense = .past
      } else {
        piece.days = publicationDay.map { $0...$0 }
        piece.tense = .present
      }
    }
    let tense = piece.tense ?? self.tense(of: piece)
    if piece.precision >= .day, piece.takesClock { named = (sentenceStart, piece.days, tense) }
    return TimeExpression(
      range: SourceRange(Int(tokens[index].start), Int(tokens[piece.end - 1].end)),
      tense: tense,
      precision: piece.precision,
      firstDay: piece.days?.lowerBound,
      lastDay: piece.days?.upperBound
    )
  }

  /// Whether the tokens do not cut a hashtag in two: `#FridayFeeling` names no day.
  private func isWholeHashtag(from first: Int, to end: Int) -> Bool {
    let head = tokens[first].flags
    if head.contains(.inHashtag), !head.contains(.startsHashtag) { return false }
    guard tokens[end - 1].flags.contains(.inHashtag), end < limit else { return true }
    let next = tokens[end].flags
    return !next.contains(.inHashtag) || next.contains(.startsHashtag)
  }
}

// MARK: - Tokens

extension TimeReader {
  /// What the word at a token can mean; nothing beyond the sentence.
  func word(_ index: Int) -> TimeWord {
    guard index >= sentenceStart, index < limit, tokens[index].kind == .word,
      Int(tokens[index].symbol) < words.count
    else { return .none }
    return words[Int(tokens[index].symbol)]
  }

  /// What the word at a token can do.
  func role(_ index: Int) -> TimeRole { word(index).role }

  /// The length of time that a token names.
  func length(_ index: Int) -> TimeLength? {
    let word = word(index)
    return word.role == .length ? TimeLength(rawValue: word.value) : nil
  }

  /// Whether a token is a word that has nothing to do with time or grammar, such as a noun.
  func isPlain(_ index: Int) -> Bool {
    guard index < limit, tokens[index].kind == .word else { return false }
    let role = role(index)
    return role == .none || role == .measure || role == .title || role == .going
  }

  /// Whether a token is a number.
  func isNumber(_ index: Int) -> Bool {
    index >= sentenceStart && index < limit && tokens[index].kind == .number
  }

  /// Whether a token starts with a capital.
  func isCapitalised(_ index: Int) -> Bool {
    index < limit && tokens[index].flags.contains(.capitalised)
  }

  /// Whether a token is the mark of one byte.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard index < limit, tokens[index].kind == .punctuation,
      tokens[index].end - tokens[index].start == 1
    else { return false }
    return UInt32(text[Int(tokens[index].start)]) == mark.value
  }

  /// Whether a token is an en dash or another dash.
  func isDash(_ index: Int) -> Bool {
    guard index < limit, tokens[index].kind == .punctuation,
      tokens[index].end - tokens[index].start == 3
    else { return false }
    let offset = Int(tokens[index].start)
    return text[offset] == 0xE2 && text[offset + 1] == 0x80
      && (0x92...0x94).contains(text[offset + 2])
  }

  /// Whether no byte stands between a token and the one before it.
  func isJoined(_ index: Int) -> Bool {
    index > 0 && index < limit && tokens[index].start == tokens[index - 1].end
  }

  /// Whether a hyphen stands between a token and the one before it.
  func isHyphenated(_ index: Int) -> Bool {
    guard index > 0, index < limit else { return false }
    var offset = Int(tokens[index - 1].end)
    let end = Int(tokens[index].start)
    // More than a few bytes apart, as in a ruled line, no hyphen joins anything.
    guard end - offset <= 5 else { return false }
    while offset < end {
      if text[offset] == UInt8(ascii: "-") { return true }
      if text[offset] == 0xE2, offset + 2 < end, text[offset + 1] == 0x80,
        text[offset + 2] == 0x90 || text[offset + 2] == 0x91
      {
        return true
      }
      offset += 1
    }
    return false
  }

  /// The byte before a token, or a space at the start of the text.
  func byte(before index: Int) -> UInt8 {
    let offset = Int(tokens[index].start)
    return offset > 0 ? text[offset - 1] : 0x20
  }

  /// Where the second part of a range starts, if one is announced at a token.
  func rangeEnd(at index: Int, allowingAnd: Bool) -> Int? {
    if isDash(index) { return index + 1 }
    if isHyphenated(index) { return index }
    let word = word(index)
    switch word.role {
    case .to: return index + 1
    case .lead:
      let lead = TimeLead(rawValue: word.value)
      return lead == .until || lead == .through ? index + 1 : nil
    case .clause: return allowingAnd ? index + 1 : nil
    default: return nil
    }
  }

  /// A piece of its own, if the word is not the start of something longer, such as “midnight feast”.
  func unlessNamed(_ piece: TimePiece, lead: TimeLead) -> TimePiece? {
    if isHyphenated(piece.end) { return nil }
    return lead == .none && isPlain(piece.end) ? nil : piece
  }
}
