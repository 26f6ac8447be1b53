import Testing
import WatchwordDrafts
import WatchwordText

@Suite("Encoding")
struct EncodingTests {
  @Test(
    "Bytes that are not UTF-8 text are reported at their place",
    arguments: [
      ([0x61, 0xE9, 0x61], "1..<2 error draft/invalid-utf-8"),
      ([0x61, 0x62, 0xC3], "2..<3 error draft/invalid-utf-8"),
      ([0x61, 0xE2, 0x82, 0x61], "1..<3 error draft/invalid-utf-8"),
      ([0x61, 0xF0, 0x9F, 0x9A], "1..<4 error draft/invalid-utf-8"),
      ([0x61, 0xC0, 0x80], "1..<2 error draft/invalid-utf-8"),
      ([0x61, 0xED, 0xA0, 0x80], "1..<2 error draft/invalid-utf-8"),
      ([0x61, 0xE0, 0x80, 0x80], "1..<2 error draft/invalid-utf-8"),
      ([0x61, 0xF4, 0x90, 0x80, 0x80], "1..<2 error draft/invalid-utf-8"),
      ([0x61, 0xF5, 0x80], "1..<2 error draft/invalid-utf-8"),
      (Array("0123456789abcdef".utf8) + [0x80], "16..<17 error draft/invalid-utf-8"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0x80], "4..<5 error draft/invalid-utf-8"),
      ([0xFF, 0xFE, 0x61, 0x00], "0..<2 error draft/utf-16"),
      ([0xFE, 0xFF, 0x00, 0x61], "0..<2 error draft/utf-16"),
      ([0x61, 0x62, 0x00, 0xFF], "2..<3 error draft/binary"),
      ([0x61, 0x01, 0x02, 0x03], "1..<2 error draft/binary"),
    ] as [([UInt8], String)]
  )
  func faults(_ bytes: [UInt8], _ problem: String) {
    for format in [DraftFormat.plainText, .markdown] {
      let reading = DraftReader.read(SourceText(bytes), path: "a", format: format)
      #expect(reading.summary == [problem])
      #expect(reading.posts.isEmpty)
    }
  }

  @Test(
    "Well-formed text at the edges of the table is read",
    arguments: [
      "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
      "one \u{1B}[0m control in a long line",
    ]
  )
  func edges(_ text: String) {
    let reading = DraftReader.read(SourceText(text), path: "a", format: .plainText)
    #expect(reading.posts.map(\.string) == [text])
    #expect(reading.summary.isEmpty)
  }

  @Test("An empty draft is a note", arguments: ["", " \n\t\r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func empty(_ text: String) {
    for format in DraftFormat.allCases {
      let reading = DraftReader.read(SourceText(text), path: "a", format: format)
      #expect(reading.posts.isEmpty)
      #expect(reading.summary == ["- note draft/empty"])
    }
  }
}
