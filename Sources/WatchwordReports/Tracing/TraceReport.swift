public import WatchwordDiagnostics
public import WatchwordText

/// Prints what rules saw in posts: for people as `full`, for machines as a line of JSON for each rule and post.
public struct TraceReport {
  /// How to print.
  public enum Format: String, CaseIterable, Sendable {
    /// An excerpt for each rule.
    case full
    /// A line of JSON for each rule.
    case jsonl
  }

  /// The most sightings drawn under the text, and the most that are explained.
  private static let mostMarks = 12
  private static let mostReasons = 6

  /// How to print.
  private let format: Format
  /// Whether with colours.
  private let colouring: Colouring
  /// Writes JSON.
  private var writer = JSONWriter()
  /// How many rules were printed, and how many of them speak.
  private var count = 0
  private var spoken = 0

  /// Makes a report.
  public init(_ format: Format, colouring: Colouring = .plain) {
    self.format = format
    self.colouring = colouring
  }

  /// Appends what rules saw in the posts of a draft, or of one line of a stream.
  ///
  /// - Parameters:
  ///   - source: The text that the ranges lie in.
  ///   - holdsManyPosts: Whether each must say which post it is about.
  public mutating func append(
    _ traces: [RuleTrace],
    source: SourceText,
    holdsManyPosts: Bool,
    into output: inout Output
  ) {
    // What a masked rule would report must not be read in the trace of another.
    let hidden = HiddenRanges(
      traces.filter { $0.isMasked && $0.hasFindings }.flatMap(\.sightings)
        .filter { $0.letGo == nil }.map(\.range)
    )
    for trace in traces {
      count += 1
      if trace.outcome == .spoke { spoken += 1 }
      switch format {
      case .full: draw(trace, source, hidden, holdsManyPosts, into: &output)
      case .jsonl: write(trace, source, hidden, into: &output)
      }
    }
  }

  /// Appends the closing line.
  public mutating func end(postCount: Int, into output: inout Output) {
    guard format == .full else { return }
    if count > 0 { output.endLine() }
    let rules = count == 1 ? "1 rule" : "\(count) rules"
    let posts = postCount == 1 ? "1 post" : "\(postCount) posts"
    output.append("\(rules) in \(posts); \(spoken) of them \(spoken == 1 ? "speaks" : "speak").")
    output.endLine()
  }

  /// Draws one trace as a finding is drawn.
  private func draw(
    _ trace: RuleTrace,
    _ source: SourceText,
    _ hidden: HiddenRanges,
    _ holdsManyPosts: Bool,
    into output: inout Output
  ) {
    if count > 1 { output.endLine() }
    let finding = finding(for: trace)
    var places = PlaceFinder(source)
    let place = places.place(of: finding)
    var header = StyledLine()
    header.append("\(visiblePath(trace.path)):\(place.line):\(place.scalarColumn):", .place)
    header.append(" ")
    header.append("trace:", .heading)
    header.append(" ")
    header.append(visible(trace.sentence), .message)
    header.append(" [\(visible(trace.rule.description))]", .faint)
    header.write(to: &output, colouring)
    if holdsManyPosts {
      StyledLine("  post \(visible(trace.post))").write(to: &output, colouring)
    }
    let lines = Excerpt(source: source, masked: masked(in: trace, source, hidden)).lines(
      for: finding
    )
    if !lines.isEmpty { output.endLine() }
    for line in lines { line.write(to: &output, colouring) }
    let gone = trace.sightings.filter { $0.letGo != nil }
    if !gone.isEmpty { output.endLine() }
    for sighting in gone.prefix(Self.mostReasons) {
      entry(
        "Let go:",
        reason(sighting, isHidden: { trace.isMasked || !hidden.overlapping($0).isEmpty }),
        into: &output
      )
    }
    if gone.count > Self.mostReasons {
      entry("", "… and \(gone.count - Self.mostReasons) more", into: &output)
    }
  }

  /// A line with a word in the margin.
  private func entry(_ word: String, _ text: String, into output: inout Output) {
    var line = StyledLine("  ")
    line.append(word, .heading)
    line.append(String(repeating: " ", count: 9 - word.utf8.count))
    line.append(text)
    line.write(to: &output, colouring)
  }

