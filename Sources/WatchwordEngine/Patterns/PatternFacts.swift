internal import WatchwordText

/// What can be said of all texts a part of an expression matches.
struct PatternFacts {
  /// The most strings that are listed.
  private static let mostStrings = 256
  /// The longest string that is grown by joining, in bytes.
  private static let longestString = 24

  /// The strings it can match, ASCII letters in lower case and every digit as 0; nil where they are
  /// too many to list.
  var strings: [[UInt8]]?
  /// Strings with one of which every match starts; nil where nothing is known.
  var head: [[UInt8]]?
  /// Strings with one of which every match ends; nil where nothing is known.
  var tail: [[UInt8]]?
  /// What every match holds besides, all of them.
  var needs: [PatternNeed] = []
  /// Whether it is one capital of ASCII.
  var isCapital = false

  /// Facts of a part that matches nothing but a place.
  static let place = PatternFacts(strings: [[]])
  /// Facts of a part that can match anything.
  static let anything = PatternFacts(strings: nil)

  /// Facts of a part that is a character which starts with one of some bytes.
  init(oneOf bytes: BytePresence) {
    self.init(strings: nil, needs: [.bytes(bytes)])
  }

  /// Facts of a part of which these strings and needs are known.
  init(strings: [[UInt8]]?, needs: [PatternNeed] = []) {
    self.strings = strings
    self.needs = needs
  }

  /// What a text with a match holds: the needs, and one of the strings.
  var allNeeds: [PatternNeed] {
    guard let strings, let need = PatternNeed(oneOf: strings) else { return needs }
    return needs + [need]
  }

  /// Facts of parts one after the other.
  static func sequence(_ parts: [PatternFacts]) -> PatternFacts {
    var needs: [PatternNeed] = []
    var open: [[UInt8]] = [[]]
    var head: [[UInt8]]?
    for part in parts {
      needs += part.needs
      if let strings = part.strings, let joined = join(open, strings) {
        open = joined
        continue
      }
      // What stands before the part reaches into it as far as its start is known.
      let closed = (part.strings ?? part.head).flatMap { join(open, $0) } ?? open
      if let need = PatternNeed(oneOf: closed) { needs.append(need) }
      head = head ?? closed
      open = part.strings ?? part.tail ?? [[]]
    }
    guard let head else { return PatternFacts(strings: open, needs: needs) }
    if let need = PatternNeed(oneOf: open) { needs.append(need) }
    var facts = PatternFacts(strings: nil, needs: needs)
    facts.head = head
    facts.tail = open
    return facts
  }

  /// Every string of one list with every string of another behind it; nil where they are too many or too long.
  private static func join(_ first: [[UInt8]], _ second: [[UInt8]]) -> [[UInt8]]? {
    guard first.count * second.count <= mostStrings,
      (first.map(\.count).max() ?? 0) < longestString
    else { return nil }
    return first.flatMap { start in second.map { start + $0 } }
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
    var facts = PatternFacts(strings: nil, needs: best.map { [$0] } ?? [])
    facts.head = union(parts.map { $0.strings ?? $0.head })
    facts.tail = union(parts.map { $0.strings ?? $0.tail })
    return facts
  }

  /// The strings of all lists; nil where one is not known or they are too many.
  private static func union(_ lists: [[[UInt8]]?]) -> [[UInt8]]? {
    var all: [[UInt8]] = []
    for list in lists {
      guard let list else { return nil }
      all += list
    }
    return all.count <= mostStrings ? all : nil
  }

  /// Facts of this part repeated at least `least` times, and at most once where `isOnce`.
  func repeated(least: Int, isOnce: Bool) -> PatternFacts {
    if least > 0 {
      guard !isOnce || least > 1 else { return self }
      var facts = PatternFacts(strings: nil, needs: allNeeds)
      (facts.head, facts.tail) = (strings ?? head, strings ?? tail)
      if isCapital, least >= 3 { facts.needs.append(.bytes(.threeCapitals)) }
      // A few times in a row tell more than once.
      if let strings {
        for _ in 1..<min(least, 4) {
          guard let longer = facts.head.flatMap({ Self.join($0, strings) }) else { break }
          (facts.head, facts.tail) = (longer, longer)
        }
      }
      return facts
    }
    guard isOnce, let strings, needs.isEmpty else { return .anything }
    return PatternFacts(strings: [[]] + strings)
  }
}
