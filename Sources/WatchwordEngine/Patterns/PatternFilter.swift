internal import WatchwordText

/// Tells from one pass over a text which patterns can match in it.
struct PatternFilter: Sendable {
  /// What one pattern needs.
  private struct Needs: Sendable {
    /// The groups of strings one of which must occur, for each group.
    var groups: [UInt16] = []
    /// The sets of bytes one of which must occur, for each set.
    var bytes: [BytePresence] = []
  }

  /// The most groups of strings that one pattern asks for.
  private static let mostGroups = 3

  /// What each pattern needs, in the order of the patterns.
  private let needs: [Needs]
  /// Finds the strings.
  private let literals: LiteralAutomaton

  /// Makes a filter for expressions, in order.
  init(_ expressions: [String]) {
    var groups: [[[UInt8]]] = []
    var numbers: [[[UInt8]]: Int] = [:]
    var needs: [Needs] = []
    for expression in expressions {
      var own = Needs()
      let all = PatternSyntax.needs(of: expression).sorted { $0.weight > $1.weight }
      for need in all {
        switch need {
        case .bytes(let bytes): own.bytes.append(bytes)
        case .strings(let strings):
          guard own.groups.count < Self.mostGroups else { continue }
          let number = numbers[strings] ?? groups.count
          if number == groups.count {
            groups.append(strings)
            numbers[strings] = number
          }
          own.groups.append(UInt16(truncatingIfNeeded: number))
        }
      }
      needs.append(own)
    }
    let literals = LiteralAutomaton(groups)
    for index in needs.indices { needs[index].groups.removeAll { $0 >= literals.groupCount } }
    self.needs = needs
    self.literals = literals
  }

  /// Finds what a text holds, ready for ``canMatch(_:_:)``.
  func look(at text: UnsafeBufferPointer<UInt8>, _ presence: BytePresence, into sight: inout Sight)
  {
    sight.presence = presence
    sight.groups.removeAll(keepingCapacity: true)
    sight.groups.append(contentsOf: repeatElement(false, count: literals.groupCount))
    sight.isBlind = Self.holdsLetterThatFoldsToASCII(text, presence)
    if !sight.isBlind { literals.scan(text, into: &sight.groups) }
  }

  /// Whether a pattern can match in the text that was looked at.
  func canMatch(_ pattern: Int, _ sight: Sight) -> Bool {
    guard !sight.isBlind else { return true }
    let needs = needs[pattern]
    for group in needs.groups where !sight.groups[Int(group)] { return false }
    for bytes in needs.bytes where !sight.presence.intersects(bytes) { return false }
    return true
  }

  /// What the filter saw in one text; its storage is used again for the next.
  struct Sight {
    /// The bytes that occur.
    fileprivate var presence = BytePresence()
    /// Which groups of strings occur.
    fileprivate var groups: [Bool] = []
    /// Whether the text holds letters that the filter cannot see, so that it lets everything pass.
    fileprivate var isBlind = false
  }

  /// Whether a text holds U+017F or U+212A, which match s and k where case does not count.
  private static func holdsLetterThatFoldsToASCII(
    _ text: UnsafeBufferPointer<UInt8>,
    _ presence: BytePresence
  ) -> Bool {
    if presence.contains(0xC5), presence.contains(0xBF) { return true }
    guard presence.contains(0xE2), presence.contains(0x84), presence.contains(0xAA) else {
      return false
    }
    return text.indices.dropLast(2).contains {
      text[$0] == 0xE2 && text[$0 + 1] == 0x84 && text[$0 + 2] == 0xAA
    }
  }
}
