import TestSupport
import Testing
import WatchwordText

@testable import WatchwordReports

@Suite("Layout")
struct LayoutTests {
  @Test("The place of a finding is the same whether counted on or counted anew")
  func places() {
    let source = SourceText("\u{FEFF}é one\r\ntwo 🚢 three\rfour\n\nfive")
    var finder = PlaceFinder(source)
    for offset in 0...source.bytes.count {
      #expect(finder.position(at: offset) == source.position(at: offset), "\(offset)")
    }
    for offset in [3, 20, 4, 900, 12, 12] {
      #expect(finder.position(at: offset) == source.position(at: offset), "\(offset)")
    }
  }

  @Test("Lines wrap at spaces by cells, never inside a word")
  func wrapping() {
    #expect(wrapped("aa bb cc", width: 5) == ["aa bb", "cc"])
    #expect(wrapped("  aa\n\tbb  ", width: 20) == ["aa bb"])
    #expect(wrapped("a longlonglong b", width: 5) == ["a", "longlonglong", "b"])
    #expect(wrapped("漢字漢字。字", width: 8) == ["漢字漢", "字。字"])
    #expect(wrapped("aaaa ::error::x", width: 6) == ["aaaa", "‹::›error::x"])
    #expect(wrapped("", width: 10) == [])
  }

  @Test("Plain text is laid out as any text is", arguments: 0..<20)
  func plain(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "a", "bc", " ", "  ", "\n", "\r\n", "\t", "#", "##[", "::", ":", "é", "longword", "🚢", ".",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...12, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let width = Int.random(in: 1...12, using: &generator)
      #expect(
        wrapped(text, width: width) == wrappedAny(text, width: width),
        "\(text.debugDescription)"
      )
      let (one, other) = (glyphs(in: text.utf8, at: 7), anyGlyphs(in: text.utf8, at: 7))
      #expect(one.map(\.text) == other.map(\.text) && one.map(\.range) == other.map(\.range))
      #expect(one.map(\.cells) == other.map(\.cells))
    }
  }

  @Test("What a terminal would obey is shown")
  func visibility() {
    #expect(visible("a\u{1B}[1m\t\n\u{85}\u{202E}\u{7F}") == "a␛[1m␉␊‹U+0085›‹U+202E›␡")
    #expect(
      visible("1\u{FE0F}\u{20E3} ©\u{FE0F} 👩\u{200D}🚒 می\u{200C}خ")
        == "1\u{FE0F}\u{20E3} ©\u{FE0F} 👩\u{200D}🚒 می\u{200C}خ"
    )
    #expect(visible("a\u{200D}b\u{AD}") == "a‹U+200D›b‹U+00AD›")
    #expect(visiblePath(" ::x") == "./ ::x")
    #expect(visible("abcdef", limit: 4) == ("abc…", 4))
    #expect(visible("漢字漢", limit: 4) == ("漢…", 3))
  }

  @Test("Marks piled on one letter are limited")
  func piledMarks() {
    let text = "a" + String(repeating: "\u{301}", count: 5_000)
    #expect(visible(text).unicodeScalars.count == 16)
  }

  @Test("Glyphs cover every byte of the line in order")
  func coverage() {
    let bytes = Array("a\té🚢\u{1B}👩\u{200D}🚒\u{202E}".utf8) + [0xFF, 0x62]
    let line = glyphs(in: bytes, at: 100)
    var end = 100
    for glyph in line {
      #expect(glyph.range.start == end)
      end = glyph.range.end
    }
    #expect(end == 100 + bytes.count)
  }
}

@Suite("JSON writer")
struct JSONWriterTests {
  /// The JSON of one string.
  private func json(_ text: String) -> String {
    var writer = JSONWriter()
    var output = Output()
    writer.value(text)
    writer.drain(into: &output)
    return output.text
  }

  @Test("Strings are escaped where JSON or a terminal needs it, and nowhere else")
  func strings() {
    #expect(json("plain é漢🚢 /") == "\"plain é漢🚢 /\"")
    #expect(json("\"\\\u{8}\t\n\u{C}\r") == #""\"\\\b\t\n\f\r""#)
    #expect(json("\0\u{1B}\u{7F}\u{85}") == #""\u0000\u001b\u007f\u0085""#)
    #expect(json("a\u{202E}b\u{2028}\u{FEFF}\u{E0001}c") == #""a\u202eb\u2028\ufeff\udb40\udc01c""#)
    #expect(json("👩\u{200D}🚒") == "\"👩\u{200D}🚒\"")
    #expect(json("") == "\"\"")
    #expect(json("##[a] ##vso[b] #[c] [") == "\"##\\u005ba] ##vso\\u005bb] #[c] [\"")
  }

  @Test("Numbers, literals and commas")
  func structure() {
    var writer = JSONWriter()
    var output = Output()
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    for number in [0, -7, 1_234_567_890, Int.min, Int.max] { writer.value(number) }
    writer.value(Int?.none)
    writer.endArray()
    writer.key("b")
    writer.value(true)
    writer.key("c")
    writer.beginObject()
    writer.endObject()
    writer.endObject()
    writer.drain(into: &output)
    #expect(
      output.text
        == "{\"a\":[0,-7,1234567890,-9223372036854775808,9223372036854775807,null],\"b\":true,\"c\":{}}"
    )
  }
}
