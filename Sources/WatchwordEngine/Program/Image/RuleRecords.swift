internal import WatchwordText

// What the tables of an image hold about rules and packs; see `ImageRecords.swift`.

/// A rule.
struct RuleRecord: BitwiseCopyable {
  /// The id's two parts.
  var pack: TextRecord
  var name: TextRecord
  var topic: TextRecord
  var why: TextRecord
  /// The advice, if there is any.
  var advice: TextRecord
  /// The first and the last day on which it counts, if there are any.
  var validFrom: TextRecord
  var validUntil: TextRecord
  /// The pieces of the message, in ``ImageSection/messagePieces``.
  var message: ListRecord
  /// The steps of its severity, in ``ImageSection/severitySteps``.
  var severity: ListRecord
  /// Its conditions, in ``ImageSection/conditions``.
  var applies: ListRecord
  /// Keys that must be set, in ``ImageSection/texts``.
  var stated: ListRecord
  /// What settles it, in ``ImageSection/settlers``.
  var settledBy: ListRecord
  /// The clauses it cites, in ``ImageSection/citations``.
  var citations: ListRecord
  /// After how many characters platforms hide the rest, in ``ImageSection/folds``.
  var folds: ListRecord
  /// The days it counts in where it is only for some, in ``ImageSection/windows``.
  var windows: ListRecord
  /// The keys a requirement asks for, in ``ImageSection/texts``.
  var requiredKeys: ListRecord
  /// The keys with moments that must be past, in ``ImageSection/texts``.
  var notBefore: ListRecord
  /// The rules whose findings let its own go, in ``ImageSection/numbers``.
  var yieldsTo: ListRecord
  /// The matcher of its `flag`, `when` or count; -1 for none.
  var node: Int32
  /// The matcher of the text that `require` asks for; -1 for none.
  var requiredNode: Int32
  /// The most and the least of a limit, where the flags say that they count.
  var atMost: Int64
  var atLeast: Int64
  /// Within how many characters a required text must stand.
  var beforeCharacters: Int64
  /// The verb, as a ``RuleVerb``.
  var verb: UInt8
  /// The action and the frequency, by their places among the cases.
  var action: UInt8
  var frequency: UInt8
  /// What a limit counts, from 1; 0 for matches.
  var measure: UInt8
  /// Where its count starts anew, by its place among the cases.
  var limitScope: UInt8
  /// How early a required text must stand: 1 before the fold, 2 within so many characters.
  var before: UInt8
  /// What is so of it.
  var flags: RuleFlags
}

/// What a rule can be.
struct RuleFlags: OptionSet, BitwiseCopyable {
  /// The bits.
  let rawValue: UInt16

  /// Makes flags from their bits.
  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Reports must not print what it found.
  static let isMasked = RuleFlags(rawValue: 1 << 0)
  /// It is a draft that only notes.
  static let isDraft = RuleFlags(rawValue: 1 << 1)
  /// It is about a thread as a whole.
  static let isForThreads = RuleFlags(rawValue: 1 << 2)
  /// It flags what adds up over several posts.
  static let gathers = RuleFlags(rawValue: 1 << 3)
  /// Its limit has a most.
  static let hasMost = RuleFlags(rawValue: 1 << 4)
  /// Its limit has a least.
  static let hasLeast = RuleFlags(rawValue: 1 << 5)
  /// It counts in its windows only.
  static let isDuring = RuleFlags(rawValue: 1 << 6)
}

/// The verbs of rules.
enum RuleVerb: UInt8 {
  case flag, require, limit
}

/// A piece of a message.
struct PieceRecord: BitwiseCopyable {
  /// The text, or the name of the placeholder.
  var text: TextRecord
  /// 1 for a placeholder.
  var isPlaceholder: UInt32
  /// 0.
  var reserved: UInt32 = 0
}

/// A step of a scale of severities.
struct StepRecord: BitwiseCopyable {
  /// The least count.
  var threshold: Int64
  /// The severity, by its place among the cases.
  var severity: UInt32
  /// 0.
  var reserved: UInt32 = 0
}

/// A condition of `applies`.
struct ConditionRecord: BitwiseCopyable {
  /// The key.
  var key: TextRecord
  /// The values, in ``ImageSection/texts``.
  var values: ListRecord
  /// 1 where the values are those the rule is not for.
  var isNegated: UInt32
  /// 0.
  var reserved: UInt32 = 0
}

/// What settles a finding.
struct SettlerRecord: BitwiseCopyable {
  /// 0 for a key, 1 for an approval, 2 for all of a list.
  var kind: UInt32
  /// 0.
  var reserved: UInt32 = 0
  /// The key or the scope of the approval.
  var text: TextRecord
  /// The members of the list, in ``ImageSection/settlers``, all before this one.
  var all: ListRecord
}

/// A clause.
struct CitationRecord: BitwiseCopyable {
  var statement: TextRecord
  var says: TextRecord
  var title: TextRecord
  /// The date and the link, if there are any.
  var date: TextRecord
  var url: TextRecord
  /// How well it is established, by its place among the cases.
  var status: UInt32
  /// 0.
  var reserved: UInt32 = 0
}

/// After how many characters a platform hides the rest of a post.
struct FoldRecord: BitwiseCopyable {
  /// The platform, in lower case.
  var platform: TextRecord
  /// The characters.
  var count: Int64
}

/// A `Moment`.
struct MomentRecord: BitwiseCopyable {
  /// The day, counted from 1970-01-01.
  var day: Int32
  /// The minutes since midnight; -1 where only the day is known.
  var minute: Int16
  /// The minutes ahead of UTC; `Int16.min` where that is not known.
  var offset: Int16
}

/// A stretch of days.
struct WindowRecord: BitwiseCopyable {
  /// What messages call it.
  var title: TextRecord
  /// When it begins and ends.
  var from: MomentRecord
  var until: MomentRecord
  /// Which contexts it is for, in ``ImageSection/conditions``.
  var applies: ListRecord
}

/// A pack.
struct PackRecord: BitwiseCopyable {
  var id: TextRecord
  var title: TextRecord
  var edition: TextRecord
  /// The first and the last day of the edition, and the pack that replaces it, if there are any.
  var validFrom: TextRecord
  var validUntil: TextRecord
  var replacedBy: TextRecord
  /// The last day for which its windows are known; none for a pack without windows.
  var windowsUntil: TextRecord
  /// The names of windows without dates, in ``ImageSection/texts``.
  var openWindows: ListRecord
}

/// A name that a rule had before.
struct OldNameRecord: BitwiseCopyable {
  /// The name.
  var name: TextRecord
  /// The rule.
  var rule: UInt32
  /// 0.
  var reserved: UInt32 = 0
}
