import TestSupport
import Testing
import WatchwordDrafts
import WatchwordText

@Suite("Suppressions")
struct SuppressionTests {
  @Test("Rule, reason and date are read, with the comment's place")
  func whole() throws {
    let marked = MarkedText(
      """
      ⟦<!-- watchword: allow unit-movement because the exercise is over until 2027-01-31 -->⟧

      Text ⟦<!--watchword:allow mod-oeg/plain-wording
      because   quiet until Friday-->⟧ more.

      > - ⟦<!-- watchword: allow a because b until 2028-02-29 -->⟧ <!-- watchwords are fun -->

      `<!-- watchword: allow no because code -->`
      """
    )
    let reading = DraftReader.read(SourceText(marked.text), path: "a", format: .markdown)
    #expect(reading.summary.isEmpty)
    #expect(
      reading.posts.map(\.suppressions) == [
        [
          Suppression(
            rule: "unit-movement",
            reason: "the exercise is over",
            until: "2027-01-31",
            range: marked.ranges[0]
          ),
          Suppression(
            rule: "mod-oeg/plain-wording",
            reason: "quiet until Friday",
            until: nil,
            range: marked.ranges[1]
          ),
          Suppression(rule: "a", reason: "b", until: "2028-02-29", range: marked.ranges[2]),
        ]
      ]
    )
  }

  @Test(
    "What is missing is reported",
    arguments: [
      ("watchword: allow rule", "suppression-without-reason", true),
      ("watchword: allow rule because", "suppression-without-reason", true),
      ("watchword: allow rule because until 2027-01-31", "suppression-without-reason", true),
      ("watchword: allow rule it is fine", "suppression-without-reason", true),
      ("watchword: allow", "suppression-without-rule", false),
      ("watchword: allow because fine", "suppression-without-rule", false),
      ("watchword: ignore rule", "suppression-without-allow", false),
      ("watchword:", "suppression-without-allow", false),
      ("watchword allow rule", "suppression-without-reason", true),
      ("watchword: allow rule because b until 2027-02-29", "suppression-date", true),
      ("watchword: allow rule because b until 31/01/2027", "suppression-date", true),
    ]
  )
  func malformed(_ text: String, _ rule: String, _ isKept: Bool) {
    let marked = MarkedText("Text\n\n⟦<!-- \(text) -->⟧\n")
    let reading = DraftReader.read(SourceText(marked.text), path: "a", format: .markdown)
    #expect(reading.summary == ["\(marked.ranges[0]) error draft/\(rule)"])
    #expect(reading.posts.map(\.suppressions.count) == [isKept ? 1 : 0])
  }

  @Test(
    "A comment that is none, and markup without an end, is reported",
    arguments: [
      ("Text ⟦<!--⟧ watchword: allow a because b -- c -->", "unread-comment"),
      ("Text ⟦<!--⟧ open", "unread-comment"),
      ("Text\n\n⟦<!--⟧ watchword: allow a because b\n\nMore", "open-markup"),
      ("Text\n\n⟦<script⟧>\nMore\n\ntext", "open-markup"),
      ("> ⟦<div⟧\n> class='>\n\ntext", "open-markup"),
      ("Text `<!-- a -->` \\<!-- b --> &lt;!-- c -->", nil),
    ] as [(String, String?)]
  )
  func unread(_ draft: String, _ rule: String?) {
    let marked = MarkedText(draft)
    let reading = DraftReader.read(SourceText(marked.text), path: "a", format: .markdown)
    #expect(reading.summary == rule.map { ["\(marked.ranges[0]) warning draft/\($0)"] } ?? [])
    #expect(reading.posts.map(\.suppressions) == [[]])
  }
}
