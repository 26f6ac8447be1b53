import WatchwordText

/// Tells text in UTF-8 from everything else, before anything is read from it.
enum EncodingCheck {
  /// The byte-order mark of UTF-8.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The number of bytes of a byte-order mark at the start of the file; a later slice has none.
  static func markLength(_ bytes: UnsafeBufferPointer<UInt8>, baseOffset: Int) -> Int {
    baseOffset == 0 && bytes.starts(with: mark) ? mark.count : 0
  }

  /// Reports bytes that are not text in UTF-8; true where they are and may be read.
  static func passes(
    _ bytes: UnsafeBufferPointer<UInt8>,
    baseOffset: Int,
    problems: inout DraftProblems
  ) -> Bool {
    if isUTF16(bytes, baseOffset: baseOffset, problems: &problems) { return false }
    if let offset = binaryByte(in: bytes) {
      problems.report(
        "binary",
        at: SourceRange(baseOffset + offset, baseOffset + offset + 1),
        "this draft holds bytes that are not text, so it was not checked",
        advice: "Save it as plain text in UTF-8, or leave the file out."
      )
      return false
    }
    if let fault = UTF8Check.firstFault(in: bytes) {
      problems.report(
        "invalid-utf-8",
        at: SourceRange(baseOffset + fault.lowerBound, baseOffset + fault.upperBound),
        "these bytes are not UTF-8, so the text around them was not checked",
        advice: "Save the draft as UTF-8."
      )
      return false
    }
    return true
  }

  /// Reports a byte-order mark of UTF-16 at the start of the file; true where there is one.
  static func isUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>,
    baseOffset: Int,
    problems: inout DraftProblems
  ) -> Bool {
    guard baseOffset == 0, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    else { return false }
    problems.report(
      "utf-16",
      at: SourceRange(0, 2),
      "this draft is saved as UTF-16, so it was not checked",
      advice: "Save it as UTF-8."
    )
    return true
  }

  /// The first byte that shows binary data: a NUL, or a control byte where more than one in eight is one.
  private static func binaryByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var controls = 0
    var index = 0
    while index < bytes.count {
      let isWord = index + 8 <= bytes.count
      if isWord, ByteWords.marksOfControls(in: ByteWords.load(bytes, at: index)) == 0 {
        index += 8
        continue
      }
      let end = isWord ? index + 8 : bytes.count
      while index < end {
        if isControl(bytes[index]) { controls += 1 }
        index += 1
      }
    }
    guard controls > 0 else { return nil }
    if let nul = bytes.firstIndex(of: 0) { return nul }
    return controls * 8 > bytes.count ? bytes.firstIndex(where: isControl) : nil
  }

  /// Whether a byte is a control character that text does not use: any but tab, line ends, form feed and escape.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && (byte < 0x09 || byte > 0x0D) && byte != 0x1B
  }

  /// Whether the bytes hold nothing but spaces, tabs, form feeds and line ends.
  static func isBlank(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}
