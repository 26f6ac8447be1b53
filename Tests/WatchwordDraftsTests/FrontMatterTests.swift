import TestSupport
import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordRules
import WatchwordText

@Suite("Front matter")
struct FrontMatterTests {
  @Test("Keys give the context, and the text keeps its places")
  func context() throws {
    let marked = MarkedText(
      """
      \u{FEFF}---\r
      ⟦presence: corporate⟧\r
      ⟦publishAt: 2026-03-02⟧   # a Monday\r
      ⟦platform: [x, bluesky]⟧\r
      id: "port visit"\r
      ⟦approved_by: 'The “unit” officer'⟧\r
      poll:\r
      ⟦media:
        - alt: A ship
          geotag: no⟧
      --- \t\r
      \r
      We **⟦sail⟧** soon.
      """
    )
    let source = SourceText(marked.text)
    let reading = DraftReader.read(source, path: "a.md", format: .markdown)
    #expect(reading.summary.isEmpty)
    let post = try #require(reading.posts.first)
    #expect(post.id == "port visit")
    #expect(post.string == "We sail soon.")
    #expect(post.map.fileRange(of: SourceRange(3, 7)) == marked.ranges[5])
    #expect(
      post.context.entries == [
        "presence": ContextEntry(.text("corporate"), range: marked.ranges[0]),
        "publish-at": ContextEntry(.text("2026-03-02"), range: marked.ranges[1]),
        "platform": ContextEntry(.list([.text("x"), .text("bluesky")]), range: marked.ranges[2]),
        "approved-by": ContextEntry(.text("The “unit” officer"), range: marked.ranges[3]),
        "media": ContextEntry(
          .list([.map(["alt": .text("A ship"), "geotag": .text("no")])]),
          range: marked.ranges[4]
        ),
      ]
    )
  }

  @Test("Plain text may have front matter too")
  func plainText() throws {
    let draft = DraftCase("---\nlane: engineering\n---\n\n*As* ⟦it⟧ stands\n", "*As* it stands")
    let reading = try draft.check(.plainText)
    #expect(reading.summary.isEmpty)
    #expect(reading.posts.map { $0.context["lane"] } == [.text("engineering")])
  }

  @Test(
    "Mistakes are reported at their place, and the text is read all the same",
    arguments: [
      ("---\nlane: x\n⟦tittle⟧: Hello\n---\n", "note draft/unknown-key"),
      ("---\nlane: x\n⟦lane⟧: y\n---\n", "error draft/duplicate-key"),
      ("---\npublish-at: 2026-03-02\n⟦publishAt⟧: y\n---\n", "error draft/duplicate-key"),
      ("---\nlane: ⟦\"⟧open\n---\n", "error draft/yaml-syntax"),
      ("---\nlane: ⟦*nowhere⟧\n---\n", "error draft/unknown-alias"),
      ("---\n⟦just words⟧\n---\n", "error draft/front-matter"),
    ]
  )
  func mistakes(_ start: String, _ problem: String) throws {
    let marked = MarkedText(start + "Text")
    let source = SourceText(marked.text)
    let reading = DraftReader.read(source, path: "a", format: .markdown)
    #expect(reading.summary == ["\(marked.ranges[0]) \(problem)"])
    #expect(reading.posts.map(\.string) == ["Text"])
  }

  @Test("Front matter that nothing closes is text, with a warning where keys follow")
  func open() {
    let reading = DraftReader.read(
      SourceText("---\nlane: x\n\nText"),
      path: "a",
      format: .markdown
    )
    #expect(reading.summary == ["0..<3 warning draft/open-front-matter"])
    #expect(reading.posts.map(\.string) == ["lane: x\n\nText"])
    let line = DraftReader.read(SourceText("---\n\nNo: keys"), path: "a", format: .markdown)
    #expect(line.summary.isEmpty)
    #expect(line.posts.map(\.string) == ["No: keys"])
  }

  @Test("Empty front matter is fine, and front matter alone is a post with a note")
  func empty() {
    let nothing = DraftReader.read(SourceText("---\n---\nText"), path: "a", format: .markdown)
    #expect(nothing.summary.isEmpty)
    #expect(nothing.posts.map(\.string) == ["Text"])
    let alone = DraftReader.read(SourceText("---\nlane: x\n---\n"), path: "a", format: .markdown)
    #expect(alone.summary == ["- note draft/empty"])
    #expect(alone.posts.map { $0.context["lane"] } == [.text("x")])
  }

  @Test(
    "An unknown key names the key it is near",
    arguments: [
      ("presense", "presence"), ("Publish At", "publish-at"), ("publsih-at", "publish-at"),
      ("aproved_by", "approved-by"), ("title", nil), ("x", nil),
    ] as [(String, String?)]
  )
  func nearNames(_ name: String, _ near: String?) {
    let reading = DraftReader.read(
      SourceText("---\n\(name): a\n---\nText"),
      path: "a",
      format: .markdown
    )
    let advice = near.map { "Write `\($0)` if that is meant." }
    #expect(
      reading.problems.map(\.advice) == [
        advice ?? "Delete it, or leave it for the tools that use it."
      ]
    )
  }
}
