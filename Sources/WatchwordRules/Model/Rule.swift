public import WatchwordDiagnostics
public import WatchwordText

/// One policy statement made checkable: a file in a pack.
public struct Rule: Sendable {
  /// The rule's id.
  public var id: RuleID
  /// The title for people.
  public var title: String
  /// The topic, one of ``Topic/all``.
  public var topic: String
  /// How severe a finding is, by the rule's count.
  public var severity: SeverityScale
  /// What a finding asks.
  public var action: Action
  /// The statements it comes from; at least one.
  public var guidance: [Located<String>]
  /// Which contexts it is for.
  public var applies: [ContextCondition]
  /// Keys that must be set for the rule to speak at all.
  public var stated: [String]
  /// What it looks for.
  public var body: Body
  /// What settles a finding; any one of these.
  public var settledBy: [Settler]
  /// The message, in pieces.
  public var message: MessageTemplate
  /// The harm in one sentence.
  public var why: String
  /// The one thing to do next; nil for a reminder without one.
  public var advice: String?
  /// A link or longer text for `explain`.
  public var more: String?
  /// Whether reports must not print what it found.
  public var isMasked: Bool
  /// How often it speaks.
  public var frequency: Frequency
  /// The days of publication it counts on.
  public var validity: Validity
  /// The names of the windows it counts in; empty where it always does.
  public var during: [Located<String>]
  /// The rules whose findings in the same sentence let this rule's go: names in its pack, `pack/name`
  /// ids, or topics.
  public var yieldsTo: [Located<String>]
  /// Whether it is a draft that only notes.
  public var isDraft: Bool
  /// Names it had before.
  public var aliases: [String]
  /// Texts that must give a finding.
  public var badExamples: [RuleExample]
  /// Texts that must not.
  public var goodExamples: [RuleExample]
  /// Texts that should not, but do, as is known.
  public var wrongAlarms: [RuleExample]
  /// The file it was read from, relative to its pack's directory.
  public var file: String

  /// Makes a rule from its parts.
  public init(
    id: RuleID,
    title: String,
    topic: String,
    severity: SeverityScale,
    action: Action,
    guidance: [Located<String>],
    applies: [ContextCondition] = [],
    stated: [String] = [],
    body: Body,
    settledBy: [Settler] = [],
    message: MessageTemplate,
    why: String,
    advice: String? = nil,
    more: String? = nil,
    isMasked: Bool = false,
    frequency: Frequency = .every,
    validity: Validity = Validity(),
    during: [Located<String>] = [],
    yieldsTo: [Located<String>] = [],
    isDraft: Bool = false,
    aliases: [String] = [],
    badExamples: [RuleExample] = [],
    goodExamples: [RuleExample] = [],
    wrongAlarms: [RuleExample] = [],
    file: String
  ) {
    self.id = id
    self.title = title
    self.topic = topic
    self.severity = severity
    self.action = action
    self.guidance = guidance
    self.applies = applies
    self.stated = stated
    self.body = body
    self.settledBy = settledBy
    self.message = message
    self.why = why
    self.advice = advice
    self.more = more
    self.isMasked = isMasked
    self.frequency = frequency
    self.validity = validity
    self.during = during
    self.yieldsTo = yieldsTo
    self.isDraft = isDraft
    self.aliases = aliases
    self.badExamples = badExamples
    self.goodExamples = goodExamples
    self.wrongAlarms = wrongAlarms
    self.file = file
  }

  /// The scopes of the approvals that settle a finding.
  public var approvalScopes: [String] { settledBy.flatMap(\.approvalScopes) }

  /// How often a rule speaks.
  public enum Frequency: String, CaseIterable, Sendable {
    /// At each match.
    case every
    /// At the first match of each post.
    case oncePerPost = "once-per-post"
    /// At the first match of each file.
    case oncePerFile = "once-per-file"
    /// At the first match of the run.
    case oncePerRun = "once-per-run"
    /// At the first match of the run that stands beside another finding in its post.
    case besideFindings = "beside-findings"
  }

  /// The three verbs.
  public enum Body: Sendable {
    /// Something is there.
    case flag(Matcher)
    /// Something is missing.
    case require(Requirement)
    /// Something is too many, too long, too few or too short.
    case limit(Limit)
  }
}

/// Severities by a rule's count: the highest threshold at or below the count decides.
public struct SeverityScale: Hashable, Sendable {
  /// One step of the scale.
  public struct Step: Hashable, Sendable {
    /// The least count for the severity.
    public var threshold: Int
    /// The severity from there on.
    public var severity: Severity

    /// Makes a step.
    public init(threshold: Int, severity: Severity) {
      self.threshold = threshold
      self.severity = severity
    }
  }

  /// The steps, rising by threshold; at least one.
  public var steps: [Step]

  /// Makes a scale from steps that rise.
  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// Makes a scale of one severity whatever the count.
  public init(_ severity: Severity) {
    steps = [Step(threshold: 0, severity: severity)]
  }

  /// The severity for a count, or nil below the lowest threshold.
  public func severity(for count: Int) -> Severity? {
    steps.last { $0.threshold <= count }?.severity
  }

