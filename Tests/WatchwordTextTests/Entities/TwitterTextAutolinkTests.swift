import Testing
import TestSupport
import WatchwordText

@Suite("twitter-text linking", .enabled(if: Conformance.isAvailable))
struct TwitterTextAutolinkTests {
  /// The sections of autolink.yml whose links are found in the text, and the kinds they link.
  static let sections: [(name: String, kinds: Set<EntityKind>)] = [
    ("usernames", [.mention]), ("lists", [.mention]), ("hashtags", [.hashtag]), ("urls", [.url]),
    ("cashtags", [.cashtag]), ("all", [.mention, .hashtag, .url, .cashtag]),
  ]

  @Test("autolink.yml links the same texts", arguments: sections)
  func autolink(_ section: (name: String, kinds: Set<EntityKind>)) throws {
    let suite = try SuiteNode(Conformance.bytes("twitter-text/autolink.yml"))
    let cases = suite["tests"][section.name].items
    #expect(!cases.isEmpty)
    var tally = SuiteTally("twitter-text autolink \(section.name)")
    for test in cases {
      let found = ScannedText(social: test["text"].text).found()
        .filter { section.kinds.contains($0.kind) }
        // The suite links addresses with a scheme alone.
        .filter { $0.kind != .url || $0.text.lowercased().hasPrefix("http") }
        .map { $0.kind == .mention ? String($0.text.dropFirst()) : $0.text }
      let expected = Self.linked(test["expected"].text)
      tally.count(test["description"].text, found == expected, "\(found) for \(expected)")
    }
    print(tally.summary)
    #expect(tally.failures == [])
  }

  /// The texts inside the links of an HTML fragment.
  private static func linked(_ html: String) -> [String] {
    html.components(separatedBy: "<a ").dropFirst().map { link in
      let text = link.prefixUpTo("</a>").suffixAfter("\">")
      return [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
        .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
  }
}

extension String {
  /// The parts between occurrences of a separator.
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  /// What stands before the first occurrence of a text.
  fileprivate func prefixUpTo(_ text: String) -> String {
    ranges(of: text).first.map { String(self[..<$0.lowerBound]) } ?? self
  }

  /// What stands behind the first occurrence of a text.
  fileprivate func suffixAfter(_ text: String) -> String {
    ranges(of: text).first.map { String(self[$0.upperBound...]) } ?? self
  }
}
