import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordRules
import WatchwordText

/// Tables whose headers somebody has explained.
@Suite struct CSVColumnNamesTests {
  /// The posts of a table as `id|text|publish-at|market`, and its problems by name.
  private func read(_ table: String, _ columns: [String: [String]]) -> [String] {
    let reading = DraftReader.read(
      SourceText(table),
      path: "a.csv",
      format: .csv,
      options: ReadingOptions(columns: ColumnNames(columns))
    )
    return reading.posts.map { post in
      let keys = ["publish-at", "market"].map { post.context[$0]?.texts.first ?? "-" }
      return ([post.id, post.string] + keys).joined(separator: "|")
    } + reading.problems.map(\.rule.name)
  }

  @Test("Headers mean what somebody says, in any spelling")
  func headers() {
    let table = "Our words,GO LIVE,Nr,Where\nGood morning,2027-01-31,7,uk\n"
    let columns = [
      "text": ["our words"], "publish-at": ["Go-live"], "id": ["Nr"], "market": ["where"],
    ]
    #expect(read(table, columns) == ["7|Good morning|2027-01-31|uk"])
  }

  @Test("A column that was named beats one with a usual name")
  func rivals() {
    let table = "Text,Our words,Date,Go-live\nan idea,Good morning,2027-01-01,2027-01-31\n"
    #expect(
      read(table, ["text": ["Our words"], "publish-at": ["Go-live"]])
        == ["row 2|Good morning|2027-01-31|-"]
    )
  }

  @Test("A table without the header is read by the usual names")
  func absent() {
    #expect(read("text,market\nHello,uk\n", ["text": ["Our words"]]) == ["row 2|Hello|-|uk"])
  }

  @Test("Of several headers the preferred one counts")
  func preferred() {
    let table = "B,A\nsecond,first\n"
    #expect(read(table, ["text": ["A", "B"]]) == ["row 2|first|-|-"])
    #expect(read("B\nsecond\n", ["text": ["A", "B"]]) == ["row 2|second|-|-"])
  }

  @Test("One header twice is one too many")
  func twice() {
    #expect(read("A,A\none,two\n", ["text": ["A"]]) == ["two-text-columns"])
  }

  @Test("Pictures may stand in several columns")
  func media() {
    let reading = DraftReader.read(
      SourceText("text,Pic one,Pic two,Words\nHi,a.png,b.png,A ship\n"),
      path: "a.csv",
      format: .csv,
      options: ReadingOptions(
        columns: ColumnNames(["media": ["Pic one", "Pic two"], "media.alt": ["Words"]])
      )
    )
    guard case .list(let media)? = reading.posts.first?.context["media"] else {
      Issue.record("no media")
      return
    }
    #expect(media.count == 2)
  }
}
