import Testing
import WatchwordDrafts
import WatchwordText

/// What changes the digest of an approved text, and what does not.
@Suite struct TextDigestTests {
  /// The digest of the posts of a draft.
  private func digest(_ text: String, _ path: String = "a.md") throws -> TextDigest {
    let format = try #require(DraftFormat.of(path: path))
    let reading = DraftReader.read(SourceText(file: Array(text.utf8)), path: path, format: format)
    try #require(!reading.posts.isEmpty)
    return TextDigest(of: reading.posts)
  }

  @Test("It is SHA-256 of the canonical text")
  func canonical() throws {
    let expected = SHA256.hexadecimal(Array("Café at sea: “2” ships.".utf8))
    #expect(try digest("Cafe\u{301}  at\nsea: “2” ships.  \n").description == "sha256:\(expected)")
    let thread = SHA256.hexadecimal(Array("One.\nTwo.".utf8))
    #expect(try digest("One.\n\n---\n\nTwo.\n").digits == thread)
  }

  @Test(
    "Encoding, quoting, wrapping and markup make no difference",
    arguments: [
      ("One two\nthree.\n", "a.txt"), ("\u{FEFF}One two three.", "a.txt"),
      ("One\r\n\r\ntwo\tthree.\r\n", "a.txt"),
      ("One\u{A0}two\u{2028}three.", "a.txt"), ("text\n\"One\r\ntwo three.\"\n", "a.csv"),
      ("text\n One two three. \n", "a.csv"), ("{\"text\": \"One\\u0020two\\nthree.\"}", "a.json"),
      ("---\nmarket: UK\n---\n\n*One* **two**\nthree.\n", "a.md"),
    ]
  )
  func same(text: String, path: String) throws {
    #expect(try digest(text, path) == digest("One two three.", "a.txt"))
  }

  @Test(
    "Any change of words does",
    arguments: [
      "One two three", "One two Three.", "Onetwo three.", "One two  th ree.",
      "One two three.\n\n---\n\nFour.",
      "One two\n\n---\n\nthree.", "One two three\u{301}.", "One two thrее.", "",
    ]
  )
  func different(_ text: String) throws {
    let reading = DraftReader.read(SourceText("x " + text), path: "a.txt", format: .plainText)
    var posts = reading.posts
    posts[0].text.removeFirst(min(2, posts[0].text.count))
    #expect(try TextDigest(of: posts) != digest("One two three.", "a.txt"))
  }

  @Test("It is read back as written, and nothing else is one")
  func written() throws {
    let digest = try digest("One.")
    #expect(TextDigest(digest.description) == digest)
    #expect(TextDigest(digest.description.uppercased()) == digest)
    for text in [
      "", "sha256:", "sha256:zz", digest.digits, "md5:\(digest.digits)", digest.description + "0",
    ] {
      #expect(TextDigest(text) == nil)
    }
  }
}
