import Testing
import WatchwordText

@Suite("Civil dates")
struct CivilDateTests {
  @Test("Every day from 1900 to 2100 becomes a number and itself again")
  func roundTrip() throws {
    var number = try #require(CivilDate(year: 1900, month: 1, day: 1)).dayNumber
    var weekday = 0  // A Monday.
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, of: year) {
          let date = try #require(CivilDate(year: year, month: month, day: day))
          guard date.dayNumber == number, CivilDate(dayNumber: number) == date,
            date.weekday == weekday, CivilDate(date.description) == date
          else {
            Issue.record("\(year)-\(month)-\(day) is \(date.dayNumber), not \(number)")
            return
          }
          number += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
  }

  @Test(
    "Days that no calendar has",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-4-01", "", "2026-06-01x",
    ]
  )
  func invalid(_ text: String) { #expect(CivilDate(text) == nil) }
}
