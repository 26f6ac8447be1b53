internal import WatchwordText

/// Finds which of many short strings occur in a text, in one pass over its bytes.
///
/// The automaton of Aho and Corasick with every transition worked out (“Efficient string matching: an
/// aid to bibliographic search”, 1975), over classes of bytes: ASCII letters have no case here, and
/// all bytes that no string holds are one class.
struct LiteralAutomaton: Sendable {
  /// The class of each byte.
  private let classes: FlatTable<UInt8>
  /// How many classes there are.
  private let classCount: Int
  /// The next state by state and class.
  private let next: FlatTable<UInt16>
  /// Where the groups of each state start in ``groups``; one more entry than states. States at which
  /// no string ends come first.
  private let groupStarts: FlatTable<UInt32>
  /// The groups one of whose strings ends at a state.
  private let groups: FlatTable<UInt16>
  /// How many groups of strings there are.
  let groupCount: Int
  /// The first state at which a string ends, or the number of states.
  private let firstEnd: Int

  /// The automaton of an image.
  init(_ image: ProgramImage) {
    classes = image.table(.literalClasses)
    next = image.table(.literalNext)
    groupStarts = image.table(.literalGroupStarts)
    groups = image.table(.literalGroups)
    groupCount = Int(image.table(.literalGroupCount, of: UInt32.self)[0])
    classCount = next.count / (groupStarts.count - 1)
    var (low, high) = (0, groupStarts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if groupStarts[middle + 1] > 0 { high = middle } else { low = middle + 1 }
    }
    firstEnd = low
  }

  /// Marks in `marks` each group one of whose strings occurs in the text.
  ///
  /// - Parameter marks: One element for each group, false at first.
  func scan(_ text: UnsafeBufferPointer<UInt8>, into marks: inout [Bool]) {
    guard groupCount > 0 else { return }
    marks.withUnsafeMutableBufferPointer { marks in
      let (classes, next, starts) = (classes.buffer, next.buffer, groupStarts.buffer)
      var state = 0
      for byte in text {
        state = Int(next[state &* classCount &+ Int(classes[Int(byte)])])
        guard state >= firstEnd else { continue }
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
