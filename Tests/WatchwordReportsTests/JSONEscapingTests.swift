import TestSupport
import Testing

@testable import WatchwordReports

/// Compares escaping eight bytes at a time with escaping scalar by scalar.
@Suite("Escaping in JSON")
struct JSONEscapingTests {
  /// What texts are made of: most is plain, the rest is at every edge of what must be escaped.
  private static let parts = [
    "a", "plain words", "12345678", " ", "\"", "\\", "[", "##[", "##vso[", "\u{7F}", "\u{7E}", "\u{1F}",
    "\n", "\t", "\u{0}", "é", "\u{AD}", "\u{202E}", "漢", "🚢", "\u{FEFF}", "\u{E0001}", "\u{A0}",
  ]

  @Test("Every text reads as it was written", arguments: 0..<20)
  func agrees(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        Self.parts.randomElement(using: &generator) ?? "a"
      }.joined()
      var escaped: [UInt8] = []
      escaped.appendEscaped(text)
      // Each scalar by itself, but for brackets, which depend on what stands before them.
      var plain: [UInt8] = []
      var before = ""
      for scalar in text.unicodeScalars {
        if scalar == "[", before.hasSuffix("##") || before.hasSuffix("##vso") {
          plain += Array("\\u005b".utf8)
        } else {
          plain.appendEscaped(String(scalar))
        }
        before.unicodeScalars.append(scalar)
      }
      #expect(escaped == plain, "\(text.debugDescription)")
    }
  }
}
