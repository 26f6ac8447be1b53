import WatchwordText

/// What an approval holds of the text it is for: a hash that no change of words leaves as it is.
///
/// The hash is SHA-256 over the *canonical text*: what readers will see, in Normalisation Form C,
/// each run of white space and line ends as one space, none at either end. So it does not matter how
/// a draft is encoded, quoted, escaped or wrapped. The parts of a thread stand on a line each.
public struct TextDigest: Hashable, Sendable, CustomStringConvertible {
  /// The name of the hash, as it stands before the digits.
  private static let prefix = "sha256:"
  /// The 64 hexadecimal digits of the hash, in lower case.
  public let digits: String

  /// The digest of a post, or of a thread by its parts.
  public init(of posts: some Sequence<Post>) {
    let lines = posts.map { CanonicalText.bytes(of: $0.text) }
    digits = SHA256.hexadecimal(Array(lines.joined(separator: [0x0A])))
  }

  /// Reads a digest as it is written; nil for anything else.
  public init?(_ text: String) {
    let digits = text.dropFirst(Self.prefix.count).lowercased()
    guard text.lowercased().hasPrefix(Self.prefix), digits.utf8.count == 64,
      digits.utf8.allSatisfy({
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      })
    else { return nil }
    self.digits = digits
  }

  /// The digest as it is written: `sha256:` and its digits.
  public var description: String { Self.prefix + digits }
}

/// The form of a text in which nothing but its words counts.
enum CanonicalText {
  /// The canonical text of well-formed UTF-8; see ``TextDigest``.
  static func bytes(of text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isBetweenWords = false
    for value in CanonicalComposition.normalized(
      String(decoding: text, as: UTF8.self).unicodeScalars
    ) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if isSpace(scalar) {
        isBetweenWords = !result.isEmpty
        continue
      }
      if isBetweenWords { result.append(0x20) }
      isBetweenWords = false
      UTF8.encode(scalar).map { result.append(contentsOf: $0) }
    }
    return result
  }

  /// Whether a scalar is white space (Unicode Standard, property White_Space).
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
