/// The English words of dates and times.
enum TimeVocabulary {
  /// One line of the vocabulary: words of one meaning.
  struct Entry {
    let role: TimeRole
    let value: Int8
    let caution: TimeWord.Caution
    let words: String

    init(
      _ role: TimeRole,
      _ value: Int8 = 0,
      _ caution: TimeWord.Caution = [],
      _ words: String
    ) {
      self.role = role
      self.value = value
      self.caution = caution
      self.words = words
    }
  }

  /// Every entry.
  static var entries: [Entry] { months + weekdays + days + numbers + frames + clocks + tenses }

  /// Months; most are also names or other words.
  private static let months: [Entry] = [
    Entry(.month, 1, [], "january"), Entry(.month, 1, [.short, .sign], "jan"),
    Entry(.month, 2, [], "february"), Entry(.month, 2, [.short, .sign], "feb"),
    Entry(.month, 3, [.capital, .sign], "march"),
    Entry(.month, 3, [.capital, .short, .sign], "mar"),
    Entry(.month, 4, .sign, "april"), Entry(.month, 4, [.short, .sign], "apr"),
    Entry(.month, 5, [.capital, .sign], "may"),
    Entry(.month, 6, .sign, "june"), Entry(.month, 6, [.short, .sign], "jun"),
    Entry(.month, 7, [], "july"), Entry(.month, 7, [.short, .sign], "jul"),
    Entry(.month, 8, [.capital, .sign], "august"), Entry(.month, 8, [.short, .sign], "aug"),
    Entry(.month, 9, [], "september"), Entry(.month, 9, [.short, .sign], "sep sept"),
    Entry(.month, 10, [], "october"), Entry(.month, 10, [.short, .sign], "oct"),
    Entry(.month, 11, [], "november"), Entry(.month, 11, [.short, .sign], "nov"),
    Entry(.month, 12, [], "december"), Entry(.month, 12, [.short, .sign], "dec"),
  ]

  /// Days of the week.
  private static let weekdays: [Entry] = [
    Entry(.weekday, 0, [], "monday monday's"), Entry(.weekday, 0, [.capital, .sign], "mon"),
    Entry(.weekday, 1, [], "tuesday tuesday's"), Entry(.weekday, 1, .capital, "tue tues"),
    Entry(.weekday, 2, [], "wednesday wednesday's"),
    Entry(.weekday, 2, [.capital, .sign], "wed weds"),
    Entry(.weekday, 3, [], "thursday thursday's"), Entry(.weekday, 3, .capital, "thu thur thurs"),
    Entry(.weekday, 4, [], "friday friday's"), Entry(.weekday, 4, .capital, "fri"),
    Entry(.weekday, 5, [], "saturday saturday's"), Entry(.weekday, 5, [.capital, .sign], "sat"),
    Entry(.weekday, 6, [], "sunday sunday's"), Entry(.weekday, 6, [.capital, .sign], "sun"),
    Entry(.weekdays, 0, [], "mondays"), Entry(.weekdays, 1, [], "tuesdays"),
    Entry(.weekdays, 2, [], "wednesdays"), Entry(.weekdays, 3, [], "thursdays"),
    Entry(.weekdays, 4, [], "fridays"), Entry(.weekdays, 5, [], "saturdays"),
    Entry(.weekdays, 6, [], "sundays"),
  ]

