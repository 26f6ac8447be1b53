import TestSupport
import Testing
import WatchwordText

@Suite("Emoji scan")
struct EmojiScanTests {
  @Test("Every fully qualified sequence is one emoji", .enabled(if: Conformance.isAvailable))
  func conformance() throws {
    var count = 0
    for line in try UnicodeTestFile.lines("16.0/emoji/emoji-test.txt") {
      let fields = line.split(separator: ";")
      guard fields.count == 2, fields[1].contains("fully-qualified") else { continue }
      let text = try #require(UnicodeTestFile.text(fields[0]))
      #expect(end(text + "x") == text.utf8.count, "\(line)")
      #expect(end(text + "🚢") == text.utf8.count, "\(line)")
      #expect(DisplayWidth.cells(of: text) == 2, "\(line)")
      count += 1
    }
    #expect(count == 3781)
  }

  @Test(
    "What counts as an emoji, and how many bytes of it",
    arguments: [
      ("x", nil), ("1", nil), ("#tag", nil), ("©", nil), ("™", nil), ("→", nil), ("↔", nil),
      ("▶", nil),
      ("➡", nil), ("🅰", nil), ("✐", nil), ("🀀", nil), ("©\u{FE0F}", 5), ("1\u{20E3}", 4),
      ("1\u{FE0F}", nil), ("❤", 3), ("☀", 3), ("✈", 3), ("❤\u{FE0E}", nil), ("🚢\u{FE0E}", nil),
      ("❤\u{200D}🔥", 10), ("🤷\u{200D}♂", 10), ("🇬", nil), ("🇬x", nil), ("🇬🇧🇫", 8), ("🏴\u{E0067}", 4),
      ("🚢\u{200D}", 4), ("🚢\u{200D}x", 4), ("👍🏽", 8), ("🏽", 4), ("\u{1FAFC}", 4), ("\u{FE0F}", nil),
    ] as [(String, Int?)]
  )
  func sequences(text: String, bytes: Int?) {
    #expect(end(text) == bytes)
  }

  @Test("Ill-formed bytes are no emoji and end one")
  func illFormed() {
    #expect(end([0xF0, 0x9F, 0x9A]) == nil)
    #expect(end([0xF0, 0x9F, 0x9A, 0xA2, 0xE2, 0x80]) == 4)
  }

  /// The end of the emoji at the start of a text.
  private func end(_ text: String) -> Int? { end(Array(text.utf8)) }

  /// The end of the emoji at the start of some bytes.
  private func end(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { EmojiScan.end(at: 0, in: $0) }
  }
}
