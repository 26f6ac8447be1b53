import CYAML
import WatchwordText

/// Reads one YAML document with the place of every value.
///
/// The grammar is libyaml's, which is YAML 1.1: anchors and aliases are followed, tags are passed
/// over, and every scalar stays a text. Merge keys and keys that are no text are refused.
public enum YAMLReader {
  /// Reads `bytes`, which begin at `baseOffset`, on line `firstLine`, of their file.
  ///
  /// Every range in the result is in offsets into that file. A UTF-8 byte-order mark is allowed.
  public static func read(
    _ bytes: [UInt8],
    baseOffset: Int = 0,
    firstLine: Int = 1,
    limits: YAMLLimits = YAMLLimits()
  ) -> YAMLReading {
    if let problem = obstacle(bytes, limits: limits) {
      return YAMLReading(root: nil, problems: [problem.shifted(by: baseOffset)])
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes.withUnsafeBufferPointer { whole in
      let text = UnsafeBufferPointer(rebasing: whole[mark...])
      let base = baseOffset + mark
      do throws(YAMLProblem) {
        let characters = try YAMLCharacters(text)
        var builder = YAMLBuilder(
          bytes: text,
          characters: characters,
          base: base,
          firstLine: firstLine,
          limits: limits
        )
        try parse(text, characters: characters, into: &builder)
        return YAMLReading(root: builder.root, problems: builder.problems)
      } catch {
        return YAMLReading(root: nil, problems: [error.shifted(by: base)])
      }
    }
  }

  /// Reads the UTF-8 bytes of a string.
  public static func read(_ text: String) -> YAMLReading {
    read(Array(text.utf8))
  }

  /// What stands against looking at the bytes at all.
  private static func obstacle(_ bytes: [UInt8], limits: YAMLLimits) -> YAMLProblem? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return YAMLProblem(
        .encoding,
        "this is UTF-16 text, and only UTF-8 is read",
        advice: "save the file as UTF-8",
        range: SourceRange(0, 2)
      )
    }
    guard bytes.count > limits.bytes else { return nil }
    return YAMLProblem(
      .limit,
      "this is longer than the \(limits.bytes) bytes that are read",
      range: SourceRange(0, 0)
    )
  }

  /// Feeds every event of libyaml's parser to the builder.
  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    characters: YAMLCharacters,
    into builder: inout YAMLBuilder
  ) throws(YAMLProblem) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      throw YAMLProblem(.limit, "there is not enough memory to read this", range: SourceRange(0, 0))
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    var isDone = false
    while !isDone {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else {
        throw YAMLSyntax(parser.pointee, bytes: bytes, characters: characters).problem
      }
      defer { yaml_event_delete(&event) }
      isDone = event.type == YAML_STREAM_END_EVENT
      try builder.take(event)
    }
  }
}

extension YAMLProblem {
  /// The problem, `distance` bytes further on.
  func shifted(by distance: Int) -> YAMLProblem {
    var copy = self
    copy.range = range.shifted(by: distance)
    return copy
  }
}
