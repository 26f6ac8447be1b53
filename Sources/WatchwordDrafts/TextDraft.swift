import WatchwordDiagnostics
import WatchwordText

/// Reads plain text or Markdown, either with front matter: one post, or several as a thread.
enum TextDraft {
  /// Reads the draft; no post where its bytes are not text.
  ///
  /// The parts of a thread have the front matter in common.
  static func read(_ source: SourceText, path: String, format: DraftFormat) -> DraftReading {
    var problems = DraftProblems(path: path)
    let posts: [Post] = source.bytes.withUnsafeBufferPointer { bytes in
      guard EncodingCheck.passes(bytes, baseOffset: source.baseOffset, problems: &problems) else {
        return []
      }
      let mark = EncodingCheck.markLength(bytes, baseOffset: source.baseOffset)
      let fence = FrontMatterFence(bytes, from: mark, baseOffset: source.baseOffset)
      var post = Post(id: DraftName(path: path).stem, text: [], map: SourceMap())
      if let fence {
        var reader = FrontMatterReader(path: path)
        reader.read(
          Array(bytes[fence.content]),
          baseOffset: source.baseOffset + fence.content.lowerBound,
          into: &post
        )
        problems.add(reader.problems.diagnostics)
      } else {
        FrontMatterFence.reportUnclosed(
          bytes,
          from: mark,
          baseOffset: source.baseOffset,
          problems: &problems
        )
      }
      let body = UnsafeBufferPointer(rebasing: bytes[(fence?.body ?? mark)...])
      let bodyOffset = source.baseOffset + (fence?.body ?? mark)
      var parts: [Post]
      if format == .markdown {
        parts = MarkdownReader.read(body, baseOffset: bodyOffset, in: post, problems: &problems)
      } else {
        let lines = source.lines
        let first = lines.line(containing: fence?.body ?? mark) + 1
        let starts = (first..<max(first, lines.count)).lazy
          .map { lines.start(ofLine: $0) + source.baseOffset - bodyOffset }
        parts = readPlain(body, lineStarts: starts, baseOffset: bodyOffset, in: post)
      }
      if parts.allSatisfy({ $0.text.isEmpty }) { DraftReader.reportEmpty(&problems) }
      guard parts.count > 1 else { return parts }
      for index in parts.indices {
        parts[index].thread = post.id
        parts[index].id = "\(post.id)#\(index + 1)"
        parts[index].idRange = nil
      }
      return parts
    }
    return DraftReading(posts: posts, problems: problems.diagnostics)
  }

  /// Takes the text as it stands, in parts that lines `---` separate.
  ///
  /// Such a line before all text is text, because it may be an open fence of front matter.
  ///
  /// - Parameter lineStarts: Where lines start but for the first, as offsets into `bytes`, rising.
  private static func readPlain(
    _ bytes: UnsafeBufferPointer<UInt8>,
    lineStarts: some Sequence<Int>,
    baseOffset: Int,
    in draft: Post
  ) -> [Post] {
    let hyphen = UInt8(ascii: "-")
    var parts: [Post] = []
    var start = 0
    /// Ends a part, unless it is blank.
    func endPart(at end: Int) {
      let text = trimmed(bytes, start..<end)
      guard !text.isEmpty else { return }
      var post = draft
      post.text = Array(bytes[text])
      post.map = SourceMap(verbatim: text.count, at: baseOffset + text.lowerBound)
      parts.append(post)
    }
    // A line `---` before all text separates nothing, so the first line need not be looked at.
    for lineStart in lineStarts where lineStart < bytes.count && bytes[lineStart] == hyphen {
      guard let line = FrontMatterFence.line(bytes, from: lineStart),
        FrontMatterFence.isFence(bytes[line.content]),
        !parts.isEmpty || !EncodingCheck.isBlank(bytes[start..<line.content.lowerBound])
      else { continue }
      endPart(at: line.content.lowerBound)
      start = line.end
    }
    endPart(at: bytes.count)
    return parts.isEmpty ? [draft] : parts
  }

  /// A range without blank lines before its text and white space behind it.
  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while end > start, EncodingCheck.isBlank(CollectionOfOne(bytes[end - 1])) { end -= 1 }
    for index in start..<end {
      guard EncodingCheck.isBlank(CollectionOfOne(bytes[index])) else { break }
      if bytes[index] == 0x0A || bytes[index] == 0x0D { start = index + 1 }
    }
    return start..<end
  }
}
