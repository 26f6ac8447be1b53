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
