internal import WatchwordRules
internal import WatchwordText

/// The question whether something stands near a place, made ready to be asked for many places.
indirect enum Presence {
  /// One of these ranges.
  case found(NearSearch)
  /// Not that.
  case absent(Presence)
  /// One of those.
  case either([Presence])

  /// Whether it holds near a range of the text that `evaluator` looks at; O(log *n*) in the ranges.
  func holds(near range: SourceRange, _ evaluator: MatcherEvaluator) -> Bool {
    switch self {
    case .found(let search): search.holds(near: range, evaluator)
    case .absent(let inner): !inner.holds(near: range, evaluator)
    case .either(let choices): choices.contains { $0.holds(near: range, evaluator) }
    }
  }
}

/// Ranges sorted so that whether one stands near a place is known without trying all.
struct NearSearch {
  /// How near.
  private let scope: Together.Scope
  /// The ranges, by start.
  private let ranges: [SourceRange]
  /// The greatest end of the ranges up to each.
  private let latestEnds: [Int]

  /// Sorts ranges for questions of one scope.
  init(_ ranges: [SourceRange], scope: Together.Scope) {
    self.scope = scope
    self.ranges = ranges.sorted()
    var latest = 0
    latestEnds = self.ranges.map { range in
      latest = max(latest, range.end)
      return latest
    }
  }

  /// Whether one of the ranges stands in the scope of `range`.
  ///
  /// Sentences, lines and distances all grow with the place, so the next range on each side decides.
  func holds(near range: SourceRange, _ evaluator: MatcherEvaluator) -> Bool {
    let next = ranges.firstIndex(startingAt: range.start) { $0 }
    if next < ranges.count, evaluator.isNear(ranges[next], range, scope: scope) { return true }
    guard next > 0 else { return false }
    let before = SourceRange(
      ranges[next - 1].start,
      max(latestEnds[next - 1], ranges[next - 1].start)
    )
    return evaluator.isNear(before, range, scope: scope)
  }
}

extension Array {
  /// The index of the first element whose range starts at `offset` or later, in an array sorted by start.
  func firstIndex(startingAt offset: Int, _ range: (Element) -> SourceRange) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if range(self[middle]).start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension MatcherEvaluator {
  /// Makes ready to ask whether a matcher holds near places; a `not` holds where its matcher does not.
  mutating func presence(of node: Int32, scope: Together.Scope) -> Presence {
    prepare(for: scope)
    switch program.nodes[Int(node)].kind {
    case .not(let inner):
      return .absent(presence(of: inner, scope: scope))
    case .any(let inner) where program.holdsWithoutPlace(node):
      let nots = inner.filter { program.holdsWithoutPlace($0) }
      return .either(
        [.found(NearSearch(matches(node).map(\.extent), scope: scope))]
          + nots.map { presence(of: $0, scope: scope) }
      )
    default:
      return .found(NearSearch(matches(node).map(\.extent), scope: scope))
    }
  }

  /// Whether a matcher holds anywhere in the post.
  mutating func holds(_ node: Int32) -> Bool {
    presence(of: node, scope: .post).holds(near: SourceRange(0, 0), self)
  }

  /// Works out what questions of a scope need: the lines, or the number of words before each token.
  mutating func prepare(for scope: Together.Scope) {
    switch scope {
    case .line where lines == nil:
      lines = LineTable(Array(text))
    case .words where wordsBefore.isEmpty:
      wordsBefore.reserveCapacity(analysis.tokens.count + 1)
      var words: Int32 = 0
      for token in analysis.tokens {
        wordsBefore.append(words)
        if token.kind != .punctuation, token.kind != .emoji { words += 1 }
      }
      wordsBefore.append(words)
    default: break
    }
  }

  /// Whether two ranges stand in one scope, which was prepared for.
  func isNear(_ one: SourceRange, _ other: SourceRange, scope: Together.Scope) -> Bool {
    switch scope {
    case .post, .thread, .run: return true
    case .sentence:
      return analysis.sentence(containing: one.start) == analysis.sentence(containing: other.start)
    case .line:
      guard let lines else { return false }
      return lines.line(containing: one.start) == lines.line(containing: other.start)
    case .words(let most): return wordsBetween(one, other) <= most
    }
  }

  /// How many words lie between two ranges; 0 where they touch or overlap.
  private func wordsBetween(_ one: SourceRange, _ other: SourceRange) -> Int {
    let (left, right) = one.start <= other.start ? (one, other) : (other, one)
    guard left.end < right.start, !wordsBefore.isEmpty else { return 0 }
    return Int(
      wordsBefore[analysis.firstToken(endingAfter: right.start)]
        - wordsBefore[analysis.firstToken(endingAfter: left.end)]
    )
  }
}

extension Program {
  /// Whether a matcher can hold without a range to mark: a `not`, or an `any` with one.
  func holdsWithoutPlace(_ node: Int32) -> Bool {
    nodes.record(Int(node)).holdsWithoutPlace != 0
  }
}
