import Testing
import WatchwordText

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Cells of a text",
    arguments: [
      ("", 0), ("ship", 4), ("naïve", 5), ("nai\u{308}ve", 5), ("漢字", 4), ("ｆｗ", 4), ("한", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("👩‍👩‍👧‍👦", 2), ("🇬🇧", 2), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2), ("👍🏽", 2), ("❤", 1),
      ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("a\u{FE0F}", 1), ("\u{200B}\u{AD}\u{200E}", 0),
      ("\u{1B}\u{7}\r\n\u{7F}", 0), ("\u{301}", 0), ("हिन्दी", 2), ("𠀀", 2), ("\u{E0041}", 0),
      ("“£”", 3),
    ]
  )
  func cells(text: String, cells: Int) {
    #expect(DisplayWidth.cells(of: text) == cells)
    #expect(DisplayWidth.cells(of: Array(text.utf8)[...]) == cells)
  }

  @Test("Ill-formed bytes take a cell each")
  func illFormed() {
    #expect(DisplayWidth.cells(of: [0xFF, 0x61, 0xC3]) == 3)
  }
}