  /// The highest severity on the scale.
  public var highest: Severity {
    steps.map(\.severity).max() ?? .note
  }
}

/// One line of `applies`: a key whose value must be, or must not be, one of these.
public struct ContextCondition: Hashable, Sendable {
  /// The context key.
  public var key: String
  /// The values, in lower case; `any` stands for every value.
  public var values: [String]
  /// Whether the values are those the rule is *not* for.
  public var isNegated: Bool

  /// Makes a condition.
  public init(key: String, values: [String], isNegated: Bool = false) {
    self.key = key
    self.values = values
    self.isNegated = isNegated
  }
}

/// What settles a finding.
public indirect enum Settler: Hashable, Sendable {
  /// This key is set to something other than no.
  case key(String)
  /// Somebody approved it, for this scope.
  case approval(scope: String)
  /// All of these.
  case all([Settler])

  /// The scopes of the approvals that are among what settles.
  public var approvalScopes: [String] {
    switch self {
    case .key: []
    case .approval(let scope): [scope]
    case .all(let settlers): settlers.flatMap(\.approvalScopes)
    }
  }
}

/// What a `require` asks for.
public struct Requirement: Sendable {
  /// How early the text must stand.
  public enum Before: Hashable, Sendable {
    /// Before the platform hides the rest.
    case fold
    /// Within this many characters.
    case characters(Int)
  }

  /// What makes the requirement hold; nil for every post.
  public var when: Matcher?
  /// What the post must hold, if it asks for text.
  public var text: Matcher?
  /// How early.
  public var before: Before?
  /// Whether each part of a thread must hold it.
  public var everyPart: Bool
  /// Keys that must be set, if it asks for context; `media.alt` asks each entry.
  public var context: [String]
  /// The keys with moments before which the post must not go out, where they are set.
  public var notBefore: [String]

  /// Makes a requirement.
  public init(
    when: Matcher? = nil,
    text: Matcher? = nil,
    before: Before? = nil,
    everyPart: Bool = false,
    context: [String] = [],
    notBefore: [String] = []
  ) {
    self.when = when
    self.text = text
    self.before = before
    self.everyPart = everyPart
    self.context = context
    self.notBefore = notBefore
  }
}

/// What a `limit` counts and how far it may go.
public struct Limit: Sendable {
  /// What can be counted without a matcher.
  public enum Measure: String, CaseIterable, Sendable {
    case words, characters, graphemes, bytes, lines, sentences
    case hashtags, mentions, urls, emoji
    case xLength = "x-length"
    case mastodonLength = "mastodon-length"
    case blueskyGraphemes = "bluesky-graphemes"
    case blueskyBytes = "bluesky-bytes"
    case threadsLength = "threads-length"
  }

  /// What is counted.
  public enum Subject: Sendable {
    /// A measure of the text.
    case measure(Measure)
    /// The matches of a matcher.
    case matches(Matcher)
  }

  /// Where each count starts anew.
  public enum Scope: String, CaseIterable, Sendable {
    case sentence, line, post
  }

  /// What is counted.
  public var subject: Subject
  /// In what.
  public var scope: Scope
  /// The most allowed, if there is one.
  public var atMost: Int?
  /// The least allowed, if there is one.
  public var atLeast: Int?

  /// Makes a limit.
  public init(subject: Subject, scope: Scope = .post, atMost: Int? = nil, atLeast: Int? = nil) {
    self.subject = subject
    self.scope = scope
    self.atMost = atMost
    self.atLeast = atLeast
  }
}

/// A message with placeholders, split into pieces once.
public struct MessageTemplate: Hashable, Sendable {
  /// A piece of the message.
  public enum Piece: Hashable, Sendable {
    /// Text as it is.
    case text(String)
    /// The name in braces.
    case placeholder(String)
  }

  /// The pieces, in order.
  public var pieces: [Piece]
  /// The message as written, with its place.
  public var written: Located<String>

  /// Makes a template.
  public init(pieces: [Piece], written: Located<String>) {
    self.pieces = pieces
    self.written = written
  }
}

/// A text with the findings it must have.
public struct RuleExample: Sendable {
  /// The text without marks.
  public var text: String
  /// The marked spans, in UTF-8 bytes of ``text``; empty when the example has no marks.
  public var ranges: [SourceRange]
  /// The context it is checked in.
  public var context: [String: ContextValue]
  /// Where it is written.
  public var place: Located<String>

  /// Makes an example.
  public init(
    text: String,
    ranges: [SourceRange],
    context: [String: ContextValue] = [:],
    place: Located<String>
  ) {
    self.text = text
    self.ranges = ranges
    self.context = context
    self.place = place
  }
}

/// The topics a rule can have (`design.md`, section 4.3).
public enum Topic {
  /// Every topic, in the order reports group by.
  public static let all: [String] = [
    "opsec.movement", "opsec.operations", "opsec.capability", "opsec.casualty", "opsec.location",
    "speaking-for", "political", "third-party", "conduct", "personal-data", "secrets",
    "classification", "approval", "ad-disclosure", "financial-promotion", "health-claim",
    "green-claim", "superlative", "competition", "accessibility", "platform", "wording", "metadata",
  ]
}
