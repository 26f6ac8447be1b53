import WatchwordDiagnostics

extension TableName {
  /// Severities by rule or topic.
  private static let severities: ValueShape = .map(
    key: .text,
    value: .choice(SeverityLevel.self, noun: "severity")
  )

  /// Keys of the context with their values.
  private static let context: ValueShape = .map(key: .contextKey, value: .anything)

  /// Packs by id or directory.
  private static let packs: ValueShape = .oneOrMore(.text)

  /// `watchword.yml`.
  static let configurationTable = KeyTable(
    noun: "the configuration",
    keys: [
      .init(
        name: "extends",
        shape: .oneOrMore(.text),
        about:
          "Configurations whose settings count where this one says nothing; of several, the last wins."
      ),
      .init(
        name: "packs",
        shape: packs,
        about: "Rule packs: ids of built-in packs, and directories, which start with `./` or `../`."
      ),
      .init(
        name: "context",
        shape: context,
        about: "What holds for every post that does not say it itself."
      ),
      .init(
        name: "severity",
        shape: severities,
        about: "Severities by rule or topic; `off` silences it."
      ),
      .init(
        name: "paths",
        shape: .map(key: .text, value: .table(.path)),
        about: "What else holds for the drafts that a glob names; later globs win."
      ),
      .init(
        name: "exclude",
        shape: .oneOrMore(.text),
        about: "Globs of drafts to pass over, as in .gitignore."
      ),
      .init(
        name: "vocabulary",
        shape: .map(
          key: .text,
          value: .written(
            scalar: nil,
            list: .list(.phrase, atLeast: 1),
            map: .table(.addition)
          )
        ),
        about: "Words for vocabularies of packs, by `pack/vocabulary`."
      ),
      .init(
        name: "columns",
        shape: .map(key: .columnKey, value: .oneOrMore(.text)),
        about:
          "What the columns of CSV calendars are called: `text`, `id` or a context key, and its header."
      ),
      .init(name: "json-text", shape: .text, about: jsonText),
      .init(
        name: "fail-level",
        shape: .choice(Severity.self, noun: "severity"),
        about: "The lowest severity that fails a run."
      ),
      .init(
        name: "baseline",
        shape: .text,
        about: "The file with the findings accepted before, as `watchword baseline` writes it."
      ),
    ]
  )

  /// What `json-text` is for.
  private static let jsonText =
    "Where the posts' words stand in JSON and JSON Lines, such as `data.posts[].caption`."

  /// What holds for the drafts that a glob names.
  static let pathTable = KeyTable(
    noun: "a path",
    keys: [
      .init(name: "context", shape: context, about: "What holds for these posts."),
      .init(name: "severity", shape: severities, about: "Severities here, by rule or topic."),
      .init(name: "packs", shape: packs, about: "The packs here, in place of all others."),
      .init(name: "json-text", shape: .text, about: jsonText),
    ]
  )

  /// What is added to a vocabulary.
  static let additionTable = KeyTable(
    noun: "an addition to a vocabulary",
    keys: [
      .init(name: "add", shape: .list(.phrase, atLeast: 1), about: "Phrases that belong to it."),
      .init(
        name: "except",
        shape: .list(.phrase, atLeast: 1),
        about: "Phrases in which its words mean something else."
      ),
    ],
    groups: [.init(keys: ["add", "except"], isExclusive: false)]
  )
}
