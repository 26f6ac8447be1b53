import TestSupport
import Testing
import WatchwordDrafts
import WatchwordRules
import WatchwordText

@Suite("Threads")
struct ThreadTests {
  @Test(
    "A break begins another post",
    arguments: [
      (
        DraftFormat.markdown, "One ⟦sail⟧\n\n---\n\nTwo ⟦gate⟧\n\n***\n> Three ⟦quay⟧",
        ["One sail", "Two gate", "Three quay"]
      ),
      (.markdown, "---\nlane: x\n---\n\n---\n⟦One⟧\n\n- - -\n___\n⟦Two⟧\n\n---\n", ["One", "Two"]),
      (
        .plainText, "One ⟦sail⟧\n---\n\nTwo ⟦gate⟧ ---\n--- no\r\n---  \r\n⟦Three⟧\n---\n",
        ["One sail", "Two gate ---\n--- no", "Three"]
      ),
    ]
  )
  func parts(_ format: DraftFormat, _ draft: String, _ texts: [String]) throws {
    let marked = MarkedText(draft)
    let source = SourceText(marked.text)
    let reading = DraftReader.read(source, path: "x/plan.md", format: format)
    #expect(reading.summary.isEmpty)
    #expect(reading.posts.map(\.string) == texts)
    #expect(reading.posts.map(\.id) == (1...texts.count).map { "plan#\($0)" })
    #expect(reading.posts.allSatisfy { $0.thread == "plan" })
    for (post, range) in zip(reading.posts, marked.ranges) {
      expectSoundMap(of: post, in: source)
      let word = source.string(range)
      let found = try #require(post.text.firstRange(of: word.utf8, from: 0))
      #expect(post.map.fileRange(of: found) == range)
    }
  }

  @Test(
    "Other lines of hyphens, and breaks without a second text, leave one post",
    arguments: [
      (DraftFormat.markdown, "Heading\n---\ntext", "Heading\n\ntext"),
      (.markdown, "> a\n>\n> ---\n> b", "a\n\nb"),
      (.markdown, "- a\n\n  ---\n\n  b", "a\n\nb"),
      (.markdown, "***\n\none\n\n---\n", "one"),
      (.plainText, "one\n----\ntwo", "one\n----\ntwo"),
      (.plainText, "one\n***\ntwo", "one\n***\ntwo"),
      (.plainText, "one\n---\n", "one"),
    ]
  )
  func single(_ format: DraftFormat, _ draft: String, _ text: String) {
    let reading = DraftReader.read(SourceText(draft), path: "plan.txt", format: format)
    #expect(reading.posts.map(\.string) == [text])
    #expect(reading.posts.map(\.id) == ["plan"])
    #expect(reading.posts.allSatisfy { $0.thread == nil })
  }

  @Test("Front matter counts for every part, a suppression for its own")
  func common() {
    let draft = """
      ---
      id: visit
      lane: x
      ---
      One
      <!-- watchword: allow a because it is over -->

      ---

      <!-- watchword: allow b because it is over -->

      ---

      > Two

      ---

      <!-- watchword: allow c because it is over -->
      """
    let reading = DraftReader.read(SourceText(draft), path: "plan.md", format: .markdown)
    #expect(reading.summary.isEmpty)
    #expect(reading.posts.map(\.id) == ["visit#1", "visit#2"])
    #expect(reading.posts.map(\.thread) == ["visit", "visit"])
    #expect(reading.posts.allSatisfy { $0.context["lane"] == .text("x") })
    #expect(reading.posts.map { $0.suppressions.map(\.rule) } == [["a"], ["b", "c"]])
    #expect(reading.posts.map(\.blockQuotes) == [[], [SourceRange(0, 3)]])
  }
}
