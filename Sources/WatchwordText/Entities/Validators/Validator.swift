/// A named check that a number or code is well formed, for rules that say `validate:`.
///
/// The checks follow the publishers of each number; passing one does not mean that it was issued.
public enum Validator: String, CaseIterable, Hashable, Sendable {
  /// The Luhn formula (ISO/IEC 7812-1, annex B) over two digits or more.
  case luhn
  /// A payment card: the range and length of a known scheme, and the Luhn formula.
  case paymentCard = "payment-card"
  /// An NHS number: ten digits, modulus 11.
  case nhsNumber = "nhs-number"
  /// An IBAN: the length its country sets, modulus 97 (ISO 13616-1).
  case iban
  /// A National Insurance number: the letters HMRC uses; it has no check digit.
  case nationalInsurance = "national-insurance"
  /// A UK postcode: the letters each place allows.
  case postcode
  /// A vehicle registration as issued in Great Britain since 2001.
  case vehicleRegistration = "vehicle-registration"
  /// A National Grid reference of two to ten figures.
  case gridReference = "grid-reference"
  /// A Military Grid Reference System reference of two to ten figures.
  case mgrs
  /// The second line of a passport's machine-readable zone: its check digits (ICAO Doc 9303).
  case machineReadableZone = "machine-readable-zone"
  /// A United States Social Security number.
  case socialSecurityNumber = "social-security-number"
  /// A driving licence number of Great Britain: its date of birth.
  case drivingLicence = "driving-licence"
  /// A UK Unique Taxpayer Reference: ten digits, modulus 11.
  case taxReference = "tax-reference"
  /// A UK VAT number: nine digits with or without `GB`, modulus 97.
  case vatNumber = "vat-number"
  /// A full plus code (Open Location Code).
  case plusCode = "plus-code"

  /// Whether a text passes the check.
  ///
  /// Spaces, hyphens and full stops between the characters do not count; letters may have either
  /// case. A text of more than 64 characters never passes.
  public func accepts(_ text: some Sequence<UInt8>) -> Bool {
    var code: [UInt8] = []
    for byte in text where byte != 0x20 && byte != 0x2D && byte != 0x2E {
      if code.count == 64 { return false }
      code.append(byte &- 0x61 < 26 ? byte & 0xDF : byte)
    }
    return accepts(compact: code)
  }

  /// Whether a code in upper case and without separators passes the check.
  func accepts(compact code: [UInt8]) -> Bool {
    switch self {
    case .luhn: NumberChecks.luhn(code)
    case .paymentCard: NumberChecks.paymentCard(code)
    case .nhsNumber: NumberChecks.nhsNumber(code)
    case .iban: AccountChecks.iban(code)
    case .nationalInsurance: PersonalChecks.nationalInsurance(code)
    case .postcode: PlaceChecks.postcode(code)
    case .vehicleRegistration: PersonalChecks.vehicleRegistration(code)
    case .gridReference: PlaceChecks.gridReference(code)
    case .mgrs: PlaceChecks.mgrs(code)
    case .machineReadableZone: PersonalChecks.machineReadableZone(code)
    case .socialSecurityNumber: NumberChecks.socialSecurityNumber(code)
    case .drivingLicence: PersonalChecks.drivingLicence(code)
    case .taxReference: NumberChecks.taxReference(code)
    case .vatNumber: AccountChecks.vatNumber(code)
    case .plusCode: PlaceChecks.plusCode(code)
    }
  }
}

/// The value of an ASCII digit; meaningless for other bytes.
@inline(__always)
func digitValue(_ byte: UInt8) -> Int { Int(byte) - 0x30 }

/// Whether a byte is an upper-case ASCII letter.
@inline(__always)
func isASCIIUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

extension StaticString {
  /// Whether the ASCII text holds a byte.
  func holds(_ byte: UInt8) -> Bool {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount).contains(byte)
  }

  /// Whether the ASCII text, read as entries of equal length, holds the bytes as an entry.
  func holdsEntry(_ bytes: some Collection<UInt8>) -> Bool {
    let entries = UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    guard !bytes.isEmpty else { return false }
    return stride(from: 0, to: entries.count - bytes.count + 1, by: bytes.count).contains {
      entries[$0..<$0 + bytes.count].elementsEqual(bytes)
    }
  }
}
