import Foundation
import WatchwordDrafts
import WatchwordText

/// A text written down in a format and an encoding, and how to read some bytes of that file.
struct WrittenDraft: CustomStringConvertible {
  /// How a file writes its characters.
  enum Encoding: CaseIterable {
    case utf8, utf8WithMark, utf16Little, utf16Big
  }

  /// What the draft is, for failures.
  var description: String
  /// The format.
  var format: DraftFormat
  /// The encoding.
  var encoding: Encoding
  /// The bytes of the file.
  var bytes: [UInt8]
  /// What characters of the file mean in the format.
  var meaning: (String) -> String

  /// Writes the characters of a file.
  init(
    _ file: String,
    _ format: DraftFormat,
    _ encoding: Encoding,
    meaning: @escaping (String) -> String
  ) {
    description = "\(format.rawValue) in \(encoding): \(file)"
    self.format = format
    self.encoding = encoding
    self.meaning = meaning
    switch encoding {
    case .utf8: bytes = Array(file.utf8)
    case .utf8WithMark: bytes = Array("\u{FEFF}\(file)".utf8)
    case .utf16Little:
      bytes = "\u{FEFF}\(file)".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .utf16Big:
      bytes = "\u{FEFF}\(file)".utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }
  }

  /// What some bytes of the file say.
  func meaning(of range: SourceRange) -> String {
    let part = bytes[range.start..<range.end]
    switch encoding {
    case .utf8, .utf8WithMark: return meaning(String(decoding: part, as: UTF8.self))
    case .utf16Little, .utf16Big:
      let units = stride(from: part.startIndex, to: part.endIndex, by: 2).map { index in
        let (first, second) = (UInt16(part[index]), UInt16(part[index + 1]))
        return encoding == .utf16Little ? second << 8 | first : first << 8 | second
      }
      return meaning(String(decoding: units, as: UTF16.self))
    }
  }
}

extension WrittenDraft {
  /// A calendar with the text in its second column, quoted where it must be or always.
  static func csv(
    _ text: String,
    delimiter: String,
    lineEnd: String,
    quotesAll: Bool,
    _ encoding: Encoding
  ) -> WrittenDraft {
    let special = CharacterSet(charactersIn: "\",;\t\r\n")
    let needsQuotes = quotesAll || text.rangeOfCharacter(from: special) != nil
    let doubled = text.replacingOccurrences(of: "\"", with: "\"\"", options: .literal)
    let rows = [
      ["id", "text", "lane"], ["1", needsQuotes ? "\"\(doubled)\"" : text, "\"a \"\"b\"\"\""],
    ]
    let table = rows.map { $0.joined(separator: delimiter) + lineEnd }.joined()
    return WrittenDraft(table, .csv, encoding) {
      $0.replacingOccurrences(of: "\"\"", with: "\"", options: .literal)
    }
  }

  /// An object, or an array of one, with characters as they are or as escapes, by chance.
  static func json(
    _ text: String,
    _ format: DraftFormat,
    _ encoding: Encoding,
    _ chance: inout SplitMix
  ) -> WrittenDraft {
    var written = ""
    for scalar in text.unicodeScalars {
      let short: [Unicode.Scalar: String] = [
        "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "/": "\\/",
      ]
      let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      if let escape = short[scalar], mustEscape || chance.next(2) == 0 {
        written += escape
      } else if mustEscape || chance.next(4) == 0 {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: chance.next(2) == 0)
          written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        written.unicodeScalars.append(scalar)
      }
    }
    let object = "{ \"lane\" : [\"x\"] , \"text\":\"\(written)\"}"
    let file = format == .json ? "[\n\(object)\n]\n" : object + "\n"
    return WrittenDraft(file, format, encoding) { part in
      let string = Data("\"\(part)\"".utf8)
      return (try? JSONDecoder().decode(String.self, from: string)) ?? "not JSON: \(part)"
    }
  }

  /// Markdown with punctuation behind backslashes or as references, by chance.
  static func markdown(
    _ text: String,
    _ encoding: Encoding,
    _ chance: inout SplitMix
  ) -> WrittenDraft {
    let lineEnd = chance.next(2) == 0 ? "\n" : "\r\n"
    var written = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        written += lineEnd
      } else if scalar.isASCII, !scalar.properties.isAlphabetic, scalar != " " {
        let isDigit = ("0"..."9").contains(scalar)
        written +=
          isDigit || chance.next(2) == 0 ? "&#x\(String(scalar.value, radix: 16));" : "\\\(scalar)"
      } else if !scalar.isASCII, chance.next(5) == 0 {
        written += "&#\(scalar.value);"
      } else {
        written.unicodeScalars.append(scalar)
      }
    }
    return WrittenDraft(written + lineEnd, .markdown, encoding, meaning: plainMeaning)
  }

  /// What Markdown that ``markdown(_:_:_:)`` wrote stands for.
  private static func plainMeaning(_ part: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = Array(part.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\", let escaped = rest.popFirst() {
        result.append(escaped)
      } else if scalar == "&", let end = rest.firstIndex(of: ";") {
        let digits = String(String.UnicodeScalarView(rest[..<end])).dropFirst()
        let number = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        result.append(number.flatMap(Unicode.Scalar.init) ?? "?")
        rest = rest[(end + 1)...]
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

/// Numbers that look like chance and are the same in every run (Steele, Lea and Flood 2014).
struct SplitMix {
  /// The state.
  private var state: UInt64

  /// Begins at a seed.
  init(seed: UInt64) {
    state = seed
  }

  /// A number from 0 up to, not including, `bound`.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ word >> 31) % UInt64(bound))
  }
}
