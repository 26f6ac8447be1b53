internal import WatchwordText

/// How many bytes around a mark are laid out at all; a line of a data file can have millions.
private let reach = 600
/// How many cells of one mark are shown before it is cut in the middle.
private let markLimit = 48

/// Lays out the parts of a line that its marks need, without looking at the rest of a very long line.
///
/// - Parameters:
///   - line: The line's bytes without its line end, as offsets into the file.
///   - marks: The marked ranges, the most important first; each starts in the line.
///   - source: The text that holds the line.
func glyphs(of line: SourceRange, around marks: [SourceRange], in source: SourceText) -> [Glyph] {
  guard line.count > 4 * reach else { return glyphs(in: source.slice(line), at: line.start) }
  var chunks: [SourceRange] = []
  for mark in marks.sorted() {
    // Of a mark that is itself very long both ends are shown.
    let ends = [mark.start, min(max(mark.end, mark.start), line.end)]
    for place in ends {
      let start = source.scalarStart(atOrBefore: max(place - reach, line.start), in: line)
      let end = source.scalarStart(atOrBefore: min(place + reach, line.end), in: line)
      guard start < end else { continue }
      if let last = chunks.last, start <= last.end {
        chunks[chunks.count - 1] = last.union(SourceRange(start, end))
      } else {
        chunks.append(SourceRange(start, end))
      }
    }
  }
  var all: [Glyph] = []
  var shown = line.start
  for chunk in chunks {
    if chunk.start > shown { all.append(.cut(SourceRange(shown, chunk.start))) }
    all += glyphs(in: source.slice(chunk), at: chunk.start)
    shown = chunk.end
  }
  if shown < line.end { all.append(.cut(SourceRange(shown, line.end))) }
  return all
}

/// Cuts a line that is too wide, keeping its marks and as much around them as fits.
///
/// What is left out becomes `…`, which stands for the bytes it hides. A mark that does not fit is
/// under such a cut.
///
/// - Parameters:
///   - glyphs: The glyphs of the line.
///   - limit: The number of cells the result may take; a few more where cuts are many.
///   - marks: The marked ranges, the most important first.
func cut(_ glyphs: [Glyph], to limit: Int, around marks: [SourceRange]) -> [Glyph] {
  guard glyphs.reduce(0, { $0 + $1.cells }) > limit else { return glyphs }
  var window = LineWindow(glyphs: glyphs, budget: limit - 2)
  for mark in marks { window.keep(mark) }
  window.widen()
  window.dropPartWords()
  return window.result
}

extension Glyph {
  /// The mark for text that is left out.
  static func cut(_ range: SourceRange) -> Glyph {
    Glyph(text: "…", cells: 1, range: range, isCut: true)
  }
}

extension SourceText {
  /// The nearest offset, not after `offset` and not before `line`, at which a scalar begins.
  fileprivate func scalarStart(atOrBefore offset: Int, in line: SourceRange) -> Int {
    var local = offset - baseOffset
    while local > line.start - baseOffset, local < bytes.count, bytes[local] & 0xC0 == 0x80 {
      local -= 1
    }
    return local + baseOffset
  }
}

/// The parts of a wide line that are kept.
private struct LineWindow {
  /// All glyphs of the line.
  let glyphs: [Glyph]
  /// The cells that may still be used.
  var budget: Int
  /// Which glyphs are kept.
  private var isKept: [Bool]
  /// Which glyphs a mark needs.
  private var isNeeded: [Bool] = []

  /// Starts with nothing kept.
  init(glyphs: [Glyph], budget: Int) {
    self.glyphs = glyphs
    self.budget = budget
    isKept = Array(repeating: false, count: glyphs.count)
  }

  /// Keeps the glyphs of a mark, of a very long one its ends, if there is room.
  mutating func keep(_ mark: SourceRange) {
    let indices = glyphs.indices.filter { glyphs[$0].isTouched(by: mark) }
    guard let first = indices.first, let last = indices.last else {
      // The mark is at the end of the line.
      if let last = glyphs.indices.last, mark.start >= glyphs[last].range.end { keep(last) }
      return
    }
    var total = 0
    for index in indices { total += glyphs[index].cells }
    guard total > markLimit else {
      if total + 1 <= budget { for index in indices { keep(index) } }
      return
    }
    var cells = 0
    for index in first...last where cells < markLimit * 3 / 4 {
      keep(index)
      cells += glyphs[index].cells
    }
    for index in (first...last).reversed() where cells < markLimit {
      keep(index)
      cells += glyphs[index].cells
    }
  }

  /// Grows the kept parts on both sides by turns until the room is used up.
  mutating func widen() {
    if !isKept.contains(true), !glyphs.isEmpty { keep(0) }
    isNeeded = isKept
    // Only glyphs beside those that were kept last can be next, and what had no room once has none later.
    var edge = glyphs.indices.filter { isKept[$0] }
    while !edge.isEmpty {
      var beside: [Int] = []
      for index in edge {
        if index > 0, !isKept[index - 1], beside.last != index - 1 { beside.append(index - 1) }
        if index + 1 < glyphs.count, !isKept[index + 1] { beside.append(index + 1) }
      }
      edge = beside.filter { keep($0) }
    }
  }

  /// Drops what is left of a word beside a cut, so that lines begin and end with whole words.
  mutating func dropPartWords() {
    dropPartWords(Array(glyphs.indices))
    dropPartWords(glyphs.indices.reversed())
  }

  /// Drops, going along `path`, the few glyphs after each cut up to the next space.
  private mutating func dropPartWords(_ path: [Int]) {
    var wasKept = true
    for (step, index) in path.enumerated() {
      defer { wasKept = isKept[index] }
      // Only a word that is cut itself is a part of one.
      guard isKept[index], !wasKept, glyphs[path[step - 1]].text != " " else { continue }
      let word = path[step...].prefix(12).prefix {
        isKept[$0] && !isNeeded[$0] && glyphs[$0].text != " "
      }
      let next = step + word.count
      guard next < path.count, isKept[path[next]], glyphs[path[next]].text == " " else { continue }
      for part in word { isKept[part] = false }
    }
  }

  /// Keeps one glyph if there is room for it; returns whether it is kept.
  @discardableResult
  private mutating func keep(_ index: Int) -> Bool {
    if isKept[index] { return true }
    guard !glyphs[index].isCut, glyphs[index].cells <= budget else { return false }
    isKept[index] = true
    budget -= glyphs[index].cells
    return true
  }

  /// The kept glyphs, with one cut mark for each gap between them.
  var result: [Glyph] {
    var result: [Glyph] = []
    var index = 0
    while index < glyphs.count {
      let start = index
      while index < glyphs.count, !isKept[index] { index += 1 }
      if index > start {
        // A gap of one cell is no narrower with a cut mark in it.
        if index == start + 1, glyphs[start].cells <= 1 {
          result.append(glyphs[start])
        } else {
          result.append(.cut(glyphs[start].range.union(glyphs[index - 1].range)))
        }
      }
      while index < glyphs.count, isKept[index] {
        result.append(glyphs[index])
        index += 1
      }
    }
    return result
  }
}

extension Glyph {
  /// Whether a mark covers at least part of the glyph; an empty mark touches the glyph after it.
  func isTouched(by mark: SourceRange) -> Bool {
    mark.isEmpty
      ? range.start <= mark.start && mark.start < range.end
      : range.start < mark.end && mark.start < range.end
  }
}
