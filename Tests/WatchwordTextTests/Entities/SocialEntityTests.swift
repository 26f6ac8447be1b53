import Testing
import TestSupport
@testable import WatchwordText

@Suite("Social entities")
struct SocialEntityTests {
  @Test(
    "Ranges are bytes and hold the sign",
    arguments: [
      ("é ⟦#tag⟧ 🚢 ⟦@name⟧ ⟦$ABC⟧", [EntityKind.hashtag, .mention, .cashtag]),
      ("⟦@ops@example.social⟧, not @ops@ nor ops", [.mention]),
      ("⟦＃タグ⟧ ⟦＠name⟧", [.hashtag, .mention]),
      ("see ⟦example.com/a⟧, ⟦https://example.org/?q=1⟧.", [.url, .url]),
      ("write to ⟦press.office+web@example.co.uk⟧.", [.email]),
      ("mail (⟦a@example.com⟧) or mailto:⟦b@example.org⟧?", [.email, .email]),
      ("rt ⟦info@example.com⟧ ⟦@one⟧/ ⟦@two/list-a⟧", [.email, .mention, .mention]),
      ("⟦first.last@unit.mod.uk⟧ and ⟦x@host.internal⟧", [.email, .email]),
      ("⟦a.co.uk@example.com⟧", [.email]),
    ] as [(String, [EntityKind])]
  )
  func ranges(_ marked: String, _ kinds: [EntityKind]) {
    let expected = MarkedText(marked)
    let scan = ScannedText(social: expected.text)
    #expect(scan.entities.map(\.range) == expected.ranges, "\(scan.found())")
    #expect(scan.entities.map(\.kind) == kinds)
  }

  @Test(
    "Prose holds none",
    arguments: [
      "End.Start of 3.5 and v1.2.3, e.g. this.", "a@b", "5 @ 3", "$5.00 $ 7", "# 1 #1 #12_3",
      "https://name:password@example.org/", "https://name@example.org/", "...", "@", ".", "a.",
      ".a",
      "e@example", "name@no.suchdomainname", "\u{FEFF}", "C#", "R&D#x", "",
    ]
  )
  func nothing(_ text: String) {
    #expect(ScannedText(social: text).found() == [])
  }

  @Test(
    "Ill-formed bytes are part of nothing and end nothing early",
    arguments: [
      [0xFF], [0x23, 0xFF], [0x40, 0xC3], [0xEF], [0xEF, 0xBC], [0x23, 0xEF, 0xBC],
      [0x2E, 0xE2, 0x80], [0x61, 0x2E, 0xF0, 0x9F], [0x24, 0x80], [0xED, 0xA0, 0x80, 0x2E, 0x80],
    ] as [[UInt8]]
  )
  func illFormed(_ bytes: [UInt8]) {
    var found: [Entity] = []
    (bytes + Array(" #tag a.com".utf8)).withUnsafeBufferPointer {
      SocialEntities.scan($0, into: &found)
    }
    #expect(found.map(\.kind) == [.hashtag, .url])
    var alone: [Entity] = []
    bytes.withUnsafeBufferPointer { SocialEntities.scan($0, into: &alone) }
    #expect(alone == [])
  }

  @Test(
    "Long runs of one sign or label end, sorted and without overlap",
    arguments: [
      ".", "a.", "a.co.", "@", "@a", "@a@b.", "#", "#a", "a.co/(", "a.co/", "あ.", "あ.co", "$",
      "$A ",
      "http://", "://a.co", "-a.", "a_.b", "a@a.", "a.xn--", "a.co?,", "＠", "＃", "x@y.com,",
    ]
  )
  func hostile(_ piece: String) {
    let scan = ScannedText(social: String(repeating: piece, count: 20_000))
    #expect(
      zip(scan.entities, scan.entities.dropFirst()).allSatisfy { $0.range.end <= $1.range.start }
    )
    #expect(scan.entities.allSatisfy { $0.range.end <= scan.bytes.count && !$0.range.isEmpty })
  }

  @Test("The table of top-level domains is sorted, as its search needs")
  func sortedTable() {
    for length in 1...TopLevelDomains.longest {
      let table = TopLevelDomains.table(ofLength: length)
      #expect(table.utf8CodeUnitCount % length == 0)
      let bytes = Array(UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount))
      let names = stride(from: 0, to: bytes.count, by: length).map {
        Array(bytes[$0..<$0 + length])
      }
      #expect(zip(names, names.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }
  }
}
