/// A thing with a format of its own that a text names: a tag, an address, a number with a meaning.
public struct Entity: Hashable, Sendable {
  /// What it is.
  public var kind: EntityKind
  /// Its bytes in the post's text.
  public var range: SourceRange

  /// Makes an entity of a kind at a range.
  public init(_ kind: EntityKind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// The kinds of entity, named as rules name them.
public enum EntityKind: String, CaseIterable, Hashable, Sendable {
  // Social entities, found in every text.
  case hashtag, mention, cashtag, url, email
  // Places.
  case coordinates
  case gridReference = "grid-reference"
  case mgrs
  case what3words
  case plusCode = "plus-code"
  case mapLink = "map-link"
  case postcode
  // People and their numbers.
  case phone
  case nationalInsurance = "national-insurance"
  case nhsNumber = "nhs-number"
  case paymentCard = "payment-card"
  case iban
  case bankAccount = "bank-account"
  case vehicleRegistration = "vehicle-registration"
  case machineReadableZone = "machine-readable-zone"
  case socialSecurityNumber = "social-security-number"
  case drivingLicence = "driving-licence"
  case taxReference = "tax-reference"
  case vatNumber = "vat-number"
  // Secrets.
  case privateKey = "private-key"
  case accessToken = "access-token"
  case urlCredentials = "url-credentials"
}

extension EntityKind {
  /// The kinds that every analysis finds; all others are looked for only where a rule asks.
  public static let social: Set<EntityKind> = [.hashtag, .mention, .cashtag, .url, .email]
}

extension EntityKind {
  /// The place among all cases, from 0; a tag in sets of kinds and in compiled programs.
  public var number: UInt8 {
    switch self {
    case .hashtag: 0
    case .mention: 1
    case .cashtag: 2
    case .url: 3
    case .email: 4
    case .coordinates: 5
    case .gridReference: 6
    case .mgrs: 7
    case .what3words: 8
    case .plusCode: 9
    case .mapLink: 10
    case .postcode: 11
    case .phone: 12
    case .nationalInsurance: 13
    case .nhsNumber: 14
    case .paymentCard: 15
    case .iban: 16
    case .bankAccount: 17
    case .vehicleRegistration: 18
    case .machineReadableZone: 19
    case .socialSecurityNumber: 20
    case .drivingLicence: 21
    case .taxReference: 22
    case .vatNumber: 23
    case .privateKey: 24
    case .accessToken: 25
    case .urlCredentials: 26
    }
  }
}
