import CMD4C
import WatchwordText

/// Turns the events of the Markdown parser into a post's text.
///
/// Blocks are counted, not stacked, so nesting costs nothing.
struct MarkdownCollector {
  /// The text so far.
  private(set) var text: MarkdownText
  /// The HTML comments beside it, as ranges of the file.
  private var comments: [SourceRange] = []
  /// The parts that thematic breaks have ended.
  private var ended: [(text: MarkdownText, comments: [SourceRange])] = []

  /// The start of each tag, comment or script that its block does not close, as ranges of the file.
  private(set) var openMarkup: [SourceRange] = []

  /// How many block quotations are open.
  private var openQuotes = 0
  /// How many lists are open.
  private var openLists = 0
  /// How many images are open.
  private var openImages = 0
  /// Whether a list, item or row has just begun, which has set the separator for what it begins with.
  private var isFirstInside = false
  /// How far the parser had come when the row of a table began.
  private var rowStart = 0
  /// The bytes of the code that is being left out.
  private var code: Range<Int>?
  /// Whether a block of raw HTML is open.
  private var isInHTMLBlock = false
  /// Takes tags and comments out of raw HTML.
  private var html = HTMLScanner()

  /// Makes a collector for Markdown that stands in the file from `baseOffset` on.
  init(source: UnsafeBufferPointer<UInt8>, baseOffset: Int) {
    text = MarkdownText(source: source, baseOffset: baseOffset)
  }

  /// A block begins.
  mutating func enter(block: MD_BLOCKTYPE) {
    switch block {
    case MD_BLOCK_DOC, MD_BLOCK_THEAD, MD_BLOCK_TBODY: return
    case MD_BLOCK_UL, MD_BLOCK_OL:
      begin(openLists > 0 ? .line : .block, isContainer: true)
      openLists += 1
    case MD_BLOCK_LI, MD_BLOCK_TR:
      begin(.line, isContainer: true)
      rowStart = text.cursor
    case MD_BLOCK_TH, MD_BLOCK_TD: begin(.cell, isContainer: false)
    case MD_BLOCK_TABLE: begin(.block, isContainer: true)
    case MD_BLOCK_QUOTE:
      begin(.block, isContainer: true)
      text.openQuote()
      openQuotes += 1
    case MD_BLOCK_HR where openLists == 0 && openQuotes == 0:
      begin(.block, isContainer: false)
      endPart()
    default:
      begin(.block, isContainer: false)
      isInHTMLBlock = block == MD_BLOCK_HTML
      code = nil
    }
  }

  /// The parts that have text, in order; the one part there is where none has any.
  ///
  /// Comments of a part without text belong to the next, or else to the last.
  var parts: [(text: MarkdownText, comments: [SourceRange])] {
    var parts = ended
    if !text.mapped.bytes.isEmpty || parts.isEmpty {
      parts.append((text, comments))
    } else {
      parts[parts.count - 1].comments += comments
    }
    return parts
  }

  /// Ends a part, unless it has no text.
  private mutating func endPart() {
    guard !text.mapped.bytes.isEmpty else { return }
    ended.append((text, comments))
    comments = []
    let cursor = text.cursor
    text = MarkdownText(source: text.source, baseOffset: text.baseOffset)
    text.reach(cursor)
  }

  /// Sets what goes before a block, unless the block around it has just done so.
  private mutating func begin(_ separator: MarkdownText.Separator, isContainer: Bool) {
    // Text may have come since the item began, without a paragraph of its own.
    if !isFirstInside || text.separator == .none { text.separate(by: separator) }
    isFirstInside = isContainer
  }

