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

extension [TimeExpression] {
  /// Drops, from times in reading order, what is a part of something longer that is no time: the last digits of a telephone number.
  ///
  /// - Parameter identifiers: What is longer, in reading order and without overlaps.
  public mutating func removeParts(of identifiers: [Entity]) {
    guard !isEmpty, !identifiers.isEmpty else { return }
    var next = 0
    removeAll { time in
      while next < identifiers.count, identifiers[next].range.end <= time.range.start { next += 1 }
      return next < identifiers.count && identifiers[next].range.contains(time.range)
        && identifiers[next].range != time.range
    }
  }
}
