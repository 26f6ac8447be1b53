internal import WatchwordDrafts
public import WatchwordText

/// What in a text tells of real people, places and numbers, and what can stand for it.
public struct Redaction {
  /// One stretch that can be replaced.
  public struct Replacement: Hashable, Sendable {
    /// How sure it is that the stretch must go.
    public enum Need: Hashable, Sendable {
      /// A name, number or address.
      case certain
      /// A word that a pack itself lists, and so is public.
      case listed
      /// The first word of a sentence, which may be a name.
      case possible
    }

    /// The bytes of the text.
    public var range: SourceRange
    /// What takes their place: something invented of the same form.
    public var text: String
    /// How sure it is.
    public var need: Need
  }

  /// Invented names.
  private static let names = [
    "Examplia", "Blankshire", "Samplock", "Testerby", "Northmock", "Placeholme", "Specimour",
  ]
  /// Words that begin a sentence and are no names.
  private static let openers: Set<String> = [
    "a", "about", "after", "all", "also", "an", "and", "another", "any", "are", "as", "at",
    "because", "before", "but", "by", "can", "could", "did", "do", "does", "every", "for", "from",
    "had", "has", "have", "he", "her", "here", "his", "how", "i", "if", "in", "is", "it", "its",
    "just", "like", "many", "my", "no", "not", "now", "of", "off", "on", "one", "or", "our", "out",
    "put", "she", "should", "so", "some", "that", "the", "their", "then", "there", "these", "they",
    "this", "to", "today", "tomorrow", "up", "was", "we", "were", "what", "when", "where", "who",
    "why", "will", "with", "would", "yes", "yesterday", "you", "your",
  ]

  /// Analyses texts.
  private let inspector = Inspector()

  /// Makes a redaction.
  public init() {}

  /// What can be replaced in a text, in reading order.
  ///
  /// - Parameters:
  ///   - listed: The words of a pack, in lower case.
  ///   - asOf: The day of publication, by which dates are told from other numbers.
  public func replacements(
    in text: String,
    listed: Set<String>,
    asOf: CivilDate
  ) -> [Replacement] {
    let bytes = Array(text.utf8)
    let post = Post(id: "", text: bytes, map: SourceMap(verbatim: bytes.count, at: 0))
    let inspection = inspector.inspect(post, asOf: asOf)
    /// The words of a range.
    func string(_ range: SourceRange) -> String {
      String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
    var result: [Replacement] = []
    for entity in inspection.entities where (result.last?.range.end ?? 0) <= entity.range.start {
      let words = inspection.analysis.tokens.filter { token in
        token.range.start >= entity.range.start && token.range.end <= entity.range.end
      }
      let isListed =
        entity.kind == .hashtag && !words.isEmpty
        && words.allSatisfy { listed.contains(string($0.range).lowercased()) }
      result.append(
        Replacement(
          range: entity.range,
          text: Self.invented(entity.kind, string(entity.range)),
          need: isListed ? .listed : .certain
        )
      )
    }
    let entities = result.map(\.range)
    let times = inspection.times.map(\.range)
    var invented: [String: String] = [:]
    for token in inspection.analysis.tokens
    where !entities.contains(where: { $0.start < token.range.end && token.range.start < $0.end })
      && !times.contains(where: { $0.start < token.range.end && token.range.start < $0.end })
    {
      let word = string(token.range)
      let folded = word.lowercased()
      let isListed = listed.contains(folded)
      switch token.kind {
      case .number:
        result.append(
          Replacement(
            range: token.range,
            text: Self.sameForm(word),
            need: isListed ? .listed : .certain
          )
        )
      case .word where token.flags.contains(.capitalised) || token.flags.contains(.allCapitals):
        let opens = token.flags.contains(.startsSentence) || token.flags.contains(.startsLine)
        guard folded != "i", !folded.hasPrefix("i'"), !folded.hasPrefix("i’"),
          !opens || !Self.openers.contains(folded)
        else { continue }
        var name = invented[folded] ?? Self.names[invented.count % Self.names.count]
        invented[folded] = name
        if token.flags.contains(.allCapitals) { name = Self.sameForm(word) }
        if word.hasSuffix("'s") || word.hasSuffix("’s") { name += word.suffix(2) }
        result.append(
          Replacement(
            range: token.range,
            text: name,
            need: isListed ? .listed : opens ? .possible : .certain
          )
        )
      default: continue
      }
    }
    return result.sorted { $0.range < $1.range }
  }

  /// The text with some of the replacements made, which do not overlap.
  public static func applying(_ replacements: [Replacement], to text: String) -> String {
    var bytes = Array(text.utf8)
    for replacement in replacements.sorted(by: { $0.range > $1.range }) {
      bytes.replaceSubrange(
        replacement.range.start..<replacement.range.end,
        with: replacement.text.utf8
      )
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An invented thing of a kind; domains and telephone numbers are those kept free for examples.
  private static func invented(_ kind: EntityKind, _ text: String) -> String {
    switch kind {
    case .hashtag: "#Examplia"
    case .mention: text.dropFirst().contains("@") ? "@sample@social.example" : "@sample"
    case .url: text.contains("://") ? "https://example.org/" : "example.org"
    case .email: "sample@example.org"
    case .phone: text.hasPrefix("+44") ? "+44 1632 960000" : "01632 960000"
    default: sameForm(text)
    }
  }

  /// The text with other letters and digits in the same places.
  private static func sameForm(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "0"..."9": scalar == "0" ? "0" : "2"
          case "a"..."z": "x"
          case "A"..."Z": "X"
          default: scalar.properties.isAlphabetic ? "x" : scalar
          }
        }
      )
    )
  }
}
