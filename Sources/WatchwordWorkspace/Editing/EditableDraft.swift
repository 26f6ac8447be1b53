internal import WatchwordDiagnostics
internal import WatchwordDrafts
internal import WatchwordText

/// A draft in a file that is about to be edited.
struct EditableDraft {
  /// Its path as the user wrote it.
  let path: String
  /// The bytes of the file.
  let bytes: [UInt8]
  /// Its text.
  let source: SourceText
  /// Its format.
  let format: DraftFormat
  /// Its posts.
  let reading: DraftReading
  /// How it was read.
  private let options: ReadingOptions

  /// Reads a draft; one with an error in its form is a problem, since nobody knows what an edit would do to it.
  init(
    _ path: String,
    options: ReadingOptions = ReadingOptions()
  ) throws(FileProblem) {
    self.path = path
    self.options = options
    guard path != "-" else {
      throw FileProblem(path: path, reason: "standard input cannot be edited; name a file")
    }
    guard try FileSystem.kind(of: path) == .file else {
      throw FileProblem(path: path, reason: "it is not a file; name the drafts one by one")
    }
    bytes = try FileSystem.open(path).readAll(limit: ReadDraft.largestFile)
    let draft = try ReadDraft(bytes, path: path, options: options)
    reading = draft.reading
    source = draft.source
    format = draft.format
    if let fault = source.utf16?.faults.first {
      throw FileProblem(
        path: place(of: fault),
        reason: "these bytes are half of a character and would be lost; correct them first"
      )
    }
    if let problem = reading.problems.first(where: { $0.severity == .error }) {
      throw FileProblem(path: place(of: problem.range), reason: problem.message)
    }
  }

  /// The post, or thread, that a name stands for.
  func choice(_ name: String?) throws(FileProblem) -> PostChoice {
    do throws(EditProblem) {
      return try PostChoice(name, in: reading)
    } catch {
      throw FileProblem(path: path, reason: error.reason)
    }
  }

  /// The bytes of the file after an edit, worked out by `body`, in the encoding it has.
  func edited(
    _ body: (DraftEditor) throws(EditProblem) -> EditedText
  ) throws(FileProblem) -> [UInt8] {
    let editor = DraftEditor(
      source,
      reading: reading,
      path: path,
      format: format,
      options: options
    )
    do throws(EditProblem) {
      let text = try body(editor).bytes
      return source.utf16?.encode(text) ?? text
    } catch {
      throw FileProblem(path: place(of: error.range), reason: error.reason)
    }
  }

  /// The path, with line and column where the bytes are known.
  private func place(of range: SourceRange?) -> String {
    guard let range else { return path }
    let place = source.position(at: range.start)
    return "\(path):\(place.line):\(place.scalarColumn)"
  }
}
