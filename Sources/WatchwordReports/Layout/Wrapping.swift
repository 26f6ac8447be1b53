/// Closing punctuation of Chinese and Japanese that must not begin a line.
private let closers: Set<String> = ["、", "。", "，", "．", "！", "？", "）", "」", "』", "】", "：", "；"]

/// Breaks a sentence into lines of at most `width` cells.
///
/// Lines break at spaces and beside characters of two cells, since Chinese and Japanese have no
/// spaces; a single longer word, such as a link, is never broken. Line ends in the text count as spaces.
func wrapped(_ text: String, width: Int) -> [String] {
  wrappedPlain(text, width: width) ?? wrappedAny(text, width: width)
}

/// Breaks a sentence that ``isPlain(_:)`` but for its line ends; nil where it is not, or where a colon
/// stands behind another, which could open a command in the log of a build service.
private func wrappedPlain(_ text: String, width: Int) -> [String]? {
  var lines: [String] = []
  var line: [UInt8] = []
  var word: [UInt8] = []

  /// Puts the word on this line if it fits, else on a new one.
  func place() {
    guard !word.isEmpty else { return }
    if !line.isEmpty {
      if line.count + 1 + word.count > width {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
      } else {
        line.append(UInt8(ascii: " "))
      }
    }
    line += word
    word.removeAll(keepingCapacity: true)
  }

  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): place()
    case UInt8(ascii: "#"), UInt8(ascii: ":"):
      if word.last == byte { return nil }
      word.append(byte)
    case 0x21...0x7E: word.append(byte)
    default: return nil
    }
  }
  place()
  if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
  return lines
}

/// Breaks any sentence.
func wrappedAny(_ text: String, width: Int) -> [String] {
  let spaced = String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }
    )
  )
  var lines: [String] = []
  var line = ""
  var lineCells = 0
  var word = ""
  var wordCells = 0
  var hasSpace = false

  /// Puts the word on this line if it fits, else on a new one.
  func place() {
    guard !word.isEmpty else { return }
    let gap = hasSpace && !line.isEmpty ? 1 : 0
    if !line.isEmpty, lineCells + gap + wordCells > width {
      lines.append(line)
      line = ""
      lineCells = 0
    }
    if gap == 1, !line.isEmpty {
      line += " "
      lineCells += 1
    }
    // At the start of a line this would be a command in the log of a build service.
    if line.isEmpty, word.hasPrefix("::") {
      word = "‹::›" + word.dropFirst(2)
      wordCells += 2
    }
    line += word
    lineCells += wordCells
    word = ""
    wordCells = 0
    hasSpace = false
  }

  var previousIsWide = false
  for glyph in glyphs(in: spaced.utf8) {
    if glyph.text == " " {
      place()
      hasSpace = true
      previousIsWide = false
      continue
    }
    let isWide = glyph.cells == 2
    if isWide || previousIsWide, !closers.contains(glyph.text) { place() }
    word += glyph.text
    wordCells += glyph.cells
    previousIsWide = isWide
  }
  place()
  if !line.isEmpty { lines.append(line) }
  return lines
}
