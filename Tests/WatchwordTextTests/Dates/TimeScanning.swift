import Testing
import TestSupport
import WatchwordText

/// A marked text and what its first expression must mean, for a post of Monday, 1 June 2026.
struct TimeCase: CustomTestStringConvertible, Sendable {
  let marked: String
  let tense: TimeTense
  let precision: TimePrecision
  /// The first and last day as ISO dates with `..` between, one date for both, or "" for none.
  let days: String

  init(_ marked: String, _ tense: TimeTense, _ precision: TimePrecision, _ days: String = "") {
    self.marked = marked
    self.tense = tense
    self.precision = precision
    self.days = days
  }

  var testDescription: String { marked }
}

/// Finds times in texts the way the checks do.
enum TimeScanning {
  /// The scanner and an analyser that knows its words.
  private static let tools: (scanner: TimeScanner, analyzer: TextAnalyzer) = {
    var symbols = SymbolTableBuilder()
    let scanner = TimeScanner(registeringIn: &symbols)
    return (scanner, TextAnalyzer(symbols: symbols.table))
  }()

  /// The times of a text; published on 1 June 2026 unless told.
  static func times(
    _ text: String,
    published: String? = "2026-06-01",
    order: DateOrder = .dayFirst
  ) -> [TimeExpression] {
    let bytes = Array(text.utf8)
    let analysis = tools.analyzer.analyze(bytes)
    var times: [TimeExpression] = []
    bytes.withUnsafeBufferPointer {
      tools.scanner.scan(
        $0,
        analysis,
        publicationDay: published.flatMap { CivilDate($0)?.dayNumber },
        order: order,
        into: &times
      )
    }
    return times
  }

  /// Days as the cases write them.
  static func days(_ time: TimeExpression) -> String {
    guard let first = time.firstDay, let last = time.lastDay else { return "" }
    let from = CivilDate(dayNumber: first).description
    return first == last ? from : "\(from)..\(CivilDate(dayNumber: last))"
  }

  /// A text with marks about its times.
  static func marked(_ text: String, _ times: [TimeExpression]) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for time in times {
      result += bytes[position..<time.range.start] + Array("⟦".utf8)
      result += bytes[time.range.start..<time.range.end] + Array("⟧".utf8)
      position = time.range.end
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }

  /// Checks a case: the marks of all expressions, and the meaning of the first.
  static func check(
    _ test: TimeCase,
    published: String? = "2026-06-01",
    order: DateOrder = .dayFirst
  ) {
    let text = MarkedText(test.marked).text
    let times = times(text, published: published, order: order)
    #expect(marked(text, times) == test.marked)
    guard let first = times.first else { return }
    let meaning = "\(first.tense) \(first.precision) \(days(first))"
    #expect(meaning == "\(test.tense) \(test.precision) \(test.days)")
  }
}
