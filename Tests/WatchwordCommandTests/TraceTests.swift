import Testing

/// What the command says of rules that stay silent.
@Suite struct TraceTests {
  /// A folder with a pack of one rule and a draft.
  private func folder(_ flag: String, mask: Bool = false, _ text: String) throws -> Folder {
    let folder = try Folder()
    var pack = SamplePack(flag: flag)
    if mask { pack.rule = pack.rule.replacing("action: fix", with: "action: fix\nmask: yes") }
    try pack.write(to: folder)
    try folder.write(text, to: "tea.txt")
    return folder
  }

  /// Runs the command in a folder.
  private func run(_ line: String, in folder: Folder) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(
      line.split(separator: " ").map(String.init) + ["--packs", "./pack", "--as-of", "2026-06-01"],
      in: folder.url
    )
  }

  @Test("A match that an exception lets go is drawn, with the words that did")
  func exception() throws {
    let folder = try folder("{ words: [kettle], except: [kettle drum] }", "A kettle drum.\n")
    let outcome = try run("trace tea.txt", in: folder)
    #expect(
      outcome.output == """
        tea.txt:1:3: trace: silent: what it found was let go [sample-pack/kettle]

          > 1 | A kettle drum.
              |   ^^^^^^
              |   let go
              |   -----------
              |   exception

          Let go:  “kettle”: the exception “kettle drum” covers it

        1 rule in 1 post; 0 of them speak.

        """
    )
    #expect(outcome.status == 0)
  }

  @Test("A part that is missing is named")
  func missing() throws {
    let flag = "{ together: { of: { what: { words: [kettle] }, who: { words: [crew] } } } }"
    let folder = try folder(flag, "The kettle is on.\n---\nThe crew are in.\n---\nHello.\n")
    let outcome = try run("trace tea.txt", in: folder)
    #expect(
      outcome.lines.filter { $0.contains("trace:") } == [
        "tea.txt:1:5: trace: silent: `who` is missing [sample-pack/kettle]",
        "tea.txt:3:5: trace: silent: `what` is missing [sample-pack/kettle]",
      ]
    )
    #expect(outcome.lines.last == "2 rules in 3 posts; 0 of them speak.")
    let followed = try run("trace tea.txt --rule kettle", in: folder)
    #expect(
      followed.lines.filter { $0.contains("trace:") }.last
        == "tea.txt:1:1: trace: silent: nothing it looks for is here [sample-pack/kettle]"
    )
  }

  @Test("For machines, each rule and post is a line of JSON")
  func machines() throws {
    let folder = try folder("{ words: [kettle], negated: ignore }", "Not the kettle.\n")
    let outcome = try run("trace tea.txt --format jsonl", in: folder)
    #expect(
      outcome.output == """
        {"path":"tea.txt","post":"tea","rule":"sample-pack/kettle","outcome":"let-go",\
        "reason":"silent: what it found was let go","missing":[],"apart":[],"yieldsTo":[],\
        "seen":[{"part":"","start":8,"end":14,"postStart":8,"postEnd":14,"text":"kettle",\
        "letGo":"negated","by":{"start":0,"end":3,"postStart":0,"postEnd":3,"text":"Not"}}]}

        """
    )
  }

  @Test("What a masked rule sees is never printed", arguments: ["full", "jsonl"])
  func masked(_ format: String) throws {
    let folder = try folder("{ words: [kettle], negated: ignore }", mask: true, "Not the kettle.\n")
    let outcome = try run("trace tea.txt --format \(format)", in: folder)
    #expect(outcome.output.contains("sample-pack/kettle"))
    #expect(!outcome.output.replacing("sample-pack/kettle", with: "").contains("kettle"))
    #expect(!outcome.output.contains("Not"))
  }

  @Test("Nor is it in the trace of another rule", arguments: ["full", "jsonl"])
  func maskedElsewhere(_ format: String) throws {
    let folder = try folder("{ words: [kettle] }", mask: true, "A secret kettle.\n")
    let other = SamplePack(flag: "{ words: [secret kettle], at: post-start }").rule
    try folder.write(other, to: "pack/secret-thing.yml")
    let outcome = try run(
      "trace tea.txt --rule secret-thing --rule kettle --format \(format)",
      in: folder
    )
    #expect(outcome.output.contains("sample-pack/secret-thing"))
    #expect(!outcome.output.replacing("sample-pack/kettle", with: "").contains("kettle"))
  }

  @Test("A rule that there is not, and a file that there is not")
  func mistakes() throws {
    let folder = try folder("{ words: [kettle] }", "A kettle.\n")
    let rule = try run("trace tea.txt --rule ketle", in: folder)
    #expect(rule.errors == "watchword: there is no rule “ketle”; did you mean kettle?\n")
    #expect(rule.status == 2)
    let file = try run("trace lost.txt tea.txt", in: folder)
    #expect(file.errors.contains("lost.txt"))
    #expect(file.output.contains("trace: it speaks"))
    #expect(file.status == 2)
  }
}
