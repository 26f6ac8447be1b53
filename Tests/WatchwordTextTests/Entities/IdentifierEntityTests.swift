import Testing
import TestSupport
import WatchwordText

@Suite("Identifiers")
struct IdentifierEntityTests {
  @Test(
    "Places",
    arguments: [
      ("we are at ⟦51.50735, -0.12776⟧.", [.coordinates]),
      ("⟦51.5074, -0.1278⟧", [.coordinates]), ("⟦51.5074° N, 0.1278° W⟧", [.coordinates]),
      ("grid pin ⟦51.507 0.127⟧", [.coordinates]), ("⟦51°30'26\"N 0°7'39\"W⟧!", [.coordinates]),
      ("⟦N 51° 30'⟧ today", [.coordinates]), ("at ⟦51° 30′ N⟧", [.coordinates]),
      ("RV ⟦TG 51409 13177⟧", [.gridReference]), ("to ⟦SU 387 148⟧.", [.gridReference]),
      ("⟦TQ 30080 80500⟧", [.gridReference]), ("grid ⟦SU387148⟧", [.gridReference]),
      ("⟦4QFJ 12345 67890⟧", [.mgrs]), ("⟦30UXC1234567890⟧", [.mgrs]),
      ("meet ⟦///filled.count.soap⟧.", [.what3words]),
      ("our location is ⟦filled.count.soap⟧.", [.what3words]),
      ("⟦8FVC9G8F+6X⟧", [.plusCode]), ("⟦9G8F+6X⟧ Examplia", [.plusCode]),
      (
        "⟦https://maps.app.goo.gl/AbCd⟧ ⟦https://www.google.com/maps/place/x⟧",
        [.mapLink, .mapLink]
      ),
      ("⟦geo:51.5,-0.12⟧", [.mapLink]), ("⟦https://w3w.co/filled.count.soap⟧", [.mapLink]),
      ("12 High St, ⟦SW1A 2HB⟧", [.postcode]),
      ("⟦W1A 1HQ⟧ ⟦EC1A 1BB⟧, ⟦GIR 0AA⟧", [.postcode, .postcode, .postcode]),
      ("⟦M60 1NW⟧, ⟦BF1 0AX⟧, postcode ⟦CR26XH⟧", [.postcode, .postcode, .postcode]),
    ] as [(String, [EntityKind])]
  )
  func places(_ marked: String, _ kinds: [EntityKind]) { expect(marked, kinds) }

  @Test(
    "People, accounts and vehicles",
    arguments: [
      ("NI ⟦AB123456C⟧", [.nationalInsurance]), ("⟦AB 12 34 56 C⟧.", [.nationalInsurance]),
      ("NHS ⟦943 476 5870⟧", [.nhsNumber]), ("NHS number:⟦9434765870⟧", [.nhsNumber]),
      ("⟦999 999 9999⟧", [.nhsNumber]), ("⟦4111 1111 1111 1111⟧", [.paymentCard]),
      ("⟦378282246310005⟧ ⟦5555-5555-5555-4444⟧", [.paymentCard, .paymentCard]),
      ("⟦GB82 WEST 1234 5698 7654 32⟧", [.iban]), ("IBAN:⟦DE89370400440532013000⟧,", [.iban]),
      ("⟦FR14 2004 1010 0505 0001 3M02 606⟧ ⟦NO93 8601 1117 947⟧", [.iban, .iban]),
      ("⟦12-34-56 12345678⟧", [.bankAccount]),
      ("sort code ⟦123456, account 12345678⟧", [.bankAccount]),
      ("van ⟦BD51 SMR⟧ left", [.vehicleRegistration]), ("⟦AB12CDE⟧", [.vehicleRegistration]),
      (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<\n⟦L898902C36UTO7408122F1204159ZE184226B<<<<<10⟧",
        [.machineReadableZone]
      ),
      ("⟦123-45-6789⟧", [.socialSecurityNumber]), ("⟦MORGA657054SM9IJ⟧", [.drivingLicence]),
      ("UTR ⟦1955839661⟧", [.taxReference]), ("⟦GB980780684⟧", [.vatNumber]),
      ("VAT no ⟦980780684⟧ and ⟦GB 980 7806 84⟧", [.vatNumber, .vatNumber]),
    ] as [(String, [EntityKind])]
  )
  func people(_ marked: String, _ kinds: [EntityKind]) { expect(marked, kinds) }

