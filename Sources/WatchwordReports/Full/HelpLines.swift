internal import WatchwordDiagnostics

/// The lines under an excerpt: why it matters, what to do, and where to read more.
struct HelpLines {
  /// The cells before the text of each line: two spaces, a word with a colon, and a space or two.
  private static let indent = 8

  /// The width, in cells, at which sentences wrap.
  let width: Int

  /// The lines for one finding.
  func lines(for diagnostic: Diagnostic) -> [StyledLine] {
    var result: [StyledLine] = []
    let sources = sources(of: diagnostic.citations)
    // A clause says why if the rule itself does not.
    let reason = diagnostic.why ?? diagnostic.citations.first?.says ?? ""
    if !reason.isEmpty || !sources.isEmpty {
      result += entry("Why:", [reason] + sources)
    }
    if let advice = diagnostic.advice ?? (diagnostic.fixIts.isEmpty ? reminder(diagnostic) : nil) {
      result += entry("Do:", [advice])
    }
    // The title of a correction may quote what it corrects.
    if let fixIt = diagnostic.fixIts.first, !diagnostic.isMasked {
      let command =
        fixIt.applicability == .safe ? "`watchword fix`" : "`watchword fix --review`"
      result += entry("Fix:", ["\(fixIt.title) (\(command))"])
    }
    switch diagnostic.settlement {
    case .settled(let key): result += entry("Note:", ["settled by `\(key)`"])
    case .suppressed(let reason): result += entry("Note:", ["suppressed because \(reason)"])
    case .accepted: result += entry("Note:", ["accepted in the baseline"])
    case nil: break
    }
    result += entry("More:", ["watchword explain \(diagnostic.rule)"])
    return result
  }

  /// What stands for missing advice: nothing, except that a reminder says it needs no action.
  private func reminder(_ diagnostic: Diagnostic) -> String? {
    diagnostic.action == .remind ? "Nothing to record; keep it in mind." : nil
  }

  /// A word in the margin and paragraphs beside it, wrapped.
  private func entry(_ word: String, _ paragraphs: [String]) -> [StyledLine] {
    let texts = paragraphs.flatMap { wrapped($0, width: max(20, width - Self.indent)) }
    return texts.enumerated().map { index, text in
      var line = StyledLine()
      if index == 0 {
        line.append("  ")
        line.append(word, .heading)
        line.append(String(repeating: " ", count: Self.indent - 2 - word.utf8.count))
      } else {
        line.append(String(repeating: " ", count: Self.indent))
      }
      line.append(text)
      return line
    }
  }

  /// One sentence for each document cited, with all of its clauses.
  private func sources(of citations: [Citation]) -> [String] {
    /// Clauses of one document that are established equally well.
    struct Source {
      var clauses: [String]
      var citation: Citation
    }
    var sources: [Source] = []
    for citation in citations {
      let same = sources.firstIndex {
        $0.citation.title == citation.title && $0.citation.date == citation.date
          && $0.citation.status == citation.status
      }
      if let same {
        sources[same].clauses.append(citation.statement)
      } else {
        sources.append(Source(clauses: [citation.statement], citation: citation))
      }
    }
    return sources.map { source in
      let details = [source.citation.date, source.citation.status.remark].compactMap(\.self)
      let title = (source.clauses + [source.citation.title]).filter { !$0.isEmpty }
      let remark = details.isEmpty ? "" : " (\(details.joined(separator: "; ")))"
      return "Source: \(title.joined(separator: ", "))\(remark)"
    }
  }
}

extension StatementStatus {
  /// What a reader must know about a clause that was not read where it was published.
  fileprivate var remark: String? {
    switch self {
    case .published: nil
    case .secondary: "from a secondary source"
    case .agreedSecondary: "from secondary sources that agree"
    case .unverified: "unverified"
    }
  }
}
