/// Checks of codes that name a person or a vehicle.
enum PersonalChecks {
  /// Two letters, six digits and a letter from A to D, with the letters HMRC uses (NIM39110).
  static func nationalInsurance(_ code: [UInt8]) -> Bool {
    guard code.count == 9, isASCIIUpper(code[0]), isASCIIUpper(code[1]),
      NumberChecks.areDigits(code[2..<8]), (0x41...0x44).contains(code[8])
    else { return false }
    let notFirst: StaticString = "DFIQUV"
    let notSecond: StaticString = "DFIOQUV"
    let unused: StaticString = "BGGBKNNKNTTNZZ"
    return !notFirst.holds(code[0]) && !notSecond.holds(code[1]) && !unused.holdsEntry(code[..<2])
  }

  /// Two letters, an age from 02, three letters.
  static func vehicleRegistration(_ code: [UInt8]) -> Bool {
    guard code.count == 7, NumberChecks.areDigits(code[2..<4]), code[..<2].allSatisfy(isASCIIUpper),
      code[4...].allSatisfy(isASCIIUpper)
    else { return false }
    let unused: StaticString = "IQ"
    let age = digitValue(code[2]) * 10 + digitValue(code[3])
    return age > 1 && !code.contains(where: unused.holds) && code[0] != 0x5A && code[1] != 0x5A
  }

  /// Sixteen characters with the date of birth in the middle.
  static func drivingLicence(_ code: [UInt8]) -> Bool {
    guard code.count == 16, isASCIIUpper(code[0]), NumberChecks.areDigits(code[5..<11]) else {
      return false
    }
    // The surname is filled up with 9 at its end, and so are the initials.
    let filler: UInt8 = 0x39
    let name = code[..<5].drop(while: isASCIIUpper)
    let initials = code[11..<13].drop(while: isASCIIUpper)
    guard name.allSatisfy({ $0 == filler }), initials.allSatisfy({ $0 == filler }),
      code[13...].allSatisfy(isASCIIAlphanumeric)
    else { return false }
    let month = digitValue(code[6]) * 10 + digitValue(code[7])
    let day = digitValue(code[8]) * 10 + digitValue(code[9])
    return ((1...12).contains(month) || (51...62).contains(month)) && (1...31).contains(day)
  }

  /// The second line of a machine-readable zone of 44 or 36 characters: each check digit.
  static func machineReadableZone(_ code: [UInt8]) -> Bool {
    guard code.count == 44 || code.count == 36, code.contains(0x3C) else { return false }
    let digitAt = code.count - 1
    guard check(code[..<9]) == code[9], check(code[13..<19]) == code[19],
      check(code[21..<27]) == code[27]
    else { return false }
    if code.count == 44 {
      // The check of an empty field may be left out.
      let optional = check(code[28..<42])
      guard optional == code[42] || (optional == 0x30 && code[42] == 0x3C) else { return false }
    }
    return check(code[..<10] + code[13..<20] + code[21..<digitAt]) == code[digitAt]
  }

  /// The check digit of a field by weights 7, 3 and 1, or nil if a character has no value.
  private static func check(_ field: some Sequence<UInt8>) -> UInt8? {
    var sum = 0
    for (offset, byte) in field.enumerated() {
      guard let value = byte == 0x3C ? 0 : AccountChecks.alphanumericValue(byte) else { return nil }
      sum += value * (offset % 3 == 0 ? 7 : offset % 3 == 1 ? 3 : 1)
    }
    return UInt8(0x30 + sum % 10)
  }
}
