/// Checks of codes that name a place.
enum PlaceChecks {
  /// A postcode by the letters that each position allows.
  static func postcode(_ code: [UInt8]) -> Bool {
    guard (5...7).contains(code.count) else { return false }
    let inward = code[(code.count - 3)...]
    let outward = Array(code[..<(code.count - 3)])
    let notInward: StaticString = "CIKMOV"
    guard let sector = inward.first, isASCIIDigit(sector),
      inward.dropFirst().allSatisfy({ isASCIIUpper($0) && !notInward.holds($0) })
    else { return false }
    if outward == [0x47, 0x49, 0x52] { return code.suffix(3) == [0x30, 0x41, 0x41] }
    return isOutward(outward)
  }

  /// Whether the first part of a postcode has one of the six shapes.
  private static func isOutward(_ code: [UInt8]) -> Bool {
    let notFirst: StaticString = "QVX"
    let notSecond: StaticString = "IJZ"
    let third: StaticString = "ABCDEFGHJKPSTUW"
    let fourth: StaticString = "ABEHMNPRVWXY"
    guard isASCIIUpper(code[0]), !notFirst.holds(code[0]) else { return false }
    let letters = isASCIIUpper(code[1]) ? 2 : 1
    if letters == 2, notSecond.holds(code[1]) { return false }
    let rest = Array(code[letters...])
    guard let first = rest.first, isASCIIDigit(first) else { return false }
    switch rest.count {
    case 1: return true
    case 2: return isASCIIDigit(rest[1]) || (letters == 1 ? third : fourth).holds(rest[1])
    default: return false
    }
  }

  /// Two letters of the National Grid and an even number of figures.
  static func gridReference(_ code: [UInt8]) -> Bool {
    let first: StaticString = "NHOSTJ"
    guard (4...12).contains(code.count), code.count.isMultiple(of: 2), first.holds(code[0]) else {
      return false
    }
    return isASCIIUpper(code[1]) && code[1] != 0x49 && NumberChecks.areDigits(code[2...])
  }

  /// A zone, a band, the letters of a square and an even number of figures.
  ///
  /// The column letters repeat every three zones; the row letters run from A to V without I and O.
  static func mgrs(_ code: [UInt8]) -> Bool {
    let digits = code.prefix(while: isASCIIDigit)
    guard (1...2).contains(digits.count), code.count >= digits.count + 3 else { return false }
    let zone = digits.reduce(0) { $0 * 10 + digitValue($1) }
    let letters = Array(code[digits.count..<digits.count + 3])
    let figures = code[(digits.count + 3)...]
    let bands: StaticString = "CDEFGHJKLMNPQRSTUVWX"
    let rows: StaticString = "ABCDEFGHJKLMNPQRSTUV"
    let columns: StaticString =
      zone % 3 == 1 ? "ABCDEFGH" : zone % 3 == 2 ? "JKLMNPQR" : "STUVWXYZ"
    return (1...60).contains(zone) && bands.holds(letters[0]) && columns.holds(letters[1])
      && rows.holds(letters[2]) && (2...10).contains(figures.count)
      && figures.count.isMultiple(of: 2) && NumberChecks.areDigits(figures)
  }

  /// Eight characters of the code's alphabet, `+`, and two or three more.
  static func plusCode(_ code: [UInt8]) -> Bool {
    guard code.count == 11 || code.count == 12, code[8] == 0x2B else { return false }
    let alphabet: StaticString = "23456789CFGHJMPQRVWX"
    // Latitude ends at 90 degrees and longitude at 180, which bounds the first two characters.
    let first: StaticString = "23456789C"
    let second: StaticString = "23456789CFGHJMPQRV"
    return first.holds(code[0]) && second.holds(code[1])
      && code.enumerated().allSatisfy { $0.offset == 8 || alphabet.holds($0.element) }
  }
}
