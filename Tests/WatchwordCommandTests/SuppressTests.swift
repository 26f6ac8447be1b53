import Foundation
import Testing

/// Findings that a reason lets go, written by the command and read in every format.
@Suite struct SuppressTests {
  private static let post = "That was a bloody good play."

  /// A draft of every format with one finding of `swearing`.
  static let drafts = [
    ("a.md", "---\nmarket: UK\n---\n\n\(post)\n"), ("a.txt", "\(post)\n"),
    ("a.csv", "id;text\r\n7;\"\(post)\"\r\n"),
    ("a.json", "{\"posts\": [{\"text\": \"\(post)\"}]}\n"),
    ("a.jsonl", "{\"text\":\"\(post)\"}\n"),
  ]

  /// Runs the command on a day.
  private func run(
    _ arguments: [String],
    on day: String = "2026-06-01",
    in folder: Folder
  ) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(arguments + ["--as-of", day, "--packs", "pack"], in: folder.url)
  }

  /// A folder with a pack that flags one word.
  private func folder() throws -> Folder {
    let folder = try Folder()
    try SamplePack(flag: "{ words: [bloody] }").write(to: folder)
    return folder
  }

  /// The rules that speak in a draft.
  private func rules(_ path: String, on day: String = "2026-06-01", in folder: Folder) throws
    -> [String]
  {
    try run(["check", path, "--format", "jsonl", "--show-settled"], on: day, in: folder).lines.map {
      let object = try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      let isLetGo = object?["suppressed"] as? Bool == true ? " let go" : ""
      return (object?["rule"] as? String ?? "-") + isLetGo
    }
  }

  @Test(
    "A finding is let go until a day; then it is back, and the note is reported",
    arguments: drafts
  )
  func letGo(path: String, text: String) throws {
    let folder = try folder()
    try folder.write(text, to: path)
    #expect(try rules(path, in: folder) == ["sample-pack/kettle"])
    let written = try run(
      ["suppress", path, "kettle", "--because", "it is  a\ntitle: \"x\"", "--until", "2026-12-31"],
      in: folder
    )
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.output.hasSuffix(": kettle may stand until 2026-12-31, 1 finding let go.\n"))
    #expect(try rules(path, in: folder) == ["sample-pack/kettle let go"])
    #expect(
      try Set(rules(path, on: "2027-01-01", in: folder)) == [
        "sample-pack/kettle", "suppression/expired",
      ]
    )
    // Where the word is gone, the note is reported.
    try folder.write(folder.text(path).replacing("bloody", with: "really"), to: path)
    #expect(try rules(path, in: folder) == ["suppression/unused"])
    let again = try run(["suppress", path, "kettle", "--because", "x"], in: folder)
    #expect(again.status == 2)
    #expect(
      again.errors.contains("kettle finds nothing here that a suppression would let go; --force")
    )
    #expect(
      try run(["suppress", path, "kettle", "--because", "x", "--force"], in: folder).status == 0
    )
  }

  @Test("A suppression without a reason counts for nothing and is reported, in every format")
  func withoutReason() throws {
    let folder = try folder()
    for (path, text) in [
      ("a.md", "<!-- watchword: allow kettle -->\n\(Self.post)\n"),
      ("a.txt", "---\nallow: kettle\n---\n\(Self.post)\n"),
      ("a.csv", "text,allow\n\(Self.post),kettle\n"),
      ("a.json", "{\"text\": \"\(Self.post)\", \"allow\": \"kettle\"}"),
      ("a.jsonl", "{\"text\": \"\(Self.post)\", \"allow\": [\"kettle\"]}"),
    ] {
      try folder.write(text, to: path)
      #expect(
        try Set(rules(path, in: folder)) == [
          "draft/suppression-without-reason", "sample-pack/kettle",
        ],
        "\(path)"
      )
    }
    try folder.write("{\"text\": \"\(Self.post)\", \"allow\": [1, {\"a\": 2}, null]}", to: "b.json")
    #expect(
      try rules("b.json", in: folder).filter { $0 == "draft/suppression-not-a-text" }.count == 2
    )
  }

  @Test("The part of a thread that has the finding gets the comment")
  func thread() throws {
    let folder = try folder()
    try folder.write("First.\n\n---\n\n> \(Self.post)\n\n---\n\nThird.\n", to: "a.md")
    let written = try run(["suppress", "a.md", "kettle", "--because", "a title"], in: folder)
    #expect(written.output.hasPrefix("a.md: post a#2:"))
    #expect(try rules("a.md", in: folder) == ["sample-pack/kettle let go"])
  }

  @Test("What front matter lets go in one part of a thread is not unused in the others")
  func common() throws {
    let folder = try folder()
    try folder.write("---\nallow: kettle because x\n---\n\(Self.post)\n---\nMore.\n", to: "a.txt")
    #expect(try rules("a.txt", in: folder) == ["sample-pack/kettle let go"])
    try folder.write("---\nallow: kettle because x\n---\nOne.\n---\nMore.\n", to: "a.txt")
    #expect(try rules("a.txt", in: folder) == ["suppression/unused"])
  }

  @Test(
    "What cannot be meant or done ends with status 2 and the file as it was",
    arguments: [
      (["a.csv", "ketle", "--because", "x"], "there is no rule “ketle”; did you mean kettle?"),
      (["a.csv", "kettle", "--because", " \n "], "--because must give a reason"),
      (["a.csv", "kettle"], "--because"),
      (["a.csv", "kettle", "--because", "x"], "it holds 3 posts; name one with --post"),
      (["a.csv", "kettle", "--because", "x", "--post", "9"], "there is no post “9”"),
      (["a.csv", "kettle", "--because", "x", "--post", "3"], "kettle finds nothing here"),
      (["a.csv", "kettle", "--because", "x", "--until", "soon"], "“soon” is not a day"),
      (["a.csv", "kettle", "--because", "x", "--until", "2026-05-31"], "2026-05-31 has passed"),
      (
        ["a.csv", "kettle", "--because", "x until 2027-01-01", "--post", "1"],
        "the reason would read as something else"
      ),
      (["a.md", "kettle", "--because", "x --> y"], "a comment in Markdown cannot hold “--”"),
      (["b.md", "kettle", "--because", "x"], "what kettle finds here is let go already"),
    ]
  )
  func refused(arguments: [String], message: String) throws {
    let folder = try folder()
    let files = [
      "a.csv": "id,text\n1,bloody\n2,bloody\n3,fine\n", "a.md": "\(Self.post)\n",
      "b.md": "<!-- watchword: allow kettle because y -->\n\(Self.post)\n",
    ]
    for (path, text) in files { try folder.write(text, to: path) }
    let outcome = try run(["suppress"] + arguments, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    for (path, text) in files { #expect(try folder.text(path) == text) }
  }
}
