/// What a word can do in a date or time.
enum TimeRole: UInt8, Sendable {
  /// Nothing.
  case none
  /// A month, from 1.
  case month
  /// A day of the week, from 0 for Monday.
  case weekday
  /// “Mondays”: a day that comes again and again.
  case weekdays
  /// A day counted from today.
  case relativeDay
  /// “tonight”.
  case tonight
  /// “now”.
  case now
  /// “right”, before “now”.
  case right
  /// A cardinal number in words.
  case numberWord
  /// An ordinal number in words.
  case ordinalWord
  /// “a”, which counts as one.
  case article
  /// “few”, “several”: a count that is not exact.
  case quantifier
  /// “more”, between a count and what is counted.
  case more
  /// A length of time; see ``TimeLength``.
  case length
  /// A word that leads into a time; see ``TimeLead``.
  case lead
  /// “to”.
  case to
  /// “of”.
  case of
  /// “and”, “but”.
  case clause
  /// “the”.
  case the
  /// “this”, “next”, “last”: a place next to now, as a distance.
  case step
  /// “coming”, in “the coming days”.
  case coming
  /// “every”.
  case every
  /// “early”, “late”, “mid”.
  case stretch
  /// “later” 1, “earlier” −1.
  case comparison
  /// “end”, “start”, of a month or the like.
  case edge
  /// A part of a day.
  case part
  /// “overnight”, which needs no other word.
  case overnight
  /// “noon”.
  case clockWord
  /// “o'clock”.
  case oClock
  /// “am”, “pm”.
  case meridiem
  /// A time zone, or “hrs” behind a clock time.
  case zone
  /// “half”, “quarter”, in “half past five”.
  case fraction
  /// “past”, which also means “last”.
  case past
  /// A season, from 0 for spring.
  case season
  /// A name of a day or feast; see ``TimeReader``.
  case feast
  /// “day”-like second parts of feasts: “eve”.
  case eve
  /// “new”, in “New Year”.
  case new
  /// “good”, “boxing”, “bonfire”, “remembrance”, “armistice”: first parts of feasts.
  case feastStart
  /// “merry”, “happy”: wishes, which name no time.
  case wish
  /// A time without any measure; the value is its tense.
  case vague
  /// “less”, “nearly”, before a count.
  case nearly
  /// “near”, in “the near future”.
  case near
  /// “future”.
  case future
  /// “ago”.
  case ago
  /// “away”, “left”, “remaining”: still to pass.
  case remaining
  /// “go”, in “to go”.
  case go
  /// “light”, in “first light”.
  case light
  /// “time”, in “in two weeks' time”.
  case time
  /// A verb that can only be past.
  case pastVerb
  /// A verb form that is past, or a participle.
  case participle
  /// The form of a verb of going that tells of an arrangement: “flying out on Sunday”.
  case going
  /// “will”, “going”.
  case futureVerb
  /// A form of “to be” that tells nothing by itself.
  case being
  /// A word that cannot be counted or named, such as “we”: it ends what stands before it.
  case function
  /// “that”, “as”, which turn “now” and “soon” into conjunctions.
  case conjunction
  /// What numbers of four digits count when they are no clock time.
  case measure
  /// A newspaper or the like that is named after a day.
  case title
}

/// A word that leads into a time and belongs to it.
enum TimeLead: Int8, Sendable {
  case none, on, at, by, from, until, before, after, `in`, since, `for`, during, around, between,
    over
  case within
  case through

  /// Whether the word ties what follows to time, whatever else it could be.
  var isStrong: Bool {
    switch self {
    case .none, .at, .around, .for, .between, .over, .within: false
    default: true
    }
  }
}

/// A length of time that can be counted.
enum TimeLength: Int8, Sendable {
  case minute, hour, day, week, fortnight, month, year, sleep, weekend, quarter, decade
}

/// What a symbol means for dates and times.
struct TimeWord: Sendable {
  /// What the word can do.
  var role: TimeRole
  /// The number it stands for; its meaning depends on the role.
  var value: Int8
  /// How sure the word is by itself.
  var caution: Caution

  /// How much else a word can mean.
  struct Caution: OptionSet, Sendable {
    let rawValue: UInt8
    /// Counts only with a capital, unless a word such as “next” comes first.
    static let capital = Caution(rawValue: 1)
    /// Counts only next to another sign of time.
    static let sign = Caution(rawValue: 2)
    /// Is an abbreviation.
    static let short = Caution(rawValue: 4)
    /// Is a plural.
    static let plural = Caution(rawValue: 8)
  }

  /// The word without a meaning.
  static let none = TimeWord(role: .none, value: 0, caution: [])
}
