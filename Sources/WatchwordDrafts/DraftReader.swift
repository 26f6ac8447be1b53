import WatchwordDiagnostics
public import WatchwordText

/// Reads drafts of every format.
public enum DraftReader {
  /// Reads the posts of a draft and reports what is wrong with its form.
  ///
  /// Bytes that are not text are reported and not read. `path` is not opened; it is named in
  /// problems, and without its extension it is the id of posts that have none.
  public static func read(
    _ source: SourceText,
    path: String,
    format: DraftFormat,
    options: ReadingOptions = ReadingOptions()
  ) -> DraftReading {
    var reading = readText(source, path: path, format: format, options: options)
    if let faults = source.utf16?.faults, !faults.isEmpty {
      var problems = DraftProblems(path: path)
      for fault in faults { reportHalf(at: fault, &problems) }
      reading.problems = problems.diagnostics + reading.problems
    }
    return reading
  }

  /// Reads the posts of a draft whose text is in UTF-8.
  private static func readText(
    _ source: SourceText,
    path: String,
    format: DraftFormat,
    options: ReadingOptions
  ) -> DraftReading {
    let isBlank = source.bytes.withUnsafeBufferPointer { bytes in
      let mark = EncodingCheck.markLength(bytes, baseOffset: source.baseOffset)
      return EncodingCheck.isBlank(bytes[mark...])
    }
    guard !isBlank else {
      var problems = DraftProblems(path: path)
      reportEmpty(&problems)
      return DraftReading(problems: problems.diagnostics)
    }
    var reading: DraftReading
    switch format {
    case .plainText, .markdown: reading = TextDraft.read(source, path: path, format: format)
    case .json: reading = JSONReader.read(source, path: path, options: options)
    // These look at dates themselves: line by line, and column by column.
    case .jsonLines: return JSONLinesReader(path: path, options: options).read(source)
    case .csv: return CSVReader.read(source, path: path, columns: options.columns)
    }
    var problems = DraftProblems(path: path)
    DatedKeys.report(in: reading.posts, &problems)
    reading.problems += problems.diagnostics
    return reading
  }

  /// Reports bytes of a file in UTF-16 that are no whole character.
  private static func reportHalf(at range: SourceRange, _ problems: inout DraftProblems) {
    problems.report(
      "unpaired-surrogate",
      .warning,
      at: range,
      "these bytes are half of a character, and were read as U+FFFD",
      advice: "Save the draft again, as UTF-8."
    )
  }

  /// Reports a draft in which there are no words.
  static func reportEmpty(_ problems: inout DraftProblems) {
    problems.report(
      "empty",
      .note,
      at: nil,
      "this draft has no text to check",
      advice: "Write the post, or leave the file out."
    )
  }
}
