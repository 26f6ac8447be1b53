import Foundation
import Testing

/// What signs and verifies.
private enum SignatureTool {
  /// Whether there is an ssh-keygen to test with.
  static let isThere = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/ssh-keygen")
  }
}

/// Approvals that a real SSH key signs, and that a list of allowed signers verifies.
@Suite(.enabled(if: SignatureTool.isThere, "ssh-keygen is missing, so no signature was tested"))
struct SignatureTests {
  /// A folder with a pack, two keys, a list that allows the first, and a draft.
  private func folder() throws -> Folder {
    let folder = try Folder()
    var pack = SamplePack()
    pack.rule += "settled-by: [{ approval: operations }]\n"
    try pack.write(to: folder)
    try folder.write("Put the kettle on.\n", to: "a.md")
    let outcome = try BuiltCommand.shell(
      """
      ssh-keygen -q -t ed25519 -N '' -f known && ssh-keygen -q -t ed25519 -N '' -f other
      printf '"media officer" namespaces="watchword-approval",valid-after="20260101",valid-before="20260701" %s\\n' \
        "$(cut -d' ' -f1,2 known.pub)" > allowed
      """,
      in: folder.url
    )
    try #require(outcome.status == 0, "\(outcome.errors)")
    return folder
  }

  /// Approves the draft.
  private func approve(
    _ folder: Folder,
    by: String = "media officer",
    on: String = "2026-06-01",
    key: String? = "known"
  ) throws {
    let outcome = try BuiltCommand.run(
      ["approve", "a.md", "--by", by, "--on", on, "--scope", "operations", "--packs", "pack"]
        + (key.map { ["--sign", $0] } ?? []),
      in: folder.url
    )
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// The rules that speak, and the status.
  private func check(_ folder: Folder, _ arguments: String...) throws -> ([String], Int32) {
    let outcome = try BuiltCommand.run(
      [
        "check", "a.md", "--format", "jsonl", "--packs", "pack", "--as-of", "2026-06-02",
        "--allowed-signers", "allowed",
      ] + arguments,
      in: folder.url
    )
    let rules = try outcome.lines.map {
      let object = try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      let isSettled = object?["settledBy"] as? String != nil
      return "\(object?["line"] ?? 0) \(object?["rule"] ?? "-")\(isSettled ? " settled" : "")"
    }
    return (rules, outcome.status)
  }

  /// What a check says where the approval does not count.
  private func refused(_ line: Int, _ rule: String) -> ([String], Int32) {
    (["\(line) approval/\(rule)", "8 sample-pack/kettle"], 1)
  }

  @Test("A good signature counts, also where one is required")
  func good() throws {
    let folder = try folder()
    try approve(folder)
    #expect(try folder.text("a.md").split(separator: "\n")[5].hasPrefix("approved-signature: U1NI"))
    #expect(try check(folder) == (["8 sample-pack/kettle settled"], 0))
    #expect(try check(folder, "--require-signature") == (["8 sample-pack/kettle settled"], 0))
  }

  @Test(
    "Who, when, scope and digest cannot be changed behind the signer's back",
    arguments: [
      ("by: media officer", "by: media Officer"), ("on: 2026-06-01", "on: 2026-06-02"),
      ("scope: operations", "scope: all"), ("sha256:", "sha256:0"),
    ]
  )
  func forged(_ old: String, _ new: String) throws {
    let folder = try folder()
    try approve(folder)
    let text = try folder.text("a.md").replacing(old, with: new)
    try folder.write(text, to: "a.md")
    let expected =
      old.hasPrefix("by") ? refused(2, "unknown-signer") : refused(6, "forged-signature")
    #expect(try check(folder) == expected)
  }

  @Test("A signature moved to another text with its keys has lapsed")
  func moved() throws {
    let folder = try folder()
    try approve(folder)
    try folder.write(folder.text("a.md").replacing("Put", with: "Now put"), to: "a.md")
    #expect(try check(folder) == refused(5, "lapsed"))
  }

  @Test("Another key, an unknown name, an old or too young key, no signature and no base64")
  func refused() throws {
    let folder = try folder()
    try approve(folder, key: "other")
    #expect(try check(folder) == refused(6, "forged-signature"))
    try approve(folder, by: "someone else")
    #expect(try check(folder) == refused(2, "unknown-signer"))
    for day in ["2026-07-02", "2025-12-31"] {
      try approve(folder, on: day)
      #expect(try check(folder) == refused(6, "expired-key"))
    }
    try approve(folder)
    let text = try folder.text("a.md")
    let signature = try #require(text.split(separator: "\n").first { $0.hasPrefix("approved-sig") })
    try folder.write(text.replacing(signature, with: "approved-signature: nonsense"), to: "a.md")
    #expect(try check(folder) == refused(6, "forged-signature"))
    try folder.write(text.replacing("\(signature)\n", with: ""), to: "a.md")
    #expect(try check(folder) == (["7 sample-pack/kettle settled"], 0))
    #expect(
      try check(folder, "--require-signature")
        == (["2 approval/unsigned", "7 sample-pack/kettle"], 1)
    )
  }

  @Test("Approving without signing takes the signature that no longer fits away")
  func unsigned() throws {
    let folder = try folder()
    try approve(folder)
    try approve(folder, on: "2026-06-03", key: nil)
    #expect(try !folder.text("a.md").contains("approved-signature"))
    #expect(try check(folder) == (["7 sample-pack/kettle settled"], 0))
  }

  @Test("A signature in a table and in JSON Lines")
  func otherFormats() throws {
    for (path, text) in [("b.csv", "text\nkettle\n"), ("b.jsonl", "{\"text\":\"kettle\"}\n")] {
      let folder = try folder()
      try folder.write(text, to: path)
      let line = """
        $WATCHWORD approve \(path) --by 'media officer' --on 2026-06-01 --scope all --packs pack --sign known
        $WATCHWORD check \(path) --packs pack --allowed-signers allowed --require-signature
        """
      let outcome = try BuiltCommand.shell(line, in: folder.url)
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }
  }

  @Test("Where signatures cannot be made or verified, a clear word and status 2")
  func impossible() throws {
    let folder = try folder()
    try approve(folder)
    let text = try folder.text("a.md")
    /// Runs a line of shell that must end with status 2, a message and the draft as it was.
    func expect(_ line: String, _ message: String) throws {
      let outcome = try BuiltCommand.shell("$WATCHWORD \(line) --packs pack", in: folder.url)
      #expect(outcome.status == 2)
      #expect(
        (outcome.output + outcome.errors).contains(message),
        "\(outcome.output)\(outcome.errors)"
      )
      #expect(try folder.text("a.md") == text)
    }
    let approve = "approve a.md --by A --scope all --sign"
    try expect("\(approve) nowhere", "nowhere: there is no such file or directory")
    try expect("\(approve) allowed", "allowed: ssh-keygen could not sign with it")
    try expect(
      "check a.md --allowed-signers nowhere",
      "nowhere: there is no such file or directory"
    )
    try expect("check a.md --allowed-signers pack", "pack: it is not a file with allowed signers")
    try expect("check a.md --require-signature", "--require-signature needs --allowed-signers")
    let outcome = try BuiltCommand.run(
      ["check", "a.md", "--packs", "pack", "--allowed-signers", "allowed"],
      in: folder.url,
      environment: ["PATH": "/nowhere"]
    )
    #expect(outcome.status == 2)
    #expect(
      outcome.output.contains("a.md: not read: signatures need ssh-keygen, which is not installed")
    )
  }
}
