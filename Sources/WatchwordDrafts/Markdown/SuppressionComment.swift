import WatchwordText

/// Reads `<!-- watchword: allow RULE because REASON until YYYY-MM-DD -->`; the date may be left out.
enum SuppressionComment {
  /// How the comment is written, for advice.
  private static let form = "<!-- watchword: allow rule-name because reason until 2027-01-31 -->"

  /// The suppression in a whole HTML comment that stands at `range`; nil for any other comment.
  ///
  /// What is missing is reported; without a reason the suppression is still returned, with an
  /// empty one.
  static func read(
    _ comment: UnsafeBufferPointer<UInt8>,
    at range: SourceRange,
    problems: inout DraftProblems
  ) -> Suppression? {
    guard var words = directive(in: comment) else { return nil }
    guard words.first == "allow" else {
      problems.report(
        "suppression-without-allow",
        at: range,
        "this note to watchword does not say what it allows",
        advice: "Write \(form)."
      )
      return nil
    }
    words.removeFirst()
    return read(words, at: range, problems: &problems)
  }

  /// The suppressions in a cell of a table, one on each line, with or without `allow` before them.
  static func read(
    cell: String,
    at range: SourceRange,
    problems: inout DraftProblems
  ) -> [Suppression] {
    var found: [Suppression] = []
    for line in cell.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      var words = line.split { EncodingCheck.isBlank(CollectionOfOne($0)) }
        .map { String(Substring($0)) }
      if words.first == "allow" { words.removeFirst() }
      guard !words.isEmpty else { continue }
      if let suppression = read(words, at: range, problems: &problems) { found.append(suppression) }
    }
    return found
  }

  /// The suppression that the words behind `allow` make.
  private static func read(
    _ words: [String],
    at range: SourceRange,
    problems: inout DraftProblems
  ) -> Suppression? {
    var words = words
    guard let rule = words.first, rule != "because" else {
      problems.report(
        "suppression-without-rule",
        at: range,
        "this suppression names no rule",
        advice: "Write \(form)."
      )
      return nil
    }
    words.removeFirst()
    let until = takeDate(from: &words, at: range, problems: &problems)
    let reason = words.first == "because" ? words.dropFirst().joined(separator: " ") : ""
    if reason.isEmpty {
      problems.report(
        "suppression-without-reason",
        at: range,
        "this suppression gives no reason for allowing `\(rule)`",
        advice: "Write `because` and the reason behind the rule's name."
      )
    }
    return Suppression(rule: rule, reason: reason, until: until, range: range)
  }

  /// The words behind `watchword:`; nil where the comment is about something else.
  ///
  /// A comment that forgets the colon but goes on with `allow` is meant for us too.
  private static func directive(in comment: UnsafeBufferPointer<UInt8>) -> [String]? {
    guard comment.count >= 7 else { return nil }
    let words = comment[4..<comment.count - 3]
      .split { EncodingCheck.isBlank(CollectionOfOne($0)) }
      .map { String(decoding: $0, as: UTF8.self) }
    guard let first = words.first, first.hasPrefix("watchword") else { return nil }
    let rest = Array(words.dropFirst())
    switch first.dropFirst("watchword".count) {
    case ":": return rest
    case "" where rest.first == ":": return Array(rest.dropFirst())
    case "" where rest.first == "allow": return rest
    case let tail where tail.hasPrefix(":"): return [String(tail.dropFirst())] + rest
    default: return nil
    }
  }

  /// Takes `until DATE` from the end of the words; a word there that begins like a date but is none is reported.
  private static func takeDate(
    from words: inout [String],
    at range: SourceRange,
    problems: inout DraftProblems
  ) -> String? {
    guard words.count >= 2, words[words.count - 2] == "until", let date = words.last,
      date.utf8.first.map({ (0x30...0x39).contains($0) }) == true
    else { return nil }
    words.removeLast(2)
    guard isDate(date) else {
      problems.report(
        "suppression-date",
        at: range,
        "`\(date)` is not a date, so this suppression has no end",
        advice: "Write the date as year, month and day, such as 2027-01-31."
      )
      return nil
    }
    return date
  }

  /// Whether a text is a day of the Gregorian calendar as `YYYY-MM-DD`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && day >= 1 && day <= lengths[month - 1]
  }
}
