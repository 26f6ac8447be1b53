internal import WatchwordText

// What the tables of an image hold. Every field has a fixed width, there is no padding, and no bit
// pattern of any field is forbidden: what a number must be is checked where an image is taken in.

/// A text by its place in ``ImageSection/text``.
struct TextRecord: BitwiseCopyable, Hashable {
  /// The first byte; `UInt32.max` where there is no text.
  var offset: UInt32
  /// The number of bytes.
  var count: UInt32

  /// No text, which is not the empty text.
  static let none = TextRecord(offset: .max, count: 0)
}

/// Part of a table.
struct ListRecord: BitwiseCopyable, Hashable {
  /// The first entry.
  var start: UInt32 = 0
  /// The number of entries.
  var count: UInt32 = 0
}

/// A `Together.Scope`.
struct ScopeRecord: BitwiseCopyable {
  /// The case, by its place among the cases.
  var kind: UInt32
  /// The number of days or words.
  var value: Int32
}

/// What concerns the whole program.
struct ImageFacts: BitwiseCopyable {
  /// The rules looked at for every post, in ``ImageSection/numbers``.
  var everyPost: ListRecord
  /// The rules that any time wakes.
  var byTime: ListRecord
  /// 1 where a matcher asks for identifiers.
  var usesIdentifiers: UInt32
  /// 1 where a matcher, a guard or a phrase asks for dates and times.
  var usesTimes: UInt32
}

/// A matcher.
struct NodeRecord: BitwiseCopyable {
  /// What it looks for, as a ``NodeKind``.
  var kind: UInt32
  /// How hashtags count, which validator (from 1), or which tenses, by kind.
  var detail: UInt32 = 0
  /// The set, pattern, kinds of entity, precision, shape, `together` or matcher, by kind.
  var value: UInt64 = 0
  /// The matchers of an `any`, in ``ImageSection/numbers``.
  var list = ListRecord()
  /// The guards, from 1; 0 for none.
  var guards: UInt32 = 0
  /// 1 where it can hold without a range to mark: a `not`, or an `any` with one.
  var holdsWithoutPlace: UInt32 = 0
}

/// The kinds of ``NodeRecord``.
enum NodeKind: UInt32 {
  case words, pattern, entity, time, shape, any, together, not
}

/// A `together`.
struct TogetherRecord: BitwiseCopyable {
  /// How near.
  var scope: ScopeRecord
  /// The names of the parts, in ``ImageSection/texts``.
  var names: ListRecord
  /// The matchers of the parts, in ``ImageSection/numbers``.
  var nodes: ListRecord
  /// Which parts must be there, in ``ImageSection/numbers``.
  var must: ListRecord
  /// How many parts in all.
  var atLeast: Int32
  /// Which part carries the mark.
  var mark: Int32
  /// 1 where the `must` parts must stand in order.
  var isOrdered: UInt32
  /// 1 where parts may share words.
  var mayOverlap: UInt32
}

/// Guards of a matcher.
struct GuardRecord: BitwiseCopyable {
  /// Sets whose phrases cover a match, in ``ImageSection/setLists``.
  var covers: ListRecord
  /// What must be absent, in ``ImageSection/exceptions``.
  var unless: ListRecord
  /// What is let go: 1 quoted, 2 negated, 4 history.
  var ignored: UInt32
  /// The set of history words; -1 for none.
  var historySet: Int32
  /// Where a match must stand, from 1; 0 for anywhere.
  var position: UInt32
  /// The fewest matches in the post.
  var minimum: Int32
}

/// A matcher that must find nothing.
struct ExceptionRecord: BitwiseCopyable {
  /// The matcher.
  var node: Int32
  /// 0.
  var reserved: UInt32 = 0
  /// How far it looks.
  var scope: ScopeRecord
}

/// A pattern and what is known about its matches.
struct PatternRecord: BitwiseCopyable {
  /// The bytes one of which starts every match, where `hasFirstBytes`.
  var firstBytes: BytePresence
  /// The expression.
  var expression: TextRecord
  /// Groups of strings one of which must occur, in ``ImageSection/patternNeedGroups``.
  var needGroups: ListRecord
  /// Sets of bytes one of which must occur, in ``ImageSection/patternNeedBytes``.
  var needBytes: ListRecord
  /// How it is read, as `Pattern.Options`.
  var options: UInt32
  /// The least length of a match in characters.
  var minimumLength: UInt32
  /// A byte that every match holds, in its one or two cases, where `hasRequiredByte`.
  var requiredByte: UInt8
  /// Its other case.
  var otherRequiredByte: UInt8
  /// 1 where ``firstBytes`` counts.
  var hasFirstBytes: UInt8
  /// 1 where ``requiredByte`` counts.
  var hasRequiredByte: UInt8
  /// 0.
  var reserved: UInt32 = 0
}

/// Rules that a pattern wakes.
struct PatternTriggerRecord: BitwiseCopyable {
  /// The pattern.
  var pattern: UInt32
  /// 0.
  var reserved: UInt32 = 0
  /// The rules, in ``ImageSection/numbers``.
  var rules: ListRecord
}