  /// Days by name, parts of days, seasons and feasts.
  private static let days: [Entry] = [
    Entry(.relativeDay, 0, [], "today today's tday"),
    Entry(
      .relativeDay,
      1,
      [],
      "tomorrow tomorrow's tmrw tmr tmw tmro tomoz tomoro tomorow tommorow"
    ),
    Entry(.relativeDay, -1, [], "yesterday yesterday's"),
    Entry(.tonight, 0, [], "tonight tonight's tonite"),
    Entry(.now, 0, [], "now currently"), Entry(.right, 0, [], "right"),
    Entry(.part, 0, [], "morning morning's"),
    Entry(.part, 1, [], "afternoon afternoon's lunchtime"),
    Entry(.part, 2, [], "evening evening's teatime"), Entry(.part, 3, [], "night night's"),
    Entry(.part, 4, [], "dawn dusk sunrise sunset"), Entry(.overnight, 0, [], "overnight"),
    Entry(.season, 0, [], "spring springtime"), Entry(.season, 1, [], "summer summertime"),
    Entry(.season, 2, [], "autumn"), Entry(.season, 2, .sign, "fall"),
    Entry(.season, 3, [], "winter wintertime"),
    Entry(.feast, 0, [], "christmas xmas"), Entry(.feast, 1, [], "halloween"),
    Entry(.feast, 2, [], "easter"), Entry(.feast, 3, [], "thanksgiving"),
    Entry(.feast, 4, [], "ramadan diwali hanukkah eid"),
    Entry(.feast, 5, [], "valentine valentine's"), Entry(.eve, 0, [], "eve"),
    Entry(.new, 0, [], "new"), Entry(.feastStart, 0, [], "good"),
    Entry(.feastStart, 1, [], "boxing"),
    Entry(.feastStart, 2, [], "bonfire"), Entry(.feastStart, 3, [], "remembrance"),
    Entry(.feastStart, 4, [], "armistice"), Entry(.wish, 0, [], "merry happy"),
  ]

  /// Counts and what is counted.
  private static let numbers: [Entry] =
    [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
      "twenty",
    ].enumerated().map { Entry(.numberWord, Int8($0.offset + 1), [], $0.element) }
    + [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
      "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
      "eighteenth", "nineteenth", "twentieth",
    ].enumerated().map { Entry(.ordinalWord, Int8($0.offset + 1), [], $0.element) }
    + [
      Entry(.numberWord, 30, [], "thirty"), Entry(.numberWord, 40, [], "forty"),
      Entry(.numberWord, 50, [], "fifty"), Entry(.ordinalWord, 30, [], "thirtieth"),
      Entry(.article, 1, [], "a an"), Entry(.quantifier, 3, [], "few some"),
      Entry(.quantifier, 2, [], "couple"), Entry(.quantifier, 5, [], "several"),
      Entry(.more, 0, [], "more"),
      Entry(.length, 0, [], "minute minute's min"), Entry(.length, 0, .plural, "minutes mins"),
      Entry(.length, 1, [], "hour hour's hr"), Entry(.length, 1, .plural, "hours hrs"),
      Entry(.length, 2, [], "day day's"), Entry(.length, 2, .plural, "days"),
      Entry(.length, 3, [], "week week's wk"), Entry(.length, 3, .plural, "weeks wks"),
      Entry(.length, 4, [], "fortnight fortnight's"), Entry(.length, 4, .plural, "fortnights"),
      Entry(.length, 5, [], "month month's"), Entry(.length, 5, .plural, "months mths"),
      Entry(.length, 6, [], "year year's yr"), Entry(.length, 6, .plural, "years yrs"),
      Entry(.length, 7, [], "sleep"), Entry(.length, 7, .plural, "sleeps"),
      Entry(.length, 8, [], "weekend weekend's"), Entry(.length, 8, .plural, "weekends"),
      Entry(.length, 9, [], "quarter"), Entry(.length, 10, [], "decade"),
      Entry(.length, 10, .plural, "decades"),
    ]

