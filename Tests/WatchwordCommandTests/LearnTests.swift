import Foundation
import Testing

/// Dismissals that become examples of the rules they let go.
@Suite struct LearnTests {
  /// A folder with a pack.
  private func folder() throws -> Folder {
    let folder = try Folder()
    try SamplePack().write(to: folder)
    return folder
  }

  /// Runs a command on the pack.
  private func run(_ line: String, in folder: Folder) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(line.split(separator: " ").map(String.init), in: folder.url)
  }

  private static let draft = """
    <!-- watchword: allow kettle because it is the pub's name -->
    Lovely evening. Alex Smith of 45 Something was at the kettle in Rutland: call 07700 900123,
    a.smith@mail.test or @alex_s! See you, Jo.

    """

  @Test("A suppressed finding becomes a known wrong alarm, without names, numbers and addresses")
  func wrongAlarm() throws {
    let folder = try folder()
    try folder.write(Self.draft, to: "a.md")
    let rule = try folder.text("pack/kettle.yml")
    let dry = try run("pack learn pack a.md --dry-run", in: folder)
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(dry.lines.first?.hasPrefix("pack/kettle.yml: known wrong alarm: “") == true)
    #expect(try folder.text("pack/kettle.yml") == rule)
    let outcome = try run("pack learn pack a.md", in: folder)
    #expect(outcome.lines.last == "1 example written from 1 draft.")
    let learnt = try folder.text("pack/kettle.yml")
    #expect(learnt.hasPrefix(rule.dropLast()))
    #expect(learnt.dropFirst(rule.count).hasPrefix("  wrong-alarms:\n    - \""))
    for word in [
      "Alex", "Smith", "45", "Something", "Rutland", "900123", "mail.test", "alex_s", "Jo",
    ] {
      #expect(!learnt.contains(word), "\(word)")
    }
    #expect(learnt.contains(" at the kettle in "))
    #expect(try run("pack check pack", in: folder).status == 0)
    #expect(try run("pack test pack", in: folder).status == 0)
    // Once is enough.
    let again = try run("pack learn pack a.md", in: folder)
    #expect(again.output.contains("the rule has this example already"))
    #expect(try folder.text("pack/kettle.yml") == learnt)
    // When the rule is put right the test says so.
    try folder.write(
      learnt.replacing("words: tea-maker", with: "words: tea-maker, except: [\"at the kettle\"]"),
      to: "pack/kettle.yml"
    )
    let fixed = try run("pack test pack", in: folder)
    #expect(fixed.status == 1)
    #expect(fixed.output.contains("pack/kettle.yml:16:7: error: this wrong alarm is no more"))
  }

  @Test("What the rule no longer speaks about becomes a good example; another finds its list")
  func good() throws {
    let folder = try folder()
    try folder.write("---\nallow: kettle because x\n---\nMeet Ann at the urn.\n", to: "a.txt")
    try folder.write(Self.draft, to: "b.md")
    _ = try run("pack learn pack b.md", in: folder)
    let before = try folder.text("pack/kettle.yml")
    let outcome = try run("pack learn pack a.txt", in: folder)
    #expect(outcome.lines.first?.hasPrefix("pack/kettle.yml: good example: “") == true)
    let after = try folder.text("pack/kettle.yml")
    let old = before.split(separator: "\n"), new = after.split(separator: "\n")
    #expect(new.count == old.count + 1)
    #expect(new.filter { !old.contains($0) }.allSatisfy { $0.hasSuffix(" at the urn.\"") })
    #expect(!after.contains("Ann"))
    #expect(try run("pack test pack", in: folder).status == 0)
  }

  @Test("Comments, quoting, CRLF and lists in brackets of the rule file stay")
  func layout() throws {
    let folder = try folder()
    try folder.write(Self.draft, to: "a.md")
    let rule = try folder.text("pack/kettle.yml")
    let variants = [
      rule.replacing(
        "    - \"Put the urn on.\"",
        with: "    # near\n    - 'Put the urn on.'   # end"
      ),
      rule.replacing("\n", with: "\r\n"),
      rule.replacing(
        "  good:\n    - \"Put the urn on.\"\n",
        with: "  good: [\"Put the urn on.\"]\n  wrong-alarms: [\"A kettle.\"]\n"
      ),
    ]
    for variant in variants {
      try folder.write(variant, to: "pack/kettle.yml")
      let outcome = try run("pack learn pack a.md", in: folder)
      #expect(outcome.lines.last == "1 example written from 1 draft.", "\(outcome.output)")
      let after = try folder.text("pack/kettle.yml")
      // The old file is what is left of the new one when one stretch is taken out.
      let head = zip(variant.utf8, after.utf8).prefix { $0 == $1 }.count
      let tail = zip(variant.utf8.reversed(), after.utf8.reversed()).prefix { $0 == $1 }.count
      #expect(head + tail >= variant.utf8.count)
      #expect(after.utf8.count > variant.utf8.count)
      #expect(try run("pack test pack", in: folder).status == 0)
    }
  }

  @Test("Nothing to learn, a built-in pack and files that are not there")
  func nothing() throws {
    let folder = try folder()
    try folder.write("Cake.\n", to: "a.md")
    #expect(
      try run("pack learn pack a.md", in: folder).output == "0 examples written from 1 draft.\n"
    )
    for (line, message) in [
      ("pack learn secrets a.md", "secrets is built in; name the directory of a pack"),
      ("pack learn pack b.md", "b.md: there is no such file or directory"),
      ("pack learn nowhere a.md", "nowhere"),
    ] {
      let outcome = try run(line, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
  }
}
