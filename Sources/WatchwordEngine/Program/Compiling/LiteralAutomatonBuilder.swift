/// Builds a ``LiteralAutomaton`` for groups of strings.
struct LiteralAutomatonBuilder {
  /// The class of each byte.
  private let classes: [UInt8]
  /// The next state by state and class.
  private let next: [UInt16]
  /// Where the groups of each state start in ``groups``; one more entry than states.
  private var groupStarts: [UInt32] = [0]
  /// The groups one of whose strings ends at a state.
  private let groups: [UInt16]
  /// How many groups of strings it knows.
  let groupCount: Int

  /// The most states, so that a state fits in 16 bits.
  private static let mostStates = Int(UInt16.max)

  /// Builds the automaton for groups of strings, their ASCII letters in lower case, every digit as 0.
  ///
  /// Groups that would make it too large are given up from the end: ``groupCount`` says how many it
  /// knows.
  init(_ groups: [[[UInt8]]]) {
    var classes = [UInt8](repeating: 0, count: 256)
    var classCount = 1
    for byte in Set(groups.joined().joined()).sorted() {
      classes[Int(byte)] = UInt8(truncatingIfNeeded: classCount)
      if byte == UInt8(ascii: "0") {
        for digit in UInt8(ascii: "1")...UInt8(ascii: "9") {
          classes[Int(digit)] = UInt8(truncatingIfNeeded: classCount)
        }
      }
      if byte &- 0x61 < 26 { classes[Int(byte & 0xDF)] = UInt8(truncatingIfNeeded: classCount) }
      classCount += 1
    }
    var trie = [[Int]](repeating: Array(repeating: 0, count: classCount), count: 1)
    var found: [[UInt16]] = [[]]
    var known = 0
    for strings in groups {
      guard trie.count + strings.reduce(0, { $0 + $1.count }) < Self.mostStates else { break }
      for string in strings {
        var state = 0
        for byte in string {
          let step = Int(classes[Int(byte)])
          if trie[state][step] == 0 {
            trie.append(Array(repeating: 0, count: classCount))
            found.append([])
            trie[state][step] = trie.count - 1
          }
          state = trie[state][step]
        }
        if !found[state].contains(UInt16(known)) { found[state].append(UInt16(known)) }
      }
      known += 1
    }
    Self.closeTransitions(&trie, &found)
    Self.sortStates(&trie, &found)
    self.classes = classes
    groupCount = known
    next = trie.joined().map { UInt16($0) }
    for groups in found {
      groupStarts.append(groupStarts[groupStarts.count - 1] + UInt32(groups.count))
    }
    self.groups = Array(found.joined())
  }

  /// Lets every state go on with every class as its longest suffix in the trie would.
  private static func closeTransitions(_ trie: inout [[Int]], _ found: inout [[UInt16]]) {
    var fallback = Array(repeating: 0, count: trie.count)
    var order = trie[0].filter { $0 != 0 }
    var place = 0
    while place < order.count {
      let state = order[place]
      place += 1
      for group in found[fallback[state]] where !found[state].contains(group) {
        found[state].append(group)
      }
      for step in trie[state].indices {
        let target = trie[state][step]
        if target == 0 {
          trie[state][step] = trie[fallback[state]][step]
        } else {
          fallback[target] = trie[fallback[state]][step]
          order.append(target)
        }
      }
    }
  }

  /// Numbers the states anew, those at which no string ends first and the start before them all, so
  /// that the number alone tells most steps that nothing was found.
  private static func sortStates(_ trie: inout [[Int]], _ found: inout [[UInt16]]) {
    let order =
      trie.indices.filter { found[$0].isEmpty } + trie.indices.filter { !found[$0].isEmpty }
    var places = Array(repeating: 0, count: trie.count)
    for (place, state) in order.enumerated() { places[state] = place }
    trie = order.map { state in trie[state].map { places[$0] } }
    found = order.map { found[$0] }
  }

  /// Writes the automaton.
  func write(to writer: inout ImageWriter) {
    _ = writer.append(.literalClasses, classes)
    _ = writer.append(.literalNext, next)
    _ = writer.append(.literalGroupStarts, groupStarts)
    _ = writer.append(.literalGroups, groups)
    _ = writer.append(.literalGroupCount, [UInt32(groupCount)])
  }
}
