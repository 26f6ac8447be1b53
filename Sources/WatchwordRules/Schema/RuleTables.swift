import WatchwordDiagnostics
import WatchwordText

extension TableName {
  /// One severity, or severities by count.
  static let severity: ValueShape = .written(
    scalar: .choice(Severity.self, noun: "severity"),
    list: nil,
    map: .map(key: .number(atLeast: 0), value: .choice(Severity.self, noun: "severity"))
  )

  /// How near parts must stand.
  static let scope: ValueShape = .written(
    scalar: .choice(["sentence", "line", "post", "thread", "run"], noun: "distance"),
    list: nil,
    map: .table(.distance)
  )

  /// What settles a finding.
  private static let settler: ValueShape = .written(
    scalar: .contextKey,
    list: nil,
    map: .table(.approval)
  )

  /// A rule file.
  static let ruleTable = KeyTable(
    noun: "a rule",
    keys: [
      .init(
        name: "title",
        shape: .text,
        about: "The title for people; the bad thing.",
        isRequired: true
      ),
      .init(
        name: "topic",
        shape: .choice(Topic.all, noun: "topic"),
        about: "The topic reports group it under.",
        isRequired: true
      ),
      .init(
        name: "severity",
        shape: severity,
        about: "How severe a finding is, whatever the count or by count.",
        isRequired: true
      ),
      .init(
        name: "action",
        shape: .choice(Action.self, noun: "action"),
        about: "What a finding asks of the author.",
        isRequired: true
      ),
      .init(
        name: "guidance",
        shape: .oneOrMore(.text),
        about: "The statements of guidance.yml it comes from.",
        isRequired: true
      ),
      .init(
        name: "applies",
        shape: .map(key: .conditionKey, value: .oneOrMore(.text)),
        about: "The values of context keys it is for; `stated` lists keys that must be set."
      ),
      .init(name: "flag", shape: .table(.matcher), about: "What must not be there."),
      .init(name: "require", shape: .table(.require), about: "What must be there."),
      .init(name: "limit", shape: .table(.limit), about: "How many or how long."),
      .init(
        name: "settled-by",
        shape: .written(scalar: .contextKey, list: .list(settler, atLeast: 1), map: nil),
        about: "The keys any one of which lets a finding go."
      ),
      .init(
        name: "message",
        shape: .text,
        about: "One plain sentence under 80 characters without a full stop.",
        isRequired: true
      ),
      .init(name: "why", shape: .text, about: "The harm in one sentence.", isRequired: true),
      .init(
        name: "do",
        shape: .text,
        about: "The one thing to do next; only a reminder can be without."
      ),
      .init(name: "more", shape: .text, about: "A link or a longer text for `explain`."),
      .init(name: "mask", shape: .truth, about: "Whether reports must not print what was found."),
      .init(
        name: "report",
        shape: .choice(Rule.Frequency.self, noun: "frequency"),
        about: "How often it speaks."
      ),
      .init(name: "valid-from", shape: .day, about: "The first day of publication it counts on."),
      .init(name: "valid-until", shape: .day, about: "The last day of publication it counts on."),
      .init(
        name: "during",
        shape: .oneOrMore(.name),
        about: "The windows of pack.yml it counts in; without it, it always does."
      ),
      .init(
        name: "yields-to",
        shape: .oneOrMore(.text),
        about:
          "Rules, or a topic, whose findings in the same sentence let this rule's findings go."
      ),
      .init(
        name: "status",
        shape: .choice(["stable", "draft"], noun: "status"),
        about: "Whether it is a draft that only notes."
      ),
      .init(name: "aliases", shape: .oneOrMore(.name), about: "Names it had before."),
      .init(
        name: "examples",
        shape: .table(.examples),
        about: "Texts it must and must not find something in.",
        isRequired: true
      ),
    ],
    groups: [.init(keys: ["flag", "require", "limit"], isExclusive: true)]
  )

  /// `examples`.
  static let examplesTable = KeyTable(
    noun: "the examples",
    keys: [
      .init(
        name: "bad",
        shape: .list(exampleText, atLeast: 1),
        about: "Texts that must give this finding, its spans in ⟦ ⟧.",
        isRequired: true
      ),
      .init(
        name: "good",
        shape: .list(exampleText, atLeast: 1),
        about: "Texts close to the rule that must give nothing.",
        isRequired: true
      ),
      .init(
        name: "wrong-alarms",
        shape: .list(exampleText, atLeast: 1),
        about:
          "Texts that should give nothing and do, as is known; one that no longer does is reported."
      ),
    ]
  )

  /// One example.
  private static let exampleText: ValueShape = .written(
    scalar: .text,
    list: nil,
    map: .table(.example)
  )

  /// An example with its context.
  static let exampleTable = KeyTable(
    noun: "an example",
    keys: [
      .init(name: "text", shape: .text, about: "The text.", isRequired: true),
      .init(
        name: "with",
        shape: .map(key: .contextKey, value: .anything),
        about: "The context it is checked in."
      ),
    ]
  )

  /// `require`.
  static let requireTable = KeyTable(
    noun: "`require`",
    keys: [
      .init(
        name: "when",
        shape: .table(.matcher),
        about: "What makes the requirement hold; without it every post needs it."
      ),
      .init(name: "text", shape: .table(.matcher), about: "What the post must hold."),
      .init(
        name: "before",
        shape: .written(scalar: .choice(["fold"], noun: "place"), list: nil, map: .table(.before)),
        about: "How early the text must stand.",
        needs: ["text"]
      ),
      .init(
        name: "every-part",
        shape: .truth,
        about: "Whether each part of a thread must hold it.",
        needs: ["text"]
      ),
      .init(name: "context", shape: .oneOrMore(.contextKey), about: "Keys that must be set."),
      .init(
        name: "not-before",
        shape: .oneOrMore(.contextKey),
        about: "Keys with a day or time before which the post must not go out."
      ),
    ],
    groups: [.init(keys: ["text", "context", "not-before"], isExclusive: false)]
  )

  /// `before` with a number.
  static let beforeTable = KeyTable(
    noun: "`before`",
    keys: [
      .init(
        name: "characters",
        shape: .number(atLeast: 1),
        about: "Within this many characters.",
        isRequired: true
      )
    ]
  )

  /// `limit`.
  static let limitTable = KeyTable(
    noun: "a limit",
    keys: [
      .init(
        name: "count",
        shape: .choice(Limit.Measure.self, noun: "measure"),
        about: "What is counted."
      ),
      .init(name: "of", shape: .table(.matcher), about: "Counts what this finds."),
      .init(
        name: "in",
        shape: .choice(Limit.Scope.self, noun: "place"),
        about: "Where each count starts anew."
      ),
      .init(name: "at-most", shape: .number(atLeast: 0), about: "The most allowed."),
      .init(name: "at-least", shape: .number(atLeast: 1), about: "The least allowed."),
    ],
    groups: [
      .init(keys: ["count", "of"], isExclusive: true),
      .init(keys: ["at-most", "at-least"], isExclusive: false),
    ]
  )

  /// A settler that is not one key.
  static let approvalTable = KeyTable(
    noun: "what settles a finding",
    keys: [
      .init(name: "approval", shape: .text, about: "Approval for this scope."),
      .init(name: "all", shape: .list(settler, atLeast: 1), about: "All of these."),
    ],
    groups: [.init(keys: ["approval", "all"], isExclusive: true)]
  )
}
