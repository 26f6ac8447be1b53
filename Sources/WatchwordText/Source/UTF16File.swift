/// A file in UTF-16 whose text was decoded: the way from the text back to the file's own bytes.
///
/// Everything reads the text, which is UTF-8; only who speaks of bytes of the file asks here.
public struct UTF16File: Hashable, Sendable {
  /// The order of the two bytes of a code unit, which the mark at the start of a file tells.
  public enum ByteOrder: Hashable, Sendable {
    /// The low byte first, as spreadsheets save it.
    case little
    /// The high byte first.
    case big

    /// The order that a file's first bytes tell; nil for a file that has no mark of UTF-16.
    public init?(mark bytes: some Collection<UInt8>) {
      if bytes.starts(with: [0xFF, 0xFE]) {
        self = .little
      } else if bytes.starts(with: [0xFE, 0xFF]) {
        self = .big
      } else {
        return nil
      }
    }
  }

  /// Scalars side by side that take the same room, in text and file.
  private struct Run: Hashable, Sendable {
    /// Where the run starts in the text.
    var start: Int
    /// Where it starts in the file.
    var fileStart: Int
    /// The bytes of one of its scalars in the text.
    var stride: Int
    /// The bytes of one of its scalars in the file.
    var fileStride: Int
  }

  /// The bytes of the mark at the start.
  private static let markLength = 2

  /// The order of the bytes of a code unit.
  public let byteOrder: ByteOrder
  /// Where the text has U+FFFD for a half of a surrogate pair, or of a code unit at the end of the file.
  public private(set) var faults: [SourceRange] = []
  /// How the text maps, rising.
  private var runs = [Run(start: 0, fileStart: Self.markLength, stride: 1, fileStride: 2)]

  /// Decodes a file that starts with a mark, which is not part of the text.
  init(_ file: [UInt8], _ byteOrder: ByteOrder, into text: inout [UInt8]) {
    self.byteOrder = byteOrder
    text.reserveCapacity(file.count / 2)
    /// The code unit at an offset.
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(file[index]), UInt32(file[index + 1]))
      return byteOrder == .little ? second << 8 | first : first << 8 | second
    }
    var index = Self.markLength
    while index + 1 < file.count {
      let high = unit(index)
      var scalar = Unicode.Scalar(high)
      var length = 2
      if (0xD800...0xDBFF).contains(high), index + 3 < file.count,
        (0xDC00...0xDFFF).contains(unit(index + 2))
      {
        scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit(index + 2) - 0xDC00))
        length = 4
      }
      append(scalar, length: length, at: index, to: &text)
      index += length
    }
    if index < file.count { append(nil, length: 1, at: index, to: &text) }
  }

  /// Adds a scalar, or U+FFFD for half of one.
  private mutating func append(
    _ scalar: Unicode.Scalar?,
    length: Int,
    at index: Int,
    to text: inout [UInt8]
  ) {
    let encoded = UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
    if scalar == nil { faults.append(SourceRange(text.count, text.count + encoded.count)) }
    let last = runs[runs.count - 1]
    if encoded.count != last.stride || length != last.fileStride {
      runs.append(
        Run(start: text.count, fileStart: index, stride: encoded.count, fileStride: length)
      )
    }
    text.append(contentsOf: encoded)
  }

  /// The bytes of the file that a range of the text stands for, always whole scalars.
  public func fileRange(of range: SourceRange) -> SourceRange {
    let start = fileOffset(of: range.start, roundingUp: false)
    guard !range.isEmpty else { return SourceRange(start, start) }
    return SourceRange(start, max(start, fileOffset(of: range.end, roundingUp: true)))
  }

  /// The offset in the file of an offset into the text; the end of a run belongs to it where an end is asked for.
  private func fileOffset(of offset: Int, roundingUp: Bool) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle }
    }
    let run = runs[low]
    let inner = offset - run.start + (roundingUp ? run.stride - 1 : 0)
    return run.fileStart + inner / run.stride * run.fileStride
  }

  /// The bytes of a file with this text, mark included; undoes the decoding where ``faults`` is empty.
  public func encode(_ text: [UInt8]) -> [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(text.count * 2)
    for unit in "\u{FEFF}".utf16 { append(unit, to: &file) }
    for unit in String(decoding: text, as: UTF8.self).utf16 { append(unit, to: &file) }
    return file
  }

  /// Adds a code unit to a file's bytes.
  private func append(_ unit: UInt16, to file: inout [UInt8]) {
    let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
    file += byteOrder == .little ? [low, high] : [high, low]
  }
}
