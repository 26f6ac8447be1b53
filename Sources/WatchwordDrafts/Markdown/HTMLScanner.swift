/// Tells tags and comments from the text between them, in raw HTML that comes in pieces.
///
/// It follows the tokenisation of HTML (WHATWG, section 13.2.5) as far as a reader can see a
/// difference: quoted attribute values may hold `>`, scripts and styles hold no text.
struct HTMLScanner {
  /// One step of a scan.
  enum Token {
    /// Text that a reader sees, entities still encoded.
    case text(Range<Int>)
    /// A whole comment, with its marks.
    case comment(Range<Int>)
    /// A tag that breaks the line.
    case lineBreak(Range<Int>)
    /// A tag that keeps the words around it apart.
    case gap
    /// Markup that a reader does not see, or a part of it.
    case nothing
  }

  /// What the next byte belongs to.
  private enum State {
    case text
    /// A tag with its name; `quote` is the open quotation mark or 0, `last` the last byte that is no blank.
    case tag(start: Int, name: TagName, quote: UInt8, last: UInt8)
    /// A declaration, which ends at `>`; an instruction, at `?>`; or a section of data, at `]]>`.
    ///
    /// `mark` is the byte that must stand before the `>`, or 0; `passed` counts those just passed.
    case declaration(mark: UInt8, passed: Int)
    /// A comment, with the number of hyphens just passed.
    case comment(start: Int, hyphens: Int)
    /// A script or style, which ends at its closing tag.
    case hidden(TagName)
  }

  /// Where the last piece ended.
  private var state = State.text

  /// Whether no tag, comment or script is open.
  var isInText: Bool { if case .text = state { true } else { false } }

  /// Where the markup that was last met starts.
  private(set) var markupStart = 0

  /// Takes the next token from the front of `run`, a range of `source`; nil when it is used up.
  mutating func next(in source: UnsafeBufferPointer<UInt8>, _ run: inout Range<Int>) -> Token? {
    guard !run.isEmpty else { return nil }
    switch state {
    case .text:
      return text(in: source, &run)
    case .tag(let start, let name, let quote, let last):
      return tag(in: source, &run, start: start, name: name, quote: quote, last: last)
    case .declaration(let mark, let passed):
      return declaration(in: source, &run, mark: mark, passed: passed)
    case .comment(let start, let hyphens):
      return comment(in: source, &run, start: start, hyphens: hyphens)
    case .hidden(let name):
      while let index = run.first {
        run = index + 1..<run.upperBound
        guard source[index] == UInt8(ascii: "<"), !run.isEmpty,
          source[index + 1] == UInt8(ascii: "/"),
          TagName(source[index + 2..<max(index + 2, run.upperBound)]) == name
        else { continue }
        state = .tag(start: index, name: name.closing, quote: 0, last: 0)
        break
      }
      return .nothing
    }
  }

  /// Text up to the next markup, or the opening of that markup.
  private mutating func text(
    in source: UnsafeBufferPointer<UInt8>,
    _ run: inout Range<Int>
  ) -> Token {
    let start = run.lowerBound
    for index in run where source[index] == UInt8(ascii: "<") {
      guard let (state, length) = opening(source[index..<run.upperBound]) else { continue }
      if index > start {
        run = index..<run.upperBound
        return .text(start..<index)
      }
      self.state = state
      markupStart = index
      run = index + length..<run.upperBound
      return .nothing
    }
    run = run.upperBound..<run.upperBound
    return .text(start..<run.upperBound)
  }

  /// What begins at a `<`, and how many bytes of it are passed; nil where it is only a character.
  private func opening(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> (State, Int)? {
    let start = rest.startIndex
    if rest.starts(with: "<!--".utf8) { return (.comment(start: start, hyphens: 2), 4) }
    guard let second = rest.dropFirst().first else { return nil }
    switch second {
    case UInt8(ascii: "!"):
      let isData = rest.starts(with: "<![CDATA[".utf8)
      return (.declaration(mark: isData ? UInt8(ascii: "]") : 0, passed: 0), 2)
    case UInt8(ascii: "?"): return (.declaration(mark: UInt8(ascii: "?"), passed: 0), 2)
    case UInt8(ascii: "/"):
      guard let name = TagName(rest.dropFirst(2)) else { return nil }
      return (.tag(start: start, name: name.closing, quote: 0, last: 0), 2)
    default:
      guard let name = TagName(rest.dropFirst()) else { return nil }
      return (.tag(start: start, name: name, quote: 0, last: 0), 1)
    }
  }

  /// The rest of a tag, or as much as there is.
  private mutating func tag(
    in source: UnsafeBufferPointer<UInt8>,
    _ run: inout Range<Int>,
    start: Int,
    name: TagName,
    quote: UInt8,
    last: UInt8
  ) -> Token {
    var quote = quote
    var last = last
    for index in run {
      let byte = source[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        run = index + 1..<run.upperBound
        state = name.hidesContent ? .hidden(name) : .text
        return name.isLineBreak ? .lineBreak(start..<index + 1) : name.isInline ? .nothing : .gap
      } else if last == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      if byte > 0x20 { last = byte }
    }
    state = .tag(start: start, name: name, quote: quote, last: last)
    run = run.upperBound..<run.upperBound
    return .nothing
  }

  /// The rest of a declaration, instruction or section of data, or as much as there is.
  private mutating func declaration(
    in source: UnsafeBufferPointer<UInt8>,
    _ run: inout Range<Int>,
    mark: UInt8,
    passed: Int
  ) -> Token {
    let needed = mark == 0 ? 0 : mark == UInt8(ascii: "?") ? 1 : 2
    var passed = passed
    for index in run {
      if source[index] == UInt8(ascii: ">"), passed >= needed {
        run = index + 1..<run.upperBound
        state = .text
        return .nothing
      }
      passed = source[index] == mark ? passed + 1 : 0
    }
    state = .declaration(mark: mark, passed: passed)
    run = run.upperBound..<run.upperBound
    return .nothing
  }

  /// The rest of a comment, or as much as there is.
  private mutating func comment(
    in source: UnsafeBufferPointer<UInt8>,
    _ run: inout Range<Int>,
    start: Int,
    hyphens: Int
  ) -> Token {
    var hyphens = hyphens
    for index in run {
      switch source[index] {
      case UInt8(ascii: "-"): hyphens += 1
      case UInt8(ascii: ">") where hyphens >= 2:
        run = index + 1..<run.upperBound
        state = .text
        return .comment(start..<index + 1)
      default: hyphens = 0
      }
    }
    state = .comment(start: start, hyphens: hyphens)
    run = run.upperBound..<run.upperBound
    return .nothing
  }
}
