import Foundation
import Testing

/// What a lapsed approval says of the words that changed, from what git holds.
@Suite struct LapsedTests {
  private static let settings = """
    unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GIT_PREFIX
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org
    export GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
    """

  /// Runs lines of shell.
  private func shell(_ lines: String, in folder: Folder) throws -> BuiltCommand.Outcome {
    try BuiltCommand.shell("\(Self.settings)\n\(lines)", in: folder.url)
  }

  /// A repository with an approved draft in it.
  private func repository(_ path: String, _ text: String, post: String = "") throws -> Folder {
    let folder = try Folder()
    try SamplePack().write(to: folder)
    try folder.write(text, to: path)
    let outcome = try shell(
      """
      set -e
      git init -q -b main . && git add . && git commit -q -m draft
      $WATCHWORD approve \(path) \(post) --by A --on 2026-06-01 --scope all --packs pack
      git add . && git commit -q -m approved
      """,
      in: folder
    )
    try #require(outcome.status == 0, "\(outcome.errors)")
    return folder
  }

  /// The reasons that lapsed approvals give.
  private func reasons(_ path: String, in folder: Folder) throws -> [String] {
    let outcome = try shell(
      "$WATCHWORD check \(path) --packs pack --format jsonl --as-of 2026-06-02",
      in: folder
    )
    return try outcome.lines.compactMap { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["rule"] as? String == "approval/lapsed" ? object?["why"] as? String : nil
    }
  }

  @Test("The words that changed, were added and taken out")
  func words() throws {
    let folder = try repository("a.md", "We sail on Tuesday at noon, weather permitting.\n")
    let text = try folder.text("a.md")
    try folder.write(text.replacing("Tuesday at noon,", with: "Friday at"), to: "a.md")
    #expect(
      try reasons("a.md", in: folder) == [
        "Since the approval of 2026-06-01, “Tuesday” became “Friday” and “noon,” was taken out."
      ]
    )
    // The same after further commits, and after the draft was renamed.
    _ = try shell("git commit -q -a -m 1; git mv a.md b.md; git commit -q -m 2", in: folder)
    #expect(try reasons("b.md", in: folder).first?.contains("“Tuesday” became “Friday”") == true)
    let absolute = folder.file("b.md").path
    #expect(try reasons(absolute, in: folder).first?.contains("“Tuesday” became “Friday”") == true)
  }

  @Test("A row of a table and a part of a thread")
  func rows() throws {
    let table = try repository("a.csv", "id,text\n1,One ship.\n2,Two ships.\n", post: "--post 2")
    // Another row before it moves the row, which has its id still.
    let text = try table.text("a.csv").replacing("Two", with: "Three")
    try table.write(text.replacing("\n1,", with: "\n0,Nil.,,,,\n1,"), to: "a.csv")
    #expect(
      try reasons("a.csv", in: table) == ["Since the approval of 2026-06-01, “Two” became “Three”."]
    )
    let thread = try repository("a.md", "One.\n\n---\n\nTwo.\n")
    try thread.write(thread.text("a.md").replacing("Two.", with: "Three."), to: "a.md")
    #expect(
      try reasons("a.md", in: thread) == [
        "Since the approval of 2026-06-01, “Two.” became “Three.”."
      ]
    )
  }

  @Test("What reports must not print is not told here either")
  func masked() throws {
    let folder = try repository("a.md", "Put the kettle on.\n")
    var pack = SamplePack()
    pack.rule += "mask: yes\n"
    try pack.write(to: folder)
    let text = try folder.text("a.md")
    try folder.write(text.replacing("the kettle", with: "that kettle, now"), to: "a.md")
    #expect(
      try reasons("a.md", in: folder) == [
        "Since the approval of 2026-06-01, “the …” became “that … now”."
      ]
    )
  }

  @Test("Without git, or where git holds no such version, the general reason stands")
  func unknown() throws {
    let folder = try repository("a.md", "One.\n")
    let general = "An approval is for the words that were read, and these are others."
    let other = String(repeating: "0", count: 64)
    try folder.write(
      "---\napproved-by: A\napproved-on: 2026-06-01\napproved-text: sha256:\(other)\n---\nOne.\n",
      to: "a.md"
    )
    #expect(try reasons("a.md", in: folder) == [general])
    _ = try shell("rm -rf .git", in: folder)
    #expect(try reasons("a.md", in: folder) == [general])
  }
}
