import Foundation
import TestSupport
import Testing
import WatchwordDrafts
import WatchwordText

/// Any text, written down in a format and read again, is the same text at the right bytes.
@Suite("Round trips", .enabled(if: Conformance.isAvailable))
struct RoundTripTests {
  /// One example of the Markdown specification.
  private struct Example: Decodable {
    var markdown: String
  }

  /// Whether a text has control characters, of which a draft may not hold many.
  private static func hasControls(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 && !(9...13).contains($0) && $0 != 27 }
  }

  /// The texts of the collections.
  private static func texts() throws -> [String] {
    let strings = try JSONDecoder().decode(
      [String].self,
      from: Data(Conformance.bytes("naughty-strings/blns.json"))
    )
    let examples = try JSONDecoder().decode(
      [Example].self,
      from: Data(Conformance.bytes("commonmark/spec-0.31.2.json"))
    )
    return strings + examples.map(\.markdown)
  }

  @Test("CSV, quoted, in UTF-8 and UTF-16")
  func csv() throws {
    for delimiter in [",", ";", "\t"] {
      for text in try Self.texts() where !Self.hasControls(text) {
        let quoted =
          "\"" + text.replacingOccurrences(of: "\"", with: "\"\"", options: .literal) + "\""
        let table = "id\(delimiter)text\r\n1\(delimiter)\(quoted)\r\n2\(delimiter)end"
        check(Array(table.utf8), .csv, [text, "end"]) { $0 == Array("\"\"".utf8) ? "\"" : "" }
        let units = ("\u{FEFF}" + table).utf16
          .flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        check(units, .csv, [text, "end"]) { $0 == Array("\"\"".utf8) ? "\"" : "" }
      }
    }
  }

  @Test("JSON and JSON Lines")
  func json() throws {
    let encoder = JSONEncoder()
    /// What an escape stands for.
    func meaning(_ bytes: [UInt8]) -> String {
      let string = Data(Array("\"".utf8) + bytes + Array("\"".utf8))
      return (try? JSONDecoder().decode(String.self, from: string)) ?? ""
    }
    for text in try Self.texts() {
      let object = try String(decoding: encoder.encode(["text": text]), as: UTF8.self)
      check(Array((object + "\n" + object).utf8), .jsonLines, [text, text], meaning)
      check(Array(object.utf8), .json, [text], meaning)
      check(Array("[\(object),\n\(object)]".utf8), .json, [text, text], meaning)
      check(Array("{\"posts\":[\(object)]}".utf8), .json, [text], meaning)
    }
  }

  @Test("Plain text")
  func plain() throws {
    var count = 0
    for text in try Self.texts() {
      // Three things are not the post's own: white space around it, a line `---`, and control
      // characters in numbers, which are no text.
      let around = CharacterSet(charactersIn: " \t\n\r\u{0B}\u{0C}")
      let post = text.trimmingCharacters(in: around)
      let hasBreak = post.utf8.split { $0 == 10 || $0 == 13 }.contains {
        $0.starts(with: "---".utf8)
      }
      guard !post.isEmpty, !hasBreak, !Self.hasControls(post), !post.hasPrefix("\u{FEFF}")
      else { continue }
      check(Array((post + "\n").utf8), .plainText, [post]) { _ in "" }
      count += 1
    }
    #expect(count > 1000)
  }

  /// Reads bytes and checks the posts' texts, and that the bytes of each piece mean what it says.
  private func check(
    _ bytes: [UInt8],
    _ format: DraftFormat,
    _ texts: [String],
    _ meaning: ([UInt8]) -> String
  ) {
    let source = SourceText(file: bytes)
    let reading = DraftReader.read(source, path: "a", format: format)
    #expect(reading.posts.map { Array($0.text) } == texts.map { Array($0.utf8) })
    for post in reading.posts {
      expectSoundMap(of: post, in: source)
      for piece in post.map.pieces where !piece.isVerbatim {
        let held = post.text[piece.postStart..<piece.postStart + piece.postCount]
        let written = meaning(Array(source.slice(piece.file)))
        if !held.elementsEqual(written.utf8) {
          Issue.record("\(source.slice(piece.file)) is not \(held)")
        }
      }
    }
  }
}
