public import WatchwordDiagnostics
import WatchwordRules
public import WatchwordText

/// Writes keys and suppressions into a draft by edits that leave every other byte alone.
///
/// Every result has been read again: the posts have the text, ids and keys they had, and besides
/// nothing but what was asked for.
public struct DraftEditor {
  /// The draft.
  private let source: SourceText
  /// Its path, which is not opened.
  private let path: String
  /// Its format.
  private let format: DraftFormat
  /// Its posts.
  private let reading: DraftReading
  /// How it was read.
  private let options: ReadingOptions

  /// Makes an editor of a whole draft and what was read from it.
  public init(
    _ source: SourceText,
    reading: DraftReading,
    path: String,
    format: DraftFormat,
    options: ReadingOptions = ReadingOptions()
  ) {
    self.source = source
    self.path = path
    self.format = format
    self.reading = reading
    self.options = options
  }

  /// The draft with keys set in the context of a post or thread.
  public func setting(
    _ settings: [KeySetting],
    of choice: PostChoice
  ) throws(EditProblem) -> EditedText {
    let edits: [TextEdit]
    switch format {
    case .plainText, .markdown:
      guard choice.indices == reading.posts.indices else {
        throw EditProblem("the posts of a thread have their keys in common; leave --post out")
      }
      edits = try FrontMatterEditor(source.bytes).edits(settings)
    case .csv:
      edits = try CSVEditor(source, path: path, columns: options.columns).edits(settings, at: try offset(of: choice))
    case .json, .jsonLines:
      edits = try inObject(of: choice) { editor, object, bytes throws(EditProblem) in
        try editor.edits(settings, in: object, of: bytes)
      }
    }
    return try verified(edits) { post, index in
      guard choice.indices.contains(index) else { return }
      for setting in settings {
        post.context.entries[setting.key] = setting.value.map { ContextEntry(.text($0)) }
      }
    }
  }

  /// The draft with a suppression for a post.
  ///
  /// Markdown gets a comment above the post, plain text an entry in its front matter, a table a
  /// line in its cell, JSON an entry in a list.
  public func suppressing(
    _ rule: String,
    because reason: String,
    until: String?,
    in choice: PostChoice
  ) throws(EditProblem) -> EditedText {
    let line = "\(rule) because \(reason)" + (until.map { " until \($0)" } ?? "")
    var problems = DraftProblems(path: path)
    let read = SuppressionComment.read(cell: line, at: SourceRange(0, 0), problems: &problems)
    guard read.map(\.reason) == [reason], read.first?.until == until else {
      throw EditProblem(
        "the reason would read as something else; keep it to words on one line, and give a last day by itself"
      )
    }
    /// What a post must be after the edit.
    func expect(_ post: inout Post, _ index: Int) {
      guard choice.indices.contains(index) else { return }
      post.suppressions.append(
        Suppression(rule: rule, reason: reason, until: until, range: SourceRange(0, 0))
      )
    }
    let edits: [TextEdit]
    switch format {
    case .markdown:
      return try commented(line, in: choice, expect)
    case .plainText:
      guard choice.indices == reading.posts.indices else {
        throw EditProblem("in plain text a suppression is for the whole thread; leave --post out")
      }
      edits = try FrontMatterEditor(source.bytes).adding(line)
    case .csv:
      edits = try CSVEditor(source, path: path, columns: options.columns).adding(line, at: try offset(of: choice))
    case .json, .jsonLines:
      edits = try inObject(of: choice) { editor, object, bytes throws(EditProblem) in
        try editor.adding(line, in: object, of: bytes)
      }
    }
    return try verified(edits, expect)
  }

