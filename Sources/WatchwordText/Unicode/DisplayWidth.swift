/// The room that text takes in a terminal, in cells.
///
/// A cluster takes the cells of its widest scalar: 2 for East Asian wide and full-width ones, emoji
/// shown as such and regional indicators; 0 for controls, line ends, tabs, marks, joiners, format
/// and default-ignorable scalars; 1 for others. VARIATION SELECTOR-16 after an emoji makes it 2.
/// Whoever prints controls replaces them first. Ill-formed bytes are U+FFFD, 1 cell.
public enum DisplayWidth {
  /// The cells that some bytes take.
  public static func cells(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var offset = 0
    var cells = 0
    while offset < bytes.count {
      let end = GraphemeBreaking.end(of: offset, in: bytes)
      if end == offset + 1, bytes[offset] < 0x80 {
        cells += bytes[offset] >= 0x20 && bytes[offset] != 0x7F ? 1 : 0
      } else {
        cells += clusterCells(offset..<end, in: bytes)
      }
      offset = end
    }
    return cells
  }

  /// The cells that a slice of bytes takes.
  public static func cells(of bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { cells(of: $0) }
  }

  /// The cells that a string takes.
  public static func cells(of string: String) -> Int {
    var copy = string
    return copy.withUTF8 { cells(of: $0) }
  }

  /// The cells of the widest scalar in a cluster.
  private static func clusterCells(
    _ range: Range<Int>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var offset = range.lowerBound
    var widest = 0
    var afterEmoji = false
    while offset < range.upperBound {
      let (scalar, length) = UTF8Scan.scalar(at: offset, in: bytes)
      if scalar == 0xFE0F, afterEmoji { return 2 }
      let record = ScalarRecord(scalar)
      widest = max(widest, record.cells)
      afterEmoji = record.properties.contains(.emoji)
      offset += length
    }
    return widest
  }
}
