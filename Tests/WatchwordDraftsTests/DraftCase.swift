import Testing
import TestSupport
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordText

/// A draft whose marked words must be found again, at their exact bytes, through its post.
struct DraftCase: Sendable, CustomTestStringConvertible {
  /// The draft, with `⟦` and `⟧` around words.
  var marked: String
  /// The post's text that must come of it.
  var text: String
  /// What the marked words are in the post's text; nil where they are the same bytes there.
  var words: [String]?

  init(_ marked: String, _ text: String, words: [String]? = nil) {
    self.marked = marked
    self.text = text
    self.words = words
  }

  var testDescription: String { marked }

  /// Reads the draft and checks text, map and marks; returns what was read.
  @discardableResult
  func check(
    _ format: DraftFormat,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> DraftReading {
    let draft = MarkedText(marked)
    let source = SourceText(draft.text)
    let reading = DraftReader.read(source, path: "drafts/a.md", format: format)
    let post = try #require(reading.posts.first, sourceLocation: sourceLocation)
    #expect(post.string == text, sourceLocation: sourceLocation)
    expectSoundMap(of: post, in: source, sourceLocation: sourceLocation)
    var from = 0
    for (index, range) in draft.ranges.enumerated() {
      let word = words.map { $0[index] } ?? source.string(range)
      let found = try #require(
        post.text.firstRange(of: word.utf8, from: from),
        "no “\(word)” in the post",
        sourceLocation: sourceLocation
      )
      #expect(post.map.fileRange(of: found) == range, "\(word)", sourceLocation: sourceLocation)
      from = found.end
    }
    return reading
  }
}

/// Checks that a post is well-formed and that its pieces are whole, ordered and truthful.
func expectSoundMap(
  of post: Post,
  in source: SourceText,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    Array(String(decoding: post.text, as: UTF8.self).utf8) == post.text,
    "not UTF-8",
    sourceLocation: sourceLocation
  )
  var next = 0
  var file = source.baseOffset
  for piece in post.map.pieces {
    #expect(piece.postStart == next, "a gap", sourceLocation: sourceLocation)
    #expect(piece.postCount > 0, "an empty piece", sourceLocation: sourceLocation)
    #expect(piece.file.start >= file, "pieces out of order", sourceLocation: sourceLocation)
    #expect(
      piece.file.end <= source.baseOffset + source.bytes.count,
      "beyond the file",
      sourceLocation: sourceLocation
    )
    next += piece.postCount
    file = piece.file.end
    if piece.isVerbatim, next <= post.text.count {
      #expect(
        Array(source.slice(piece.file)) == Array(post.text[piece.postStart..<next]),
        "bytes differ",
        sourceLocation: sourceLocation
      )
    }
  }
  #expect(next == post.text.count, "pieces end early", sourceLocation: sourceLocation)
  for quote in post.blockQuotes {
    #expect(quote.end <= post.text.count && !quote.isEmpty, sourceLocation: sourceLocation)
  }
}

extension [UInt8] {
  /// The first place of some bytes at or after an offset.
  func firstRange(of bytes: some Collection<UInt8>, from start: Int) -> SourceRange? {
    guard count - start >= bytes.count else { return nil }
    for index in start...(count - bytes.count) where self[index...].starts(with: bytes) {
      return SourceRange(index, index + bytes.count)
    }
    return nil
  }
}

extension DraftReading {
  /// The problems as `start..<end severity rule`, or `- severity rule` without a place.
  var summary: [String] {
    problems.map { problem in
      "\(problem.range.map(\.description) ?? "-") \(problem.severity) \(problem.rule)"
    }
  }
}
