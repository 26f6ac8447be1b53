import Testing

/// Rules that yield to others, as the command shows them.
@Suite struct YieldingTests {
  /// A folder with a pack of two rules, one of which yields to the other, and a draft about both.
  private func folder(_ configuration: String) throws -> Folder {
    let folder = try Folder()
    let pack = SamplePack()
    try pack.write(to: folder)
    let rule = SamplePack(flag: "{ words: [\"on\"] }").rule
      .replacing("flag:", with: "yields-to: [kettle]\nflag:")
      .replacing("kettle⟧ on", with: "kettle ⟦on⟧").replacing("⟦kettle ", with: "kettle ")
      .replacing("names the kettle", with: "says that it is on").replacing(
        "urn on",
        with: "urn off"
      )
    try folder.write(rule, to: "pack/switched-on.yml")
    try folder.write("packs: ./pack\n" + configuration, to: "watchword.yml")
    try folder.write("Put the kettle on.\n", to: "tea.txt")
    return folder
  }

  /// Runs the command in a folder.
  private func run(_ line: String, in folder: Folder) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(line.split(separator: " ").map(String.init), in: folder.url)
  }

  private static let kettle = "tea.txt:1:9: error: this names the kettle [sample-pack/kettle]"
  private static let on = "tea.txt:1:16: error: this says that it is on [sample-pack/switched-on]"

  @Test("One cause gives one finding, unless the configuration switches that off")
  func yields() throws {
    let check = "check tea.txt --format concise --as-of 2026-06-01"
    let both = try folder("")
    #expect(try run(check, in: both).lines.dropLast() == [Self.kettle])
    let off = try folder("severity: { kettle: off }\n")
    #expect(try run(check, in: off).lines.dropLast() == [Self.on])
    let gentle = try folder("severity: { kettle: note }\n")
    #expect(
      try run(check, in: gentle).lines.dropLast() == [
        Self.kettle.replacing("error", with: "note")
      ]
    )
  }

  @Test("The examples of a rule that yields test that rule alone")
  func examples() throws {
    let outcome = try run("pack test pack", in: folder(""))
    #expect(outcome.lines.last?.hasPrefix("All examples behave") == true)
    #expect(outcome.status == 0)
  }

  @Test("explain says to which rules a rule yields")
  func explained() throws {
    let outcome = try run("explain switched-on", in: folder(""))
    #expect(
      outcome.output.contains(
        "  Yields to: kettle, where they have a finding in the same sentence.\n"
      )
    )
  }
}
