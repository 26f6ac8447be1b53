import CYAML
import WatchwordText

/// Says in plain words what libyaml stumbled over.
struct YAMLSyntax {
  /// What libyaml calls the problem.
  private let cause: String
  /// What libyaml was reading.
  private let context: String
  /// The byte at which it stumbled.
  private let place: Int
  /// The byte at which it had begun what it was reading.
  private let contextPlace: Int
  /// The text.
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Takes the problem out of a parser that stopped.
  init(
    _ parser: yaml_parser_t,
    bytes: UnsafeBufferPointer<UInt8>,
    characters: YAMLCharacters
  ) {
    cause = parser.problem.map { String(cString: $0) } ?? ""
    context = parser.context.map { String(cString: $0) } ?? ""
    place = characters.byte(parser.problem_mark.index)
    contextPlace = characters.byte(parser.context_mark.index)
    self.bytes = bytes
  }

  /// The problem, with its range in offsets into the text.
  var problem: YAMLProblem {
    switch (cause, context) {
    case ("found unexpected end of stream", "while scanning a quoted scalar"):
      return at(
        contextPlace,
        "this quotation mark is never closed",
        advice: "close it with the same mark"
      )
    case ("found unexpected document indicator", _):
      return at(contextPlace, "this quotation mark is not closed before a line `---`")
    case ("found unknown escape character", _):
      let start = max(0, place)
      return at(
        start,
        "this is no escape that YAML knows",
        advice: "write patterns in single quotes"
      )
    case ("found character that cannot start any token", _):
      return strayCharacter
    case ("mapping values are not allowed in this context", _):
      return at(
        place,
        "a colon stands where no key can end",
        advice: "put a text that holds `: ` in quotes"
      )
    case ("could not find expected ':'", _):
      return line(contextPlace, "a key needs a colon after it")
    case ("did not find expected ',' or ']'", _):
      return at(
        contextPlace,
        "this bracket is not closed, or a comma is missing after it",
        advice: "put a text that holds `[` or `]` in quotes"
      )
    case ("did not find expected ',' or '}'", _):
      return at(
        contextPlace,
        "this brace is not closed, or a comma is missing after it",
        advice: "put a text that starts with `{` in quotes"
      )
    case ("did not find expected key", _), ("did not find expected '-' indicator", _):
      return afterQuote
        ?? line(
          place,
          "this does not line up with what stands above",
          advice: "indent it like its neighbours"
        )
    case ("block sequence entries are not allowed in this context", _):
      return at(place, "a list cannot start here", advice: "start it on a line of its own")
    case ("mapping keys are not allowed in this context", _):
      return at(place, "a key cannot stand here")
    case ("found a tab character that violates indentation", _),
      ("found a tab character where an indentation space is expected", _):
      return at(
        tab(near: place),
        "a tab stands where only spaces may",
        advice: "indent with spaces"
      )
    case ("did not find expected alphabetic or numeric character", "while scanning an alias"):
      return at(
        contextPlace,
        "`*` starts an alias, and no name follows",
        advice: "put a text that starts with `*` in quotes"
      )
    case ("did not find expected alphabetic or numeric character", "while scanning an anchor"):
      return at(
        contextPlace,
        "`&` starts an anchor, and no name follows",
        advice: "put a text that starts with `&` in quotes"
      )
    case ("did not find expected <document start>", _):
      return line(
        place,
        "this stands outside the keys above",
        advice: "indent it like its neighbours"
      )
    case ("did not find expected node content", _):
      return at(place, "a value is missing here")
    default:
      let words = cause.isEmpty ? "libyaml cannot read it" : cause
      return at(place, "this is not YAML: \(words)")
    }
  }

  /// A character that no value can start with.
  private var strayCharacter: YAMLProblem {
    guard place < bytes.count else { return at(place, "the text ends where a value should stand") }
    let byte = bytes[place]
    if byte == 0x09 {
      return at(place, "a tab stands where only spaces may", advice: "indent with spaces")
    }
    return at(
      place,
      "a value cannot start with `\(Character(UnicodeScalar(byte)))` unless it is in quotes",
      advice: "put it in quotes"
    )
  }

  /// The problem of text that follows a closed quotation mark.
  private var afterQuote: YAMLProblem? {
    guard place > 0, place < bytes.count else { return nil }
    var before = place - 1
    while before > 0, bytes[before] == 0x20 { before -= 1 }
    guard bytes[before] == 0x22 || bytes[before] == 0x27 else { return nil }
    return line(
      place,
      "nothing may follow the closing quotation mark",
      advice: "put the whole value in quotes"
    )
  }

  /// The tab at a place, just before it, or on the rest of its line; else the place.
  private func tab(near place: Int) -> Int {
    if place > 0, place <= bytes.count, bytes[place - 1] == 0x09 { return place - 1 }
    return place
  }

  /// A problem that marks the character at a byte, or the point where a line or the text ends.
  private func at(_ offset: Int, _ message: String, advice: String? = nil) -> YAMLProblem {
    let start = min(max(offset, 0), bytes.count)
    var end = start
    if start < bytes.count, bytes[start] != 0x0A, bytes[start] != 0x0D {
      end = start + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return YAMLProblem(.syntax, message, advice: advice, range: SourceRange(start, end))
  }

  /// A problem that marks from a byte to the end of its line, blanks left out.
  private func line(_ offset: Int, _ message: String, advice: String? = nil) -> YAMLProblem {
    let start = min(max(offset, 0), bytes.count)
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return YAMLProblem(.syntax, message, advice: advice, range: SourceRange(start, end))
  }
}
