import WatchwordDiagnostics
import WatchwordText

extension TableName {
  /// The keys of the map.
  var table: KeyTable {
    switch self {
    case .configuration: Self.configurationTable
    case .path: Self.pathTable
    case .addition: Self.additionTable
    case .pack: Self.packTable
    case .source: Self.sourceTable
    case .window: Self.windowTable
    case .change: Self.changeTable
    case .guidance: Self.guidanceTable
    case .statement: Self.statementTable
    case .vocabulary: Self.vocabularyTable
    case .rule: Self.ruleTable
    case .examples: Self.examplesTable
    case .example: Self.exampleTable
    case .matcher: Self.matcherTable
    case .unless: Self.unlessTable
    case .time: Self.timeTable
    case .together: Self.togetherTable
    case .require: Self.requireTable
    case .before: Self.beforeTable
    case .limit: Self.limitTable
    case .approval: Self.approvalTable
    case .distance: Self.distanceTable
    }
  }

  /// `pack.yml`.
  private static let packTable = KeyTable(
    noun: "a pack",
    keys: [
      .init(
        name: "id",
        shape: .name,
        about: "The pack's id, which its rules' ids begin with.",
        isRequired: true
      ),
      .init(name: "title", shape: .text, about: "The title for people.", isRequired: true),
      .init(
        name: "edition",
        shape: .text,
        about: "The edition of the guidance, such as \"2009\".",
        isRequired: true
      ),
      .init(
        name: "publisher",
        shape: .text,
        about: "Who published the guidance.",
        isRequired: true
      ),
      .init(
        name: "default",
        shape: .truth,
        about: "Whether the pack is checked when nobody names packs."
      ),
      .init(
        name: "source",
        shape: .table(.source),
        about: "The document the pack encodes.",
        isRequired: true
      ),
      .init(
        name: "valid-from",
        shape: .day,
        about: "The first day of publication the edition is for."
      ),
      .init(
        name: "valid-until",
        shape: .day,
        about: "The last day of publication the edition is for."
      ),
      .init(
        name: "replaced-by",
        shape: .name,
        about: "The id of the pack that replaces this edition."
      ),
      .init(
        name: "folds",
        shape: .map(key: .text, value: .number(atLeast: 1)),
        about: "After how many characters a platform hides the rest of a post, by platform."
      ),
      .init(
        name: "windows",
        shape: .map(key: .name, value: .list(.table(.window), atLeast: 0)),
        about: "Stretches of days that rules can be for (`during`), by name."
      ),
      .init(
        name: "calendar-until",
        shape: .day,
        about:
          "The last day for which the windows are complete; without it, the end of the last one.",
        needs: ["windows"]
      ),
      .init(
        name: "extends",
        shape: .oneOrMore(.name),
        about: "The packs whose rules and vocabularies this pack takes over."
      ),
      .init(
        name: "change",
        shape: .map(
          key: .name,
          value: .written(scalar: .choice(["off"], noun: "change"), list: nil, map: .table(.change))
        ),
        about: "What this pack changes in the rules it takes over, by rule name."
      ),
    ]
  )

  /// A document.
  private static let sourceTable = KeyTable(
    noun: "a source",
    keys: [
      .init(name: "title", shape: .text, about: "The title of the document.", isRequired: true),
      .init(name: "date", shape: .text, about: "The date as its publisher gives it."),
      .init(name: "url", shape: .text, about: "A link to it, or to its best remaining copy."),
      .init(name: "licence", shape: .text, about: "The licence a list of words comes under."),
    ]
  )

  /// A stretch of days.
  private static let windowTable = KeyTable(
    noun: "a window",
    keys: [
      .init(
        name: "title",
        shape: .text,
        about: "What messages call it, such as “the period before the council elections”.",
        isRequired: true
      ),
      .init(
        name: "from",
        shape: .moment,
        about: "The first day, or the time at which it begins.",
        isRequired: true
      ),
      .init(
        name: "until",
        shape: .moment,
        about: "The last day, or the time at which it ends.",
        isRequired: true
      ),
      .init(
        name: "applies",
        shape: .map(key: .conditionKey, value: .oneOrMore(.text)),
        about: "The values of context keys it is for."
      ),
      .init(name: "source", shape: .table(.source), about: "Where the dates are from."),
    ]
  )

  /// A change to a rule taken over.
  private static let changeTable = KeyTable(
    noun: "a change",
    keys: [
      .init(name: "severity", shape: severity, about: "The new severity."),
      .init(
        name: "action",
        shape: .choice(Action.self, noun: "action"),
        about: "What a finding asks from now on."
      ),
    ]
  )

  /// `guidance.yml`.
  private static let guidanceTable = KeyTable(
    noun: "the guidance",
    keys: [
      .init(
        name: "sources",
        shape: .map(key: .text, value: .table(.source)),
        about: "The documents, by the start of their statements' ids.",
        isRequired: true
      ),
      .init(
        name: "statements",
        shape: .map(key: .text, value: .table(.statement)),
        about: "Every statement of the guidance, in its order, by id.",
        isRequired: true
      ),
    ]
  )

  /// A statement of the guidance.
  private static let statementTable = KeyTable(
    noun: "a statement",
    keys: [
      .init(
        name: "says",
        shape: .text,
        about: "The statement in one plain sentence, in own words.",
        isRequired: true
      ),
      .init(
        name: "status",
        shape: .choice(StatementStatus.self, noun: "status"),
        about:
          "How well it is established: P published, S secondary, S2 two secondaries agree, U unverified.",
        isRequired: true
      ),
      .init(
        name: "class",
        shape: .oneOrMore(
          .choice(["LEX", "PAT", "COOC", "STRUCT", "REQ", "META", "DATE", "JUDGE"], noun: "class")
        ),
        about: "How far a checker can go."
      ),
      .init(name: "rules", shape: .oneOrMore(.name), about: "The rules that check it."),
      .init(name: "reminder", shape: .name, about: "The rule that reminds of it."),
      .init(name: "person", shape: .text, about: "Why it needs a person."),
      .init(
        name: "allow",
        shape: .text,
        about: "Why the pack must stay silent: it is a permission."
      ),
    ],
    groups: [.init(keys: ["rules", "reminder", "person", "allow"], isExclusive: true)]
  )

  /// A file in `vocabulary/`.
  private static let vocabularyTable = KeyTable(
    noun: "a vocabulary",
    keys: [
      .init(name: "title", shape: .text, about: "The title for people.", isRequired: true),
      .init(name: "about", shape: .text, about: "What the words have in common."),
      .init(name: "source", shape: .table(.source), about: "Where the list is taken from."),
      .init(name: "words", shape: .list(.phrase, atLeast: 0), about: "The phrases."),
      .init(
        name: "includes",
        shape: .oneOrMore(.name),
        about: "Vocabularies whose phrases and exceptions are taken in."
      ),
      .init(
        name: "except",
        shape: .list(.phrase, atLeast: 0),
        about: "Phrases in which these words mean something else."
      ),
    ],
    groups: [.init(keys: ["words", "includes"], isExclusive: false)]
  )
}
