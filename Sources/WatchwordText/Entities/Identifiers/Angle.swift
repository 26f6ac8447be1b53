/// Angles in degrees and minutes, the parts of a coordinate pair.
enum Angle {
  /// Whether a byte is N, S, E or W.
  static func isHemisphere(_ byte: UInt8) -> Bool {
    byte == 0x4E || byte == 0x53 || byte == 0x45 || byte == 0x57
  }

  /// The end of a degree sign at an offset, or nil; the ordinal sign is a common slip.
  static func endOfDegreeSign(_ text: UTF8Text, _ index: Int) -> Int? {
    guard text.byte(index) == 0xC2, text.byte(index + 1) == 0xB0 || text.byte(index + 1) == 0xBA
    else { return nil }
    return index + 2
  }

  /// The end of degrees, minutes and seconds with their hemisphere, or nil.
  ///
  /// - Parameter leads: Whether the hemisphere stands before the degrees.
  static func end(_ text: UTF8Text, _ start: Int, leads: Bool) -> Int? {
    guard let (degrees, afterDegrees) = whole(text, start, most: 3), degrees <= 180,
      let sign = endOfDegreeSign(text, afterDegrees)
    else { return nil }
    guard let minutes = part(text, sign, marks: ["'", "’", "′"]) else { return nil }
    let end = part(text, minutes, marks: ["\"", "”", "″", "''", "’’", "′′", ""]) ?? minutes
    if leads { return end }
    let letter = text.byte(end) == 0x20 ? end + 1 : end
    guard isHemisphere(text.byte(letter)), !isASCIIWord(text.byte(letter + 1)) else { return nil }
    return letter + 1
  }

  /// A whole number of at most some digits, and its end.
  private static func whole(_ text: UTF8Text, _ start: Int, most: Int) -> (Int, Int)? {
    var value = 0
    var index = start
    while isASCIIDigit(text.byte(index)), index - start <= most {
      value = value * 10 + digitValue(text[index])
      index += 1
    }
    return index > start && index - start <= most ? (value, index) : nil
  }

  /// The end of minutes or seconds, decimals and mark included, or nil.
  private static func part(_ text: UTF8Text, _ start: Int, marks: [StaticString]) -> Int? {
    let from = text.byte(start) == 0x20 ? start + 1 : start
    guard let (value, afterWhole) = whole(text, from, most: 2), value < 60 else { return nil }
    var index = afterWhole
    if text.byte(index) == 0x2E, isASCIIDigit(text.byte(index + 1)) {
      index += 1
      while isASCIIDigit(text.byte(index)) { index += 1 }
    }
    for mark in marks where text.begins(with: mark, at: index) {
      return index + mark.utf8CodeUnitCount
    }
    return nil
  }
}
