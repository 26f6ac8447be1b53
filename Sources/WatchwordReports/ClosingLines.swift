internal import WatchwordDiagnostics

extension RunSummary {
  /// The last lines of a report: files not read and why, notes, and one line that sums up.
  ///
  /// The formats for people end with these lines; for the others the command prints them to
  /// standard error. Each line ends in a line feed, and none can steer a terminal.
  public func closingLines(_ colouring: Colouring = .plain) -> String {
    var output = Output()
    for line in styledClosingLines() {
      line.write(to: &output, colouring)
    }
    return output.text
  }

  /// The last lines of a report, with their styles.
  func styledClosingLines() -> [StyledLine] {
    var lines: [StyledLine] = []
    for file in filesNotRead {
      var line = StyledLine()
      line.append(visiblePath(file.path), .place)
      line.append(": not read: \(visible(file.reason))")
      lines.append(line)
    }
    for note in notes {
      var line = StyledLine()
      line.append("Note:", .heading)
      line.append(" \(visible(note))")
      lines.append(line)
    }
    var line = StyledLine()
    line.append(result, .heading)
    for sentence in remainingSentences {
      line.append(" \(sentence)")
    }
    lines.append(line)
    return lines
  }

  /// What was found and in how much, such as `2 errors, 1 warning in 12 posts (5 files).`.
  private var result: String {
    let place = "\(counted(postsChecked, "post")) (\(counted(filesRead, "file")))"
    guard postsChecked > 0 || counts.total > 0 else {
      return "Nothing was checked: no posts (\(counted(filesRead, "file")))."
    }
    let found = [
      (counts.errors, "error"), (counts.warnings, "warning"), (counts.notes, "note"),
    ].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    return found.isEmpty
      ? "Nothing found in \(place)." : "\(list(of: found)) in \(place)."
  }

  /// The sentences after the result: what was let go, what was left out, what ran, and the exit status.
  private var remainingSentences: [String] {
    var sentences: [String] = []
    let letGo = [
      (settledCount, "settled"), (suppressedCount, "suppressed"),
      (acceptedCount, "in the baseline"),
    ]
    .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !letGo.isEmpty { sentences.append("Let go: \(list(of: letGo)).") }
    if !filesNotRead.isEmpty { sentences.append("Not read: \(filesNotRead.count) (see above).") }
    if packs.isEmpty {
      sentences.append("No packs ran.")
    } else {
      let names = packs.map { visible($0.edition.isEmpty ? $0.id : "\($0.id) \($0.edition)") }
      sentences.append("Packs: \(list(of: names)).")
      sentences.append("Only encoded patterns are checked.")
    }
    let level = failLevelVaries ? "their draft's fail level" : failLevel.rawValue
    switch outcome {
    case .passed where counts.total == 0: break
    case .passed: sentences.append("Exit status 0: nothing at or above \(level).")
    case .findings: sentences.append("Exit status 1: findings at or above \(level).")
    case .incomplete: sentences.append("Exit status 2: the check is not complete.")
    }
    return sentences
  }
}

/// Texts with a comma between each two.
///
/// `joined` looks up conformances when it is first called, which costs a run over one short post a
/// tenth of its time.
private func list(of texts: [String]) -> String {
  var list = ""
  for text in texts {
    if !list.isEmpty { list += ", " }
    list += text
  }
  return list
}

/// A number and its noun, such as `1 post` or `2 posts`.
private func counted(_ number: Int, _ noun: String) -> String {
  number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
}
