import Testing
import TestSupport
@testable import WatchwordText

@Suite("Dates and times")
struct TimeScannerTests {
  static let dates: [TimeCase] = [
    .init("We sail ⟦on Tuesday⟧.", .future, .day, "2026-06-02"),
    .init("We sail ⟦on 14 March⟧.", .past, .day, "2026-03-14"),
    .init("We sailed ⟦on 14 March⟧.", .past, .day, "2026-03-14"),
    .init("We sail ⟦on 14 September⟧.", .future, .day, "2026-09-14"),
    .init("Back ⟦March 14th⟧!", .past, .day, "2026-03-14"),
    .init("⟦14 Mar 2027⟧: open day", .future, .day, "2027-03-14"),
    .init("See ⟦14/03/26⟧ for more", .past, .day, "2026-03-14"),
    .init("⟦15-06-2026⟧", .future, .day, "2026-06-15"),
    .init("⟦2026-03-14⟧ log", .past, .day, "2026-03-14"),
    .init("Ready ⟦by the 3rd⟧.", .future, .day, "2026-06-03"),
    .init("Home ⟦on the 3rd⟧ and resting", .future, .day, "2026-06-03"),
    .init("⟦The 3rd of June⟧ it is", .future, .day, "2026-06-03"),
    .init("⟦Feb. 07⟧ was cold", .past, .day, "2026-02-07"),
    .init("Away ⟦Jan 5-9⟧", .future, .day, "2027-01-05..2027-01-09"),
    .init("Leave ⟦from 3 to 9 August⟧", .future, .day, "2026-08-03..2026-08-09"),
    .init("Exercise ⟦5–9 July⟧", .future, .day, "2026-07-05..2026-07-09"),
    .init("⟦Thursday 4 June⟧", .future, .day, "2026-06-04"),
    .init("Join us ⟦Sat 6 Jun⟧", .future, .day, "2026-06-06"),
    .init("The unit got moved up, flying out ⟦on Friday⟧", .future, .day, "2026-06-05"),
    .init("We heard he's leaving ⟦Friday⟧", .future, .day, "2026-06-05"),
    .init("They were flying out ⟦on Friday⟧", .past, .day, "2026-05-29"),
    .init("⟦on July 4, 2026⟧ we parade", .future, .day, "2026-07-04"),
    .init("⟦The fourth of July⟧ parade", .future, .day, "2026-07-04"),
    .init("⟦Today⟧ we train", .present, .day, "2026-06-01"),
    .init("⟦on 1 June⟧ we train", .present, .day, "2026-06-01"),
    .init("⟦9/11⟧ changed much", .past, .day, "2001-09-11"),
  ]

  @Test("Days", arguments: dates)
  func days(_ test: TimeCase) { TimeScanning.check(test) }

