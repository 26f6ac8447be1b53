internal import WatchwordText

/// The number of scalars shown of one grapheme cluster; emoji sequences need fewer.
///
/// A cluster has no limit of its own, so marks piled on one letter could flood a report.
private let clusterLimit = 16

/// Lays out one line of text as glyphs.
///
/// Tabs reach to the next stop, every four cells from the start of the text.
///
/// - Parameters:
///   - bytes: The line without its line end; ill-formed bytes show as U+FFFD.
///   - offset: The offset in the file of the first byte.
func glyphs(in bytes: some Sequence<UInt8>, at offset: Int = 0) -> [Glyph] {
  if isPlain(bytes) { return plainGlyphs(in: bytes, at: offset) }
  return anyGlyphs(in: bytes, at: offset)
}

/// The glyphs of a line that ``isPlain(_:)``: each byte is one.
private func plainGlyphs(in bytes: some Sequence<UInt8>, at offset: Int) -> [Glyph] {
  var all: [Glyph] = []
  all.reserveCapacity(bytes.underestimatedCount)
  for byte in bytes {
    let start = offset + all.count
    all.append(
      Glyph(
        text: String(Unicode.Scalar(byte)),
        cells: 1,
        range: SourceRange(start, start + 1)
      )
    )
  }
  return all
}

/// The glyphs of any line.
func anyGlyphs(in bytes: some Sequence<UInt8>, at offset: Int = 0) -> [Glyph] {
  let scalars = LocatedScalar.all(in: bytes, at: offset)
  var text: [UInt8] = []
  for scalar in scalars { text.append(contentsOf: Unicode.UTF8.encode(scalar.value) ?? .init()) }
  var line = GlyphLineBuilder(scalars: scalars)
  text.withUnsafeBufferPointer { text in
    var first = 0
    var start = 0
    while start < text.count {
      let next = GraphemeBreaking.end(of: start, in: text)
      var end = first
      for byte in text[start..<next] where byte & 0xC0 != 0x80 { end += 1 }
      line.append(first..<end)
      first = end
      start = next
    }
  }
  return line.glyphs
}

/// Collects the glyphs of a line, cluster by cluster.
private struct GlyphLineBuilder {
  /// All scalars of the line.
  let scalars: [LocatedScalar]
  /// The glyphs so far.
  private(set) var glyphs: [Glyph] = []
  /// The cells those glyphs take.
  private var cells = 0

  /// Starts a line of the given scalars.
  init(scalars: [LocatedScalar]) {
    self.scalars = scalars
    glyphs.reserveCapacity(scalars.count)
  }

  /// Adds the grapheme cluster that is made of the scalars at `indices`.
  mutating func append(_ indices: Range<Int>) {
    let first = scalars[indices.lowerBound].value
    if indices.count == 1, (0x20...0x7E).contains(first.value), first != "#" {
      add(String(first), 1, indices)
      return
    }
    if first == "\t" {
      let width = 4 - cells % 4
      add(String(repeating: " ", count: width), width, indices)
      return
    }
    // What can be shown is collected until something comes that must be replaced.
    var shown = String.UnicodeScalarView()
    var start = indices.lowerBound
    for index in indices {
      let replacement =
        opensLogCommand(scalars, at: index)
        ? "‹#›"
        : substitute(
          for: scalars[index].value,
          before: index > 0 ? scalars[index - 1].value : nil,
          after: index + 1 < scalars.count ? scalars[index + 1].value : nil,
          clusterStart: first
        )
      if let replacement {
        flush(&shown, start..<index)
        add(replacement, replacement.unicodeScalars.count, index..<index + 1)
        start = index + 1
      } else if shown.count < clusterLimit {
        shown.append(scalars[index].value)
      }
    }
    flush(&shown, start..<indices.upperBound)
  }

  /// Adds what was collected as one glyph; a mark without a letter gets a dotted circle to stand on.
  private mutating func flush(_ shown: inout String.UnicodeScalarView, _ indices: Range<Int>) {
    guard let first = shown.first else { return }
    if first.properties.isGraphemeExtend { shown.insert("\u{25CC}", at: shown.startIndex) }
    let text = String(shown)
    add(text, DisplayWidth.cells(of: text), indices)
    shown.removeAll()
  }

  /// Adds one glyph for the scalars at `indices`.
  private mutating func add(_ text: String, _ width: Int, _ indices: Range<Int>) {
    let range = SourceRange(
      scalars[indices.lowerBound].range.start,
      scalars[indices.upperBound - 1].range.end
    )
    glyphs.append(Glyph(text: text, cells: width, range: range))
    cells += width
  }
}
