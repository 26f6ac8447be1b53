internal import WatchwordText

/// What can be said of all texts a part of an expression matches.
struct PatternFacts {
  /// The most strings that are listed.
  private static let mostStrings = 256
  /// The longest string that is grown by joining, in bytes.
  private static let longestString = 24

  /// The strings it can match, ASCII letters in lower case; nil where they are too many to list.
  var strings: [[UInt8]]?
  /// What every match holds besides, all of them.
  var needs: [PatternNeed] = []

  /// Facts of a part that matches nothing but a place.
  static let place = PatternFacts(strings: [[]])
  /// Facts of a part that can match anything.
  static let anything = PatternFacts(strings: nil)

  /// What a text with a match holds: the needs, and one of the strings.
  var allNeeds: [PatternNeed] {
    guard let strings, let need = PatternNeed(oneOf: strings) else { return needs }
    return needs + [need]
  }

  /// Facts of parts one after the other.
  static func sequence(_ parts: [PatternFacts]) -> PatternFacts {
    var needs: [PatternNeed] = []
    var open: [[UInt8]] = [[]]
    var isListed = true
    for part in parts {
      needs += part.needs
      if let strings = part.strings, strings.count * open.count <= mostStrings,
        (open.map(\.count).max() ?? 0) < longestString
      {
        open = open.flatMap { start in strings.map { start + $0 } }
        continue
      }
      if let need = PatternNeed(oneOf: open) { needs.append(need) }
      isListed = false
      open = part.strings ?? [[]]
    }
    if isListed { return PatternFacts(strings: open, needs: needs) }
    if let need = PatternNeed(oneOf: open) { needs.append(need) }
    return PatternFacts(strings: nil, needs: needs)
  }

  /// Facts of a choice between parts.
  static func choice(_ parts: [PatternFacts]) -> PatternFacts {
    guard parts.count > 1 else { return parts.first ?? .place }
    if parts.allSatisfy({ $0.strings != nil && $0.needs.isEmpty }) {
      let strings = parts.flatMap { $0.strings ?? [] }
      if strings.count <= mostStrings { return PatternFacts(strings: strings) }
    }
    var best: PatternNeed?
    for part in parts {
      guard let need = part.allNeeds.max(by: { $0.weight < $1.weight }) else { return .anything }
      best = best?.union(need) ?? need
    }
    return PatternFacts(strings: nil, needs: best.map { [$0] } ?? [])
  }

  /// Facts of this part repeated at least `least` times, and at most once where `isOnce`.
  func repeated(least: Int, isOnce: Bool) -> PatternFacts {
    if least > 0 {
      return isOnce && least == 1 ? self : PatternFacts(strings: nil, needs: allNeeds)
    }
    guard isOnce, let strings, needs.isEmpty else { return .anything }
    return PatternFacts(strings: [[]] + strings)
  }
}