  @Test(
    "Telephone numbers",
    arguments: [
      "call ⟦07700 900123⟧ now", "⟦07700900123⟧", "⟦+44 7700 900123⟧", "⟦+447700900123⟧.",
      "⟦+44 (0)20 7946 0000⟧", "⟦(020) 7946 0000⟧", "⟦020 7946 0958⟧,", "⟦0808 157 0123⟧",
      "⟦0044 20 7946 0958⟧", "⟦01632 960983⟧", "⟦03069 990123⟧", "⟦(915) 555-0118⟧",
      "(⟦915-555-0118⟧)", "⟦+1 915 555 0118⟧", "⟦+1 202-555-0143⟧", "⟦1-800-555-0129⟧",
      "⟦915.555.0118⟧", "(⟦+1 915 555 0118⟧)", "ring ⟦915 555 0118⟧", "⟦+49 30 23125 123⟧",
      "⟦1 (915) 555-0118⟧", "⟦1 915 555 0118⟧", "tel:⟦07700 900123⟧", "text ⟦9155550118⟧",
      "⟦0113 496 0000⟧ or ⟦0121 496 0001⟧", "12 ⟦07700 900 123⟧", "⟦07700-900-123⟧",
      "#1 ⟦07700 900123⟧",
    ]
  )
  func phones(_ marked: String) {
    expect(marked, Array(repeating: .phone, count: MarkedText(marked).ranges.count))
  }

  @Test(
    "Secrets",
    arguments: [
      ("-----BEGIN RSA PRIVATE KEY-----", .privateKey),
      ("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----", .privateKey),
      ("password is Blankshires7", .accessToken), ("Wi-Fi password: Examplia2026", .accessToken),
      ("postgres://ops:hunter2@db.internal/x", .urlCredentials),
    ] as [(String, EntityKind)]
  )
  func secrets(_ text: String, _ kind: EntityKind) {
    #expect(ScannedText(identifiers: text).found().map(\.kind) == [kind])
  }

  @Test(
    "Numbers of daily life are none of these",
    arguments: [
      "20261122", "2026-11-22", "22/11/2026 22.11.2026 22-11-26", "22-11-26 20261122",
      "at 0530, 05:30Z",
      "£1,234,567.89 $4.111111 €12 345 678", "v1.2.3 1.2345, 1.3456 10.15.7, 12.0.1",
      "EURUSD 1.0845, 1.2710", "#4111111111111111 @943476587", "order 4111111111111112",
      "07700900830*** 07700 900xxx 0770 0900", "+20 000 000 people", "+1500 jobs", "24/7 365",
      "ISBN 978-0-306-40615-7", "EAN 4006381333931", "2013344478858273095",
      "aircraft N924AN", "A4 5MB paper", "QQ1 1AA", "AI12 CDE AB01 CDE ZB12 CDE", "FY26 EPS",
      "S24 8GB",
      "IA 12345 67890", "order NO 123456", "part SK123456", "4QSJ 12345 67890",
      "lunch.meet.later", "see you at lunch.meet.later", "file:///usr.local.bin",
      "`location.path` `source.lines.begin`", "C++11 8+8",
      "25°C and 180° turn", "943 476 5871", "987 654 4321", "9434765870", "1955839661", "980780684",
      "666-45-6789", "TN 31 12 58 F GB123456A AO123456A QQ 12 34 56 A",
      "service number 30123456", "GB82 WEST 1234 5698 7654 33", "R 241808Z JAN 20 MID110000334548U",
      "https://example.com/07700900123 https://example.com/?c=4111111111111111",
      "https://openstreetmap.org https://what3words.com",
      "0x922854260ac31b33c743f38e2ed29bb5d45567d0",
      "password: at least twelve characters", "the password is secret", "password=****",
      "10:30 a=1",
      "192.0.2.1 198.51.100.7 203.0.113.9 2001:db8::1", "100%", "1/2 2/3 3-4-5", "2014-2020",
      "-----BEGIN PUBLIC KEY-----", "----- 12 -----", "",
    ]
  )
  func nothing(_ text: String) {
    #expect(ScannedText(identifiers: text).found() == [])
  }

