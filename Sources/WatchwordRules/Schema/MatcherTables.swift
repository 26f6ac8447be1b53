import WatchwordText

extension TableName {
  /// The keys of which a matcher has exactly one.
  static let matcherKinds = [
    "words", "pattern", "entity", "time", "shape", "any", "all", "not", "together",
  ]

  /// A matcher.
  static let matcherTable = matcher(withinNeeds: ["all"])
  /// A matcher in `unless`, where `within` widens the guard.
  static let unlessTable = matcher(withinNeeds: [])

  /// A word that lets matches go.
  private static let ignore: ValueShape = .choice(["ignore"], noun: "value")

  /// The keys of a matcher.
  private static func matcher(withinNeeds: [String]) -> KeyTable {
    KeyTable(
      noun: "a matcher",
      keys: [
        .init(
          name: "words",
          shape: .written(scalar: .name, list: .list(.phrase, atLeast: 1), map: nil),
          about: "Phrases, or the name of a vocabulary."
        ),
        .init(name: "pattern", shape: .text, about: "A regular expression in PCRE2 syntax."),
        .init(
          name: "entity",
          shape: .oneOrMore(.choice(EntityKind.self, noun: "entity")),
          about: "Things with a format of their own."
        ),
        .init(name: "time", shape: .table(.time), about: "Dates and times."),
        .init(name: "shape", shape: .choice(Shape.self, noun: "shape"), about: "A way of writing."),
        .init(
          name: "any",
          shape: .list(.table(.matcher), atLeast: 1),
          about: "What any of these finds."
        ),
        .init(
          name: "all",
          shape: .list(.table(.matcher), atLeast: 1),
          about: "All of these near each other."
        ),
        .init(name: "not", shape: .table(.matcher), about: "True where this finds nothing."),
        .init(name: "together", shape: .table(.together), about: "Named parts near each other."),
        .init(
          name: "case",
          shape: .choice(["exact"], noun: "value"),
          about: "Letters must stand as written.",
          needs: ["words"]
        ),
        .init(
          name: "hashtags",
          shape: .choice(WordsMatcher.Hashtags.self, noun: "value"),
          about: "How hashtags count.",
          needs: ["words"]
        ),
        .init(
          name: "flags",
          shape: .oneOrMore(.choice(["case", "lines", "dot-all"], noun: "flag")),
          about:
            "case: letters as written; lines: ^ and $ at lines; dot-all: a dot matches line ends.",
          needs: ["pattern"]
        ),
        .init(
          name: "validate",
          shape: .name,
          about: "The name of a check that a match must pass.",
          needs: ["pattern"]
        ),
        .init(
          name: "within",
          shape: scope,
          about: "How near the parts must stand, or how far a guard looks.",
          needs: withinNeeds
        ),
        .init(
          name: "except",
          shape: .written(scalar: .name, list: .list(.phrase, atLeast: 1), map: nil),
          about: "Phrases, or a vocabulary's, that cover a match."
        ),
        .init(
          name: "unless",
          shape: .written(
            scalar: nil,
            list: .list(.table(.unless), atLeast: 1),
            map: .table(.unless)
          ),
          about: "What must be absent from the same scope."
        ),
        .init(name: "quoted", shape: ignore, about: "Lets quoted matches go."),
        .init(name: "negated", shape: ignore, about: "Lets negated matches go."),
        .init(
          name: "history",
          shape: ignore,
          about: "Lets matches in sentences about the past go."
        ),
        .init(
          name: "at",
          shape: .choice(Guards.Position.self, noun: "place"),
          about: "The place a match must have."
        ),
        .init(
          name: "minimum",
          shape: .number(atLeast: 1),
          about: "The fewest matches in the post for any to count."
        ),
      ],
      groups: [.init(keys: matcherKinds, isExclusive: true)]
    )
  }

  /// `time`.
  static let timeTable = KeyTable(
    noun: "`time`",
    keys: [
      .init(
        name: "tense",
        shape: .oneOrMore(.choice(TimeTense.self, noun: "tense")),
        about: "How the time lies to the day of publication."
      ),
      .init(
        name: "precision",
        shape: .choice(TimePrecision.self, noun: "precision"),
        about: "At least this exact."
      ),
    ]
  )

  /// `together`.
  static let togetherTable = KeyTable(
    noun: "`together`",
    keys: [
      .init(
        name: "within",
        shape: scope,
        about: "How near the parts must stand; in a sentence unless said."
      ),
      .init(
        name: "of",
        shape: .map(key: .text, value: .table(.matcher)),
        about: "The parts by name.",
        isRequired: true
      ),
      .init(
        name: "must",
        shape: .oneOrMore(.text),
        about: "The parts that must be there; all unless said."
      ),
      .init(
        name: "at-least",
        shape: .number(atLeast: 1),
        about: "How many parts must be there in all."
      ),
      .init(
        name: "ordered",
        shape: .truth,
        about: "Whether the parts of `must` stand in this order."
      ),
      .init(
        name: "overlap",
        shape: .truth,
        about: "Whether two parts may be found in the same words or in some that they share."
      ),
      .init(
        name: "mark",
        shape: .text,
        about: "The part that carries the mark; the first of `must` unless said."
      ),
    ]
  )

  /// A distance in words.
  static let distanceTable = KeyTable(
    noun: "`within`",
    keys: [
      .init(
        name: "words",
        shape: .number(atLeast: 1),
        about: "Within this many words."
      ),
      .init(
        name: "thread",
        shape: .number(atLeast: 0),
        about: "In the posts of one draft, or of one campaign or account within this many days."
      ),
    ],
    groups: [.init(keys: ["words", "thread"], isExclusive: true)]
  )
}
