/// One line of a report: its text, and which stretches of it have which style.
///
/// Layout is done on the text alone, so a coloured report and a plain one never differ in a cell.
struct StyledLine {
  /// A stretch of the text, in UTF-8 bytes, and its style.
  private struct Stretch {
    var end: Int
    var style: Style
  }

  /// The text, without a line end.
  private(set) var text = ""
  /// The styles, each up to the offset where it ends; the first begins at 0.
  private var stretches: [Stretch] = []

  /// Makes an empty line.
  init() {}

  /// Makes a line of one style.
  init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

  /// Adds text in a style at the end.
  mutating func append(_ more: String, _ style: Style = .plain) {
    guard !more.isEmpty else { return }
    text += more
    if let last = stretches.last, last.style == style {
      stretches[stretches.count - 1].end = text.utf8.count
    } else {
      stretches.append(Stretch(end: text.utf8.count, style: style))
    }
  }

  /// Adds another line at the end, with its styles.
  mutating func append(_ other: StyledLine) {
    let offset = text.utf8.count
    text += other.text
    stretches += other.stretches.map { Stretch(end: $0.end + offset, style: $0.style) }
  }

  /// Writes the line and a line feed; spaces at the end of the line are left out.
  func write(to output: inout Output, _ colouring: Colouring) {
    let bytes = Array(text.utf8)
    var length = bytes.count
    while length > 0, bytes[length - 1] == 0x20 { length -= 1 }
    switch colouring {
    case .plain:
      output.append(contentsOf: bytes[..<length])
    case .ansi:
      var start = 0
      for stretch in stretches where start < length {
        let end = min(stretch.end, length)
        if let parameters = stretch.style.parameters {
          output.append("\u{1B}[\(parameters)m")
          output.append(contentsOf: bytes[start..<end])
          output.append("\u{1B}[0m")
        } else {
          output.append(contentsOf: bytes[start..<end])
        }
        start = end
      }
    }
    output.endLine()
  }
}
