import WatchwordDiagnostics
import WatchwordText

extension MarkdownReader {
  /// Reports comments that the parser took for text.
  ///
  /// Up to CommonMark 0.30 a comment inside a paragraph may not hold `--`; nor may one stay open.
  static func reportUnreadComments(
    in post: Post,
    _ bytes: UnsafeBufferPointer<UInt8>,
    baseOffset: Int,
    problems: inout DraftProblems
  ) {
    let opening = Array("<!--".utf8)
    var index = 0
    while let start = post.text[index...].firstIndex(of: opening[0]) {
      index = start + 1
      let range = SourceRange(start, min(start + opening.count, post.text.count))
      let file = post.map.fileRange(of: range)
      // Marks that were escaped, or written as entities, are meant as text.
      let before = file.start - baseOffset - 1
      let isEscaped = before >= 0 && bytes[before] == UInt8(ascii: "\\")
      guard post.text[start...].starts(with: opening), file.count == opening.count, !isEscaped
      else { continue }
      problems.report(
        "unread-comment",
        .warning,
        at: file,
        "this does not count as a comment here, so it was read as text",
        advice: "Put the comment on a line of its own, and close it with `-->`."
      )
    }
  }
}
