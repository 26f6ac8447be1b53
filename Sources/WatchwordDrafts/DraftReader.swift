import WatchwordDiagnostics
public import WatchwordText

/// Reads drafts of every format.
public enum DraftReader {
  /// Reads the posts of a draft and reports what is wrong with its form.
  ///
  /// Bytes that are not text in UTF-8 (tables may be UTF-16) are reported and not read. `path` is
  /// not opened; it is named in problems, and without its extension it is the id of posts that have
  /// none.
  public static func read(_ source: SourceText, path: String, format: DraftFormat) -> DraftReading {
    let isBlank = source.bytes.withUnsafeBufferPointer { bytes in
      let mark = EncodingCheck.markLength(bytes, baseOffset: source.baseOffset)
      return EncodingCheck.isBlank(bytes[mark...])
    }
    guard !isBlank else {
      var problems = DraftProblems(path: path)
      reportEmpty(&problems)
      return DraftReading(problems: problems.diagnostics)
    }
    return switch format {
    case .plainText, .markdown: TextDraft.read(source, path: path, format: format)
    case .jsonLines: JSONLinesReader(path: path).read(source)
    case .csv: CSVReader.read(source, path: path)
    case .json: JSONReader.read(source, path: path)
    }
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
