import Testing
import WatchwordDrafts
import WatchwordText

@Suite("Plain text")
struct PlainTextTests {
  @Test(
    "The text is one post, as it stands",
    arguments: [
      DraftCase("We ⟦sail⟧ today 🚢 ⟦again⟧", "We sail today 🚢 again"),
      DraftCase("\u{FEFF}⟦We⟧ sail", "We sail"),
      DraftCase("\n \r\n  Two ⟦lines⟧\r\nand ⟦more⟧ \n\n", "  Two lines\r\nand more"),
      DraftCase("one\r⟦two⟧\rthree\r", "one\rtwo\rthree"),
      DraftCase("*not* <b>⟦markup⟧</b> &amp;", "*not* <b>markup</b> &amp;"),
      DraftCase("---\nno fence ⟦closes⟧", "---\nno fence closes"),
    ]
  )
  func text(_ draft: DraftCase) throws {
    let reading = try draft.check(.plainText)
    #expect(reading.summary.isEmpty)
    #expect(reading.posts.map(\.id) == ["a"])
  }

  @Test(
    "The extension names the format",
    arguments: [
      ("a.txt", DraftFormat.plainText), ("x/y.z/a.MD", .markdown), ("a.markdown", .markdown),
      ("a.b.jsonl", .jsonLines), ("a.ndjson", .jsonLines), ("a.docx", nil), ("txt", nil),
      (".txt", nil), ("dir.md/notes", nil), ("", nil), ("a.", nil),
    ] as [(String, DraftFormat?)]
  )
  func format(_ path: String, _ format: DraftFormat?) {
    #expect(DraftFormat.of(path: path) == format)
  }

  @Test("Every extension of a format names it", arguments: DraftFormat.allCases)
  func extensions(_ format: DraftFormat) {
    for name in format.extensions { #expect(DraftFormat.of(path: "a.\(name)") == format) }
  }

  @Test(
    "A post's id is its file's name without extension",
    arguments: [
      ("drafts/port.visit.md", "port.visit"), ("-", "-"), (".hidden", ".hidden"), ("a/b", "b"),
      ("a.b/c.txt", "c"), ("a//b.txt", "b"), ("/b.c.txt", "b.c"), ("a.txt/", "a"), ("//", "//"),
    ]
  )
  func id(_ path: String, _ id: String) {
    let reading = DraftReader.read(SourceText("Hello"), path: path, format: .plainText)
    #expect(reading.posts.map(\.id) == [id])
  }
}
