internal import WatchwordRules
internal import WatchwordText

extension MatcherEvaluator {
  /// One match for each scope in which enough parts stand together.
  ///
  /// The marked part is taken in reading order; for every other part the occurrence nearest to it
  /// that overlaps no part already taken, unless parts may overlap. O(*n* log *n*) in the occurrences.
  mutating func togetherMatches(_ together: TogetherNode) -> [Match] {
    prepare(for: together.scope)
    var parts: [TogetherPart] = []
    for (index, node) in together.nodes.enumerated() {
      let matches = matches(node)
      if program.holdsWithoutPlace(node) {
        parts.append(
          TogetherPart(matches: matches, presence: presence(of: node, scope: together.scope))
        )
      } else {
        if matches.isEmpty, together.needs(index) { return [] }
        parts.append(TogetherPart(matches: matches, presence: nil))
      }
    }
    let order = together.searchOrder
    var result: [Match] = []
    for candidate in parts[together.mark].matches {
      if let match = assemble(together, around: candidate, parts, order) { result.append(match) }
    }
    return onePerScope(result, together.scope)
  }

  /// What each part of a `together` finds, less what the guards beside it let go.
  ///
  /// A part that holds by finding nothing has no place and gives nothing.
  mutating func parts(of together: TogetherNode, guards: CompiledGuards?) -> [[Match]] {
    together.nodes.map { node in
      guard !program.holdsWithoutPlace(node) else { return [] }
      var matches = matches(node)
      if let guards { apply(guards, to: &matches) }
      return matches
    }
  }

  /// The match around one occurrence of the marked part, or nil where too few parts stand with it.
  ///
  /// Where an earlier part has taken the only words that a required one could have, that one is
  /// tried first; each part gets that chance once.
  private func assemble(
    _ together: TogetherNode,
    around candidate: Match,
    _ parts: [TogetherPart],
    _ order: [Int]
  ) -> Match? {
    var order = order
    for _ in together.must {
      switch gather(together, around: candidate, parts, order) {
      case .found(let match): return match
      case .tooFew: return nil
      case .missing(let place):
        guard place > 0, !together.isOrdered else { return nil }
        order.insert(order.remove(at: place), at: 0)
      }
    }
    return nil
  }

  /// What looking for the parts in one order comes to.
  private enum Gathering {
    /// Enough parts stand together.
    case found(Match)
    /// A required part has no occurrence that is free, the one at this place in the order.
    case missing(at: Int)
    /// The required parts are there but not enough others.
    case tooFew
  }

  /// Takes for each part, in order, the nearest free occurrence.
  private func gather(
    _ together: TogetherNode,
    around candidate: Match,
    _ parts: [TogetherPart],
    _ order: [Int]
  ) -> Gathering {
    var taken: [(part: Int, match: Match)] = [(together.mark, candidate)]
    var count = 1
    for (place, part) in order.enumerated() {
      if let best = nearest(together, part, to: candidate.range, parts[part].matches, taken) {
        taken.append((part, best))
        count += 1
      } else if parts[part].presence?.holds(near: candidate.range, self) ?? false {
        count += 1
      } else if together.needs(part) {
        return .missing(at: place)
      }
    }
    guard count >= together.atLeast else { return .tooFew }
    var match = Match(
      range: candidate.range,
      name: together.name(together.mark),
      partCount: count
    )
    match.parts = candidate.parts
    for (part, other) in taken.dropFirst() {
      match.parts.append(Match.Part(name: together.name(part), range: other.range))
      match.parts += other.parts
    }
    match.parts.sort { $0.range < $1.range }
    return .found(match)
  }

  /// The occurrence of a part nearest to `range` that keeps the order and, unless parts may overlap,
  /// shares no words with what is taken.
  private func nearest(
    _ together: TogetherNode,
    _ part: Int,
    to range: SourceRange,
    _ matches: [Match],
    _ taken: [(part: Int, match: Match)]
  ) -> Match? {
    guard !matches.isEmpty else { return nil }
    let starts = together.starts(of: part, taken)
    func firstIndex(_ offset: Int) -> Int { matches.firstIndex(startingAt: offset) { $0.range } }
    let mayOverlap = together.mayOverlap
    func obstacle(_ index: Int) -> SourceRange? {
      mayOverlap ? nil : taken.first { $0.match.range.overlaps(matches[index].range) }?.match.range
    }
    var right = max(firstIndex(range.start), firstIndex(starts.lowerBound))
    while right < matches.count, let taken = obstacle(right) {
      right = max(right + 1, firstIndex(taken.end))
    }
    var left = min(firstIndex(range.start), firstIndex(starts.upperBound)) - 1
    while left >= 0, let taken = obstacle(left) {
      left = min(left - 1, firstIndex(taken.start) - 1)
    }
    var best: (distance: Int, match: Match)?
    for (index, isLeft) in [(left, true), (right, false)] where matches.indices.contains(index) {
      let match = matches[index]
      guard starts.contains(match.range.start),
        isNear(match.range, range, scope: together.scope)
      else { continue }
      // What overlaps is as near as can be.
      let distance = max(0, isLeft ? range.start - match.range.end : match.range.start - range.end)
      if best.map({ distance < $0.distance }) ?? true { best = (distance, match) }
    }
    return best?.match
  }

  /// Of the matches in one scope, the one with the most parts, and of those the first.
  private func onePerScope(_ matches: [Match], _ scope: Together.Scope) -> [Match] {
    var result: [Match] = []
    for match in matches.sorted(by: { $0.range < $1.range }) {
      guard let last = result.last, isNear(last.range, match.range, scope: scope) else {
        result.append(match)
        continue
      }
      if match.partCount > last.partCount { result[result.count - 1] = match }
    }
    return result
  }
}

/// What one part of a `together` found.
private struct TogetherPart {
  /// Its occurrences, in reading order.
  var matches: [Match]
  /// The question that decides where there is no occurrence; nil for a part that must have one.
  var presence: Presence?
}

extension TogetherNode {
  /// The parts besides the marked one in the order they are looked for.
  ///
  /// Required parts come first, so that an optional one does not take their place. Where they have an
  /// order, those before the mark are looked for backwards: the last before a place leaves most room.
  fileprivate var searchOrder: [Int] {
    let must = must.map { Int($0) }
    var required = must.filter { $0 != mark }
    if isOrdered, let place = must.firstIndex(of: mark) {
      required = must[(place + 1)...] + must[..<place].reversed()
    }
    return required + nodes.indices.filter { $0 != mark && !must.contains($0) }
  }

  /// Where an occurrence of a part may start, given what the others have taken.
  fileprivate func starts(of part: Int, _ taken: [(part: Int, match: Match)]) -> Range<Int> {
    guard isOrdered, let place = must.firstIndex(of: Int32(part)) else { return 0..<Int.max }
    var lower = 0
    var upper = Int.max
    for (other, match) in taken {
      guard let otherPlace = must.firstIndex(of: Int32(other)) else { continue }
      if otherPlace < place {
        lower = max(lower, match.range.start)
      } else {
        // Parts that share words may start with the same one.
        upper = min(upper, match.range.start + (mayOverlap ? 1 : 0))
      }
    }
    return lower..<max(lower, upper)
  }
}
