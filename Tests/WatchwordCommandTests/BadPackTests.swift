import Foundation
import Testing

/// Packs with mistakes: the exact place of each, status 2, and nothing checked.
@Suite struct BadPackTests {
  let folder: Folder

  /// Makes a folder with one draft.
  init() throws {
    folder = try Folder()
    try folder.write("Put the kettle on.\n", to: "tea.txt")
  }

  /// A broken pack and the first line about it.
  struct Broken: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var pack: SamplePack
    var line: String

    /// Breaks the sample pack in one way.
    init(_ name: String, _ line: String, breaking: (inout SamplePack) -> Void) {
      testDescription = name
      self.line = line
      pack = SamplePack()
      breaking(&pack)
    }
  }

  /// Text that stands for 10⁹ values once its aliases are followed.
  private static let bomb =
    "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    + zip("abcdefgh", "bcdefghi").map { from, to in
      "\(to): &\(to) [" + Array(repeating: "*\(from)", count: 10).joined(separator: ",") + "]\n"
    }.joined()

  @Test(arguments: [
    Broken("tab", "kettle.yml:2:1: error: a tab stands where only spaces may [pack/yaml-syntax]") {
      $0.rule = "examples:\n\tbad: []\n"
    },
    Broken(
      "key twice",
      "kettle.yml:5:1: error: the key `action` is already on line 4 [pack/duplicate-key]"
    ) {
      $0.rule = $0.rule.replacingOccurrences(
        of: "action: fix\n",
        with: "action: fix\naction: ask\n"
      )
    },
    Broken(
      "aliases",
      "kettle.yml:5:29: error: this holds more than the 100000 values that are read [pack/yaml-limit]"
    ) {
      $0.rule = bomb + $0.rule
    },
    Broken("pattern", "kettle.yml:6:26: error: the pattern does not compile: ") {
      $0 = SamplePack(flag: "{ pattern: 'ket[tle' }")
    },
    Broken(
      "vocabulary",
      "kettle.yml:6:16: error: there is no vocabulary `tea-makr` [pack/unknown-vocabulary]"
    ) {
      $0 = SamplePack(flag: "{ words: tea-makr }")
    },
    Broken("no pack.yml", "pack.yml:1:1: error: a pack needs a file `pack.yml` [pack/missing-file]")
    {
      $0.pack = nil
    },
  ])
  func theMistakeIsNamedAtItsPlace(_ broken: Broken) throws {
    try broken.pack.write(to: folder)
    let check = try BuiltCommand.run(["check", "tea.txt", "--packs", "pack"], in: folder.url)
    #expect(check.errors.hasPrefix("pack/" + broken.line), "\(check.errors)")
    #expect(check.errors.hasSuffix("\n1 mistake in rule packs. Nothing was checked.\n"))
    #expect(check.output == "")
    #expect(check.status == 2)
    let packCheck = try BuiltCommand.run(["pack", "check", "pack"], in: folder.url)
    #expect(packCheck.output == check.errors)
    #expect(packCheck.status == 2)
  }

  @Test func aNearNameIsOffered() throws {
    try SamplePack(flag: "{ words: tea-makr }").write(to: folder)
    let outcome = try BuiltCommand.run(["pack", "check", "pack"], in: folder.url)
    #expect(outcome.output.contains("did you mean `tea-maker`?"))
  }

  @Test func aPatternThatNeverEndsGivesUp() throws {
    try SamplePack(flag: "{ pattern: '(a+)+$' }").write(to: folder)
    try folder.write(String(repeating: "a", count: 100_000) + "!\n", to: "long.txt")
    let outcome = try BuiltCommand.run(["check", "long.txt", "--packs", "pack"], in: folder.url)
    #expect(
      outcome.lines.first
        == "long.txt:1:1: warning: a pattern of sample-pack/kettle gave up on this post, which it did not check [engine/pattern-limit]"
    )
    #expect(outcome.status == 0)
  }

  @Test func aPackThatIsNotThereIsNamed() throws {
    let outcome = try BuiltCommand.run(["check", "tea.txt", "--packs", "modd"], in: folder.url)
    #expect(
      outcome.errors.hasPrefix(
        "watchword: modd: there is no built-in pack or directory of this name"
      )
    )
    #expect(outcome.status == 2)
  }

  @Test func examplesThatDoNotBehaveFail() throws {
    try SamplePack(flag: "{ words: [urn] }").write(to: folder)
    let outcome = try BuiltCommand.run(["pack", "test", "pack"], in: folder.url)
    #expect(outcome.lines.first?.hasPrefix("pack/kettle.yml:12:") == true, "\(outcome.output)")
    #expect(outcome.status == 1)
  }
}
