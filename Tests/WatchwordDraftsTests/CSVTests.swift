import TestSupport
import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordRules
import WatchwordText

@Suite("CSV calendars")
struct CSVTests {
  @Test(
    "The words map through quoting",
    arguments: [
      DraftCase("text,id\nWe ⟦sail⟧ today,1\n", "We sail today"),
      DraftCase("id;text\r\n1;\"We; ⟦sail⟧\r\n⟦today⟧\"", "We; sail\r\ntoday"),
      DraftCase("id\ttext\n1\tWe, ⟦sail⟧; \"now\"", "We, sail; \"now\""),
      DraftCase(
        "\u{FEFF}\"Text\"\n\"say ⟦\"\"⟧hi⟦\"\"⟧ ⟦🚢⟧\"",
        "say \"hi\" 🚢",
        words: ["\"", "\"", "🚢"]
      ),
      DraftCase("sep=;\nMessage;id\n⟦a,b⟧;2", "a,b"),
      DraftCase("\n\n text \n ⟦kept⟧ \n", " kept "),
    ]
  )
  func text(_ draft: DraftCase) throws {
    let reading = try draft.check(.csv)
    #expect(reading.problems.filter { $0.severity == .error }.isEmpty)
  }

  @Test("UTF-16 maps back to its own bytes", arguments: [true, false])
  func utf16(_ isLittle: Bool) throws {
    let text = "\u{FEFF}text\tid\r\n\"Grüße \"\"an\"\" 👋🏽 – ok\"\té1\r\n"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
      return isLittle ? [low, high] : [high, low]
    }
    let source = SourceText(file: bytes)
    let reading = DraftReader.read(source, path: "a.csv", format: .csv)
    #expect(reading.summary.isEmpty)
    let post = try #require(reading.posts.first)
    #expect(post.string == "Grüße \"an\" 👋🏽 – ok")
    #expect(post.id == "é1")
    expectSoundMap(of: post, in: source)
    for word in ["Grüße", "an", "👋🏽", "–", "ok", "üß"] {
      let found = try #require(post.text.firstRange(of: word.utf8, from: 0))
      let place = source.fileRange(of: post.map.fileRange(of: found))
      let units = stride(from: place.start, to: place.end, by: 2).map { index in
        isLittle
          ? UInt16(bytes[index + 1]) << 8 | UInt16(bytes[index])
          : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      }
      #expect(String(decoding: units, as: UTF16.self) == word)
    }
    let damaged = SourceText(
      file: bytes + (isLittle ? [0x00, 0xD8, 0x41] : [0xD8, 0x00, 0x41])
    )
    let problems = DraftReader.read(damaged, path: "a", format: .csv).problems.prefix(2)
    #expect(
      problems.map { "\($0.severity) \($0.rule)" }
        == Array(repeating: "warning draft/unpaired-surrogate", count: 2)
    )
    let end = bytes.count
    #expect(
      problems.map { $0.range.map(damaged.fileRange) } == [
        SourceRange(end, end + 2), SourceRange(end + 2, end + 3),
      ]
    )
  }

  @Test("Columns give id, context and suppressions")
  func columns() throws {
    let source = SourceText(
      """
      Post ID,Approved By,approved_on,peopleConsent,Network,Media,Alt text,Allow,Caption,Campaign name
      p1,Lt Fern,2026-03-01,yes,"X (Twitter), LinkedIn",a.jpg,A gate,unit-movement because it is over until 2027-01-31,We sail,x
      ,,,,,,,"allow a because b
      c because d",Hello,
      """
    )
    let reading = DraftReader.read(source, path: "x/plan.csv", format: .csv)
    #expect(reading.summary.isEmpty)
    #expect(reading.posts.map(\.id) == ["p1", "row 3"])
    let post = try #require(reading.posts.first)
    #expect(post.context["approved-by"] == .text("Lt Fern"))
    #expect(post.context["approved-on"] == .text("2026-03-01"))
    #expect(post.context["people-consent"] == .text("yes"))
    #expect(post.context["platform"] == .list([.text("x"), .text("linkedin")]))
    #expect(
      post.context["media"] == .list([.map(["url": .text("a.jpg"), "alt": .text("A gate")])])
    )
    #expect(post.context.entries["approved-by"]?.range.map(source.string) == "Lt Fern")
    let suppression = try #require(post.suppressions.first)
    #expect(suppression.rule == "unit-movement")
    #expect(suppression.reason == "it is over")
    #expect(suppression.until == "2027-01-31")
    #expect(source.string(suppression.range).hasSuffix("until 2027-01-31"))
    #expect(reading.posts[1].suppressions.map(\.rule) == ["a", "c"])
    #expect(reading.posts[1].context.entries.isEmpty)
  }

  @Test(
    "What is wrong is reported at its bytes, and the other rows are read",
    arguments: [
      ("⟦name,body text,other⟧\n1,2,3", "error draft/unknown-columns", []),
      ("⟦txet⟧\nHello", "error draft/unknown-columns", []),
      ("id,⟦\"text⟧\n1,b", "error draft/unclosed-quote", []),
      ("caption,⟦message⟧\na,b", "error draft/two-text-columns", []),
      ("text,lane,⟦lane⟧\na,1,2", "error draft/duplicate-column", ["a"]),
      ("text,⟦aproved by⟧\na,", "note draft/unknown-column", ["a"]),
      ("id,text\n1,a,⟦b,c⟧\n2,d", "error draft/ragged-row", ["d"]),
      ("id,text\n⟦1⟧\n2,d", "error draft/ragged-row", ["d"]),
      ("text,id\n⟦a⟧\nd,2", "warning draft/ragged-row", ["a", "d"]),
      ("id,text\n1,⟦\"⟧a\n2,d\n", "error draft/unclosed-quote", ["d"]),
      ("id,text\n1,\"a\"⟦b c⟧\n2,d\n", "error draft/text-after-quote", ["d"]),
      ("id,text\n1, ⟦\"⟧a\"\n", "note draft/stray-quote", [" \"a\""]),
      ("text,date\na,⟦03/04/2026⟧\nb,05/06/2026", "note draft/ambiguous-date", ["a", "b"]),
      ("text,date\na,⟦soon⟧\nb,never", "note draft/unreadable-date", ["a", "b"]),
      ("text,suppress\na,⟦x⟧", "error draft/suppression-without-reason", ["a"]),
      ("text\n⟦\u{0}⟧", "error draft/binary", []),
    ] as [(String, String, [String])]
  )
  func problems(_ marked: String, _ rule: String, _ texts: [String]) {
    let marked = MarkedText(marked)
    var range = marked.ranges[0]
    // The mark cannot say that only the first byte of a longer cell is meant.
    if rule.hasSuffix("unclosed-quote") { range.end = range.start + 1 }
    let reading = DraftReader.read(SourceText(marked.text), path: "a.csv", format: .csv)
    #expect(reading.summary == ["\(range) \(rule)"])
    #expect(reading.posts.map(\.string) == texts)
  }

  @Test("An unknown header is answered with what is there and what may be meant")
  func unknownColumns() throws {
    let reading = DraftReader.read(SourceText("Mesage,Day\na,b"), path: "a", format: .csv)
    let problem = try #require(reading.problems.first)
    #expect(problem.message.contains("`Mesage`, `Day`"))
    #expect(problem.advice?.contains("`text` for `Mesage`") == true)
    let two = DraftReader.read(SourceText("caption,message\na,b"), path: "a", format: .csv)
    #expect(two.problems.first?.message.hasPrefix("`caption` and `message`") == true)
  }

  @Test(
    "Dates become year, month and day, with the time where it can be read",
    arguments: [
      ("2026-03-02", "2026-03-02"), ("2026/3/2 9:00", "2026-03-02T09:00"),
      ("2026-03-02T08:00:00Z", "2026-03-02T08:00Z"),
      ("2026-03-02T08:00+01:00", "2026-03-02T08:00+01:00"),
      ("25/03/2026 09:00", "2026-03-25T09:00"), ("03-25-2026", "2026-03-25"),
      ("02.03.2026", "2026-03-02"), ("3/3/2026", "2026-03-03"),
      ("Mar 02, 2026 9:00 AM", "2026-03-02T09:00"), ("Monday, 2nd March 2026", "2026-03-02"),
      ("2 Sept 2026", "2026-09-02"), ("2026-02-30", nil), ("30/02/2026", nil), ("3/2/26", nil),
      ("next Friday at 2 PM", nil), ("1-2-3-2026", nil), ("2026-03-02x", nil), ("9:00", nil),
      ("March", nil), ("May 2026", nil), ("🚢", nil),
    ] as [(String, String?)]
  )
  func dates(_ cell: String, _ day: String?) {
    let source = SourceText("text,date\na,\"\(cell)\"")
    let reading = DraftReader.read(source, path: "a", format: .csv)
    #expect(reading.posts.map { $0.context["publish-at"]?.texts.first } == [day])
    #expect(reading.summary.isEmpty == (day != nil))
  }

  @Test("An embargo is a date as the day of publication is")
  func embargo() {
    let source = SourceText(
      "text,Embargo,stats-release-at\na,02.03.2026 09:30,Mar 3 2026\nb,later,"
    )
    let reading = DraftReader.read(source, path: "a.csv", format: .csv)
    #expect(
      reading.posts.map { $0.context["embargo-until"]?.texts.first } == ["2026-03-02T09:30", nil]
    )
    #expect(reading.posts.first?.context["stats-release-at"]?.texts.first == "2026-03-03")
    #expect(reading.summary == ["62..<67 note draft/unreadable-date"])
  }

  @Test("A tab-separated name means tabs; numbers count every record")
  func tabs() {
    let tabs = DraftReader.read(SourceText("text\na,b;c\n\nd"), path: "a.tsv", format: .csv)
    #expect(tabs.posts.map(\.string) == ["a,b;c", "d"])
    #expect(tabs.posts.map(\.id) == ["row 2", "row 4"])
    #expect(tabs.summary.isEmpty)
  }

  @Test("Every start and every small change of a table is read or reported")
  func damage() {
    let table = Array(
      "\u{FEFF}text,date,media\r\n\"a \"\"b\"\", é\",2026-03-02,\"x,y\"\r\nc,,\r\n".utf8
    )
    for end in 0...table.count { check(Array(table[..<end])) }
    for index in table.indices {
      for byte: UInt8 in [0x00, 0x22, 0x2C, 0x0A, 0x0D, 0x80, 0xFF, 0x3B] {
        var changed = table
        changed[index] = byte
        check(changed)
      }
    }
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      for count in 0..<8 { check(mark + table.prefix(count)) }
    }
  }

  /// Reads bytes and checks that every post is sound and that nothing is passed over in silence.
  private func check(_ bytes: [UInt8]) {
    let source = SourceText(file: bytes)
    let reading = DraftReader.read(source, path: "a.csv", format: .csv)
    #expect(!reading.posts.isEmpty || !reading.problems.isEmpty)
    for post in reading.posts { expectSoundMap(of: post, in: source) }
    for problem in reading.problems {
      #expect(problem.range.map { source.fileRange(of: $0).end <= bytes.count } ?? true)
    }
  }
}
