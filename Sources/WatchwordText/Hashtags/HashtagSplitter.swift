/// Finds the words in a hashtag that is written without capitals, as `#openday` or `#OPENDAY`.
///
/// The cheapest way to cut the letters into English words wins, where a word costs the more the
/// rarer it is. It counts only if words explain the letters much better than chance would: names,
/// initialisms, words of other languages and single words are left whole.
public enum HashtagSplitter {
  /// The fewest letters of a run that is looked at; chance alone cuts shorter ones.
  public static let shortest = 6
  /// The most letters that are looked at; a longer run is left whole.
  public static let longest = 64

  /// The ranges of the words, two or more, that cover a run of letters; nil where it is to be left whole.
  ///
  /// - Parameter letters: ASCII letters only, in any case, without `#`, digits and `_`. Anything
  ///   else gives nil.
  /// - Complexity: O(*n* × *w*), with *w* the letters of the longest word that begins at a place.
  public static func split(_ letters: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    guard letters.count >= shortest, letters.count <= longest else { return nil }
    return withUnsafeTemporaryAllocation(of: Cut.self, capacity: letters.count + 1) { cuts in
      cuts.initialize(repeating: Cut(cost: .max, start: 0))
      cuts[0].cost = 0
      let table = HashtagWords.edges
      for start in letters.indices where cuts[start].cost != .max {
        guard walk(letters, from: start, in: table, cuts) else { return nil }
      }
      return words(cuts, count: letters.count)
    }
  }

  /// The best way to a place in the tag.
  private struct Cut {
    /// What its words cost.
    var cost: Int
    /// Where its last word starts.
    var start: Int
  }

  /// Follows the words that begin at a place; false if the whole run is one of them.
  private static func walk(
    _ letters: UnsafeBufferPointer<UInt8>,
    from start: Int,
    in table: UnsafePointer<UInt8>,
    _ cuts: UnsafeMutableBufferPointer<Cut>
  ) -> Bool {
    // Each word has a cost of its own, so that fewer words are better.
    let perWord = 4
    var node = HashtagWords.root
    for index in start..<letters.count {
      let letter = Int(letters[index] | 0x20) - 0x61
      guard (0..<26).contains(letter),
        let edge = HashtagWords.edge(letter, from: node, in: table)
      else { return true }
      let isEnd = index + 1 == letters.count
      if start == 0, isEnd, edge.endsWord { return false }
      // "a" and "i" end nothing in English, but much in other languages.
      if let cost = edge.cost, !(isEnd && index == start) {
        let total = cuts[start].cost + cost + perWord
        if total < cuts[index + 1].cost { cuts[index + 1] = Cut(cost: total, start: start) }
      }
      guard edge.node > 0 else { return true }
      node = edge.node
    }
    return true
  }

  /// The words of the best way through, if they are good enough.
  private static func words(
    _ cuts: UnsafeMutableBufferPointer<Cut>,
    count: Int
  ) -> [Range<Int>]? {
    // By chance a letter costs a power of ten and a half, or six; words must do far better.
    guard cuts[count].cost <= 4 * count + 5 else { return nil }
    var words: [Range<Int>] = []
    var end = count
    while end > 0 {
      words.append(cuts[end].start..<end)
      end = cuts[end].start
    }
    return words.count > 1 ? words.reversed() : nil
  }
}
