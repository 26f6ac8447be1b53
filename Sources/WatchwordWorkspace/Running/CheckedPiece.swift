internal import WatchwordDiagnostics
internal import WatchwordEngine
internal import WatchwordReports
internal import WatchwordText

/// What one piece came to, before anything that depends on the other pieces.
struct CheckedPiece {
  /// What was found in one reading: a draft, or a line of a stream.
  struct Reading {
    /// Which reading of the piece it is, counted from 0.
    var number: Int
    /// How many of the findings are mistakes in the draft's form; they come first.
    var problemCount: Int
    /// The findings.
    var findings: FileFindings
  }

  /// The id that a post says it has.
  struct StatedID {
    /// The reading that the post is from.
    var reading: Int
    /// The id.
    var id: String
    /// Where it stands.
    var range: SourceRange
  }

  /// Where the readings come from.
  enum Source {
    /// A draft that was read whole, or nothing.
    case whole(SourceText)
    /// Lines, a reading each.
    case lines(LineBatch)
  }

  /// The number of its profile; nil where it could not be checked.
  var profile: Int?
  /// The path.
  var path = ""
  /// Where the readings come from.
  var source = Source.whole(SourceText([]))
  /// Whether it is the first of its file.
  var beginsFile = false
  /// Whether it is the last of a file that could be read.
  var endsFile = false
  /// Whether it is of a stream, on which somebody may be waiting for the next line.
  var isOfStream = false
  /// Why its path could not be used.
  var problem: FileProblem?
  /// The number of posts that were checked.
  var postCount = 0
  /// Whether a draft, or a line of one, was read but could not be checked.
  var hasUncheckedText = false
  /// The readings with findings, in order.
  var readings: [Reading] = []
  /// The ids that its posts say they have, in order.
  var ids: [StatedID] = []
  /// The days on which its posts go out.
  var calendar: CalendarWatch?
  /// What its posts give to rules that look across posts.
  var gathered = GatheredFacts()

  /// Adds a mistake in a reading's form behind those it has.
  mutating func add(_ problem: Diagnostic, toReading number: Int) {
    var index = readings.count
    while index > 0, readings[index - 1].number >= number { index -= 1 }
    if index == readings.count || readings[index].number != number {
      let findings = FileFindings(
        path: path,
        source: sourceText(ofReading: number),
        diagnostics: [],
        holdsManyPosts: true
      )
      readings.insert(Reading(number: number, problemCount: 0, findings: findings), at: index)
    }
    readings[index].findings.diagnostics.insert(problem, at: readings[index].problemCount)
    readings[index].problemCount += 1
  }

  /// The bytes of a reading.
  private func sourceText(ofReading number: Int) -> SourceText {
    switch source {
    case .whole(let text): return text
    case .lines(let batch):
      var index = 0
      var found = SourceText([])
      batch.forEachLine { line in
        if index == number { found = line }
        index += 1
      }
      return found
    }
  }
}