  @Test(
    "Numbers for fiction",
    arguments: [
      ("01632 960000", true), ("01632 961000", false), ("020 7946 0999", true),
      ("+44 (0)20 7946 0000", true), ("020 7946 1000", false), ("0113 496 0000", true),
      ("0191 498 0123", true), ("0191 496 0123", false), ("028 9649 6500", true),
      ("029 2018 0001", true), ("07700 900123", true), ("+447700900123", true),
      ("0044 7700 900123", true), ("07700 901000", false), ("0808 157 0000", true),
      ("0909 879 0000", true), ("03069 990999", true), ("+1 202-555-0143", true),
      ("(915) 555-0118", true), ("1-800-555-0199", true), ("915-555-0200", false),
      ("+49 30 23125 123", false), ("", false), ("+", false), ("0", false),
    ]
  )
  func fictional(_ phone: String, _ isFictional: Bool) {
    #expect(IdentifierEntities.isFictional(phone: phone.utf8) == isFictional)
  }

  @Test(
    "Long runs of one piece end, sorted",
    arguments: [
      "1", "a1", "1 ", "1-", "1.", "+1", "A1 ", "AB12 ", "GB82 ", "1°", "N1°1'", "/", "///a.b.",
      ":", "://a:",
      "=", "password=", "-----BEGIN ", "-----BEGIN RSA PRIVATE KEY-----\n", "eyJ1.", "<1", "1+",
      "aaaa.",
      "07700 900123 ", "4111 ", "12-34-56 ", "geo:1,", "password is 1a", "1.123, ", "(0", "é1",
      "1\u{A0}",
    ]
  )
  func hostile(_ piece: String) {
    let scan = ScannedText(identifiers: String(repeating: piece, count: 5_000))
    #expect(
      zip(scan.entities, scan.entities.dropFirst()).allSatisfy { $0.range.end <= $1.range.start }
    )
    #expect(scan.entities.allSatisfy { $0.range.end <= scan.bytes.count && !$0.range.isEmpty })
  }

  @Test("Ill-formed bytes and cut texts are read to the end")
  func cut() {
    let text = Array(
      "SW1A 2HB +44 (0)20 7946 0000 51°30'26\"N GB82 WEST 1234 5698 7654 32 ///a.b.c 4QFJ 12345 67890"
        .utf8
    )
    for end in 0...text.count {
      for tail: [UInt8] in [[], [0xFF], [0xC2], [0xE2, 0x80]] {
        let scan = ScannedText(identifiers: Array(text[..<end]) + tail)
        #expect(scan.entities.allSatisfy { $0.range.end <= end + tail.count })
      }
    }
  }

  /// Expects exactly the marked ranges, of the kinds given.
  private func expect(
    _ marked: String,
    _ kinds: [EntityKind],
    at location: SourceLocation = #_sourceLocation
  ) {
    let expected = MarkedText(marked)
    let scan = ScannedText(identifiers: expected.text)
    let texts = expected.ranges.map(scan.text)
    #expect(scan.found().map(\.text) == texts, sourceLocation: location)
    #expect(scan.entities.map(\.kind) == kinds, sourceLocation: location)
  }
}
