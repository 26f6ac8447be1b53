import Testing
import WatchwordDrafts
import WatchwordRules
import WatchwordText

/// Every key of the context is read in every format.
@Suite struct ContextKeyTests {
  @Test("The keys that the guidance needs are known")
  func known() {
    // Those of `policy/sources.md`, section 0.
    let needed = [
      "presence", "platform", "account", "author-role", "author-grade", "lane", "publish-at",
      "approved-by", "approved-on", "approved-scope", "already-public", "kin-informed",
      "people-consent", "sources", "media", "commercial", "product-class", "market",
      "audience-min-age", "counterpart", "replaces",
    ]
    #expect(needed.filter { !ContextKey.all.contains($0) } == [])
  }

  @Test("Front matter, JSON, JSON Lines and tables", arguments: ContextKey.all)
  func read(_ key: String) throws {
    let value = "2026-06-01"
    for (text, path) in [
      ("---\n\(key): \(value)\n---\nHi.", "a.md"), ("---\n\(key): \(value)\n---\nHi.", "a.txt"),
      ("{\"text\": \"Hi.\", \"\(key)\": \"\(value)\"}", "a.json"),
      ("{\"text\": \"Hi.\", \"\(key)\": \"\(value)\"}", "a.jsonl"),
      ("text,\(key)\nHi.,\(value)\n", "a.csv"),
    ] {
      let format = try #require(DraftFormat.of(path: path))
      let reading = DraftReader.read(SourceText(text), path: path, format: format)
      let post = try #require(reading.posts.first)
      #expect(post.context.entries[key]?.range != nil, "\(path)")
    }
  }
}
