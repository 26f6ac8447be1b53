import Testing
import WatchwordText

@Suite("Validators")
struct ValidatorTests {
  @Test(
    "Known numbers pass",
    arguments: [
      (.nationalInsurance, "AB123456C"), (.nationalInsurance, "ab 12 34 56 c"),
      (.nhsNumber, "943 476 5870"), (.nhsNumber, "999 999 9999"), (.nhsNumber, "943 476 5919"),
      (.nhsNumber, "401 023 2137"), (.nhsNumber, "458 270 1086"), (.nhsNumber, "450 557 7104"),
      (.paymentCard, "4111 1111 1111 1111"), (.paymentCard, "4242424242424242"),
      (.paymentCard, "5555555555554444"), (.paymentCard, "2223003122003222"),
      (.paymentCard, "378282246310005"), (.paymentCard, "6011111111111117"),
      (.paymentCard, "3530111333300000"), (.luhn, "79927398713"),
      (.iban, "GB82 WEST 1234 5698 7654 32"), (.iban, "DE89 3704 0044 0532 0130 00"),
      (.iban, "FR14 2004 1010 0505 0001 3M02 606"), (.iban, "IE29 AIBK 9311 5212 3456 78"),
      (.iban, "NO93 8601 1117 947"), (.postcode, "SW1A 2HB"), (.postcode, "W1A 1HQ"),
      (.postcode, "EC1A 1BB"), (.postcode, "M60 1NW"), (.postcode, "CR2 6XH"),
      (.postcode, "DN55 1PT"), (.postcode, "BF1 0AX"), (.postcode, "GIR 0AA"),
      (.vehicleRegistration, "BD51 SMR"), (.vehicleRegistration, "AB12 CDE"),
      (.gridReference, "TG 51409 13177"), (.gridReference, "SU 387 148"),
      (.mgrs, "4QFJ 12345 67890"), (.mgrs, "30UXC1234"),
      (.machineReadableZone, "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
      (.taxReference, "1955839661"), (.taxReference, "1955839661K"), (.vatNumber, "980780684"),
      (.vatNumber, "GB 980 7806 84"), (.socialSecurityNumber, "123-45-6789"),
      (.drivingLicence, "MORGA657054SM9IJ"), (.plusCode, "8FVC9G8F+6X"),
    ] as [(Validator, String)]
  )
  func passes(_ validator: Validator, _ text: String) {
    #expect(validator.accepts(text.utf8))
  }

  @Test(
    "Known bad numbers fail",
    arguments: [
      (.nationalInsurance, "TN 31 12 58 F"), (.nationalInsurance, "GB123456A"),
      (.nationalInsurance, "AO123456A"), (.nationalInsurance, "QQ 12 34 56 A"),
      (.nhsNumber, "943 476 5871"), (.nhsNumber, "987 654 4321"),
      (.paymentCard, "4111 1111 1111 1112"), (.paymentCard, "1234567812345678"),
      (.luhn, "79927398710"), (.luhn, "0"), (.luhn, ""), (.luhn, "7992739871x"),
      (.iban, "GB82 WEST 1234 5698 7654 33"), (.iban, "XX82 WEST 1234 5698 7654 32"),
      (.iban, "GB82"), (.postcode, "A4 5MB"), (.postcode, "QQ1 1AA"), (.postcode, "A"),
      (.vehicleRegistration, "AI12 CDE"), (.vehicleRegistration, "AB01 CDE"),
      (.vehicleRegistration, "ZB12 CDE"), (.gridReference, "IA 12345 67890"),
      (.gridReference, "TG 514 1317"), (.mgrs, "4QSJ 12345 67890"), (.mgrs, "61QFJ1234"),
      (.machineReadableZone, "L898902C37UTO7408122F1204159ZE184226B<<<<<10"),
      (.machineReadableZone, "L898902C36UTO7408122F1204159ZE184226B<<<<<11"),
      (.taxReference, "2955839661"), (.vatNumber, "880780684"), (.vatNumber, "000000000"),
      (.socialSecurityNumber, "666-45-6789"), (.socialSecurityNumber, "123-00-6789"),
      (.socialSecurityNumber, "900-45-6789"), (.drivingLicence, "MORGA663054SM9IJ"),
      (.plusCode, "8FVC9G8F-6X"), (.plusCode, "ZZZZZZZZ+ZZ"),
    ] as [(Validator, String)]
  )
  func fails(_ validator: Validator, _ text: String) {
    #expect(!validator.accepts(text.utf8))
  }

  @Test("No check falls over an odd text", arguments: Validator.allCases)
  func oddTexts(_ validator: Validator) {
    let texts = ["", " ", "-", "é", "\0", String(repeating: "9", count: 200), "<", "GB", "+", "A1"]
    #expect(texts.allSatisfy { !validator.accepts($0.utf8) })
    for length in 0...64 {
      for byte: UInt8 in [0, 0x30, 0x39, 0x41, 0x3C, 0x2B, 0xFF] {
        _ = validator.accepts(repeatElement(byte, count: length))
      }
    }
    #expect(Validator(rawValue: validator.rawValue) == validator)
  }
}
