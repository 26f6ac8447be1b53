import CMD4C
import WatchwordDiagnostics
import WatchwordText

/// Reads what a reader sees of Markdown (CommonMark, with tables and strike-through).
///
/// MD4C hands out text as pointers into the source, so places are exact without searching.
enum MarkdownReader {
  /// The extensions in use.
  ///
  /// Indented code blocks are off: in a post an indented paragraph is prose, and must be checked.
  private static let flags = UInt32(
    MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS
  )

  /// Reads well-formed UTF-8 that stands in the file from `baseOffset` on.
  ///
  /// Thematic breaks separate the parts of a thread. Each part is `draft` with its own text; a
  /// draft without words gives `draft` alone.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    baseOffset: Int,
    in draft: Post,
    problems: inout DraftProblems
  ) -> [Post] {
    guard let size = MD_SIZE(exactly: bytes.count) else {
      problems.report(
        "too-large",
        at: nil,
        "this draft is too large to read as Markdown",
        advice: "Split it into several files."
      )
      return [draft]
    }
    guard let start = bytes.baseAddress, size > 0 else { return [draft] }
    var collector = MarkdownCollector(source: bytes, baseOffset: baseOffset)
    var parser = parser
    let status = withUnsafeMutablePointer(to: &collector) { state in
      start.withMemoryRebound(to: MD_CHAR.self, capacity: bytes.count) { text in
        md_parse(text, size, &parser, UnsafeMutableRawPointer(state))
      }
    }
    guard status == 0 else {
      problems.report(
        "unreadable-markdown",
        at: nil,
        "this Markdown could not be read, so it was not checked",
        advice: "Split it into several files."
      )
      return [draft]
    }
    for range in collector.openMarkup {
      problems.report(
        "open-markup",
        .warning,
        at: range,
        "this is never closed, so the text behind it was not checked",
        advice: "Close it, or write `\\<` for the character itself."
      )
    }
    return collector.parts.map { part in
      var post = draft
      post.text = part.text.mapped.bytes
      post.map = part.text.mapped.map
      post.blockQuotes = part.text.quotes
      reportUnreadComments(in: post, bytes, baseOffset: baseOffset, problems: &problems)
      addSuppressions(part.comments, bytes, baseOffset: baseOffset, to: &post, problems: &problems)
      return post
    }
  }

  /// Reads the suppressions among the comments of a part.
  private static func addSuppressions(
    _ comments: [SourceRange],
    _ bytes: UnsafeBufferPointer<UInt8>,
    baseOffset: Int,
    to post: inout Post,
    problems: inout DraftProblems
  ) {
    for range in comments {
      let comment = bytes[range.start - baseOffset..<range.end - baseOffset]
      let suppression = SuppressionComment.read(
        UnsafeBufferPointer(rebasing: comment),
        at: range,
        problems: &problems
      )
      if let suppression { post.suppressions.append(suppression) }
    }
  }

  /// The callbacks, each of which passes its event to the collector behind `userdata`.
  private static var parser: MD_PARSER {
    var parser = MD_PARSER()
    parser.flags = flags
    parser.enter_block = { type, _, state in
      state?.assumingMemoryBound(to: MarkdownCollector.self).pointee.enter(block: type)
      return 0
    }
    parser.leave_block = { type, _, state in
      state?.assumingMemoryBound(to: MarkdownCollector.self).pointee.leave(block: type)
      return 0
    }
    parser.enter_span = { type, _, state in
      state?.assumingMemoryBound(to: MarkdownCollector.self).pointee.enter(span: type)
      return 0
    }
    parser.leave_span = { type, _, state in
      state?.assumingMemoryBound(to: MarkdownCollector.self).pointee.leave(span: type)
      return 0
    }
    parser.text = { type, text, size, state in
      guard let text, let state else { return 0 }
      state.assumingMemoryBound(to: MarkdownCollector.self).pointee
        .add(type, UnsafeRawPointer(text), count: Int(size))
      return 0
    }
    return parser
  }
}