  /// The draft with a comment above the first part of a choice, on a line of its own.
  ///
  /// A comment must not stand inside other markup, so the first line is taken at which the draft
  /// still reads as it should.
  private func commented(
    _ line: String,
    in choice: PostChoice,
    _ expect: (inout Post, Int) -> Void
  ) throws(EditProblem) -> EditedText {
    guard !line.contains("--") else {
      throw EditProblem("a comment in Markdown cannot hold “--”; word the reason without it")
    }
    let bytes = source.bytes
    let first = choice.indices.lowerBound
    let only = PostChoice(first)
    var start = bytes.withUnsafeBufferPointer { buffer in
      let mark = EncodingCheck.markLength(buffer, baseOffset: 0)
      return FrontMatterFence(buffer, from: mark, baseOffset: 0)?.body ?? mark
    }
    if first > 0, let last = reading.posts[first - 1].map.pieces.last { start = last.file.end }
    let end = reading.posts[first].map.pieces.first?.file.start ?? bytes.count
    var problem = EditProblem("a comment has no place above this post; write it by hand")
    guard start <= end else { throw problem }
    let starts = [start] + bytes[start..<end].indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    for place in starts.prefix(64) {
      let before = place == start && first > 0 ? "\n\n" : ""
      let text = "\(before)<!-- watchword: allow \(line) -->\n"
      do throws(EditProblem) {
        return try verified([TextEdit(SourceRange(place, place), replacement: text)]) {
          post,
          index in
          if only.indices.contains(index) { expect(&post, index) }
        }
      } catch {
        problem = error
      }
    }
    throw problem
  }

  /// A byte of the file that belongs to the text of the one post chosen.
  private func offset(of choice: PostChoice) throws(EditProblem) -> Int {
    guard choice.indices.count == 1, let index = choice.indices.first,
      let piece = reading.posts[index].map.pieces.first
    else { throw EditProblem("this post has no text") }
    return piece.file.start
  }

  /// The edits of the object of a post.
  private func inObject(
    of choice: PostChoice,
    _ body: (JSONEditor, SourceRange, UnsafeBufferPointer<UInt8>) throws(EditProblem) -> [TextEdit]
  ) throws(EditProblem) -> [TextEdit] {
    guard choice.indices.count == 1, let index = choice.indices.first,
      let object = reading.posts[index].object
    else { throw EditProblem("this post has no object of its own") }
    let result = source.bytes.withUnsafeBufferPointer { buffer -> Result<[TextEdit], EditProblem> in
      do throws(EditProblem) {
        return .success(try body(JSONEditor(), object, buffer))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The bytes after edits, read again and compared with what they should be.
  ///
  /// - Parameter expect: Changes a post, by its place, into what it must be.
  private func verified(
    _ edits: [TextEdit],
    _ expect: (inout Post, Int) -> Void
  ) throws(EditProblem) -> EditedText {
    let edited: EditedText
    do throws(EditedText.Problem) {
      edited = try EditedText(edits, to: source.bytes)
    } catch {
      throw EditProblem("its keys stand in one another, so they cannot be set")
    }
    let after = DraftReader.read(
      SourceText(edited.bytes),
      path: path,
      format: format,
      options: options
    )
    guard edited.keepsTheRest(of: source.bytes), after.posts.count == reading.posts.count,
      after.problems.count <= reading.problems.count
    else { throw Self.unsafe }
    for (index, post) in after.posts.enumerated() {
      var wanted = reading.posts[index]
      expect(&wanted, index)
      guard Content(post) == Content(wanted) else { throw Self.unsafe }
    }
    return edited
  }

  /// What is said where an edit would change more than it should.
  private static let unsafe = EditProblem(
    "it cannot be written there without changing something else; write it by hand"
  )

  /// What must not change by itself: all of a post but its places in the file.
  private struct Content: Equatable {
    /// The id.
    let id: String
    /// The thread it belongs to.
    let thread: String?
    /// The words.
    let text: [UInt8]
    /// The keys.
    let context: [String: ContextValue]
    /// The suppressions, in any order.
    let suppressions: [String]

    /// Takes the content of a post.
    init(_ post: Post) {
      id = post.id
      thread = post.thread
      text = post.text
      context = post.context.entries.mapValues(\.value)
      suppressions = post.suppressions.map {
        "\($0.rule)\u{0}\($0.reason)\u{0}\($0.until ?? "")"
      }.sorted()
    }
  }
}
