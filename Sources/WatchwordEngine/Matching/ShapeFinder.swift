internal import WatchwordRules
internal import WatchwordText

/// Finds ways of writing that a rule can ask for.
struct ShapeFinder {
  /// The post's text.
  let text: UnsafeBufferPointer<UInt8>
  /// Its tokens.
  let analysis: AnalyzedText

  /// The fewest words and letters in capitals that make a run (GCS-A11Y-09); a headline of three
  /// long words with no mark between them is as loud as a sentence of four.
  static let capitalRuns = [
    (words: 4, letters: 12, marks: Int.max), (words: 3, letters: 15, marks: 0),
  ]

  /// The ranges of a shape, in reading order.
  func ranges(of shape: Shape) -> [SourceRange] {
    switch shape {
    case .allCapitals: allCapitals()
    case .decorativeLetters: decorativeLetters()
    case .emoji: analysis.tokens.filter { $0.kind == .emoji }.map(\.range)
    case .emojiRun: emojiRuns()
    case .repeatedPunctuation: repeatedPunctuation()
    case .lowerCaseHashtag: lowerCaseHashtags()
    }
  }

  /// Runs of words in capitals that reach one of ``capitalRuns``; numbers, marks and "A" or "I" may stand between.
  private func allCapitals() -> [SourceRange] {
    var ranges: [SourceRange] = []
    var run: (range: SourceRange, words: Int, letters: Int, marks: Int)?
    var marks = 0
    func close() {
      if let run,
        Self.capitalRuns.contains(where: {
          run.words >= $0.words && run.letters >= $0.letters && run.marks <= $0.marks
        })
      {
        ranges.append(run.range)
      }
      run = nil
      marks = 0
    }
    for token in analysis.tokens where !token.flags.contains(.inHashtag) {
      switch token.kind {
      case .word where token.flags.contains(.allCapitals):
        let letters = Int(token.end - token.start)
        run =
          run.map { ($0.range.union(token.range), $0.words + 1, $0.letters + letters, marks) }
          ?? (token.range, 1, letters, 0)
      case .punctuation where run != nil: marks += 1
      case .word where token.flags.contains(.initial), .number, .punctuation, .emoji: break
      default: close()
      }
    }
    close()
    return ranges
  }

  /// Whether a text of these bytes can hold letters that are decoration.
  static func canHoldDecorativeLetters(_ bytes: BytePresence) -> Bool {
    bytes.contains(0xF0) || bytes.contains(0xE2) || bytes.contains(0xEF) || bytes.contains(0xE1)
  }

  /// Words with letters from blocks of mathematical, enclosed, full-width or small-capital letters.
  private func decorativeLetters() -> [SourceRange] {
    guard Self.canHoldDecorativeLetters(analysis.presence) else { return [] }
    var ranges: [SourceRange] = []
    var offset = 0
    while offset < text.count {
      let (scalar, width) = UTF8Scan.scalar(at: offset, in: text)
      if (0x1D400...0x1D7FF).contains(scalar) || (0x1F110...0x1F18F).contains(scalar)
        || (0x24B6...0x24E9).contains(scalar) || (0xFF21...0xFF5A).contains(scalar)
        || (0x1D00...0x1D25).contains(scalar)
      {
        if let last = ranges.last, offset - last.end <= 1 {
          ranges[ranges.count - 1].end = offset + width
        } else {
          ranges.append(SourceRange(offset, offset + width))
        }
      }
      offset += width
    }
    return ranges
  }

  /// Two or more emoji side by side.
  private func emojiRuns() -> [SourceRange] {
    var ranges: [SourceRange] = []
    var run: (range: SourceRange, count: Int)?
    for token in analysis.tokens {
      if token.kind == .emoji {
        if let open = run, Int(token.start) - open.range.end <= 1 {
          run = (open.range.union(token.range), open.count + 1)
          continue
        }
        if let open = run, open.count > 1 { ranges.append(open.range) }
        run = (token.range, 1)
      }
    }
    if let run, run.count > 1 { ranges.append(run.range) }
    return ranges
  }

  /// Three or more exclamation or question marks in a row.
  private func repeatedPunctuation() -> [SourceRange] {
    analysis.tokens.filter { token in
      token.kind == .punctuation && token.end - token.start >= 3
        && text[Int(token.start)..<Int(token.end)].allSatisfy {
          $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?")
        }
    }.map(\.range)
  }

  /// Hashtags with several words, all small or all in capitals, so that nothing tells them apart.
  private func lowerCaseHashtags() -> [SourceRange] {
    analysis.entities.filter { entity in
      guard entity.kind == .hashtag else { return false }
      var index = entity.range.start
      while index < entity.range.end {
        let start = index
        while index < entity.range.end, (text[index] | 0x20) &- 0x61 < 26 { index += 1 }
        if isUnmarked(SourceRange(start, index)) { return true }
        if index == start { index += 1 }
      }
      return false
    }.map(\.range)
  }

  /// Whether a run of ASCII letters holds several words that no capital marks.
  private func isUnmarked(_ letters: SourceRange) -> Bool {
    guard letters.count >= HashtagSplitter.shortest else { return false }
    let run = UnsafeBufferPointer(rebasing: text[letters.start..<letters.end])
    let capitals = run.count { $0 &- 0x41 < 26 }
    guard capitals == 0 || capitals == run.count else { return false }
    return HashtagSplitter.split(run) != nil
  }
}
