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
      if isUnmarkedUTF16(bytes) {
        problems.report(
          "utf-16",
          at: SourceRange(baseOffset + offset, baseOffset + offset + 1),
          "this draft seems to be UTF-16 without a byte-order mark, so it was not checked",
          advice: "Save it as UTF-8, or as UTF-16 with a byte-order mark."
        )
        return false
      }
      problems.report(
        "binary",
        at: SourceRange(baseOffset + offset, baseOffset + offset + 1),
        "this draft holds bytes that are not text, so it was not checked",
        advice: "Save it as plain text in UTF-8, or leave the file out."
      )
      return false
    }
    if let fault = UTF8Check.firstFault(in: bytes) {
      let range = SourceRange(baseOffset + fault.lowerBound, baseOffset + fault.upperBound)
      if let character = Windows1252.character(at: fault, in: bytes) {
        problems.report(
          "windows-1252",
          at: range,
          "this “\(character)” is Windows-1252 and not UTF-8, so the draft was not checked",
          advice: DraftFormat.of(path: problems.path) == .csv
            ? "Save it as UTF-8; Excel calls that “CSV UTF-8 (Comma delimited)”."
            : "Save the draft as UTF-8."
        )
        return false
      }
      problems.report(
        "invalid-utf-8",
        at: range,
        "these bytes are not UTF-8, so the text around them was not checked",
        advice: "Save the draft as UTF-8."
      )
      return false
    }
    return true
  }

  /// Reports a byte-order mark of UTF-16 in bytes that nobody decoded; true where there is one.
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

  /// Whether every other byte is nearly always 0 and those between them never are, as in UTF-16 of European languages.
  private static func isUnmarkedUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let zeros = bytes.indices.lazy.filter { bytes[$0] == 0 }
    let odd = zeros.count { !$0.isMultiple(of: 2) }
    let even = zeros.count { $0.isMultiple(of: 2) }
    return min(odd, even) == 0 && max(odd, even) * 10 >= bytes.count / 2 * 9 && bytes.count > 2
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
