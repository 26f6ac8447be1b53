import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordText

/// Where keys and suppressions go, byte for byte, and what is refused.
@Suite struct EditingTests {
  private static let by = KeySetting("approved-by", "A B")

  @Test("New columns stand at the end of the header and of every row, quoted as the row is")
  func columns() throws {
    let draft = try EditedDraft("id;\"text\"\r\n1;\"one\"\r\n2;two\r\n\r\n3;three", "a.csv")
    #expect(
      try draft.text(setting: Self.by, of: "2")
        == "id;\"text\";\"approved-by\"\r\n1;\"one\";\"\"\r\n2;two;A B\r\n\r\n3;three;"
    )
  }

  @Test("Blank cells behind the last column are used before new ones are made")
  func trailingCells() throws {
    let draft = try EditedDraft("id,text\n1,one,\n2,two\n", "a.csv")
    #expect(
      try draft.text(setting: Self.by, KeySetting("market", "UK"), of: "1")
        == "id,text,approved-by,market\n1,one,A B,UK\n2,two,,\n"
    )
  }

  @Test("The line that names the delimiter stays the first")
  func delimiterLine() throws {
    let draft = try EditedDraft("sep=;\ntext\none\n", "a.csv")
    #expect(try draft.text(setting: Self.by) == "sep=;\ntext;approved-by\none;A B\n")
  }

  @Test("Members of an object are set apart as the last one is")
  func members() throws {
    #expect(
      try EditedDraft("[\n  {\n    \"text\": \"x\"\n  }\n]\n", "a.json").text(setting: Self.by)
        == "[\n  {\n    \"text\": \"x\",\n    \"approved-by\": \"A B\"\n  }\n]\n"
    )
    #expect(
      try EditedDraft("{\"text\":\"x\"}", "a.json").text(setting: Self.by)
        == "{\"text\":\"x\",\"approved-by\":\"A B\"}"
    )
    #expect(
      try EditedDraft("{\"text\": \"x\"}\n", "a.jsonl").text(setting: Self.by)
        == "{\"text\": \"x\", \"approved-by\": \"A B\"}\n"
    )
  }

  @Test("Front matter gets its lines before the closing fence, comments stay where they are")
  func frontMatter() throws {
    #expect(
      try EditedDraft("---\r\nmarket: UK # home\r\n# end\r\n---\r\nHi.", "a.md").text(
        setting: Self.by
      )
        == "---\r\nmarket: UK # home\r\n# end\r\napproved-by: A B\r\n---\r\nHi."
    )
    #expect(
      try EditedDraft("---\napproved-by: 'Old' # who\n---\nHi.", "a.txt").text(setting: Self.by)
        == "---\napproved-by: A B # who\n---\nHi."
    )
    #expect(
      try EditedDraft("Hi.", "a.txt").text(setting: Self.by) == "---\napproved-by: A B\n---\nHi."
    )
  }

  @Test(
    "A key that shall say nothing goes with its line, or stays where a comment stands behind it"
  )
  func clearing() throws {
    let none = KeySetting("approved-scope", nil)
    #expect(
      try EditedDraft("---\r\napproved-scope: x\r\nmarket: UK\r\n---\r\nHi.", "a.md").text(
        setting: none
      )
        == "---\r\nmarket: UK\r\n---\r\nHi."
    )
    #expect(
      try EditedDraft("---\napproved-scope: x # why\n---\nHi.", "a.md").text(setting: none)
        == "---\napproved-scope:  # why\n---\nHi."
    )
    #expect(
      try EditedDraft("text,approved-scope\none,\"x\"\n", "a.csv").text(setting: none)
        == "text,approved-scope\none,\"\"\n"
    )
    #expect(
      try EditedDraft("{\"approved-scope\":[\"x\"],\"text\":\"one\"}", "a.json").text(setting: none)
        == "{\"approved-scope\":null,\"text\":\"one\"}"
    )
  }

  @Test(
    "What cannot be edited is refused in words",
    arguments: [
      ("text,id\none,1\ntwo,2\n", "a.csv", nil, "it holds 2 posts; name one with --post: 1, 2"),
      (
        "text,id\none,1\ntwo,1\n", "a.csv", "1",
        "2 posts have the id “1”; name one by its place: #1, #2"
      ),
      (
        "text,id\none,june\ntwo,july\n", "a.csv", "jun",
        "there is no post “jun” in it; did you mean “june”?"
      ),
      ("text,id\none,1\n", "a.csv", "#9", "there is no post “#9” in it; there are 1"),
      ("id,text\n1,one\n2\n", "a.csv", "1", "row 3 has 1 cells for 2 columns; correct it first"),
      (
        "id,text\n1,one\n2,\"two\n", "a.csv", "1",
        "row 3 cannot be read, so its columns are not known"
      ),
      (
        "2026-06-01,one\n2026-06-02,two\n", "a.csv", "#1",
        "its first row does not name the columns, so a key has no place; add a row that does"
      ),
      (
        "one\n\n---\n\ntwo\n", "a.md", "a#2",
        "the posts of a thread have their keys in common; leave --post out"
      ),
      (
        "---\n{market: UK}\n---\nHi.", "a.md", nil,
        "its front matter is not one key on each line; write it so"
      ),
      (
        "---\napproved-by: &a [x, y]\naccount: *a\n---\nHi.", "a.md", nil,
        "it cannot be written there without changing something else; write it by hand"
      ),
      (
        "---\nmarket: UK\n\nHi.", "a.md", nil,
        "no second `---` ends its front matter; write that line first"
      ),
    ]
  )
  func refused(text: String, path: String, post: String?, reason: String) throws {
    let draft = try EditedDraft(text, path)
    let problem = #expect(throws: EditProblem.self) {
      try draft.setting([Self.by], of: post)
    }
    #expect(problem?.reason == reason)
  }

  @Test("A thread may be named as a whole")
  func thread() throws {
    let text = "one\n\n---\n\ntwo\n"
    #expect(
      try EditedDraft(text, "a.md").text(setting: Self.by, of: "a")
        == "---\napproved-by: A B\n---\n\(text)"
    )
  }

  @Test("Suppressions stand where each format reads them")
  func suppressions() throws {
    /// A draft with one more suppression.
    func allowed(_ text: String, _ path: String, _ post: String? = nil) throws -> String {
      try EditedDraft(text, path)
        .text(allowing: "swearing", because: "it is \"a\" title", until: "2027-01-31", in: post)
    }
    let line = "swearing because it is \"a\" title until 2027-01-31"
    let escaped = "swearing because it is \\\"a\\\" title until 2027-01-31"
    let doubled = "swearing because it is \"\"a\"\" title until 2027-01-31"
    let comment = "<!-- watchword: allow \(line) -->\n"
    #expect(try allowed("Hi.\n", "a.md") == "\(comment)Hi.\n")
    #expect(
      try allowed("---\nmarket: UK\n---\nHi.\n", "a.md") == "---\nmarket: UK\n---\n\(comment)Hi.\n"
    )
    #expect(try allowed("```\ncode\n```\n", "a.md") == "\(comment)```\ncode\n```\n")
    let second = try allowed("One.\n\n---\n\n- two\n", "a.md", "a#2")
    let reading = DraftReader.read(SourceText(second), path: "a.md", format: .markdown)
    #expect(reading.posts.map { $0.suppressions.map(\.rule) } == [[], ["swearing"]])
    #expect(try allowed("Hi.\n", "a.txt") == "---\nallow:\n  - \"\(escaped)\"\n---\nHi.\n")
    #expect(
      try allowed("---\nallow:\n  - \"a because b\" # c\n---\nHi.\n", "a.txt")
        == "---\nallow:\n  - \"a because b\" # c\n  - \"\(escaped)\"\n---\nHi.\n"
    )
    #expect(
      try allowed("---\nallow: a because b\n---\nHi.\n", "a.txt")
        == "---\nallow: [\"a because b\", \"\(escaped)\"]\n---\nHi.\n"
    )
    #expect(
      try allowed("---\nallow: [a because b]\n---\nHi.\n", "a.txt")
        == "---\nallow: [a because b, \"\(escaped)\"]\n---\nHi.\n"
    )
    #expect(try allowed("text\none\n", "a.csv") == "text,allow\none,\"\(doubled)\"\n")
    #expect(
      try allowed("text,Watchword\none,a because b\n", "a.csv")
        == "text,Watchword\none,\"a because b\n\(doubled)\"\n"
    )
    #expect(
      try allowed("text,allow\none,\"a because \"\"b\"\"\"\n", "a.csv")
        == "text,allow\none,\"a because \"\"b\"\"\n\(doubled)\"\n"
    )
    #expect(
      try allowed("{\"text\":\"x\"}", "a.json") == "{\"text\":\"x\",\"allow\":[\"\(escaped)\"]}"
    )
    #expect(
      try allowed("{\"text\":\"x\",\"allow\":\"a because b\"}\n", "a.jsonl")
        == "{\"text\":\"x\",\"allow\":[\"a because b\", \"\(escaped)\"]}\n"
    )
    #expect(
      try allowed("{\"text\":\"x\",\"allow\":[ \"a because b\" ]}\n", "a.jsonl")
        == "{\"text\":\"x\",\"allow\":[ \"a because b\", \"\(escaped)\" ]}\n"
    )
  }

  @Test(
    "A reason that would read back as something else is refused",
    arguments: ["ends the --> comment", "good until 2027-01-31", "two  spaces", "a\nline"]
  )
  func reasons(_ reason: String) throws {
    let draft = try EditedDraft("Hi.\n", "a.md")
    #expect(throws: EditProblem.self) { try draft.text(allowing: "swearing", because: reason) }
  }
}