  static let periods: [TimeCase] = [
    .init("They fought ⟦in 1944⟧.", .past, .season, "1944-01-01..1944-12-31"),
    .init("Serving ⟦since 2019⟧", .past, .season, "2019-01-01..2019-12-31"),
    .init("Home ⟦in May⟧", .past, .month, "2026-05-01..2026-05-31"),
    .init("Away ⟦in July⟧", .future, .month, "2026-07-01..2026-07-31"),
    .init("Away ⟦until late August⟧", .future, .month, "2026-08-01..2026-08-31"),
    .init("⟦May 2027⟧ is planned", .future, .month, "2027-05-01..2027-05-31"),
    .init("⟦next week⟧ we go", .future, .week, "2026-06-08..2026-06-14"),
    .init("⟦last month⟧ was quiet", .past, .month, "2026-05-01..2026-05-31"),
    .init("⟦this summer⟧ we will train", .future, .season, "2026-06-01..2026-08-31"),
    .init("⟦this week⟧", .present, .week, "2026-06-01..2026-06-07"),
    .init("We will sail ⟦this week⟧", .future, .week, "2026-06-01..2026-06-07"),
    .init("⟦later this year⟧", .future, .season, "2026-06-01..2026-12-31"),
    .init("Home ⟦at the weekend⟧", .future, .day, "2026-06-06..2026-06-07"),
    .init("⟦this weekend⟧", .future, .day, "2026-06-06..2026-06-07"),
    .init("We were out ⟦over the weekend⟧", .past, .day, "2026-05-30..2026-05-31"),
    .init("Done ⟦by the end of the month⟧", .future, .month, "2026-06-21..2026-06-30"),
    .init("Back ⟦in the spring⟧", .future, .season, "2027-03-01..2027-05-31"),
    .init("We met ⟦in the spring⟧", .past, .season, "2026-03-01..2026-05-31"),
    .init("Home ⟦by Christmas⟧", .future, .day, "2026-12-25"),
    .init("Open ⟦on Boxing Day⟧", .future, .day, "2026-12-26"),
    .init("Away ⟦over Easter⟧", .past, .season, "2026-04-03..2026-04-06"),
    .init("⟦Good Friday⟧", .past, .day, "2026-04-03"),
    .init("Away ⟦from July to September⟧", .future, .month, "2026-07-01..2026-09-30"),
  ]

  @Test("Longer spans", arguments: periods)
  func spans(_ test: TimeCase) { TimeScanning.check(test) }

  static let clocks: [TimeCase] = [
    .init("Leave ⟦at 0530⟧.", .present, .clock, "2026-06-01"),
    .init("⟦0530⟧ start", .present, .clock, "2026-06-01"),
    .init("⟦05:30⟧ start", .present, .clock, "2026-06-01"),
    .init("Doors ⟦5pm⟧", .present, .clock, "2026-06-01"),
    .init("Doors ⟦5.30 pm⟧", .present, .clock, "2026-06-01"),
    .init("Doors ⟦at 5 p.m⟧. sharp", .present, .clock, "2026-06-01"),
    .init("Doors ⟦at 17.30⟧", .present, .clock, "2026-06-01"),
    .init("Doors ⟦at 5⟧.", .present, .clock, "2026-06-01"),
    .init("Doors ⟦at noon⟧", .present, .clock, "2026-06-01"),
    .init("Lights out ⟦by midnight⟧", .present, .clock, "2026-06-01"),
    .init("⟦0530Z⟧ wheels up", .present, .clock, "2026-06-01"),
    .init("⟦1800 hrs⟧ muster", .present, .clock, "2026-06-01"),
    .init("⟦12:30 ET⟧ briefing", .present, .clock, "2026-06-01"),
    .init("Meet ⟦at five o'clock⟧", .present, .clock, "2026-06-01"),
    .init("Wheels up ⟦Thursday at 0530⟧", .future, .clock, "2026-06-04"),
    .init("Wheels up ⟦tomorrow 5pm⟧", .future, .clock, "2026-06-02"),
    .init("⟦14 July, 0530⟧ at the pier", .future, .clock, "2026-07-14"),
    .init("⟦0530 on Thursday⟧", .future, .clock, "2026-06-04"),
    .init("⟦5pm, 14 July⟧", .future, .clock, "2026-07-14"),
    .init("⟦141200ZJUN26⟧", .future, .clock, "2026-06-14"),
    .init("⟦At 141200Z JUN 26⟧", .future, .clock, "2026-06-14"),
    .init("⟦141200Z⟧ move", .future, .clock, "2026-06-14"),
    .init("⟦between 5 and 6pm⟧", .present, .clock, "2026-06-01"),
    .init("⟦0900-1700⟧ open", .present, .clock, "2026-06-01"),
    .init("⟦0530L Thursday⟧", .future, .clock, "2026-06-04"),
    .init("Open ⟦from 10am to 2pm on Saturday 27 June⟧", .future, .clock, "2026-06-27"),
    .init("⟦2026-06-14T05:30Z⟧ departure", .future, .clock, "2026-06-14"),
    .init("⟦10 Jun 26 0500Z-0700Z⟧", .future, .clock, "2026-06-10"),
    .init("We go ⟦at first light tomorrow⟧", .future, .part, "2026-06-02"),
    .init("⟦Saturday (6 June) 10:00⟧", .future, .clock, "2026-06-06"),
    .init("⟦Friday 1830⟧", .future, .clock, "2026-06-05"),
    .init("We sail ⟦on Friday⟧, gates close ⟦at 0530⟧", .future, .day, "2026-06-05"),
  ]

