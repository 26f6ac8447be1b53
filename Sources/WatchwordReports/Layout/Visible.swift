internal import WatchwordText

/// A sentence, name or reason on one line, with everything a terminal would obey made visible.
func visible(_ text: String) -> String {
  if isPlain(text.utf8) { return text }
  return showTabs(glyphs(in: text.utf8), of: text)
}

/// Whether bytes show as they are, a cell each: printable ASCII without a number sign behind another,
/// which could open a command in the log of a build service.
func isPlain(_ bytes: some Sequence<UInt8>) -> Bool {
  var before: UInt8 = 0
  for byte in bytes {
    guard byte &- 0x20 < 0x5F, byte != UInt8(ascii: "#") || before != byte else { return false }
    before = byte
  }
  return true
}

/// A path, made visible, that no build service takes for a command: `::x` becomes `./::x`.
func visiblePath(_ path: String) -> String {
  let shown = visible(path)
  return shown.drop { $0 == " " }.hasPrefix("::") ? "./\(shown)" : shown
}

/// A name cut to `limit` cells, with `…` where something is missing.
func visible(_ text: String, limit: Int) -> (text: String, cells: Int) {
  let all = glyphs(in: visible(text).utf8)
  let total = all.reduce(0) { $0 + $1.cells }
  guard total > limit else { return (all.map(\.text).joined(), total) }
  var kept = ""
  var cells = 1
  for glyph in all {
    guard cells + glyph.cells <= limit else { break }
    kept += glyph.text
    cells += glyph.cells
  }
  return ("\(kept)…", cells)
}

/// The text of glyphs, with tabs as pictures: outside an excerpt there are no stops to reach.
private func showTabs(_ glyphs: [Glyph], of text: String) -> String {
  let bytes = Array(text.utf8)
  var shown = ""
  for glyph in glyphs {
    let isTab = glyph.range.count == 1 && bytes[glyph.range.start] == 0x09
    shown += isTab ? "\u{2409}" : glyph.text
  }
  return shown
}
