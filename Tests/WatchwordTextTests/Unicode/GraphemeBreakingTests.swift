import Foundation
import TestSupport
import Testing
import WatchwordText

@Suite("Grapheme breaking")
struct GraphemeBreakingTests {
  @Test(
    "Every case of the Unicode test files",
    .enabled(if: Conformance.isAvailable),
    arguments: [
      ("16.0", 1093, []),
      // Version 17 no longer takes U+2701 for a pictograph; the emoji data here is that of 16.
      ("17.0", 766, ["÷ 2701 × 200D ÷ 2701 ÷"]),
    ] as [(String, Int, [String])]
  )
  func conformance(version: String, cases: Int, differing: [String]) throws {
    var failed: [String] = []
    let lines = try UnicodeTestFile.lines(version + "/segmentation/GraphemeBreakTest.txt")
    #expect(lines.count == cases)
    for line in lines {
      let clusters = line.split(separator: "÷").map {
        $0.replacingOccurrences(of: "×", with: " ")
      }.filter { !$0.allSatisfy { $0 == " " } }
      let texts = clusters.compactMap(UnicodeTestFile.text)
      try #require(texts.count == clusters.count, "\(line)")
      if split(texts.joined()) != texts.map({ $0.utf8.count }) { failed.append(line) }
    }
    #expect(failed == differing)
  }

  @Test(
    "Clusters of a few texts, in bytes",
    arguments: [
      ("", []), ("ab", [1, 1]), ("a\r\nb", [1, 2, 1]), ("\r\r\n", [1, 2]), ("e\u{301}x", [3, 1]),
      ("🇬🇧🇫🇷🇩", [8, 8, 4]), ("👩‍👩‍👧", [18]), ("a\u{200D}🚢", [4, 4]), ("각\u{1100}\u{1161}", [3, 6]),
      ("क्ष", [9]), ("\n\u{301}", [1, 2]),
    ] as [(String, [Int])]
  )
  func clusters(text: String, lengths: [Int]) {
    #expect(split(text) == lengths)
  }

  @Test("Ill-formed bytes are clusters, and joined by marks")
  func illFormed() {
    #expect(split([0xFF, 0xFE, 0x61]) == [1, 1, 1])
    #expect(split([0xE2, 0x82, 0xCC, 0x81]) == [4])
  }

  /// The lengths of the clusters of a text, in bytes.
  private func split(_ text: String) -> [Int] { split(Array(text.utf8)) }

  /// The lengths of the clusters of some bytes.
  private func split(_ bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBufferPointer { buffer in
      var lengths: [Int] = []
      var offset = 0
      while offset < buffer.count {
        let end = GraphemeBreaking.end(of: offset, in: buffer)
        lengths.append(end - offset)
        offset = end
      }
      #expect(GraphemeBreaking.count(in: buffer) == lengths.count)
      return lengths
    }
  }
}