  /// A block ends.
  mutating func leave(block: MD_BLOCKTYPE) {
    if isInHTMLBlock, !html.isInText {
      let start = html.markupStart
      let word = text.source[start...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      openMarkup.append(text.file(start..<start + word.count))
    }
    html = HTMLScanner()
    isInHTMLBlock = false
    isFirstInside = false
    switch block {
    case MD_BLOCK_DOC, MD_BLOCK_THEAD, MD_BLOCK_TBODY: return
    case MD_BLOCK_UL, MD_BLOCK_OL:
      openLists -= 1
      text.endBlock(openLists > 0 ? .line : .block)
    case MD_BLOCK_LI: text.endBlock(.line)
    case MD_BLOCK_TR:
      showExcessCells()
      text.endBlock(.line)
    case MD_BLOCK_TH, MD_BLOCK_TD: text.endBlock(.cell)
    case MD_BLOCK_QUOTE:
      text.closeQuote()
      openQuotes -= 1
      text.endBlock(.block)
    case MD_BLOCK_CODE:
      leaveOutCode()
      text.endBlock(.block)
    default: text.endBlock(.block)
    }
  }

  /// A span begins.
  mutating func enter(span: MD_SPANTYPE) {
    switch span {
    case MD_SPAN_IMG: openImages += 1
    case MD_SPAN_CODE: code = nil
    default: break
    }
  }

  /// A span ends.
  mutating func leave(span: MD_SPANTYPE) {
    switch span {
    case MD_SPAN_IMG:
      openImages -= 1
      text.leaveGap()
    case MD_SPAN_CODE where openImages == 0: leaveOutCode()
    default: break
    }
  }

  /// Text of some kind; `pointer` points into the source, or to a line end or space of the parser's own.
  mutating func add(_ type: MD_TEXTTYPE, _ pointer: UnsafeRawPointer, count: Int) {
    let run = place(of: pointer, count: count)
    defer { if let run { text.reach(run.upperBound) } }
    if type != MD_TEXT_HTML { html = HTMLScanner() }
    // The words in place of an image are not the post's own.
    guard openImages == 0 else { return }
    switch type {
    case MD_TEXT_NORMAL: if let run { text.show(run) }
    case MD_TEXT_ENTITY: if let run { showEntity(run) }
    case MD_TEXT_BR, MD_TEXT_SOFTBR: text.breakLine()
    case MD_TEXT_NULLCHAR: text.write("\u{FFFD}")
    case MD_TEXT_CODE:
      guard let run else { return }
      code = (code?.lowerBound ?? run.lowerBound)..<run.upperBound
    case MD_TEXT_HTML:
      if let run {
        addHTML(run)
      } else if isInHTMLBlock, html.isInText {
        text.breakLine()
      }
    default: break
    }
  }

  /// The offsets of bytes that lie in the source; nil for bytes elsewhere.
  private func place(of pointer: UnsafeRawPointer, count: Int) -> Range<Int>? {
    guard let start = text.source.baseAddress.map({ UnsafeRawPointer($0) }) else { return nil }
    guard pointer >= start, pointer + count <= start + text.source.count else { return nil }
    let offset = pointer - start
    return offset..<offset + count
  }

  /// Adds what an entity stands for, or the bytes themselves where no entity has this name.
  private mutating func showEntity(_ run: Range<Int>) {
    let name = UnsafeBufferPointer(rebasing: text.source[run])
    if let meaning = HTMLEntity.text(of: name) {
      text.write(meaning, for: run)
    } else {
      text.show(run)
    }
  }

  /// Puts one object replacement character where code stood, so that the words around it do not join.
  private mutating func leaveOutCode() {
    if let code {
      text.write("\u{FFFC}", for: code)
    } else {
      text.write("\u{FFFC}")
    }
    code = nil
  }

  /// Adds the cells of a row that its table has no columns for, as they stand.
  ///
  /// The parser drops them, but the author's next tool may not, so they must be checked.
  private mutating func showExcessCells() {
    guard text.cursor > rowStart else { return }
    let source = text.source
    var cellStart: Int?
    var index = text.cursor
    while index < source.count, source[index] != 0x0A, source[index] != 0x0D {
      if source[index] == UInt8(ascii: "|"), source[index - 1] != UInt8(ascii: "\\") {
        if let cellStart { showCell(cellStart..<index) }
        cellStart = index + 1
      }
      index += 1
    }
    if let cellStart { showCell(cellStart..<index) }
  }

  /// Adds one cell as it stands, without the blanks around it.
  private mutating func showCell(_ range: Range<Int>) {
    var end = range.upperBound
    while end > range.lowerBound, text.source[end - 1] <= 0x20 { end -= 1 }
    text.endBlock(.cell)
    text.show(range.lowerBound..<end)
  }

  /// Adds what a reader sees of raw HTML, and remembers its comments.
  private mutating func addHTML(_ run: Range<Int>) {
    var rest = run
    while let token = html.next(in: text.source, &rest) {
      switch token {
      case .text(let range): showHTMLText(range)
      case .comment(let range): comments.append(text.file(range))
      case .lineBreak(let range): text.breakLine(tag: range)
      case .gap: text.leaveGap()
      case .nothing: break
      }
      text.reach(rest.lowerBound)
    }
  }

  /// Adds text between tags, with its entities decoded.
  private mutating func showHTMLText(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let rest = text.source[start..<range.upperBound]
      let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) ?? range.upperBound
      text.show(start..<ampersand)
      guard ampersand < range.upperBound else { return }
      let end = rest[ampersand...].prefix(HTMLEntity.longest).firstIndex(of: UInt8(ascii: ";"))
      start = end.map { $0 + 1 } ?? ampersand + 1
      if end == nil { text.show(ampersand..<start) } else { showEntity(ampersand..<start) }
    }
  }
}
