import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordEngine
import WatchwordRules
import WatchwordText

@Suite("Days that packs are for")
struct CalendarWatchTests {
  /// What a run over posts of these days says about a pack.
  private func notes(_ pack: String, _ days: [String], asOf: String = "2026-06-01") throws
    -> [String]
  {
    let loading = FixturePack.load(rules: [:], pack: pack)
    #expect(loading.problems.map(\.message) == [])
    let program = Program.compile([try #require(loading.pack)]).program
    let day = try #require(CivilDate(asOf))
    var watch = CalendarWatch(program: program, options: CheckOptions(asOf: day))
    for day in days {
      let context = Context(day.isEmpty ? [:] : ["publish-at": ContextEntry(.text(day))])
      watch.add(Post(id: "a", text: [], context: context, map: SourceMap()))
    }
    return watch.notes
  }

  @Test("Posts outside of an edition are counted, and what replaces it is named")
  func editions() throws {
    let pack = "valid-from: \"2020-01-01\"\nvalid-until: \"2026-05-31\"\nreplaced-by: next"
    #expect(try notes(pack, ["2026-05-31", "2020-01-01T09:00Z"]) == [])
    #expect(
      try notes(pack, ["2019-12-31", "2026-06-01", ""]) == [
        "fixture 1 is for posts from 2020-01-01 on; 1 post goes out before.",
        "fixture 1 is for posts up to 2026-05-31; 2 posts go out later. next replaces it.",
      ]
    )
  }

  @Test("A calendar says where it ends")
  func calendars() throws {
    let windows = """
      windows:
        vote:
          - { title: a, from: "2027-05-01", until: "2027-05-06" }
          - { title: b, from: "2026-05-01", until: "2026-05-06T22:00" }

      """
    #expect(try notes(windows, ["2027-05-06"]) == [])
    #expect(
      try notes(windows, ["2027-05-07"]) == [
        "The calendar of fixture 1 ends on 2027-05-06; 1 post goes out later, so rules for such periods could not speak."
      ]
    )
    #expect(try notes(windows + "calendar-until: \"2027-12-31\"", ["2027-12-31"]) == [])
    #expect(
      try notes("windows: { vote: [] }", ["2027-05-07"]) == [
        "fixture 1 has no dates for vote, so rules for that period could not speak."
      ]
    )
    #expect(try notes("windows: { vote: [] }", []) == [])
  }

  @Test("A pack that takes another over gives its windows dates")
  func extending() throws {
    let base = FixturePack.load(
      rules: ["launch": "flag: { words: [launch~] }\nduring: vote\nmessage: this is in {window}"],
      pack: "windows: { vote: [] }"
    )
    let own = FixturePack.load(
      id: "own",
      rules: [:],
      pack: """
        extends: [fixture]
        windows:
          vote:
            - { title: our vote, from: "2027-05-01", until: "2027-05-06" }
        """
    )
    #expect((base.problems + own.problems).map(\.message) == [])
    let packs = try [#require(base.pack), #require(own.pack)]
    let program = Program.compile([packs[1]], available: packs).program
    let day = try #require(CivilDate("2027-05-02"))
    let options = CheckOptions(asOf: day)
    let text = Array("Launch it.".utf8)
    let post = Post(id: "a", text: text, map: SourceMap(verbatim: text.count, at: 0))
    var checker = Checker(program: program, options: options)
    #expect(checker.check(post, path: "a.txt").map(\.message) == ["this is in our vote"])
    var watch = CalendarWatch(program: program, options: options)
    watch.add(post)
    #expect(watch.notes == [])
  }

  @Test("A pack that takes others over must find its windows among theirs")
  func unknownWindow() throws {
    let base = FixturePack.load(rules: [:], pack: "windows: { vote: [] }")
    let own = FixturePack.load(
      id: "own",
      rules: [
        "launch": "flag: { words: [launch~] }\nduring: vote",
        "show": "flag: { words: [show~] }\nduring: votes",
      ],
      pack: "extends: [fixture]"
    )
    let packs = try [#require(base.pack), #require(own.pack)]
    let problems = Program.compile([packs[1]], available: packs).problems
    #expect(
      problems.map { "\($0.path) \($0.rule.name) \($0.message)" } == [
        "own/topic/show.yml unknown-window no pack here has a window “votes”"
      ]
    )
  }
}
