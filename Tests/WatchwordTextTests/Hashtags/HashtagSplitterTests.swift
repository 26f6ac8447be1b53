import Testing

@testable import WatchwordText

/// Tags without capitals and their words.
@Suite struct HashtagSplitterTests {
  /// The words that the splitter finds in a tag, joined by blanks; nil where it leaves it whole.
  private func words(_ tag: String) -> String? {
    var tag = tag
    return tag.withUTF8 { letters in
      HashtagSplitter.split(letters)?
        .map { String(decoding: letters[$0], as: UTF8.self) }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("openday", "open day"), ("scamawarenessweek", "scam awareness week"),
    ("mentalhealth", "mental health"), ("nocommentfromme", "no comment from me"),
    ("lestweforget", "lest we forget"), ("OPENDAY", "OPEN DAY"), ("Londonbridge", "London bridge"),
    ("onceinalifetime", "once in a lifetime"),
  ])
  func compoundsAreSplit(tag: String, expected: String) {
    #expect(words(tag) == expected)
  }

  @Test(arguments: [
    // Words, of one part or two.
    "volunteer", "sunscreen", "cupcake", "counterterrorism", "philanthropists", "podcasts",
    // Names of one word.
    "manchester", "beckham", "facebook", "waitrose", "snapchat",
    // Initialisms and fancy.
    "gbbo", "nhs", "rhobh", "zzzzzz", "aaaaaaaa",
    // Other languages.
    "noticias", "novela", "gracias", "deutschland", "italiano", "bonjour",
    "heimat", "liebe", "", "a", "i",
  ])
  func otherTagsAreLeftWhole(tag: String) {
    #expect(words(tag) == nil)
  }

  @Test func onlyLettersAreLookedAt() {
    #expect(words("open_day") == nil)
    #expect(words("openday2") == nil)
    #expect(words("opéndaynow") == nil)
  }

  @Test func aRunThatIsTooLongIsLeftWhole() {
    #expect(words(String(repeating: "openday", count: 9)) != nil)
    #expect(words(String(repeating: "openday", count: 10)) == nil)
  }

  @Test func theRangesCoverTheTagWithoutGaps() {
    let tag = "thebestdayoftheyear"
    let ranges = Array(tag.utf8).withUnsafeBufferPointer { HashtagSplitter.split($0) ?? [] }
    #expect(ranges.first?.lowerBound == 0)
    #expect(ranges.last?.upperBound == tag.utf8.count)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }

  @Test func everyEdgeOfTheTableLeadsSomewhere() {
    // Follows the graph to the end of each word; a damaged table would loop or run out.
    var words = 0
    var stack = [(HashtagWords.root, 0)]
    while let (node, depth) = stack.popLast() {
      var place = node
      while true {
        let edge = HashtagWords.Edge(HashtagWords.edges, at: place)
        #expect(edge.letter < 26)
        if edge.endsWord { words += 1 }
        if edge.node > 0, depth < 40 { stack.append((edge.node, depth + 1)) }
        if edge.isLast { break }
        place += 1
      }
    }
    #expect(words > 30_000)
  }
}
