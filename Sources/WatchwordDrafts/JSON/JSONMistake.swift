/// What keeps bytes from being JSON (RFC 8259), and where.
struct JSONMistake: Error, Hashable {
  /// The kinds of mistake, named for what is wrong.
  enum Kind: Hashable, CaseIterable {
    /// The bytes end where something must follow.
    case unfinished
    /// A byte that cannot begin a value.
    case notAValue
    /// The line holds a value that is not an object.
    case notAnObject
    /// Something other than a string where a key must stand.
    case notAKey
    /// No colon between key and value.
    case missingColon
    /// No comma between two members or elements.
    case missingComma
    /// A comma before the closing bracket.
    case trailingComma
    /// A string without its closing quotation mark.
    case openString
    /// A control character that must be written as an escape.
    case rawControl
    /// A backslash with something behind it that is no escape.
    case badEscape
    /// A number written in a way JSON does not have.
    case badNumber
    /// A word other than `true`, `false` and `null`.
    case badWord
    /// More brackets inside each other than the reader follows.
    case tooDeep
    /// Something behind the end of the object.
    case trailingText

    /// The mistake in one plain sentence without a full stop.
    var message: String {
      switch self {
      case .unfinished: "the JSON ends before it is complete"
      case .notAValue: "a JSON value must stand here"
      case .notAnObject: "this is not a JSON object"
      case .notAKey: "a key in quotation marks must stand here"
      case .missingColon: "a colon must stand between a key and its value"
      case .missingComma: "a comma or a closing bracket must stand here"
      case .trailingComma: "JSON has no comma before a closing bracket"
      case .openString: "this text has no closing quotation mark"
      case .rawControl: "a control character must be written as an escape in JSON"
      case .badEscape: "JSON does not have this escape"
      case .badNumber: "JSON does not write numbers this way"
      case .badWord: "JSON does not have this word"
      case .tooDeep: "this JSON is nested too deeply to read"
      case .trailingText: "there is something behind the end of the JSON"
      }
    }

    /// The one thing to do about it in a file that is one JSON value.
    var wholeFileAdvice: String {
      switch self {
      case .unfinished, .openString: "Close every bracket and quotation mark."
      case .notAValue, .missingColon, .missingComma: "Compare it with the line before."
      case .notAnObject: "Write each post as an object such as {\"text\": \"…\"}."
      case .trailingText: "Put the posts into one array, or save the file as JSON Lines (.jsonl)."
      default: advice
      }
    }

    /// The one thing to do about it in a file with an object on each line.
    var advice: String {
      switch self {
      case .unfinished, .notAValue, .missingColon, .missingComma, .openString:
        "Write one complete object on each line."
      case .notAnObject: "Write an object such as {\"text\": \"…\"} on each line."
      case .notAKey, .badWord: "Put it in quotation marks."
      case .trailingComma: "Delete the comma."
      case .rawControl: "Write it as \\n, \\t or \\u00XX."
      case .badEscape: "Write the backslash twice, or use an escape that JSON has."
      case .badNumber: "Write the number plainly, or put it in quotation marks."
      case .tooDeep: "Flatten the object; posts need little nesting."
      case .trailingText: "Start a new line for the next object."
      }
    }
  }

  /// What is wrong.
  var kind: Kind
  /// The bytes that show it, as offsets into the scanned bytes; empty at their end.
  var range: Range<Int>
}
