import Foundation
import Testing

/// Findings that were accepted when a repository adopted the tool.
@Suite struct BaselineTests {
  private static let risky = "2 Blankshires fly out to Kenya on Tuesday at 0530."

  /// A folder with one draft, and its baseline.
  private func adopted() throws -> Folder {
    let folder = try Folder()
    try folder.write("\(Self.risky)\n", to: "drafts/a.md")
    let outcome = try run("baseline drafts", in: folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return folder
  }

  /// Runs the command with the arguments of one line.
  private func run(_ line: String, in folder: Folder) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(
      line.split(separator: " ").map(String.init) + ["--as-of", "2026-06-01"],
      in: folder.url
    )
  }

  @Test("What the baseline holds is let go, wherever in the post it moves")
  func letGo() throws {
    let folder = try adopted()
    let check = "check --baseline .watchword-baseline drafts"
    #expect(try run("check drafts", in: folder).status == 1)
    let first = try run(check, in: folder)
    #expect(first.status == 0)
    #expect(first.output.contains("in the baseline."))
    #expect(!first.output.contains("error:"))
    try folder.write("Good morning.\n\nCake first.\n\n\(Self.risky)\n", to: "drafts/a.md")
    #expect(try run(check, in: folder).status == 0)
    #expect(try run("\(check) --show-settled", in: folder).output.contains("(in the baseline)"))
  }

  @Test("New words, another post and another rule's finding count")
  func counts() throws {
    let folder = try adopted()
    try folder.write(Self.risky.replacing("0530", with: "0630"), to: "drafts/a.md")
    #expect(try run("check --baseline .watchword-baseline drafts", in: folder).status == 1)
    try folder.write(Self.risky, to: "drafts/a.md")
    try folder.write(Self.risky, to: "drafts/b.md")
    let other = try run("check --baseline .watchword-baseline --format concise drafts", in: folder)
    #expect(other.status == 1)
    #expect(
      other.lines.filter { $0.contains("error:") }.allSatisfy { $0.hasPrefix("drafts/b.md:") }
    )
  }

  @Test("No words of a draft stand in the file, a line for each finding in order")
  func file() throws {
    let folder = try adopted()
    let lines = try folder.text(".watchword-baseline").split(separator: "\n")
    #expect(lines.first == "watchword-baseline 1")
    #expect(lines.count > 1)
    #expect(lines.dropFirst().allSatisfy { $0.split(separator: "\t").count == 4 })
    #expect(try !folder.text(".watchword-baseline").contains("Kenya"))
  }

  @Test("The order in which drafts are named makes no difference")
  func order() throws {
    let folder = try Folder()
    try folder.write(Self.risky, to: "a.md")
    try folder.write(Self.risky.replacing("Kenya", with: "Estonia"), to: "b.md")
    #expect(try run("baseline --file one a.md b.md", in: folder).status == 0)
    #expect(try run("baseline --file two b.md a.md", in: folder).status == 0)
    #expect(try folder.text("one") == folder.text("two"))
  }

  @Test("Pruning drops what nothing needs and adds nothing")
  func prune() throws {
    let folder = try adopted()
    let before = try folder.text(".watchword-baseline")
    try folder.write(Self.risky.replacing("Kenya", with: "Estonia"), to: "drafts/b.md")
    #expect(try run("baseline --prune drafts", in: folder).status == 0)
    #expect(try folder.text(".watchword-baseline") == before)
    try folder.write("Cake.\n", to: "drafts/a.md")
    let pruned = try run("baseline --prune drafts", in: folder)
    #expect(pruned.errors.contains("0 left"))
    #expect(try folder.text(".watchword-baseline") == "watchword-baseline 1\n")
  }

  @Test("Equal findings in one post have one entry, which covers them all")
  func equal() throws {
    let folder = try Folder()
    try SamplePack().write(to: folder)
    try folder.write("A kettle.\n\nThe kettle, and the Kettle.\n", to: "a.md")
    #expect(try run("baseline a.md --packs pack", in: folder).status == 0)
    #expect(try folder.text(".watchword-baseline").split(separator: "\n").count == 2)
    let check = "check --baseline .watchword-baseline a.md --packs pack --format concise"
    #expect(try run(check, in: folder).status == 0)
    try folder.write("A kettle. A kettle. A kettle. A kettle.\n", to: "a.md")
    #expect(try run(check, in: folder).status == 0)
  }

  @Test("Rows in another order, new rows before them, and lines as a merge leaves them")
  func reordered() throws {
    let folder = try Folder()
    try SamplePack().write(to: folder)
    try folder.write("id,text\none,A kettle.\ntwo,My kettle.\n", to: "a.csv")
    #expect(try run("baseline a.csv --packs pack", in: folder).status == 0)
    let check = "check --baseline .watchword-baseline a.csv --packs pack --format concise"
    try folder.write("id,text\nnew,Tea.\ntwo,My kettle.\none,A kettle.\n", to: "a.csv")
    #expect(try run(check, in: folder).status == 0)
    // A merge keeps both sides, some lines twice and none in order.
    let lines = try folder.text(".watchword-baseline").split(separator: "\n")
    let merged = [lines[0]] + lines.dropFirst().reversed() + lines.dropFirst()
    try folder.write(merged.joined(separator: "\r\n"), to: ".watchword-baseline")
    #expect(try run(check, in: folder).status == 0)
    try folder.write("id,text\nthree,My kettle.\n", to: "a.csv")
    #expect(try run(check, in: folder).status == 1)
  }

  @Test("A baseline is not overwritten unless asked")
  func exists() throws {
    let folder = try adopted()
    let before = try folder.text(".watchword-baseline")
    try folder.write("Cake.\n", to: "drafts/a.md")
    let refused = try run("baseline drafts", in: folder)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("there is a baseline already"))
    #expect(try folder.text(".watchword-baseline") == before)
    #expect(try run("baseline --replace drafts", in: folder).status == 0)
    #expect(try folder.text(".watchword-baseline") == "watchword-baseline 1\n")
  }

  @Test(
    "A damaged, newer or unmerged baseline is an error at its line, and nothing is checked",
    arguments: [
      ("watchword-baseline 2\n", "base:1: this baseline has form 2"),
      ("{}\n", "base:1: this is not a baseline"),
      ("", "base:1: this is not a baseline"),
      ("watchword-baseline 1\n<<<<<<< ours\n", "base:2: a merge has left its marks here"),
      ("watchword-baseline 1\nabc\trule\tpath\tpost\n", "base:2: this is not an entry"),
    ]
  )
  func damaged(text: String, message: String) throws {
    let folder = try Folder()
    try folder.write("Cake.\n", to: "a.md")
    try folder.write(text, to: "base")
    for line in ["check --baseline base a.md", "baseline --prune --file base a.md"] {
      let outcome = try run(line, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
      #expect(outcome.output == "")
    }
    #expect(try folder.text("base") == text)
  }

  @Test("Where something could not be read nothing is written")
  func incomplete() throws {
    let folder = try Folder()
    try folder.write("Cake.\n", to: "a.md")
    let outcome = try run("baseline a.md missing.md", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: folder.file(".watchword-baseline").path))
  }
}
