/// Codes of letters and digits that name a person, an account or a vehicle.
enum PersonalCodes {
  /// The end of the code with optional spaces that begins at `start` and passes a check, or nil.
  ///
  /// - Parameters:
  ///   - length: The number of characters without spaces.
  ///   - breaks: The numbers of characters after which one space may stand.
  private static func end(
    _ text: UTF8Text,
    _ start: Int,
    length: Int,
    breaks: [Int],
    _ validator: Validator
  ) -> Int? {
    var code: [UInt8] = []
    var index = start
    while code.count < length {
      if text.byte(index) == 0x20, breaks.contains(code.count) { index += 1 }
      let byte = text.byte(index)
      guard isASCIIUpper(byte) || isASCIIDigit(byte) else { return nil }
      code.append(byte)
      index += 1
    }
    return validator.accepts(compact: code) && TokenEdges.isCleanBefore(text, start)
      && TokenEdges.isCleanAfter(text, index) ? index : nil
  }

  /// The end of the National Insurance number that begins at `start`, or nil.
  static func nationalInsurance(_ text: UTF8Text, _ start: Int) -> Int? {
    end(text, start, length: 9, breaks: [2, 4, 6, 8], .nationalInsurance)
  }

  /// The end of the IBAN that begins at `start`, or nil.
  static func iban(_ text: UTF8Text, _ start: Int) -> Int? {
    guard let length = AccountChecks.ibanLength(text[start], text.byte(start + 1)) else {
      return nil
    }
    let breaks = Array(stride(from: 4, to: length, by: 4))
    return end(text, start, length: length, breaks: breaks, .iban)
  }

  /// The end of the driving licence number that begins at `start`, or nil.
  static func drivingLicence(_ text: UTF8Text, _ start: Int) -> Int? {
    end(text, start, length: 16, breaks: [5, 11, 13], .drivingLicence)
  }

  /// The end of the VAT number with its `GB` at `start`, or nil.
  static func vatNumber(_ text: UTF8Text, _ start: Int) -> Int? {
    guard text.byte(start) == 0x47, text.byte(start + 1) == 0x42 else { return nil }
    return end(text, start, length: 11, breaks: [2, 5, 9], .vatNumber)
  }

  /// The end of the vehicle registration that begins at `start`, or nil.
  static func vehicleRegistration(_ text: UTF8Text, _ start: Int) -> Int? {
    guard let end = end(text, start, length: 7, breaks: [4], .vehicleRegistration) else {
      return nil
    }
    // `FY26 EPS` and `EU27 GDP` are figures of a year or a body, not plates.
    let notPlates: StaticString = "FYCYHYEUUNUSUK"
    let words: StaticString =
      "THEANDFORYOUAREALLNEWDAYMAYJUNJANJULAUGSEPFEBMARAPREPSGDPUSABSTGMTUTCNOTCEO"
    guard text.byte(start + 4) == 0x20 else { return end }
    return notPlates.holdsEntry([text[start], text[start + 1]])
      || words.holdsEntry(text.bytes[end - 3..<end]) ? nil : end
  }

  /// The range of the machine-readable zone that a run of its characters around `index` makes, or nil.
  static func machineReadableZone(_ text: UTF8Text, _ index: Int) -> SourceRange? {
    let longest = 44
    var start = index
    while index - start <= longest, isZoneByte(text.byte(start - 1)) { start -= 1 }
    var end = index
    while end - start <= longest, isZoneByte(text.byte(end)) { end += 1 }
    guard end - start == 44 || end - start == 36,
      Validator.machineReadableZone.accepts(compact: Array(text.bytes[start..<end]))
    else { return nil }
    // The line before holds the name.
    var line = start
    if text.byte(line - 1) == 0x0A { line -= 1 }
    if text.byte(line - 1) == 0x0D { line -= 1 }
    var first = line
    while line - first < end - start, isZoneByte(text.byte(first - 1)) { first -= 1 }
    let hasName = line < start && line - first == end - start && !isZoneByte(text.byte(first - 1))
    return SourceRange(hasName ? first : start, end)
  }

  /// Whether a byte can be part of a machine-readable zone.
  private static func isZoneByte(_ byte: UInt8) -> Bool {
    isASCIIUpper(byte) || isASCIIDigit(byte) || byte == 0x3C
  }
}
