import Testing
import WatchwordDrafts
import WatchwordText

@Suite("Markdown")
struct MarkdownTests {
  @Test(
    "Inline markup is taken away and words keep their bytes",
    arguments: [
      DraftCase("We **⟦fly⟧ out** on *⟦Tuesday⟧*.", "We fly out on Tuesday."),
      DraftCase("**De**⟦ploy⟧**ed** ~~⟦not⟧~~", "Deployed not"),
      DraftCase("A [⟦link⟧ text](https://example.org \"title\") ⟦end⟧", "A link text end"),
      DraftCase(
        "<https://example.org/⟦1⟧> https://example.org/⟦2⟧",
        "https://example.org/1 https://example.org/2"
      ),
      DraftCase("[⟦ref⟧][1] [⟦1⟧]\n\n[1]: https://example.org", "ref 1"),
      DraftCase("![alt *words*](a.png) ⟦Hello⟧ ![](b.png)", "Hello "),
      DraftCase("fly![alt](a.png)⟦out⟧", "fly out"),
      DraftCase("⟦run⟧ `swift build` ⟦now⟧", "run \u{FFFC} now"),
      DraftCase("a `⟦code⟧` b", "a \u{FFFC} b", words: ["\u{FFFC}"]),
      DraftCase("a`⟦x\ny⟧`⟦b⟧", "a\u{FFFC}b", words: ["\u{FFFC}", "b"]),
      DraftCase(
        "R⟦&amp;⟧R at ⟦5&#32;pm⟧ ⟦&nosuch;⟧",
        "R&R at 5 pm &nosuch;",
        words: ["&", "5 pm", "&nosuch;"]
      ),
      DraftCase(
        "⟦&#x1F6A2;⟧⟦&#0;⟧⟦&#xD800;⟧⟦&ngE;⟧",
        "🚢\u{FFFD}\u{FFFD}≧̸",
        words: ["🚢", "\u{FFFD}", "\u{FFFD}", "≧̸"]
      ),
      DraftCase(#"\*⟦stars⟧\* and \⟦#⟧tag \\ \x"#, #"*stars* and #tag \ \x"#),
      DraftCase(#"⟦5\*6⟧"#, "5*6", words: ["5*6"]),
      DraftCase("Bo<b>⟦ld⟧</b> <span title='>'>⟦x⟧</span>", "Bold x"),
      DraftCase("one<br>⟦two⟧<br />\n⟦three⟧", "one\ntwo\nthree"),
      DraftCase("one⟦<br >⟧two<img src=a>⟦three⟧", "one\ntwo three", words: ["\n", "three"]),
      DraftCase("a <!-- not\nseen --> ⟦b⟧", "a  b"),
      DraftCase("1 < 2 ⟦&⟧ 3", "1 < 2 & 3"),
    ]
  )
  func inline(_ draft: DraftCase) throws {
    #expect(try draft.check(.markdown).summary.isEmpty)
  }

  @Test(
    "Line breaks keep their bytes",
    arguments: [
      DraftCase("one ⟦two\nthree⟧", "one two\nthree"),
      DraftCase(
        "one ⟦two\r\nthree⟧ four\r\n⟦five⟧",
        "one two\nthree four\nfive",
        words: ["two\nthree", "five"]
      ),
      DraftCase("one⟦\r⟧⟦two⟧", "one\ntwo", words: ["\n", "two"]),
      DraftCase(
        "one⟦\r\n⟧   two  ⟦\n⟧**three**\\⟦\n⟧four",
        "one\ntwo\nthree\nfour",
        words: ["\n", "\n", "\n"]
      ),
      DraftCase("> a⟦\n⟧> b⟦\n⟧c", "a\nb\nc"),
      DraftCase("a [b](u\n\"t\")⟦\n⟧c", "a b\nc"),
      DraftCase("a\n<b>\n⟦c⟧</b>", "a\nc"),
    ]
  )
  func lineBreaks(_ draft: DraftCase) throws {
    #expect(try draft.check(.markdown).summary.isEmpty)
  }

  @Test(
    "Blocks are kept apart",
    arguments: [
      DraftCase("# ⟦Title⟧ #\n\nText\n===\n⟦More⟧", "Title\n\nText\n\nMore"),
      DraftCase("⟦#OpShader⟧ starts", "#OpShader starts"),
      DraftCase(
        "Intro\n\n- ⟦one⟧\n- two\n  - ⟦deep⟧\n- three\n\n⟦End⟧",
        "Intro\n\none\ntwo\ndeep\nthree\n\nEnd"
      ),
      DraftCase("1. one\n\n2. ⟦two⟧\n\n   ⟦more⟧\n", "one\ntwo\n\nmore"),
      DraftCase("- \n- ⟦b⟧\n- - ⟦c⟧\n- > d\n", "b\nc\nd"),
      DraftCase("- a\n  ***\n  ⟦b⟧\n", "a\n\nb"),
      DraftCase("| ⟦a⟧ | b |\n|---|---|\n| c\\|d | **⟦e⟧** |\n\n⟦f⟧", "a\tb\nc|d\te\n\nf"),
      DraftCase(
        "a\n\n```swift\n⟦let x\ny⟧\n```\n⟦b⟧",
        "a\n\n\u{FFFC}\n\nb",
        words: ["\u{FFFC}", "b"]
      ),
      DraftCase("a\n\n    ⟦indented⟧ prose\n\n# ⟦b⟧", "a\n\nindented prose\n\nb"),
      DraftCase(
        "<div>\n  ⟦Hello⟧ <b>⟦you⟧</b> &amp; <!-- no -->\n\n⟦after⟧ </div>",
        "Hello you & \n\nafter "
      ),
      DraftCase("<table><tr><td>⟦a⟧</td><td>⟦b⟧</td></tr>\n<tr\ntitle=\">\"><td>⟦c⟧", "a b\nc"),
      DraftCase("<script>\nlet a = '<b>';\n</script>\n\n⟦text⟧", "text"),
      DraftCase("| a | ⟦b⟧ |\n|---|\n| ⟦c⟧ | **d** |⟦e⟧||\r\n|f\n", "a\tb\nc\t**d**\te\nf"),
      DraftCase("a|b\n---|---\n|\n`x`|⟦y⟧|\n", "a\tb\n\u{FFFC}\ty"),
      DraftCase("<script>\na\n</script>⟦b⟧ <style>p > q</style>⟦c⟧", "b c"),
      DraftCase("<?php\necho '>';\n?>⟦a⟧ <b>⟦b⟧", "a b"),
      DraftCase("<![CDATA[a > b ] >\n]]>⟦a⟧", "a"),
      DraftCase("<!DOCTYPE html>⟦a⟧", "a"),
      DraftCase("<!-- one\n\ntwo -->\n⟦text⟧", "text"),
    ]
  )
  func blocks(_ draft: DraftCase) throws {
    #expect(try draft.check(.markdown).summary.isEmpty)
  }

  @Test(
    "Block quotations are recorded",
    arguments: [
      ("> a **b**\n> c\n\nd\n\n> > e\n>\n> f", ["a b\nc", "e\n\nf"]),
      ("- x\n\n  > y", ["y"]), ("> ![a](b)\n\nc", []), ("none", []),
    ]
  )
  func blockQuotes(_ draft: String, _ quotes: [String]) throws {
    let reading = DraftReader.read(SourceText(draft), path: "a", format: .markdown)
    let post = try #require(reading.posts.first)
    #expect(
      post.blockQuotes.map { String(decoding: post.text[$0.start..<$0.end], as: UTF8.self) }
        == quotes
    )
  }

  @Test(
    "A draft without words is a post with a note",
    arguments: ["![a](b.png)", "[a]: /b", "***"]
  )
  func noWords(_ draft: String) {
    let reading = DraftReader.read(SourceText(draft), path: "a", format: .markdown)
    #expect(reading.posts.map(\.string) == [""])
    #expect(reading.summary == ["- note draft/empty"])
  }

  @Test(
    "Deep nesting and unclosed markup are read",
    arguments: [
      "> ", "- ", "[", "*a ", "**a", "<b>", "`", "![", "&#", "|", "<!--", "(", "a_", "\\", "1. ",
      "<a href='",
    ]
  )
  func pathological(_ part: String) throws {
    let draft = String(repeating: part, count: 3_000) + "end"
    let source = SourceText(draft)
    let reading = DraftReader.read(source, path: "a", format: .markdown)
    let post = try #require(reading.posts.first)
    expectSoundMap(of: post, in: source)
  }

  @Test("Every start and every small change of a rich draft has a sound map")
  func damage() {
    let draft = Array(
      """
      ---
      lane: [x]\r
      ---
      # T é\r
      > - a **b**\\
      >   c `d` &amp; ![e](f "g")<br>h
      <div title='>'>i <!-- watchword: allow j because k --></div>

      | l | m |\r
      |---|---|
      | n | o | p\\| |

      ```
      q
      ```
      [r](<s> 't') ~~u~~ <https://v.example>
      """.utf8
    )
    for end in 1...draft.count { expectSound(Array(draft[..<end])) }
    for index in draft.indices {
      for byte in [0x0A, 0x0D, 0x20, 0x09, 0x3C, 0x3E, 0x5C, 0x60, 0x7C, 0x21, 0x2D, 0x80]
        as [UInt8]
      {
        var changed = draft
        changed[index] = byte
        expectSound(changed)
      }
    }
  }

  /// Reads bytes and checks that every post is sound and that nothing is passed over in silence.
  private func expectSound(_ bytes: [UInt8]) {
    let source = SourceText(bytes)
    let reading = DraftReader.read(source, path: "a", format: .markdown)
    #expect(!reading.posts.isEmpty || !reading.problems.isEmpty)
    for post in reading.posts { expectSoundMap(of: post, in: source) }
  }
}
