import Foundation
import Testing
@testable import WatchwordText

@Suite("Normalisation Form C")
struct NormalizationTests {
  /// The form by this module, as a string.
  private func form(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for value in CanonicalComposition.normalized(text.unicodeScalars) {
      if let scalar = Unicode.Scalar(value) { result.append(scalar) }
    }
    return String(result)
  }

  @Test(
    "Texts as Foundation normalises them",
    arguments: [
      "plain", "café", "cafe\u{301}", "a\u{323}\u{307}", "a\u{307}\u{323}", "\u{1E61}\u{323}",
      "\u{212B}\u{2126}", "\u{1100}\u{1161}\u{11A8}", "\u{F900}", "\u{958}",
      "e\u{301}\u{302}\u{323}", "\u{301}x", "ạ̈\u{308}", "\u{344}", "\u{1F71}\u{345}",
    ]
  )
  func foundation(_ text: String) {
    for variant in [
      text, text.decomposedStringWithCanonicalMapping, text.precomposedStringWithCanonicalMapping,
    ] {
      #expect(
        Array(form(variant).unicodeScalars)
          == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
      )
    }
  }

  @Test("Every scalar alone and taken apart, as far as this Unicode version goes")
  func everyScalar() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.age ?? (99, 0) <= (14, 0) else {
        continue
      }
      let text = String(scalar)
      let expected = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
      if Array(form(text).unicodeScalars) != expected { wrong.append(value) }
      let apart = text.decomposedStringWithCanonicalMapping
      if Array(form(apart).unicodeScalars) != expected { wrong.append(value) }
    }
    #expect(wrong == [])
  }

  @Test("A syllable of two parts takes the third")
  func hangul() {
    #expect(Array(form("\u{AC00}\u{11A8}").unicodeScalars) == ["\u{AC01}"])
  }

  @Test("A long run of marks costs no more than sorting it")
  func manyMarks() {
    let marks = String(repeating: "\u{301}\u{323}", count: 50_000)
    #expect(form("a" + marks).unicodeScalars.count > 50_000)
  }
}
