/// The way a draft is written down.
public enum DraftFormat: String, CaseIterable, Hashable, Sendable {
  /// The text as it stands; a line `---` begins another post.
  case plainText = "plain-text"
  /// CommonMark with tables and strike-through; a thematic break begins another post.
  case markdown
  /// One post a line, each line a JSON object.
  case jsonLines = "json-lines"
  /// A content calendar: a table with one post a row (RFC 4180), in UTF-8 or UTF-16.
  case csv
  /// One JSON value: an array of objects, or an object that is a post or holds such an array.
  case json

  /// The file name extensions that mean this format, lower-case and without the full stop.
  public var extensions: [String] {
    switch self {
    case .plainText: ["txt"]
    case .markdown: ["md", "markdown"]
    case .jsonLines: ["jsonl", "ndjson"]
    case .csv: ["csv", "tsv"]
    case .json: ["json"]
    }
  }

  /// The format that the extension of a path names, in any case of letters; nil for any other.
  public static func of(path: String) -> DraftFormat? {
    // What ``extensions`` lists, the other way round: it is asked several times for each file.
    switch DraftName(path: path).fileExtension?.lowercased() {
    case "txt": .plainText
    case "md", "markdown": .markdown
    case "jsonl", "ndjson": .jsonLines
    case "csv", "tsv": .csv
    case "json": .json
    default: nil
    }
  }
}

/// The parts of a draft's file name.
struct DraftName {
  /// The last component of the path without its extension; the whole path where that is empty.
  let stem: String
  /// What follows the last full stop of the file name; nil where there is none, or nothing before it.
  let fileExtension: String?

  /// Takes a path apart at its last `/` and the last full stop behind that.
  init(path: String) {
    var path = path
    (stem, fileExtension) = path.withUTF8 { bytes in
      let slash = UInt8(ascii: "/")
      var end = bytes.count
      while end > 0, bytes[end - 1] == slash { end -= 1 }
      // Nothing but slashes is a name of its own.
      guard end > 0 else { return (String(decoding: bytes, as: UTF8.self), nil) }
      var start = end
      var dot: Int?
      while start > 0, bytes[start - 1] != slash {
        start -= 1
        if dot == nil, bytes[start] == UInt8(ascii: ".") { dot = start }
      }
      func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
      guard let dot, dot > start else { return (text(start..<end), nil) }
      return (text(start..<dot), text(dot + 1..<end))
    }
  }
}

extension DraftFormat {
  /// Every ending that means a format, for messages.
  public static var pathExtensions: [String] { allCases.flatMap(\.extensions) }
}
