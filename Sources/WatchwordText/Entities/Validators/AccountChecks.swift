/// Checks of account and business numbers that have letters.
enum AccountChecks {
  /// Two letters and two check digits before what the country sets; modulus 97 is 1.
  static func iban(_ code: [UInt8]) -> Bool {
    guard code.count >= 15, isASCIIUpper(code[0]), isASCIIUpper(code[1]), isASCIIDigit(code[2]),
      isASCIIDigit(code[3]), ibanLength(code[0], code[1]) == code.count
    else { return false }
    var remainder = 0
    for byte in code[4...] + code[..<4] {
      guard let value = alphanumericValue(byte) else { return false }
      remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97
    }
    return remainder == 1
  }

  /// The length of a country's IBAN, or nil for a country that has none (SWIFT's registry).
  static func ibanLength(_ first: UInt8, _ second: UInt8) -> Int? {
    let table: StaticString = """
      AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29\
      ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20\
      LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29\
      PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30
      """
    let bytes = table.utf8Start
    for index in stride(from: 0, to: table.utf8CodeUnitCount, by: 4)
    where bytes[index] == first && bytes[index + 1] == second {
      return digitValue(bytes[index + 2]) * 10 + digitValue(bytes[index + 3])
    }
    return nil
  }

  /// 0–9 for a digit, 10–35 for an upper-case letter.
  static func alphanumericValue(_ byte: UInt8) -> Int? {
    if isASCIIDigit(byte) { return digitValue(byte) }
    return isASCIIUpper(byte) ? Int(byte) - 0x41 + 10 : nil
  }

  /// Nine digits whose weighted sum, with or without 55, is a multiple of 97.
  static func vatNumber(_ code: [UInt8]) -> Bool {
    let digits = code.starts(with: [0x47, 0x42]) ? Array(code[2...]) : code
    guard digits.count == 9, NumberChecks.areDigits(digits), digits.contains(where: { $0 != 0x30 })
    else { return false }
    var sum = digitValue(digits[7]) * 10 + digitValue(digits[8])
    for index in 0..<7 { sum += digitValue(digits[index]) * (8 - index) }
    return sum % 97 == 0 || (sum + 55) % 97 == 0
  }
}
