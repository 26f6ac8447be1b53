import WatchwordText

/// The text of a Markdown draft while it is put together.
///
/// Separators and line breaks are held back until more text comes, so none stands at the start or
/// the end of the post.
struct MarkdownText {
  /// What stands between two stretches of text, from weak to strong.
  enum Separator: Int {
    case none, cell, line, block

    /// The bytes that are made up for it.
    var text: String.UTF8View {
      switch self {
      case .none: "".utf8
      case .cell: "\t".utf8
      case .line: "\n".utf8
      case .block: "\n\n".utf8
      }
    }
  }

  /// A line break that waits for the text behind it.
  private enum Break {
    /// The last line end behind this offset.
    case lineEnd(after: Int)
    /// A tag that breaks the line.
    case tag(Range<Int>)
  }

  /// The Markdown; every range and offset that a method takes is into it.
  let source: UnsafeBufferPointer<UInt8>
  /// Its offset in the file.
  let baseOffset: Int
  /// The text so far.
  private(set) var mapped = MappedText()
  /// Ranges of the text in a block quotation; one inside another is not told apart.
  private(set) var quotes: [SourceRange] = []

  /// What goes before the next text.
  private(set) var separator = Separator.none
  /// The line break that goes before the next text.
  private var lineBreak: Break?
  /// Whether an image or a tag was left out, so that the words around it must not join.
  private var hasGap = false
  /// The offset behind the last event that had a place.
  private(set) var cursor = 0
  /// How many block quotations are open.
  private var openQuotes = 0
  /// Where the text of the outermost open block quotation starts.
  private var quoteStart: Int?

  /// Makes an empty text of Markdown that stands in the file from `baseOffset` on.
  init(source: UnsafeBufferPointer<UInt8>, baseOffset: Int) {
    self.source = source
    self.baseOffset = baseOffset
  }

  /// A range of ``source`` as a range of the file.
  func file(_ range: Range<Int>) -> SourceRange {
    SourceRange(baseOffset + range.lowerBound, baseOffset + range.upperBound)
  }

  /// Sets what goes before the next text, whatever was set before.
  mutating func separate(by separator: Separator) {
    self.separator = separator
  }

  /// Ends a block: `separator`, or a stronger one that is already set, goes before the next text.
  mutating func endBlock(_ separator: Separator) {
    lineBreak = nil
    hasGap = false
    if separator.rawValue > self.separator.rawValue { self.separator = separator }
  }

  /// Opens a block quotation.
  mutating func openQuote() {
    openQuotes += 1
  }

  /// Closes a block quotation, and records the outermost.
  mutating func closeQuote() {
    openQuotes -= 1
    guard openQuotes == 0, let start = quoteStart else { return }
    quotes.append(SourceRange(start, mapped.bytes.count))
    quoteStart = nil
  }

  /// Remembers that the parser has reached `offset`.
  mutating func reach(_ offset: Int) {
    cursor = max(cursor, offset)
  }

  /// Remembers that something was left out.
  mutating func leaveGap() {
    hasGap = true
  }

  /// Remembers a line break, unless one is waiting already.
  mutating func breakLine() {
    if lineBreak == nil { lineBreak = .lineEnd(after: cursor) }
  }

  /// Remembers a line break that a tag makes.
  mutating func breakLine(tag: Range<Int>) {
    lineBreak = .tag(tag)
  }

  /// Adds bytes that a reader sees as they stand; blanks at the start of a line are dropped.
  mutating func show(_ run: Range<Int>) {
    var run = run
    if mapped.bytes.isEmpty || separator != .none || lineBreak != nil {
      while let first = run.first, source[first] == 0x20 || source[first] == 0x09 {
        run = first + 1..<run.upperBound
      }
    }
    guard let first = run.first else { return }
    prepare(at: first, isWord: source[first] > 0x20)
    mapped.copy(
      UnsafeBufferPointer(rebasing: source[run]),
      fileStart: baseOffset + run.lowerBound
    )
    reach(run.upperBound)
  }

  /// Adds text that stands for bytes of the source.
  mutating func write(_ text: String, for run: Range<Int>) {
    prepare(at: run.lowerBound, isWord: true)
    mapped.write(text.utf8, for: file(run))
    reach(run.upperBound)
  }

  /// Adds text that stands for the place the parser has reached.
  mutating func write(_ text: String) {
    write(text, for: cursor..<cursor)
  }

  /// Adds what was held back, before text that starts at `offset`.
  private mutating func prepare(at offset: Int, isWord: Bool) {
    if mapped.bytes.isEmpty {
      // Nothing goes before the first text.
    } else if separator != .none {
      // Code is left out once its end is known, so the parser may be ahead of the text.
      let place = min(cursor, offset)
      mapped.write(separator.text, for: file(place..<place))
    } else if let lineBreak {
      write(lineBreak, before: offset)
    } else if hasGap, isWord, let last = mapped.bytes.last, last > 0x20 {
      mapped.write(" ".utf8, for: file(offset..<offset))
    }
    separator = .none
    lineBreak = nil
    hasGap = false
    if openQuotes > 0, quoteStart == nil { quoteStart = mapped.bytes.count }
  }

  /// Adds a line break before text that starts at `offset`.
  private mutating func write(_ lineBreak: Break, before offset: Int) {
    switch lineBreak {
    case .tag(let range):
      mapped.write("\n".utf8, for: file(range))
    case .lineEnd(let floor):
      // Markup may hold line ends too; the one that breaks the text is the last.
      let between = source[min(floor, offset)..<offset]
      guard let last = between.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
        return mapped.write("\n".utf8, for: file(offset..<offset))
      }
      if source[last] == 0x0D {
        mapped.write("\n".utf8, for: file(last..<last + 1))
      } else if last > 0, source[last - 1] == 0x0D {
        mapped.write("\n".utf8, for: file(last - 1..<last + 1))
      } else {
        mapped.copy(
          UnsafeBufferPointer(rebasing: source[last...last]),
          fileStart: baseOffset + last
        )
      }
    }
  }
}