  /// What an excerpt for a trace may not show: what masked rules would report on its lines.
  private func masked(
    in trace: RuleTrace,
    _ source: SourceText,
    _ hidden: HiddenRanges
  ) -> [SourceRange] {
    let ranges = trace.ranges
    guard let first = ranges.first else { return [] }
    let extent = ranges.reduce(first) { $0.union($1) }
    func line(_ offset: Int) -> SourceRange {
      let local = min(max(offset - source.baseOffset, 0), source.bytes.count)
      return source.lines.range(ofLine: source.lines.line(containing: local))
        .shifted(by: source.baseOffset)
    }
    return hidden.overlapping(line(extent.start).union(line(extent.end)))
      + (trace.isMasked ? ranges : [])
  }

  /// A trace in the form of a finding, so that it is drawn like one.
  private func finding(for trace: RuleTrace) -> Diagnostic {
    let seen = trace.sightings
    var finding = Diagnostic(path: trace.path, rule: trace.rule, severity: .note, message: "")
    guard let first = seen.first(where: { $0.letGo == nil }) ?? seen.first else { return finding }
    finding.range = first.range
    // Words that serve several parts are marked once.
    func label(_ range: SourceRange) -> String {
      seen.lazy.filter { $0.range == range }.prefix(Self.mostMarks).map(\.label)
        .joined(separator: ", ")
    }
    finding.labelName = label(first.range)
    var ranges: Set<SourceRange> = [first.range]
    for sighting in seen.prefix(Self.mostMarks) {
      if ranges.insert(sighting.range).inserted {
        finding.labels.append(Label(label(sighting.range), range: sighting.range))
      }
      if let cause = sighting.cause, let reason = sighting.letGo,
        ranges.insert(cause.range).inserted
      {
        finding.labels.append(Label(reason.label, range: cause.range))
      }
    }
    return finding
  }

  /// Why something was let go, in one sentence.
  private func reason(
    _ sighting: RuleTrace.Sighting,
    isHidden: (SourceRange) -> Bool
  ) -> String {
    let words = quoted(sighting.words, isHidden(sighting.range))
    let cause = sighting.cause.map { quoted($0.words, isHidden($0.range)) }
    let part = sighting.part.isEmpty ? "" : " (\(visible(sighting.part, limit: 40).text))"
    return "\(words)\(part): \(sighting.letGo?.sentence(cause) ?? "")"
  }

  /// Words in quotation marks, unless no report may print them.
  private func quoted(_ words: String, _ isHidden: Bool) -> String {
    isHidden ? "“•••”" : "“\(visible(words, limit: 60).text)”"
  }

  /// Writes one trace as a line of JSON.
  private mutating func write(
    _ trace: RuleTrace,
    _ source: SourceText,
    _ hidden: HiddenRanges,
    into output: inout Output
  ) {
    writer.beginObject()
    writer.key("path")
    writer.value(trace.path)
    writer.key("post")
    writer.value(trace.post)
    writer.key("rule")
    writer.value(trace.rule.description)
    writer.key("outcome")
    writer.value(trace.outcome.rawValue)
    writer.key("reason")
    writer.value(trace.sentence)
    writer.key("missing")
    write(trace.missing)
    writer.key("apart")
    write(trace.apart)
    writer.key("yieldsTo")
    write(trace.rivals.map(\.description))
    writer.key("seen")
    writer.beginArray()
    for sighting in trace.sightings {
      writer.beginObject()
      writer.key("part")
      writer.value(sighting.part)
      write(
        sighting.words,
        sighting.range,
        sighting.postRange,
        source,
        trace.isMasked ? nil : hidden
      )
      writer.key("letGo")
      writer.value(sighting.letGo?.rawValue)
      writer.key("by")
      if let cause = sighting.cause {
        writer.beginObject()
        write(cause.words, cause.range, cause.postRange, source, trace.isMasked ? nil : hidden)
        writer.endObject()
      } else {
        writer.null()
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    writer.drain(into: &output)
  }

  /// Writes a list of texts.
  private mutating func write(_ texts: [String]) {
    writer.beginArray()
    for text in texts { writer.value(text) }
    writer.endArray()
  }

  /// Writes words and where they stand, as members of an object; null for words that no report may print.
  ///
  /// - Parameter hidden: What may not be printed; nil for everything.
  private mutating func write(
    _ words: String,
    _ range: SourceRange,
    _ postRange: SourceRange,
    _ source: SourceText,
    _ hidden: HiddenRanges?
  ) {
    let file = source.fileRange(of: range)
    writer.key("start")
    writer.value(file.start)
    writer.key("end")
    writer.value(file.end)
    writer.key("postStart")
    writer.value(postRange.start)
    writer.key("postEnd")
    writer.value(postRange.end)
    writer.key("text")
    writer.value(hidden?.overlapping(range).isEmpty ?? false ? words : nil)
  }
}
