internal import WatchwordText

/// Finds which of many short strings occur in a text, in one pass over its bytes.
///
/// The automaton of Aho and Corasick with every transition worked out (“Efficient string matching: an
/// aid to bibliographic search”, 1975), over classes of bytes: ASCII letters have no case here, and
/// all bytes that no string holds are one class.
struct LiteralAutomaton: Sendable {
  /// The class of each byte.
  private let classes: [UInt8]
  /// How many classes there are.
  private let classCount: Int
  /// The next state by state and class.
  private let next: [UInt16]
  /// Where the groups of each state start in ``groups``; one more entry than states.
  private let groupStarts: [UInt32]
  /// The groups one of whose strings ends at a state.
  private let groups: [UInt16]
  /// How many groups of strings there are.
  let groupCount: Int

  /// The most states, so that a state fits in 16 bits.
  private static let mostStates = Int(UInt16.max)

  /// Builds the automaton for groups of strings, their ASCII letters in lower case.
  ///
  /// Groups that would make it too large are given up from the end: ``groupCount`` says how many it
  /// knows.
  init(_ groups: [[[UInt8]]]) {
    var classes = [UInt8](repeating: 0, count: 256)
    var classCount = 1
    for byte in Set(groups.joined().joined()).sorted() {
      classes[Int(byte)] = UInt8(truncatingIfNeeded: classCount)
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
    self.classes = classes
    self.classCount = classCount
    groupCount = known
    next = trie.joined().map { UInt16($0) }
    var starts: [UInt32] = [0]
    for groups in found { starts.append(starts[starts.count - 1] + UInt32(groups.count)) }
    groupStarts = starts
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

  /// Marks in `marks` each group one of whose strings occurs in the text.
  ///
  /// - Parameter marks: One element for each group, false at first.
  func scan(_ text: UnsafeBufferPointer<UInt8>, into marks: inout [Bool]) {
    guard groupCount > 0 else { return }
    marks.withUnsafeMutableBufferPointer { marks in
      classes.withUnsafeBufferPointer { classes in
        next.withUnsafeBufferPointer { next in
          groupStarts.withUnsafeBufferPointer { starts in
            var state = 0
            for byte in text {
              state = Int(next[state &* classCount &+ Int(classes[Int(byte)])])
              var group = Int(starts[state])
              let end = Int(starts[state + 1])
              while group < end {
                marks[Int(groups[group])] = true
                group += 1
              }
            }
          }
        }
      }
    }
  }
}
