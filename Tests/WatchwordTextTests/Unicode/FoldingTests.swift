import Testing
import WatchwordText

@Suite("Folding")
struct FoldingTests {
  @Test(
    "Words a reader takes for the same fold to the same",
    arguments: [
      ("Watchword", "watchword"), ("ＤＥＰＬＯＹ", "deploy"), ("𝐝𝐞𝐩𝐥𝐨𝐲", "deploy"), ("𝔇ⓔⓟ🅛🅾⒴", "deploy"),
      ("ﬁre", "fire"), ("ʙᴀꜱᴇ", "base"), ("de\u{200B}pl\u{AD}oy", "deploy"), ("caf\u{E9}", "cafe"),
      ("cafe\u{301}", "cafe"), ("Straße", "strasse"), ("STRAẞE", "strasse"), ("Ærø", "aero"),
      ("Łódź", "lodz"), ("Đà", "da"), ("don’t", "don't"), ("donʼt", "don't"), ("don´t", "don't"),
      ("İzmir", "izmir"), ("ısı", "isi"), ("d\u{20E3}e\u{334}", "de"), ("１２", "12"), ("x²", "x2"),
      ("\u{E0041}a\u{FE0F}", "a"), ("Þór", "thor"), ("ŉ", "'n"), ("", ""),
    ]
  )
  func sameToAReader(word: String, folded: String) {
    #expect(Folding.fold(word) == folded)
  }

  @Test(
    "Look-alikes count only among ASCII letters",
    arguments: [
      ("р\u{430}ssword", "password"), ("dеplоy", "deploy"), ("ВASE", "base"), ("Іran", "iran"),
      ("secreт", "secret"), ("οps", "ops"), ("ＤΕploy", "deploy"), ("Ꭺrmy", "army"),
      ("Москва", "москва"), ("Ёлка", "елка"), ("ΟΔΟΣ", "οδοσ"), ("ὁδός", "οδοσ"), ("ро-1", "ро-1"),
    ]
  )
  func lookAlikes(word: String, folded: String) {
    #expect(Folding.fold(word) == folded)
  }

  @Test("Marks that make other words stay, but not on ASCII letters")
  func marks() {
    #expect(Folding.fold("हिन्दी") == "हिन्दी")
    #expect(Folding.fold("が") == "か\u{3099}")
    #expect(Folding.fold("d\u{E31}eploy") == "deploy")
    #expect(Folding.fold("עִבְרִית") == "עברית")
  }

  @Test("Composed and decomposed Hangul fold to the same")
  func hangul() {
    #expect(
      bytes("한국가") == bytes("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}\u{1100}\u{1161}")
    )
  }

  @Test("Folding what is folded changes nothing, for every scalar, alone and in a mixed word")
  func idempotent() {
    var wrong: [String] = []
    for value in Array(UInt32(0x80)..<0x30000) + Array(0xE0000..<0xE1001) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for word in [String(scalar), "a" + String(scalar)] {
        let once = bytes(word)
        if bytes(String(decoding: once, as: UTF8.self)) != once { wrong.append(word) }
      }
    }
    #expect(wrong == [])
  }

  @Test("A full buffer ends the word after a whole scalar")
  func fullBuffer() {
    #expect(bytes("DEPLOY", room: 3) == Array("dep".utf8))
    #expect(bytes("xжж", room: 4) == Array("xж".utf8))
    #expect(bytes("ﷺ", room: 20) == [])
    #expect(bytes("각", room: 8) == [])
    #expect(bytes("é", room: 0) == [])
  }

  @Test("Ill-formed bytes become U+FFFD, and only the range is folded")
  func illFormedAndRange() {
    let source: [UInt8] = [0x41, 0xFF, 0x42, 0xE2, 0x80, 0xC3]
    #expect(bytes(source, 0..<6) == Array("a\u{FFFD}b\u{FFFD}\u{FFFD}".utf8))
    #expect(bytes(Array("éÀB".utf8), 2..<4) == Array("a".utf8))
    #expect(bytes(Array("éÀB".utf8), 4..<5) == Array("b".utf8))
  }

  /// The folded bytes of a word, with room for a number of bytes.
  private func bytes(_ word: String, room: Int = 256) -> [UInt8] {
    bytes(Array(word.utf8), 0..<word.utf8.count, room: room)
  }

  /// The folded bytes of a range of bytes.
  private func bytes(_ source: [UInt8], _ range: Range<Int>, room: Int = 256) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = source.withUnsafeBufferPointer { source in
        Folding.fold(
          source,
          range: range,
          into: UnsafeMutableBufferPointer(rebasing: buffer[..<room])
        )
      }
    }
  }
}
