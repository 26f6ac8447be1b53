import Foundation
import TestSupport
import Testing
import WatchwordRules
import WatchwordText

/// The YAML test suite, read as this project reads YAML: one document, one text per scalar.
@Suite("YAML test suite", .enabled(if: Conformance.isAvailable))
struct YAMLSuiteTests {
  /// What became of a case.
  private enum Outcome {
    case right, refused, accepted, different, unsupported
  }

  /// Cases in which libyaml, which follows YAML 1.1, differs from the suite, which follows 1.2.
  private static let known: [Outcome: Set<String>] = [
    .accepted: [
      "9C9N", "9JBA", "G5U8", "QB6E", "S98Z", "SU5Z", "X4QW", "Y79Y/003",
      "YJV2",
    ],
    .refused: [
      "2LFX", "2SXE", "4MUZ/00", "4MUZ/01", "4MUZ/02", "58MP", "5MUD", "5T43",
      "6BCT", "6CA3", "6LVF", "6M2F", "8XYN", "96NN/00", "96NN/01", "9SA2",
      "A2M4", "BEC7", "CFD4", "DBG4", "DK3J", "FP8R", "HM87/00", "HWV9",
      "K3WX", "M2N8/00", "M7A3", "NHX8", "NJ66", "Q5MG", "QT73", "R4YG",
      "S3PD", "SM9W/01", "UKK6/00", "UT92", "VJP3/01", "W4TN", "W5VH", "Y79Y/001",
      "Y79Y/010",
    ],
    .different: [
      "652Z", "HM87/01", "L24T/01", "Y2GN",
    ],
  ]

  @Test("Every case is right, beyond what is read, or a known difference of libyaml")
  func suite() throws {
    let index = try JSONSerialization.jsonObject(
      with: Data(Conformance.bytes("yaml-test-suite/index.json"))
    )
    let cases = try #require(index as? [[String: Any]])
    var counts: [Outcome: Int] = [:]
    var found: [Outcome: Set<String>] = [:]
    for entry in cases {
      let id = try #require(entry["id"] as? String)
      let mustFail = entry["error"] as? Bool == true
      let outcome = try outcome(id, mustFail: mustFail)
      counts[outcome, default: 0] += 1
      if outcome != .right, outcome != .unsupported { found[outcome, default: []].insert(id) }
    }
    #expect(found == Self.known)
    #expect(counts[.right] == 206)
  }

  /// Reads one case and compares.
  private func outcome(_ id: String, mustFail: Bool) throws -> Outcome {
    let bytes = try Conformance.bytes("yaml-test-suite/data/\(id)/in.yaml")
    let reading = YAMLReader.read(bytes)
    if let root = reading.root { Self.checkRanges(root, in: SourceText(bytes), id) }
    let kinds = Set(reading.problems.map(\.kind))
    if mustFail { return kinds.isEmpty ? .accepted : .right }
    if kinds.contains(.unsupported) { return .unsupported }
    guard kinds.isEmpty else { return .refused }
    let events = String(
      decoding: try Conformance.bytes("yaml-test-suite/data/\(id)/test.event"),
      as: UTF8.self
    )
    var lines = events.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix("=") || $0.hasPrefix("+MAP") || $0.hasPrefix("+SEQ") || $0 == "-MAP"
        || $0 == "-SEQ"
    }[...]
    var anchors: [String: String] = [:]
    let expected = lines.isEmpty ? "" : Self.tree(&lines, &anchors)
    return expected == reading.root.map(Self.show) ?? "" ? .right : .different
  }

  /// Expects every value inside its file, and every text at the place it is said to have.
  private static func checkRanges(_ node: YAMLNode, in text: SourceText, _ id: String) {
    #expect(node.range.start >= 0 && node.range.end <= text.bytes.count, "\(id)")
    if let scalar = node.scalar {
      var offset = 0
      for unit in scalar.text.unicodeScalars {
        let count = UTF8.width(unit)
        let range = node.range(ofText: SourceRange(offset, offset + count))
        // Blanks at the end of a block belong to its text and not to its range.
        #expect(node.range.contains(range) || "\n\t ".unicodeScalars.contains(unit), "\(id)")
        if range.count == count, range != node.range, unit != "\n" {
          let written = text.string(range)
          #expect(written == String(unit) || written.hasPrefix("\\"), "\(id)")
        }
        offset += count
      }
    }
    for child in node.items ?? node.entries?.flatMap({ [$0.key, $0.value] }) ?? [] {
      checkRanges(child, in: text, id)
    }
  }

  /// A node in one line.
  private static func show(_ node: YAMLNode) -> String {
    switch node.kind {
    case .scalar(let scalar): "<\(scalar.text)>"
    case .sequence(let items): "[" + items.map(show).joined(separator: ",") + "]"
    case .mapping(let entries):
      "{" + entries.map { "<\($0.name)>:" + show($0.value) }.joined(separator: ",") + "}"
    }
  }

  /// The next value of an event stream in one line, aliases written out.
  private static func tree(_ lines: inout ArraySlice<String>, _ anchors: inout [String: String])
    -> String
  {
    let line = lines.popFirst() ?? ""
    if line.hasPrefix("=ALI") { return anchors[String(line.dropFirst(6))] ?? "?" }
    let words = line.split(separator: " ", maxSplits: 8)
    let properties = words.dropFirst().prefix { !("\"':|>".contains($0.first ?? " ")) }
    let anchor = properties.first { $0.hasPrefix("&") }.map { String($0.dropFirst()) }
    var result: String
    if line.hasPrefix("=VAL") {
      var rest = Substring(line.dropFirst(5))
      while let first = rest.first, first == "&" || first == "<" {
        rest = rest.drop { $0 != " " }.dropFirst()
      }
      result = "<" + unescape(rest.dropFirst()) + ">"
    } else {
      let isMap = line.hasPrefix("+MAP")
      var parts: [String] = []
      while let next = lines.first, next != "-MAP", next != "-SEQ" {
        let value = tree(&lines, &anchors)
        parts.append(isMap ? value + ":" + tree(&lines, &anchors) : value)
      }
      _ = lines.popFirst()
      result = (isMap ? "{" : "[") + parts.joined(separator: ",") + (isMap ? "}" : "]")
    }
    if let anchor { anchors[anchor] = result }
    return result
  }

  /// Undoes the escapes of an event.
  private static func unescape(_ text: Substring) -> String {
    var result = ""
    var isEscape = false
    for character in text {
      if isEscape {
        result +=
          ["n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "\\": "\\"][character]
          ?? String(character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
