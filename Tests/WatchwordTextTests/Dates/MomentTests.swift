import Testing
import WatchwordText

@Suite("Moments")
struct MomentTests {
  @Test(
    "A day, a time and an offset are read as far as they are written",
    arguments: [
      ("2027-05-06", "2027-05-06"), ("2027-05-06T09:30", "2027-05-06T09:30"),
      ("2027-05-06 9:30", "2027-05-06T09:30"), ("2027-05-06T0930Z", "2027-05-06T09:30Z"),
      ("2027-05-06T09:30:59.123+01:00", "2027-05-06T09:30+01:00"),
      ("2027-05-06T09:30-0530", "2027-05-06T09:30-05:30"),
      ("2027-05-06T09:30+01", "2027-05-06T09:30+01:00"),
      ("2027-05-06 9am", "2027-05-06T09:00"), ("2027-05-06 12:05 AM", "2027-05-06T00:05"),
      ("2027-05-06 12.05 pm", "2027-05-06T12:05"), ("2027-05-06 17:00 UTC", "2027-05-06T17:00Z"),
      ("2027-02-29", nil), ("2027-05-06T", nil), ("2027-05-06T9", nil), ("2027-05-06T24:00", nil),
      ("2027-05-06T09:60", nil), ("2027-05-06T09:30 BST", nil), ("2027-05-06T09:30+15:00", nil),
      ("2027-05-06T13:00 pm", nil), ("2027-05-06 soon", nil), ("6 May 2027", nil), ("", nil),
    ] as [(String, String?)]
  )
  func reading(_ text: String, _ written: String?) {
    #expect(Moment(text)?.description == written)
  }

  @Test(
    "Moments are compared as exactly as both are known",
    arguments: [
      ("2027-05-06", "2027-05-07", true), ("2027-05-06", "2027-05-06", false),
      ("2027-05-06T23:00", "2027-05-06", false), ("2027-05-05T23:00", "2027-05-06", true),
      ("2027-05-06T09:00", "2027-05-06T09:01", true),
      ("2027-05-06T09:00+01:00", "2027-05-06T08:30Z", true),
      ("2027-05-06T00:30+01:00", "2027-05-05T23:30Z", false),
      ("2027-05-06T09:00", "2027-05-06T08:30Z", false),
    ]
  )
  func order(_ left: String, _ right: String, _ isBefore: Bool) throws {
    let (left, right) = (try #require(Moment(left)), try #require(Moment(right)))
    #expect(left.isBefore(right) == isBefore)
    if isBefore { #expect(!right.isBefore(left)) }
  }
}
