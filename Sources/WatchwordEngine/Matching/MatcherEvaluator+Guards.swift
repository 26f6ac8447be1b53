internal import WatchwordRules
internal import WatchwordText

extension MatcherEvaluator {
  /// Removes the matches that guards let go.
  mutating func apply(_ guards: CompiledGuards, to matches: inout [Match]) {
    guard !matches.isEmpty else { return }
    if let position = guards.position {
      matches.removeAll { !stands($0.range, at: position) }
    }
    if guards.ignoresQuoted { matches.removeAll { isQuoted($0.range) } }
    if guards.ignoresNegated { matches.removeAll { isNegated($0.range) } }
    if guards.ignoresHistory {
      let past = sentencesOfThePast(historySet: guards.historySet)
      matches.removeAll { match in
        let sentence = analysis.sentence(containing: match.range.start)
        return sentence < past.count && past[sentence]
      }
    }
    removeCovered(&matches, by: guards.covers)
    for exception in guards.unless where !matches.isEmpty {
      let presence = presence(of: exception.node, scope: exception.scope.scope)
      matches.removeAll { presence.holds(near: $0.extent, self) }
    }
    if matches.count < guards.minimum { matches = [] }
  }

  /// Whether a range stands where a guard asks; marks and emoji before or after it do not matter.
  func stands(_ range: SourceRange, at position: Guards.Position) -> Bool {
    let first = analysis.firstToken(endingAfter: range.start)
    guard first < analysis.tokens.count else { return false }
    switch position {
    case .sentenceStart: return analysis.opens(first, .startsSentence)
    case .lineStart: return analysis.opens(first, .startsLine)
    case .postStart:
      var before = first
      if !analysis.tokens[first].isMark {
        while before > 0, analysis.tokens[before - 1].isMark { before -= 1 }
      }
      return before == 0
    case .postEnd:
      let last = analysis.firstToken(endingAfter: range.end - 1)
      guard last < analysis.tokens.count, !analysis.tokens[last].isMark else {
        return last + 1 >= analysis.tokens.count
      }
      return analysis.tokens[(last + 1)...].allSatisfy(\.isMark)
    case .line:
      guard analysis.opens(first, .startsLine) else { return false }
      var next = analysis.firstToken(endingAfter: range.end - 1) + 1
      while next < analysis.tokens.count, analysis.tokens[next].isMark,
        !analysis.tokens[next].flags.contains(.startsLine)
      {
        next += 1
      }
      return next >= analysis.tokens.count || analysis.tokens[next].flags.contains(.startsLine)
    }
  }

  /// Whether a range lies in quotation marks or in a block quotation.
  func isQuoted(_ range: SourceRange) -> Bool {
    let after = blockQuotes.firstIndex(startingAt: range.start + 1) { $0 }
    if after > 0, blockQuotes[after - 1].contains(range) { return true }
    let first = analysis.firstToken(endingAfter: range.start)
    return first < analysis.tokens.count && analysis.tokens[first].flags.contains(.quoted)
  }

  /// Whether a negation stands up to three words before a range, in its sentence.
  private func isNegated(_ range: SourceRange) -> Bool { negation(before: range) != nil }

  /// The token of the negation up to three words before a range, in its sentence.
  func negation(before range: SourceRange) -> Int? {
    var index = analysis.firstToken(endingAfter: range.start)
    guard index < analysis.tokens.count else { return nil }
    var words = 0
    while words < 3, index > 0, !analysis.tokens[index].flags.contains(.startsSentence) {
      index -= 1
      let token = analysis.tokens[index]
      if token.kind == .punctuation { return nil }
      if program.wordClasses[Int(token.symbol)].contains(.negation) { return index }
      words += 1
    }
    return nil
  }

  /// Whether each sentence speaks of the past: by an old year, an old date or a history word.
  private mutating func sentencesOfThePast(historySet: UInt32?) -> [Bool] {
    if let known = pastSentences[historySet] { return known }
    var past = Array(repeating: false, count: analysis.sentences.count)
    forEachSignOfThePast(historySet: historySet) { sentence, _ in
      if sentence < past.count { past[sentence] = true }
    }
    pastSentences[historySet] = past
    return past
  }

  /// Calls `body` with each old year, old date and history word, and the sentence that it stands in.
  func forEachSignOfThePast(historySet: UInt32?, _ body: (Int, SourceRange) -> Void) {
    let year = CivilDate(dayNumber: publicationDay).year
    for (index, token) in analysis.tokens.enumerated()
    where isYear(token, before: year - 1) && !reachesToday(Int(token.start)) {
      body(analysis.sentence(ofToken: index), token.range)
    }
    for time in times {
      guard let last = time.lastDay, last < publicationDay - 366,
        !reachesToday(time.range.start)
      else { continue }
      body(analysis.sentence(containing: time.range.start), time.range)
    }
    if let historySet {
      hits.forEach(historySet) {
        body(analysis.sentence(ofToken: $0.lowerBound), range(of: $0))
      }
    }
  }

  /// Whether a time begins in the past and lasts: it opens with "since", or up to three words before
  /// the year do ("since 14 May 2009").
  private func reachesToday(_ start: Int) -> Bool {
    let index = analysis.firstToken(endingAfter: start)
    return (index - 3...index).contains { index in
      guard analysis.tokens.indices.contains(index) else { return false }
      let token = analysis.tokens[index]
      let word = text[Int(token.start)..<Int(token.end)]
      return word.elementsEqual("since".utf8) || word.elementsEqual("Since".utf8)
    }
  }

  /// Whether a token is a year from 1066 up to, not including, `end`.
  private func isYear(_ token: Token, before end: Int) -> Bool {
    guard token.kind == .number, token.flags.isDisjoint(with: [.money, .ordinal]),
      token.end - token.start == 4
    else { return false }
    var year = 0
    for byte in text[Int(token.start)..<Int(token.end)] {
      guard byte &- 0x30 < 10 else { return false }
      year = year * 10 + Int(byte - 0x30)
    }
    return year >= 1066 && year < end
  }
}