  /// Words that lead into a time or place it.
  private static let frames: [Entry] = [
    Entry(.lead, TimeLead.on.rawValue, [], "on"), Entry(.lead, TimeLead.at.rawValue, [], "at"),
    Entry(.lead, TimeLead.by.rawValue, [], "by"), Entry(.lead, TimeLead.from.rawValue, [], "from"),
    Entry(.lead, TimeLead.until.rawValue, [], "until till til 'til"),
    Entry(.lead, TimeLead.before.rawValue, [], "before"),
    Entry(.lead, TimeLead.after.rawValue, [], "after"),
    Entry(.lead, TimeLead.in.rawValue, [], "in"),
    Entry(.lead, TimeLead.since.rawValue, [], "since"),
    Entry(.lead, TimeLead.for.rawValue, [], "for"),
    Entry(.lead, TimeLead.during.rawValue, [], "during"),
    Entry(.lead, TimeLead.around.rawValue, [], "around about circa"),
    Entry(.lead, TimeLead.between.rawValue, [], "between"),
    Entry(.lead, TimeLead.over.rawValue, [], "over"),
    Entry(.lead, TimeLead.within.rawValue, [], "within"),
    Entry(.lead, TimeLead.through.rawValue, [], "through thru"),
    Entry(.to, 0, [], "to"), Entry(.of, 0, [], "of"), Entry(.clause, 0, [], "and but then"),
    Entry(.the, 0, [], "the"), Entry(.step, 0, [], "this"), Entry(.step, 1, [], "next"),
    Entry(.step, -1, [], "last"), Entry(.past, -1, [], "past"),
    Entry(.coming, 1, [], "coming upcoming following"), Entry(.every, 0, [], "every each"),
    Entry(.stretch, 0, [], "early late mid"), Entry(.comparison, 1, [], "later"),
    Entry(.comparison, -1, [], "earlier"), Entry(.edge, 1, [], "end"),
    Entry(.edge, -1, [], "start beginning"), Entry(.edge, 0, [], "middle"),
    Entry(.vague, 1, [], "soon shortly someday imminently"), Entry(.vague, -1, [], "recently"),
    Entry(.nearly, 0, [], "less under nearly almost roughly just only"),
    Entry(.near, 0, [], "near"), Entry(.future, 0, [], "future"), Entry(.ago, 0, [], "ago"),
    Entry(.remaining, 0, [], "away remaining"), Entry(.go, 0, [], "go"),
    Entry(.time, 0, [], "time"), Entry(.light, 0, [], "light"),
  ]

  /// Words about clock times.
  private static let clocks: [Entry] = [
    Entry(.clockWord, 12, [], "noon midday"), Entry(.clockWord, 0, [], "midnight"),
    Entry(.oClock, 0, [], "o'clock oclock"), Entry(.meridiem, 0, [], "am"),
    Entry(.meridiem, 12, [], "pm"),
    Entry(
      .zone,
      0,
      [],
      "z zulu utc gmt bst et est edt ct cst cdt pt pst pdt cet cest ist jst aest h local lt"
    ),
    Entry(.fraction, 30, [], "half"),
  ]

  /// Verbs that tell past from future, and words that end an expression.
  private static let tenses: [Entry] = [
    Entry(
      .pastVerb,
      0,
      [],
      """
      was were wasn't weren't went came took flew saw gave ran began chose drew drove fell knew
      rode rang rose sang sank spoke swam threw woke wore wrote did didn't had hadn't
      """
    ),
    Entry(
      .participle,
      0,
      [],
      """
      left made met held led won lost brought bought built caught felt fought found heard kept
      laid lent paid sent spent stood taught thought said told shot understood
      """
    ),
    Entry(
      .futureVerb,
      0,
      [],
      "will won't shall we'll i'll they'll you'll he'll she'll it'll going gonna"
    ),
    Entry(
      .going,
      0,
      [],
      """
      arriving departing deploying driving embarking flying heading landing leaving moving
      returning sailing shipping steaming travelling traveling
      """
    ),
    Entry(.being, 0, [], "be"),
    Entry(
      .being,
      1,
      [],
      "is are being been get gets we're they're you're i'm it's that's isn't aren't"
    ),
    Entry(
      .function,
      0,
      [],
      """
      we i you they he she it our my your his her their its us me with who which when where while
      so if or nor because not can can't could would should must might has have do does don't there
      here please all via sharp onwards onward inclusive pls rt who's than
      """
    ),
    Entry(.conjunction, 0, [], "that as"),
    Entry(
      .measure,
      0,
      [],
      """
      metres meters metre meter m feet foot ft km kilometres miles mile mph kph knots kts rpm people
      personnel troops soldiers sailors points kg tonnes pounds euros dollars degrees percent
      """
    ),
    Entry(.title, 0, [], "times telegraph mirror express mail post herald school roast league"),
  ]
}
