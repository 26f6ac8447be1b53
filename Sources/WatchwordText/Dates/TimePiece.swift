/// A time that has been read in part: what it means and where it ends.
struct TimePiece {
  /// One past its last token.
  var end: Int
  /// How exactly it is given.
  var precision: TimePrecision
  /// The days it can mean, where they are known.
  var days: ClosedRange<Int>?
  /// Its tense, where the words alone say it.
  var tense: TimeTense?
  /// Its day of the week, where it is a bare one, so that the end of a range can follow its start.
  var weekday: Int?
  /// Whether it is an hour of the day without a day.
  var isClockAlone = false
  /// Whether a time of day may follow it.
  var takesClock = false

  /// A single day.
  static func day(_ day: Int?, end: Int, tense: TimeTense? = nil) -> TimePiece {
    TimePiece(
      end: end,
      precision: .day,
      days: day.map { $0...$0 },
      tense: tense,
      takesClock: true
    )
  }

  /// An hour of the day.
  static func clock(end: Int) -> TimePiece {
    TimePiece(end: end, precision: .clock, isClockAlone: true)
  }

  /// A span of days, such as a week or a month.
  static func period(
    _ days: ClosedRange<Int>?,
    _ precision: TimePrecision,
    end: Int,
    tense: TimeTense? = nil
  ) -> TimePiece {
    TimePiece(end: end, precision: precision, days: days, tense: tense)
  }

  /// A time without a measure.
  static func vague(_ tense: TimeTense, end: Int) -> TimePiece {
    TimePiece(end: end, precision: .vague, tense: tense)
  }
}
