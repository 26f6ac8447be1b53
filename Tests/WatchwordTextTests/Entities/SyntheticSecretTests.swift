import Foundation
import Testing
import TestSupport
import WatchwordText

@Suite("Synthetic secrets", .enabled(if: Conformance.isAvailable))
struct SyntheticSecretTests {
  private struct Token: Decodable {
    let kind: String
    let parts: [String]
    let secret_like: Bool
  }

  private struct Parts: Decodable {
    let parts: [String]
    var text: String { parts.joined() }
  }

  private struct Numbers: Decodable {
    let card_valid_luhn, card_invalid_luhn, iban_valid, iban_invalid: [Parts]
    let phone_fictional, email_reserved, ip_documentation: [String]
  }

  /// How each value may stand in a post.
  private static let frames = [("", ""), ("Key: ", " please rotate."), ("(", ")")]

  @Test("Every secret is found, every harmless value is not")
  func tokens() throws {
    let tokens = try JSONDecoder().decode(
      [Token].self,
      from: Data(Conformance.bytes("secrets-synthetic/tokens.json"))
    )
    var tally = SuiteTally("secrets-synthetic tokens")
    for (before, after) in Self.frames {
      for token in tokens {
        let text = before + token.parts.joined() + after
        let found = ScannedText(identifiers: text).found()
        tally.count(
          "\(token.kind) in “\(before)…”",
          !found.isEmpty == token.secret_like,
          "\(found)"
        )
      }
    }
    print(tally.summary)
    #expect(tally.failures == [])
  }

  @Test("Numbers are told by their checks, and values for examples by their ranges")
  func numbers() throws {
    let numbers = try JSONDecoder().decode(
      Numbers.self,
      from: Data(Conformance.bytes("secrets-synthetic/numbers.json"))
    )
    var tally = SuiteTally("secrets-synthetic numbers")
    func count(_ texts: [String], _ kinds: [EntityKind]) {
      for text in texts {
        for (before, after) in Self.frames {
          let found = ScannedText(identifiers: before + text + after).entities.map(\.kind)
          tally.count(text, found == kinds, "\(found)")
        }
      }
    }
    count(numbers.card_valid_luhn.map(\.text), [.paymentCard])
    count(numbers.card_invalid_luhn.map(\.text), [])
    count(numbers.iban_valid.map(\.text), [.iban])
    count(numbers.iban_invalid.map(\.text), [])
    count(numbers.phone_fictional, [.phone])
    count(numbers.email_reserved, [])
    count(numbers.ip_documentation, [])
    for phone in numbers.phone_fictional where phone.hasPrefix("+49") == false {
      tally.count(phone, IdentifierEntities.isFictional(phone: phone.utf8), "not fictional")
    }
    print(tally.summary)
    #expect(tally.failures == [])
  }
}
