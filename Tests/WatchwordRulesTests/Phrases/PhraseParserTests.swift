import Testing
import WatchwordText

@testable import WatchwordRules

@Suite("Phrase parser")
struct PhraseParserTests {
  @Test("Every part of the syntax is read")
  func elements() {
    #expect(
      PhraseParser("no , R&R deploy~").elements == [
        .literal("no", inflected: false), .literal(",", inflected: false),
        .literal("R&R", inflected: false), .literal("deploy", inflected: true),
      ]
    )
    #expect(
      PhraseParser("(fly|set sail)~ [the|an] <rank> {Name}").elements == [
        .alternatives([
          [.literal("fly", inflected: true)],
          [.literal("set", inflected: true), .literal("sail", inflected: true)],
        ]),
        .optional([
          .alternatives([[.literal("the", inflected: false)], [.literal("an", inflected: false)]])
        ]),
        .vocabulary("rank"), .tokenClass(.name),
      ]
    )
    #expect(
      PhraseParser("port [of [the]] call").elements == [
        .literal("port", inflected: false),
        .optional([
          .literal("of", inflected: false), .optional([.literal("the", inflected: false)]),
        ]),
        .literal("call", inflected: false),
      ]
    )
  }

  @Test(
    "Mistakes have their exact place",
    arguments: [
      ("é ⟦(⟧a", "`(` is not closed"), ("a ⟦)⟧", "`)` closes nothing"),
      ("(a⟦]⟧", "`]` does not close `(`"), ("(a⟦|)⟧", "an alternative is empty"),
      ("a ⟦()⟧", "this group is empty"), ("é ⟦{Nmae}⟧", "there is no class `{Nmae}`"),
      ("⟦{⟧Name", "`{` is not closed"), ("a ⟦<⟧rank", "`<` is not closed"),
      ("a ⟦~⟧", "`~` has no word before it"), ("⟦~⟧a", "`~` has no word before it"),
      ("{Name}⟦~⟧", "`~` works only behind a word or a group of words"),
      ("a⟦~⟧b", "`~` stands only at the end of a word"), ("a ⟦|⟧ b", "`|` stands outside brackets"),
      ("run⟦(⟧s|ning)", "a group cannot be a part of a word"),
      ("⟦[a] [b]⟧", "this phrase can be left out as a whole"), ("⟦⟧", "this phrase is empty"),
    ]
  )
  func mistakes(marked: String, message: String) throws {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }
    let start = parts[0].utf8.count
    let parser = PhraseParser(parts.joined())
    let mistake = try #require(parser.mistakes.first)
    #expect(parser.mistakes.count == 1)
    #expect(mistake.message == message)
    #expect(mistake.range == SourceRange(start, start + parts[1].utf8.count))
  }

  @Test("Deep nesting is refused")
  func depth() {
    let text = String(repeating: "(", count: 100_000)
    #expect(PhraseParser(text).mistakes.count == 1)
  }
}