  @Test("Hours", arguments: clocks)
  func hours(_ test: TimeCase) { TimeScanning.check(test) }

  static let relative: [TimeCase] = [
    .init("⟦tonight⟧", .present, .part, "2026-06-01"),
    .init("c u ⟦tmrw⟧", .future, .day, "2026-06-02"),
    .init("c u ⟦2moro⟧", .future, .day, "2026-06-02"),
    .init("⟦yesterday⟧ we ran", .past, .day, "2026-05-31"),
    .init("⟦this morning⟧", .present, .part, "2026-06-01"),
    .init("we are ⟦right now⟧ in town", .present, .part, "2026-06-01"),
    .init("home ⟦next Tues⟧", .future, .day, "2026-06-02..2026-06-09"),
    .init("⟦last Friday⟧", .past, .day, "2026-05-29"),
    .init("We go ⟦in two days⟧", .future, .day, "2026-06-03"),
    .init("We go ⟦in a fortnight⟧", .future, .week, "2026-06-12..2026-06-18"),
    .init("⟦three weeks ago⟧", .past, .week, "2026-05-08..2026-05-14"),
    .init("⟦17 more sleeps⟧!", .future, .day, "2026-06-18"),
    .init("⟦2 weeks to go⟧", .future, .week, "2026-06-12..2026-06-18"),
    .init("⟦3 days left⟧", .future, .day, "2026-06-04"),
    .init("⟦within 48 hours⟧", .future, .day, "2026-06-01..2026-06-03"),
    .init("⟦in the coming days⟧", .future, .week, "2026-06-01..2026-06-08"),
    .init("⟦the day after tomorrow⟧", .future, .day, "2026-06-03"),
    .init("⟦earlier today⟧", .present, .part, "2026-06-01"),
    .init("⟦last night⟧", .past, .part, "2026-05-31"),
    .init("⟦overnight⟧", .present, .part, "2026-06-01"),
    .init("⟦from Mon–Fri⟧", .future, .day, "2026-06-08..2026-06-12"),
    .init("away ⟦until Friday⟧", .future, .day, "2026-06-05"),
    .init("⟦Friday night⟧ out", .future, .part, "2026-06-05"),
    .init("⟦every Friday⟧ we meet", .present, .day),
    .init("We arrived ⟦on Tuesday⟧", .past, .day, "2026-05-26"),
    .init("⟦On Tuesday⟧, we arrived", .past, .day, "2026-05-26"),
    .init("The talk will be held ⟦on Tuesday⟧", .future, .day, "2026-06-02"),
    .init("The visit is delayed ⟦until Friday⟧", .future, .day, "2026-06-05"),
    .init("We were there and fly ⟦on Friday⟧", .future, .day, "2026-06-05"),
    .init("leaving ⟦soon⟧", .future, .vague),
    .init("⟦One day⟧ we will return", .future, .vague),
    .init("⟦in the near future⟧", .future, .vague),
    .init("⟦recently⟧", .past, .vague),
    .init("We go ⟦in less than 48 hours⟧", .future, .day, "2026-06-03"),
    .init("⟦two years ago today⟧", .past, .season, "2024-01-01..2024-12-31"),
    .init("Here ⟦since March⟧", .past, .month, "2026-03-01..2026-03-31"),
    .init("#⟦Tomorrow⟧ we sail", .future, .day, "2026-06-02"),
    .init("⟦next month⟧", .future, .month, "2026-07-01..2026-07-31"),
  ]

