import Testing

/// Names that are those of a built-in pack and of a directory.
@Suite struct PackNameTests {
  /// A folder with a pack in `secrets`, and a draft about its kettle.
  private func folder() throws -> Folder {
    let folder = try Folder()
    try SamplePack().write(to: folder, at: "secrets")
    try folder.write("Put the kettle on.\n", to: "tea.txt")
    return folder
  }

  /// Runs the command in a folder.
  private func run(_ line: String, in folder: Folder) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(line.split(separator: " ").map(String.init), in: folder.url)
  }

  @Test("Those who write packs mean the directory they stand beside", arguments: ["check", "test"])
  func packCommands(_ command: String) throws {
    let folder = try folder()
    let outcome = try run("pack \(command) secrets", in: folder)
    #expect(outcome.output.contains(" 1 rule."))
    #expect(
      outcome.errors
        == "watchword: secrets is taken for the directory here, not the built-in pack\n"
    )
    #expect(outcome.status == 0)
    try folder.write("title: \n", to: "secrets/kettle.yml")
    let broken = try run("pack \(command) secrets", in: folder)
    #expect(broken.output.contains("./secrets/kettle.yml:1:1"))
    #expect(broken.status == 2)
  }

  @Test("A directory without a pack.yml is no pack, and a path is what it says")
  func otherNames() throws {
    let folder = try Folder()
    try folder.write("notes\n", to: "secrets/notes.txt")
    let outcome = try run("pack check secrets", in: folder)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    let path = try run("pack check ./secrets", in: self.folder())
    #expect(path.output == "No mistakes in sample-pack 1: 1 rule.\n")
    #expect(path.errors == "")
  }

  @Test("A check means the built-in pack, and says so")
  func check() throws {
    let folder = try folder()
    let said =
      "watchword: secrets is taken for the built-in pack; ./secrets is the directory here\n"
    let outcome = try run("check tea.txt --packs secrets --format concise", in: folder)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors == said)
    let directory = try run("check tea.txt --packs ./secrets --format concise", in: folder)
    #expect(
      directory.lines.first == "tea.txt:1:9: error: this names the kettle [sample-pack/kettle]"
    )
    #expect(directory.errors == "")
    #expect(try run("rules --packs secrets", in: folder).errors == said)
  }
}
