internal import WatchwordRules
internal import WatchwordText

/// Counts what a `limit` can count.
struct TextMeasure {
  /// The post's text.
  let text: UnsafeBufferPointer<UInt8>
  /// Its tokens and entities.
  let analysis: AnalyzedText

  /// The amount in a range.
  func amount(_ measure: Limit.Measure, in range: SourceRange) -> Int {
    let part = UnsafeBufferPointer(rebasing: text[range.start..<range.end])
    switch measure {
    case .words:
      // Tags, links and marks are not words to a reader (GCS-A11Y-01).
      return count(in: range) { token in
        (token.kind == .word || token.kind == .number) && !token.flags.contains(.inHashtag)
      }
    case .emoji: return count(in: range) { $0.kind == .emoji }
    case .sentences:
      return sentences(startingBefore: range.end) - sentences(startingBefore: range.start)
    case .lines:
      // A line end at the very end starts no further line.
      let hasLastEnd = part.last == 0x0A || part.last == 0x0D
      return LineTable(Array(part)).count - (hasLastEnd ? 1 : 0)
    case .hashtags: return entities(.hashtag, in: range).count
    case .mentions: return entities(.mention, in: range).count
    case .urls: return entities(.url, in: range).count
    case .bytes, .blueskyBytes: return range.count
    case .characters: return Self.characters(part, upTo: part.count)
    case .graphemes, .blueskyGraphemes: return GraphemeBreaking.count(in: part)
    case .xLength: return PlatformLength.x(part, entities: entities(in: range))
    case .mastodonLength: return PlatformLength.mastodon(part, entities: entities(in: range))
    case .threadsLength: return PlatformLength.threads(part)
    }
  }

  /// The part of a range that lies beyond the first `limit` of a measure, from a token's start on.
  func beyond(_ limit: Int, of measure: Limit.Measure, in range: SourceRange) -> SourceRange {
    let end = analysis.tokens.last.map { Int($0.end) } ?? range.end
    switch measure {
    case .hashtags: return SourceRange(entities(.hashtag, in: range)[limit].range.start, end)
    case .mentions: return SourceRange(entities(.mention, in: range)[limit].range.start, end)
    case .urls: return SourceRange(entities(.url, in: range)[limit].range.start, end)
    case .sentences:
      let first = sentences(startingBefore: range.start) + limit
      return SourceRange(analysis.sentences[first].start, end)
    default: break
    }
    var low = 0
    var high = analysis.tokens.count
    while low < high {
      let middle = (low + high) / 2
      let tokenEnd = Int(analysis.tokens[middle].end)
      let fits = amount(measure, in: SourceRange(range.start, max(range.start, tokenEnd))) <= limit
      if fits { low = middle + 1 } else { high = middle }
    }
    // What is too long may end in white space, which has no token.
    guard low < analysis.tokens.count else { return range }
    return SourceRange(Int(analysis.tokens[low].start), end)
  }

  /// The number of Unicode scalars before `offset`.
  static func characters(_ text: UnsafeBufferPointer<UInt8>, upTo offset: Int) -> Int {
    text[..<offset].count { $0 & 0b1100_0000 != 0b1000_0000 }
  }

  /// How many tokens in a range satisfy a condition.
  private func count(in range: SourceRange, where condition: (Token) -> Bool) -> Int {
    var index = analysis.firstToken(endingAfter: range.start)
    var count = 0
    while index < analysis.tokens.count, Int(analysis.tokens[index].end) <= range.end {
      if condition(analysis.tokens[index]) { count += 1 }
      index += 1
    }
    return count
  }

  /// How many sentences start before `offset`.
  private func sentences(startingBefore offset: Int) -> Int {
    analysis.sentences.firstIndex(startingAt: offset) { $0 }
  }

  /// The entities that lie in a range.
  private func found(in range: SourceRange) -> ArraySlice<Entity> {
    let first = analysis.entities.firstIndex(startingAt: range.start) { $0.range }
    var end = analysis.entities.firstIndex(startingAt: range.end) { $0.range }
    if end > first, analysis.entities[end - 1].range.end > range.end { end -= 1 }
    return analysis.entities[first..<max(first, end)]
  }

  /// The entities that lie in a range, as offsets into it.
  private func entities(in range: SourceRange) -> [Entity] {
    found(in: range).map { Entity($0.kind, $0.range.shifted(by: -range.start)) }
  }

  /// The entities of a kind that lie in a range.
  private func entities(_ kind: EntityKind, in range: SourceRange) -> [Entity] {
    found(in: range).filter { $0.kind == kind }
  }
}
