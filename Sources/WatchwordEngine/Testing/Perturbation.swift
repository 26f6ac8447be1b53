internal import WatchwordDrafts
internal import WatchwordText

/// A way of writing an example differently that must not change what is found in it.
public enum Perturbation: String, CaseIterable, Sendable {
  /// As the rule file has it.
  case asWritten = "as written"
  /// An emoji and a combining mark in a paragraph before it.
  case marksInFront = "emoji and combining marks in front"
  /// CR LF at line ends, and at the end.
  case windowsLineEnds = "CRLF"
  /// A byte-order mark before it.
  case byteOrderMark = "byte-order mark"
  /// Without the line end of the last line, or with one where it had none.
  case finalLineEnd = "final line end"
  /// Every paragraph of a Markdown draft in strong emphasis, every mark escaped.
  case emphasis = "inside Markdown emphasis"
  /// As a line of JSON, everything but plain letters escaped.
  case jsonLine = "as JSON Lines"

  /// A draft that holds the example in this way.
  struct Draft {
    /// The bytes of the draft.
    var bytes: [UInt8]
    /// The format.
    var format: DraftFormat
    /// Where each byte of the example's text stands in the post's text; one more entry at the end.
    var positions: [Int]
  }

  /// Writes a text in this way, or nil where the format cannot hold it unchanged.
  func draft(of text: String) -> Draft? {
    let plain = Array(0...text.utf8.count)
    switch self {
    case .asWritten:
      return Draft(bytes: Array(text.utf8), format: .plainText, positions: plain)
    case .marksInFront:
      let front = "\u{1F6A2} e\u{301}\n\n"
      return Draft(
        bytes: Array((front + text).utf8),
        format: .plainText,
        positions: plain.map { $0 + front.utf8.count }
      )
    case .windowsLineEnds:
      return Self.windows(text)
    case .byteOrderMark:
      return Draft(
        bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8),
        format: .plainText,
        positions: plain
      )
    case .finalLineEnd:
      if text.hasSuffix("\n") {
        return Draft(
          bytes: Array(text.utf8.dropLast()),
          format: .plainText,
          positions: plain.map { min($0, text.utf8.count - 1) }
        )
      }
      return Draft(bytes: Array(text.utf8) + [0x0A], format: .plainText, positions: plain)
    case .emphasis:
      return Self.emphasised(text)
    case .jsonLine:
      return Draft(bytes: Self.json(text), format: .jsonLines, positions: plain)
    }
  }

  /// The text with CR LF for every LF.
  private static func windows(_ text: String) -> Draft {
    var bytes: [UInt8] = []
    var positions: [Int] = []
    for byte in text.utf8 {
      positions.append(bytes.count)
      if byte == 0x0A { bytes.append(0x0D) }
      bytes.append(byte)
    }
    positions.append(bytes.count)
    return Draft(bytes: bytes + [0x0D, 0x0A], format: .plainText, positions: positions)
  }

  /// The text as Markdown: each paragraph strong, every ASCII mark with a backslash.
  private static func emphasised(_ text: String) -> Draft? {
    // Markdown folds white space at line ends and keeps no three line ends in a row.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard !text.contains("\n\n\n"), !text.contains("\r"), !text.contains("\t"),
      lines.allSatisfy({ $0.first != " " && $0.last != " " }), !text.hasPrefix("\n"),
      !text.hasSuffix("\n"), !text.isEmpty
    else { return nil }
    var source = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar.value > 0x20, !scalar.properties.isAlphabetic,
        !(0x30...0x39).contains(scalar.value)
      {
        source += "\\"
      }
      source.unicodeScalars.append(scalar)
    }
    let paragraphs = source.split(separator: "\n\n").map { "**\($0)**" }
    return Draft(
      bytes: Array((paragraphs.joined(separator: "\n\n") + "\n").utf8),
      format: .markdown,
      positions: Array(0...text.utf8.count)
    )
  }

  /// The text as an object with an escape for all but ASCII letters, digits and spaces.
  private static func json(_ text: String) -> [UInt8] {
    var line = "{\"id\": \"example\", \"text\": \""
    for unit in text.utf16 {
      if unit < 0x80, let scalar = Unicode.Scalar(unit),
        scalar.properties.isAlphabetic || (0x30...0x39).contains(unit) || unit == 0x20
      {
        line.unicodeScalars.append(scalar)
      } else {
        let digits = String(unit, radix: 16)
        line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return Array((line + "\"}\n").utf8)
  }
}
