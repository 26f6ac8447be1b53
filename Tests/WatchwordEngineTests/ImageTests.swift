import TestSupport
import Testing
import WatchwordDiagnostics
import WatchwordRules
import WatchwordText

@testable import WatchwordEngine

/// Images of programs: that they are the program, and that damaged ones are never used.
@Suite struct ImageTests {
  /// The key of the image in these tests.
  private static let key = ProgramKey([Array("a test".utf8)])

  /// A text in which every rule of ``program()`` speaks.
  private static let text = """
    KING crew of 2 Blankshires leave Examplia on Tuesday. Port visit 5. code 18 #opblue
    Alpha beta, alpha. https://example.org/a?b=c Mail a@example.org or ring +44 20 7946 0123!!!

    THIS IS ALL VERY LOUD INDEED. It was never alpha in 1944.
    """

  /// A program with every kind of matcher, guard and table.
  private static func program() throws -> Program {
    let rules = [
      "words":
        "flag: { words: [\"alpha [beta]\", \"<kind> {number}\", \"{CAPS} crew\"], except: [Gamma] }",
      "exact": "flag: { words: [KING], case: exact }",
      "pattern":
        "flag: { pattern: '\\b(?<number>18)\\b', validate: luhn }\nmessage: \"{number} here\"",
      "entity": "flag: { any: [{ entity: url }, { entity: email }, { entity: phone }] }",
      "time": "flag: { time: { tense: future, precision: day } }",
      "shape": "flag: { shape: all-capitals }",
      "together": """
      flag:
        together:
          within: sentence
          overlap: yes
          of: { who: { words: kind }, where: { words: [Examplia] }, not: { not: { words: [gamma] } } }
          must: [who, where]
        unless: { words: [delta] }
      settled-by: [already-public, approval: operations]
      applies: { presence: [personal, sponsored] }
      severity: { 2: warning, 3: error }
      """,
      "thread": """
      flag: { together: { within: { thread: 3 }, of: { a: { words: [one] }, b: { words: [two] } } } }
      """,
      "require": "require: { when: { words: [port visit] }, text: { words: [safe] } }",
      "limit": "limit: { count: words, at-most: 5 }",
      "yields": "flag: { words: [Alpha] }\nyields-to: [words, entity]",
    ]
    let loading = FixturePack.load(
      rules: rules,
      vocabularies: [
        "kind": "words: [crew, \"{ordinal} Blankshires\", Blankshires]\nexcept: [crew cut]"
      ]
    )
    try #require(loading.problems.map(\.message) == [])
    let (program, problems) = Program.compile([try #require(loading.pack)], key: key)
    try #require(problems.map(\.message) == [])
    return program
  }

  /// The bytes of a program's image.
  private static func image(_ program: Program) -> [UInt8] { program.withImage { Array($0) } }

  /// The program of an image with these bytes, if they pass.
  private static func checked(_ bytes: [UInt8], key: ProgramKey = key) -> Program? {
    .checking(FlatMemory(count: bytes.count) { $0.copyBytes(from: bytes) }, key: key)
  }

  @Test("Packs compile to the same bytes every time, and those bytes find the same")
  func same() throws {
    let program = try Self.program()
    let image = Self.image(program)
    #expect(Self.image(try Self.program()) == image)
    let kept = try #require(Self.checked(image))
    let found = FixturePack.findings(program, Self.text)
    #expect(FixturePack.findings(kept, Self.text) == found)
    // The one about threads has nothing to say about a single post.
    let names: Set = [
      "words", "exact", "pattern", "entity", "time", "shape", "together", "require", "limit",
    ]
    #expect(Set(found.map(\.rule.name)) == names)
  }

  @Test("An image is used under its own key alone")
  func otherKey() throws {
    let image = Self.image(try Self.program())
    #expect(Self.checked(image, key: ProgramKey([Array("another".utf8)])) == nil)
    #expect(Self.checked(image, key: .none) == nil)
  }

  @Test("No list of parts has the key of another")
  func keys() {
    func key(_ parts: [String]) -> ProgramKey { ProgramKey(parts.map(\.utf8)) }
    #expect(key(["ab", "c"]) != key(["a", "bc"]))
    #expect(key(["a"]) != key(["a", ""]))
    #expect(key(["a", "b"]) == key(["a", "b"]))
    #expect(key(["a"]).hexadecimal.utf8.count == 32)
  }

  @Test("A shortened or lengthened image is not used")
  func truncated() throws {
    let image = Self.image(try Self.program())
    for count in Array(0..<200) + stride(from: 200, to: image.count, by: 997) {
      #expect(Self.checked(Array(image.prefix(count))) == nil, "\(count) bytes")
    }
    #expect(Self.checked(image + [0]) == nil)
  }

  @Test("An image with any one byte changed is not used")
  func flipped() throws {
    var image = Self.image(try Self.program())
    let places = Array(0..<600) + stride(from: 600, to: image.count, by: 509)
    for place in places {
      image[place] ^= 1 << UInt8(place % 8)
      #expect(Self.checked(image) == nil, "byte \(place)")
      image[place] ^= 1 << UInt8(place % 8)
    }
    #expect(Self.checked(image) != nil)
  }

  @Test("An image that lies about itself stays within its bytes")
  func forged() throws {
    let image = Self.image(try Self.program())
    let headerSize = MemoryLayout<ProgramImage.Header>.stride
    let check = try #require(MemoryLayout<ProgramImage.Header>.offset(of: \.check))
    var random = SeededGenerator(seed: 11)
    var used = 0
    for round in 0..<400 {
      var forged = image
      // Most of the image is empty slots; the tables behind tell more.
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: headerSize..<forged.count, using: &random)
        forged[place] = round % 2 == 0 ? .random(in: 0...255, using: &random) : forged[place] ^ 1
      }
      let hash = forged.withUnsafeBytes {
        ImageHash.of(UnsafeRawBufferPointer(rebasing: $0[headerSize...]))
      }
      withUnsafeBytes(of: hash) { forged.replaceSubrange(check..<check + 8, with: $0) }
      guard let program = Self.checked(forged) else { continue }
      used += 1
      _ = FixturePack.findings(program, Self.text)
      _ = program.packs
      _ = program.allRules.map { ($0.id, $0.frequency, $0.citations, $0.validity) }
    }
    // Otherwise the test would say nothing.
    #expect(used > 40)
  }
}
