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

  /// Adds mistakes in readings' forms, each behind those that its reading has.
  mutating func add(_ problems: [(reading: Int, problem: Diagnostic)]) {
    guard !problems.isEmpty else { return }
    var places: [Int: Int] = [:]
    for (place, reading) in readings.enumerated() { places[reading.number] = place }
    let sources = sourceTexts(ofReadings: Set(problems.map(\.reading)).subtracting(places.keys))
    for (number, source) in sources {
      places[number] = readings.count
      let findings = FileFindings(
        path: path,
        source: source,
        diagnostics: [],
        holdsManyPosts: true
      )
      readings.append(Reading(number: number, problemCount: 0, findings: findings))
    }
    for (number, problem) in problems {
      guard let place = places[number] else { continue }
      let end = readings[place].problemCount
      readings[place].findings.diagnostics.insert(problem, at: end)
      readings[place].problemCount += 1
    }
    readings.sort { $0.number < $1.number }
  }

  /// The bytes of some readings, found in one pass.
  private func sourceTexts(ofReadings numbers: Set<Int>) -> [Int: SourceText] {
    guard !numbers.isEmpty else { return [:] }
    switch source {
    case .whole(let text): return Dictionary(uniqueKeysWithValues: numbers.map { ($0, text) })
    case .lines(let batch):
      var index = 0
      var found: [Int: SourceText] = [:]
      batch.forEachLine { line in
        if numbers.contains(index) { found[index] = line }
        index += 1
      }
      return found
    }
  }
}
