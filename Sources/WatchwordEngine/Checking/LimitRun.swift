internal import WatchwordRules
internal import WatchwordText

/// Measures a post for a `limit`.
struct LimitRun {
  /// The limit.
  let limit: CompiledLimit
  /// The node of the counted matcher; -1 for a measure.
  let node: Int32

  /// Where the limit is passed, and by how much.
  func findings(_ evaluator: inout MatcherEvaluator) -> [RuleRun.Finding] {
    let matches = node >= 0 ? evaluator.matches(node) : []
    let measure = TextMeasure(text: evaluator.text, analysis: evaluator.analysis)
    return scopes(evaluator).compactMap { scope in
      switch limit.measure {
      case nil:
        let first = matches.firstIndex(startingAt: scope.start) { $0.range }
        let end = matches.firstIndex(startingAt: scope.end) { $0.range }
        let inside = matches[first..<max(first, end)].filter { scope.contains($0.range) }
        return finding(inside.count, in: scope) { inside[$0].range }
      case let what?:
        return finding(measure.amount(what, in: scope), in: scope) { most in
          limit.scope == .post ? measure.beyond(most, of: what, in: scope) : scope
        }
      }
    }
  }

  /// The finding for an amount in a scope, if it passes the limit; `beyond` finds what is too much.
  private func finding(
    _ amount: Int,
    in scope: SourceRange,
    beyond: (Int) -> SourceRange
  ) -> RuleRun.Finding? {
    if let most = limit.atMost, amount > most {
      return RuleRun.Finding(match: Match(range: beyond(most)), count: amount, limit: most)
    }
    if let least = limit.atLeast, amount < least {
      return RuleRun.Finding(match: Match(range: scope), count: amount, limit: least)
    }
    return nil
  }

  /// The stretches of the text that are counted one by one; lines without their ends, blank ones left out.
  private func scopes(_ evaluator: MatcherEvaluator) -> [SourceRange] {
    switch limit.scope {
    case .post: return [SourceRange(0, evaluator.text.count)]
    case .sentence: return evaluator.analysis.sentences
    case .line:
      let text = evaluator.text
      let lines = LineTable(Array(text))
      return (0..<lines.count).compactMap { index in
        var line = lines.range(ofLine: index)
        while line.end > line.start, text[line.end - 1] == 0x0A || text[line.end - 1] == 0x0D {
          line.end -= 1
        }
        let isBlank = text[line.start..<line.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        return isBlank ? nil : line
      }
    }
  }
}

extension CompiledLimit {
  /// Whether a text is too small for the limit to be passed, so that nothing need be counted.
  func isOutOfReach(in analysis: AnalyzedText) -> Bool {
    guard atLeast == nil, let most = atMost, let measure else {
      return false
    }
    switch measure {
    case .words where scope == .sentence:
      let starts = analysis.sentenceStarts
      for sentence in starts.indices.dropFirst()
      where starts[sentence] - starts[sentence - 1] > most {
        return false
      }
      return true
    case .words, .emoji: return analysis.tokens.count <= most
    case .sentences: return analysis.sentences.count <= most
    case .hashtags: return analysis.entities.count { $0.kind == .hashtag } <= most
    case .mentions: return analysis.entities.count { $0.kind == .mention } <= most
    case .urls: return analysis.entities.count { $0.kind == .url } <= most
    // No character and no cluster of characters is shorter than a byte.
    case .bytes, .blueskyBytes, .characters, .graphemes, .blueskyGraphemes:
      return analysis.count <= most
    case .lines, .xLength, .mastodonLength, .threadsLength: return false
    }
  }
}