  @Test("Relative to today", arguments: relative)
  func relativeTimes(_ test: TimeCase) { TimeScanning.check(test) }

  @Test(
    "Near misses",
    arguments: [
      "May I ask", "you may go", "may 5 people enter", "The March on Washington",
      "we march 14 miles",
      "my Sat Nav broke", "The Sunday Times", "24/7", "50/50", "won 3-2", "version 1.2.3",
      "only $5.30", "call 01632 960 123", "call 0131 496 0123", "wait a second", "29% APR",
      "APR of 5", "the sun is out", "he sat down", "we wed", "June Example spoke", "April and I",
      "by June Example", "now that we know", "Now, listen", "as soon as we can", "one day course",
      "at 5 sites", "at 5 to 6 sites", "on the 3rd floor", "for three weeks", "1500 troops",
      "Type 26", "flight BA0123", "1st Battalion", "the 2nd attempt", "Sat down at 5 Example Road",
      "a 5-day course", "the next day", "good night", "Happy New Year", "2 Blankshires",
      "5,000 people", "Merry Christmas", "Christmas dinner",
      "#FridayFeeling", "spring into action", "a fall", "10 miles", "ratio 3:2", "at 5-1", "in two",
      "Mar quickly", "they mar it", "in 20 places", "I am here", "+44 1632 960123", "", "at",
      "on the",
    ]
  )
  func nearMisses(_ text: String) {
    #expect(TimeScanning.marked(text, TimeScanning.times(text)) == text)
  }

  @Test("Both orders of figures")
  func orders() {
    TimeScanning.check(.init("⟦03/04/2026⟧", .past, .day, "2026-04-03"), order: .dayFirst)
    TimeScanning.check(.init("⟦03/04/2026⟧", .past, .day, "2026-03-04"), order: .monthFirst)
    TimeScanning.check(.init("⟦14/03/2026⟧", .past, .day, "2026-03-14"), order: .monthFirst)
    TimeScanning.check(.init("⟦on 8/7⟧", .future, .day, "2026-07-08"), order: .dayFirst)
    TimeScanning.check(.init("⟦on 8/7⟧", .future, .day, "2026-08-07"), order: .monthFirst)
  }

  @Test(
    "Without a day of publication",
    arguments: [
      TimeCase("⟦today⟧", .present, .day), .init("⟦tomorrow⟧", .future, .day),
      .init("⟦yesterday⟧", .past, .day), .init("⟦on Friday⟧", .future, .day),
      .init("We sailed ⟦on Friday⟧", .past, .day), .init("⟦next week⟧", .future, .week),
      .init("⟦14 March 2026⟧", .present, .day, "2026-03-14"), .init("⟦in May⟧", .present, .month),
    ]
  )
  func unpublished(_ test: TimeCase) { TimeScanning.check(test, published: nil) }

  @Test("Any text is read without a crash")
  func awkward() {
    let parts =
      [
        "at ", "5", "-", "–", "/", "14", " March", " to ", "the ", "in ", "0530", "Z", "next ",
        "Mon",
        ",", " of ", "99999999999", "2400", "31", " Feb ", "year ", "ago", "½", "🎉", "\n", "# ",
        "1.2.3",
        "0 ", "2 ", " the ", " of ", " days ", " ago ", "pm ", "17:30 ", "12/", "3rd ",
      ] + TimeVocabulary.entries.flatMap { $0.words.split(separator: " ").map { "\($0) " } }
    var state: UInt64 = 7
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      for day in ["2026-06-01", "0001-01-01", "9999-12-31"] {
        let times = TimeScanning.times(text, published: day)
        for (time, next) in zip(times, times.dropFirst()) {
          #expect(time.range.end <= next.range.start)
        }
        for time in times { #expect((time.firstDay ?? 0) <= (time.lastDay ?? 0)) }
      }
    }
  }
}
