import Testing
import WatchwordDiagnostics
import WatchwordDrafts

/// Writing keys into every kind of draft keeps all other bytes, and the keys are read back.
@Suite struct EditingPropertyTests {
  /// Names that are hard to write somewhere.
  static let names = [
    "unit media officer", "O'Neil; \"J\", PO", "Zoë 🚢 来", "yes: #1", "- [x] {y}", "\\n", "=1+1",
    "a\tb",
    "null", "*anchor", "‘curly’ | pipe", "@handle", "ends with:", "100", "e\u{301}", "%done",
    "` tick",
  ]

  /// The keys of an approval by somebody.
  static func settings(_ name: String) -> [KeySetting] {
    [
      KeySetting("approved-by", name), KeySetting("approved-on", "2026-06-01"),
      KeySetting("approved-scope", "operations, media"),
      KeySetting("approved-text", TextDigest(of: []).description),
      KeySetting("approved-signature", nil),
    ]
  }

  @Test("Tables", arguments: names)
  func tables(_ name: String) throws {
    for delimiter in [",", ";", "\t"] {
      for end in ["\n", "\r\n"] {
        for mark in ["", "\u{FEFF}"] {
          for quote in ["", "\""] {
            for known in [[], ["approved-by"], ["Approved By", "approved_on", "approved-text"]] {
              for last in [end, ""] {
                let columns = ["id", "text", "market"] + known
                let rows = [
                  columns, ["a", "one; two, three", "UK"] + known.map { _ in "" },
                  ["b", "say \"\"hi\"\"\nthere", ""] + known.map { _ in "old" },
                  ["c", "", ""] + known,
                ]
                let lines = rows.enumerated().map { index, row in
                  row.enumerated().map { column, cell in
                    let needs = index > 0 && column == 1
                    return needs || (index + column).isMultiple(of: 2)
                      ? (needs ? "\"\(cell)\"" : quote + cell + quote) : cell
                  }.joined(separator: delimiter)
                }
                let draft = try EditedDraft(
                  mark + lines.joined(separator: end) + last,
                  delimiter == "\t" ? "a.tsv" : "a.csv"
                )
                try #require(draft.reading.posts.map(\.id) == ["a", "b", "c"])
                for post in ["a", "b"] { try draft.expectOnly(Self.settings(name), of: post) }
              }
            }
          }
        }
      }
    }
  }

  @Test("JSON and JSON Lines", arguments: names)
  func json(_ name: String) throws {
    let objects = [
      #"{"text":"one"}"#, #"{ "id": "x", "text": "tw\u006f \"é\"" }"#,
      "{\n    \"id\": \"y\",\n    \"text\": \"three\",\n    \"media\": [{\"alt\": null}]\n  }",
      "{\r\n\t\"text\" : \"four\",\r\n\t\"approvedBy\" : null,\r\n\t\"approved_on\":\"2025-01-01\"\r\n}",
      #"{"text":"five","approved-by":["a","b"],"approved-signature":"AAAA","other":{"text":"no"}}"#,
    ]
    for object in objects {
      for (open, close) in [
        ("", ""), ("[", "]"), ("{\"meta\": {}, \"posts\": [ ", " ], \"n\": 1}"),
      ] {
        for mark in ["", "\u{FEFF}"] {
          let draft = try EditedDraft(mark + open + object + close + "\n", "a.json")
          try draft.expectOnly(Self.settings(name))
          let two =
            open.isEmpty ? nil : try EditedDraft(open + object + "," + object + close, "a.json")
          if let two { try two.expectOnly(Self.settings(name), of: "#2") }
        }
      }
      let line = object.filter { !$0.isNewline }
      for end in ["\n", "\r\n"] {
        let draft = try EditedDraft(
          "{\"text\": \"zero\"}\(end)\(end)\(line)\(end){\"text\":\"\"}",
          "a.jsonl"
        )
        try draft.expectOnly(Self.settings(name), of: "#2")
      }
    }
  }

  @Test("Front matter", arguments: names)
  func frontMatter(_ name: String) throws {
    let matters = [
      "", "---\n---\n", "---\n# only a comment\n---\n",
      "---\npresence: sponsored   # who\n\nmedia:\n  - alt: x\n    file: y # deep\n---\n",
      "---\napproved-by:\napproved_on: \"2020-01-01\" # then\napprovedText: >\n  old\n  text\nmarket: UK\n---\n",
      "---\n  market: UK\n  approved-by: 'old ''name'''\n---   \n",
      "---\nmarket: |+\n  UK\n\n---\n",
    ]
    for matter in matters {
      for body in ["One line.", "# Head\n\nText.\n\n---\n\nMore.\n", "\n\n  <b>x</b>\n"] {
        for path in ["a.md", "a.txt"] {
          for mark in ["", "\u{FEFF}"] {
            let text = mark + matter + body
            try EditedDraft(text, path).expectOnly(Self.settings(name))
            let windows = text.split(separator: "\n", omittingEmptySubsequences: false)
            try EditedDraft(windows.joined(separator: "\r\n"), path).expectOnly(Self.settings(name))
          }
        }
      }
    }
  }

  @Test("Setting what is set already changes nothing")
  func again() throws {
    for (text, path) in [
      ("Hello.\n", "a.md"), ("text\nhello\n", "a.csv"), ("{\"text\": \"hello\"}", "a.json"),
    ] {
      let once = try EditedDraft(text, path).setting(Self.settings("x y"))
      let twice = try EditedDraft(once.bytes, path).setting(Self.settings("x y"))
      #expect(once.bytes == twice.bytes)
    }
  }
}
