/// How a time lies to the day of publication.
public enum TimeTense: String, CaseIterable, Hashable, Sendable {
  /// Over before the day of publication.
  case past
  /// On the day of publication.
  case present
  /// After it.
  case future
}

/// How exactly a time is given, from vague to exact.
public enum TimePrecision: String, CaseIterable, Hashable, Sendable {
  /// “soon”, “one day”.
  case vague
  /// “spring”, “this year”.
  case season
  /// “in May”.
  case month
  /// “next week”.
  case week
  /// “on Thursday”.
  case day
  /// “Thursday morning”.
  case part
  /// “at 0530”.
  case clock
}

extension TimePrecision: Comparable {
  /// Orders from vague to exact.
  public static func < (left: TimePrecision, right: TimePrecision) -> Bool {
    left.rank < right.rank
  }

  /// The place in the order of the cases.
  private var rank: Int {
    switch self {
    case .vague: 0
    case .season: 1
    case .month: 2
    case .week: 3
    case .day: 4
    case .part: 5
    case .clock: 6
    }
  }
}

/// A date or time that a text names, resolved against a day of publication.
public struct TimeExpression: Hashable, Sendable {
  /// Its bytes in the post's text.
  public var range: SourceRange
  /// How it lies to the day of publication.
  public var tense: TimeTense
  /// How exactly it is given.
  public var precision: TimePrecision
  /// The first day it can mean, as days since 1970-01-01; nil where it is vague or no day is known.
  public var firstDay: Int?
  /// The last day it can mean, counted the same way.
  public var lastDay: Int?

  /// Makes a time expression.
  public init(
    range: SourceRange,
    tense: TimeTense,
    precision: TimePrecision,
    firstDay: Int? = nil,
    lastDay: Int? = nil
  ) {
    self.range = range
    self.tense = tense
    self.precision = precision
    self.firstDay = firstDay
    self.lastDay = lastDay
  }
}
