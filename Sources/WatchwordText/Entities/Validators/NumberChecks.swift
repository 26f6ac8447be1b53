/// Checks of numbers that are digits alone.
enum NumberChecks {
  /// Whether every byte is a digit.
  static func areDigits(_ code: some Collection<UInt8>) -> Bool {
    code.allSatisfy(isASCIIDigit)
  }

  /// The Luhn formula.
  static func luhn(_ code: [UInt8]) -> Bool {
    guard code.count > 1, areDigits(code) else { return false }
    var sum = 0
    for (offset, byte) in code.reversed().enumerated() {
      let value = digitValue(byte)
      sum += offset.isMultiple(of: 2) ? value : value < 5 ? value * 2 : value * 2 - 9
    }
    return sum % 10 == 0
  }

  /// A card of a known scheme.
  static func paymentCard(_ code: [UInt8]) -> Bool {
    guard (12...19).contains(code.count), areDigits(code), isScheme(code) else { return false }
    return luhn(code)
  }

  /// Whether the first six digits and the length are those of a scheme.
  private static func isScheme(_ code: [UInt8]) -> Bool {
    let prefix = code.prefix(6).reduce(0) { $0 * 10 + digitValue($1) }
    switch (prefix, code.count) {
    case (400_000...499_999, 13), (400_000...499_999, 16), (400_000...499_999, 19): return true
    case (510_000...559_999, 16), (222_100...272_099, 16): return true
    case (340_000...349_999, 15), (370_000...379_999, 15): return true
    case (601_100...601_199, 16), (644_000...659_999, 16): return true
    case (352_800...358_999, 16): return true
    // UnionPay, which Discover's range 622126–622925 lies in, and Diners Club.
    case (620_000...629_999, 16...19): return true
    case (300_000...305_999, 14), (360_000...369_999, 14), (380_000...389_999, 14): return true
    case (300_000...305_999, 16), (360_000...369_999, 16): return true
    // Maestro.
    case (500_000...509_999, 12...19), (560_000...699_999, 12...19): return true
    default: return false
    }
  }

  /// Ten digits whose last is 11 less the weighted sum of the others, modulo 11.
  static func nhsNumber(_ code: [UInt8]) -> Bool {
    guard code.count == 10, areDigits(code) else { return false }
    var sum = 0
    for index in 0..<9 { sum += digitValue(code[index]) * (10 - index) }
    // 11 stands as 0, and no number is issued whose check digit would be 10.
    return (11 - sum % 11) % 11 == digitValue(code[9])
  }

  /// Nine digits, outside the areas, groups and serials that are never issued.
  static func socialSecurityNumber(_ code: [UInt8]) -> Bool {
    guard code.count == 9, areDigits(code) else { return false }
    let number = code.reduce(0) { $0 * 10 + digitValue($1) }
    let area = number / 1_000_000
    return area > 0 && area != 666 && area < 900 && number / 10_000 % 100 > 0 && number % 10_000 > 0
  }

  /// Ten digits whose first follows from the others; a `K` may end them.
  static func taxReference(_ code: [UInt8]) -> Bool {
    let digits = code.last == 0x4B ? Array(code.dropLast()) : code
    guard digits.count == 10, areDigits(digits) else { return false }
    var sum = 0
    for (index, weight) in [6, 7, 8, 9, 10, 5, 4, 3, 2].enumerated() {
      sum += digitValue(digits[index + 1]) * weight
    }
    let checks: StaticString = "21987654321"
    return digits[0] == checks.utf8Start[sum % 11]
  }
}
