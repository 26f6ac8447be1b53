public import WatchwordText

/// What the analysis saw in one post, as a line of JSON.
///
/// Offsets are UTF-8 bytes of the post's own text, half-open; `from` and `to` are days, both included.
public struct InspectionReport {
  /// Writes the lines.
  private var writer = JSONWriter()

  /// Makes a report.
  public init() {}

  /// Appends the line of a post.
  ///
  /// - Parameters:
  ///   - post: The post's id.
  ///   - text: The post's text.
  ///   - sentences: Its sentences.
  ///   - entities: Its entities, in reading order.
  ///   - times: Its dates and times, in reading order.
  ///   - lengths: Its length by platform and unit, in the order to print them.
  public mutating func append(
    post: String,
    text: [UInt8],
    sentences: [SourceRange],
    entities: [Entity],
    times: [TimeExpression],
    lengths: PlatformLengths,
    into output: inout Output
  ) {
    writer.beginObject()
    writer.key("post")
    writer.value(post)
    writer.key("sentences")
    writer.beginArray()
    for sentence in sentences {
      writer.beginObject()
      place(sentence)
      writer.endObject()
    }
    writer.endArray()
    writer.key("entities")
    writer.beginArray()
    for entity in entities {
      writer.beginObject()
      writer.key("kind")
      writer.value(entity.kind.rawValue)
      place(entity.range)
      writer.key("text")
      writer.value(String(decoding: text[entity.range.start..<entity.range.end], as: UTF8.self))
      writer.endObject()
    }
    writer.endArray()
    writer.key("times")
    writer.beginArray()
    for time in times { value(time) }
    writer.endArray()
    writer.key("lengths")
    value(lengths)
    writer.endObject()
    writer.endLine()
    writer.drain(into: &output)
  }

  /// Writes the ends of a range.
  private mutating func place(_ range: SourceRange) {
    writer.key("start")
    writer.value(range.start)
    writer.key("end")
    writer.value(range.end)
  }

  /// Writes a date or time.
  private mutating func value(_ time: TimeExpression) {
    writer.beginObject()
    place(time.range)
    writer.key("tense")
    writer.value(time.tense.rawValue)
    writer.key("precision")
    writer.value(time.precision.rawValue)
    writer.key("from")
    writer.value(time.firstDay.map { CivilDate(dayNumber: $0).description })
    writer.key("to")
    writer.value(time.lastDay.map { CivilDate(dayNumber: $0).description })
    writer.endObject()
  }

  /// Writes the lengths.
  private mutating func value(_ lengths: PlatformLengths) {
    writer.beginObject()
    writer.key("x")
    writer.value(lengths.x)
    writer.key("bluesky")
    writer.beginObject()
    writer.key("graphemes")
    writer.value(lengths.blueskyGraphemes)
    writer.key("bytes")
    writer.value(lengths.blueskyBytes)
    writer.endObject()
    writer.key("mastodon")
    writer.value(lengths.mastodon)
    writer.key("threads")
    writer.value(lengths.threads)
    writer.endObject()
  }
}
