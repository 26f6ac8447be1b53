import Testing

@testable import WatchwordWorkspace

/// Patterns compared with paths, as gitignore(5) describes it.
@Suite struct WildcardsTests {
  @Test(
    "A pattern matches the whole of a path",
    arguments: [
      ("a.md", "a.md"), ("*.md", "a.md"), ("*", "a"), ("?", "a"), ("a*c", "abbc"), ("a*c", "ac"),
      ("**/a", "a"), ("**/a", "x/y/a"), ("a/**", "a/b"), ("a/**", "a/b/c"), ("a/**/b", "a/b"),
      ("a/**/b", "a/x/y/b"), ("**", "a/b"), ("**/**/a", "a"), ("[a-c]", "b"), ("[!a-c]", "d"),
      ("[^a]", "b"), ("[]a]", "]"), ("[]-a]", "^"), ("[a-]", "-"), ("[[:digit:]x]", "7"),
      ("[[:upper:]]", "Q"), ("\\*", "*"), ("\\a", "a"), ("[\\]]", "]"), ("a\\ ", "a "),
      ("caf\u{E9}*", "caf\u{E9}s"), ("a**b", "axyb"), ("[[:x]", "x"), ("**\\/a", "b/a"),
    ]
  )
  func matches(pattern: String, path: String) {
    #expect(Wildcards(pattern.utf8).match(path.utf8))
  }

  @Test(
    "It does not match anything else",
    arguments: [
      ("a.md", "b.md"), ("*.md", "x/a.md"), ("?", "/"), ("?", ""), ("a*c", "a/c"), ("a/**", "a"),
      ("a/**", "ab"), ("a/**/b", "ab"), ("a**b", "a/b"), ("[a-c]", "d"), ("[!a]", "a"),
      ("[!a]", "/"), ("[z-a]", "m"), ("[[:digit:]]", "x"), ("[[:lower:]]", "Q"), ("\\*", "a"),
      ("", "a"), ("**/a", "ba"), ("A", "a"), ("**\\/a", "a"), ("a?b", "a/b"),
    ]
  )
  func doesNotMatch(pattern: String, path: String) {
    #expect(!Wildcards(pattern.utf8).match(path.utf8))
  }

  @Test(
    "A pattern that is not well formed matches nothing",
    arguments: ["[a", "a\\", "[[:x:]]", "[a-"]
  )
  func malformed(pattern: String) {
    #expect(!Wildcards(pattern.utf8).isWellFormed)
    #expect(!Wildcards(pattern.utf8).match(pattern.utf8))
  }

  @Test("Many stars cost no more than the product of the lengths")
  func stars() {
    // A matcher that tries one way after the other would not come to an end here.
    let pattern = String(repeating: "*a", count: 100) + "b"
    let path = String(repeating: "a", count: 500)
    #expect(!Wildcards(pattern.utf8).match(path.utf8))
    #expect(Wildcards(pattern.utf8).match((path + "b").utf8))
  }
}
