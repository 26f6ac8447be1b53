import WatchwordText

/// Reads the phrase syntax (`docs/rule-language.md`).
struct PhraseParser {
  /// A mistake in a phrase.
  struct Mistake: Hashable {
    /// One plain sentence without a full stop.
    let message: String
    /// What to do about it, where that is known.
    let advice: String?
    /// The bytes of the phrase at fault.
    let range: SourceRange
  }

  /// The groups that may stand inside one another.
  private static let maximumDepth = 8

  /// The elements read.
  private(set) var elements: [Phrase.Element] = []
  /// The mistakes, in their order.
  private(set) var mistakes: [Mistake] = []
  /// The vocabularies named, with their names' bytes in the phrase.
  private(set) var vocabularies: [(name: String, range: SourceRange)] = []

  private let bytes: [UInt8]
  private var index = 0

  /// Reads a phrase.
  init(_ text: String) {
    bytes = Array(text.utf8)
    elements = run(depth: 0)
    if mistakes.isEmpty, elements.allSatisfy(\.isOptional) {
      report(
        elements.isEmpty ? "this phrase is empty" : "this phrase can be left out as a whole",
        SourceRange(0, bytes.count)
      )
    }
  }

  /// Reads elements up to the end, `|`, or a closing bracket.
  private mutating func run(depth: Int) -> [Phrase.Element] {
    var result: [Phrase.Element] = []
    while index < bytes.count {
      let start = index
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D:
        index += 1
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if let element = group(depth: depth + 1) { result.append(element) }
      case UInt8(ascii: "{"), UInt8(ascii: "<"):
        if let element = named() { result.append(element) }
      case UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        if depth > 0 { return result }
        let mark = Character(UnicodeScalar(bytes[index]))
        index += 1
        report(
          mark == "|" ? "`|` stands outside brackets" : "`\(mark)` closes nothing",
          advice: mark == "|" ? "put the words it separates in `(` and `)`" : nil,
          SourceRange(start, index)
        )
      case UInt8(ascii: "}"), UInt8(ascii: ">"):
        index += 1
        report(
          "`\(Character(UnicodeScalar(bytes[start])))` closes nothing",
          SourceRange(start, index)
        )
      case UInt8(ascii: "~"):
        index += 1
        inflect(&result, at: start)
      default:
        result.append(literal())
      }
    }
    return result
  }

  /// Reads a word or mark: everything up to a blank or a sign of the syntax.
  private mutating func literal() -> Phrase.Element {
    let start = index
    while index < bytes.count, !Self.isSign(bytes[index]), !Self.isBlank(bytes[index]) {
      index += 1
    }
    if index < bytes.count, [UInt8(ascii: "("), UInt8(ascii: "[")].contains(bytes[index]),
      Self.isLetter(bytes[index - 1])
    {
      report(
        "a group cannot be a part of a word",
        advice: "write the words in full",
        SourceRange(index, index + 1)
      )
    }
    return .literal(String(decoding: bytes[start..<index], as: UTF8.self), inflected: false)
  }

  /// Reads `(a|b)` or `[a|b]`.
  private mutating func group(depth: Int) -> Phrase.Element? {
    let start = index
    let isOptional = bytes[index] == UInt8(ascii: "[")
    let close = isOptional ? UInt8(ascii: "]") : UInt8(ascii: ")")
    index += 1
    guard depth <= Self.maximumDepth else {
      report("these groups are too deep inside one another", SourceRange(start, index))
      index = bytes.count
      return nil
    }
    var runs: [[Phrase.Element]] = []
    while true {
      let runStart = index
      let before = mistakes.count
      let elements = run(depth: depth)
      if elements.isEmpty, mistakes.count == before, index < bytes.count {
        report(
          runs.isEmpty && bytes[index] == close ? "this group is empty" : "an alternative is empty",
          SourceRange(max(runStart - 1, start), index + 1)
        )
      }
      runs.append(elements)
      guard index < bytes.count else {
        let mark = isOptional ? "[" : "("
        if mistakes.count == before {
          report("`\(mark)` is not closed", SourceRange(start, start + 1))
        }
        return nil
      }
      let mark = bytes[index]
      index += 1
      if mark == UInt8(ascii: "|") { continue }
      if mark != close {
        report(
          "`\(Character(UnicodeScalar(mark)))` does not close `\(Character(UnicodeScalar(bytes[start])))`",
          SourceRange(index - 1, index)
        )
      }
      break
    }
    if index < bytes.count, Self.isLetter(bytes[index]) {
      report(
        "a group cannot be a part of a word",
        advice: "write the words in full",
        SourceRange(start, index)
      )
    }
    guard isOptional else { return .alternatives(runs) }
    return .optional(runs.count == 1 ? runs[0] : [.alternatives(runs)])
  }

  /// Reads `{class}` or `<vocabulary>`.
  private mutating func named() -> Phrase.Element? {
    let start = index
    let isClass = bytes[index] == UInt8(ascii: "{")
    let close = isClass ? UInt8(ascii: "}") : UInt8(ascii: ">")
    guard let end = bytes[index...].firstIndex(of: close) else {
      report("`\(isClass ? "{" : "<")` is not closed", SourceRange(start, start + 1))
      index = bytes.count
      return nil
    }
    index = end + 1
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    let range = SourceRange(start + 1, end)
    if isClass {
      if let tokenClass = TokenClass(rawValue: name) { return .tokenClass(tokenClass) }
      report(
        "there is no class `{\(name)}`",
        advice: NearName.advice(name, among: TokenClass.allCases.map(\.rawValue)),
        SourceRange(start, index)
      )
      return nil
    }
    vocabularies.append((name, range))
    return .vocabulary(name)
  }

  /// Applies `~` to the element before it.
  private mutating func inflect(_ elements: inout [Phrase.Element], at place: Int) {
    let range = SourceRange(place, place + 1)
    guard place > 0, !Self.isBlank(bytes[place - 1]), let last = elements.last else {
      report("`~` has no word before it", range)
      return
    }
    guard let inflected = last.inflected else {
      report("`~` works only behind a word or a group of words", range)
      return
    }
    if index < bytes.count, Self.isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "~") {
      report("`~` stands only at the end of a word", range)
    }
    elements[elements.count - 1] = inflected
  }

  /// Notes a mistake.
  private mutating func report(_ message: String, advice: String? = nil, _ range: SourceRange) {
    mistakes.append(Mistake(message: message, advice: advice, range: range))
  }

  /// Whether a byte has a meaning in the syntax.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "(", ")", "[", "]", "{", "}", "<", ">", "|", "~": true
    default: false
    }
  }

  /// Whether a byte separates words.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether a byte is a letter or digit of ASCII or a part of another character.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || UnicodeScalar(byte).properties.isAlphabetic || (0x30...0x39).contains(byte)
  }
}

extension Phrase.Element {
  /// Whether a text can do without it.
  fileprivate var isOptional: Bool {
    switch self {
    case .optional: true
    case .alternatives(let runs): runs.contains { $0.allSatisfy(\.isOptional) }
    case .literal, .tokenClass, .vocabulary: false
    }
  }

  /// The element with all its words inflected; nil where it has a class or vocabulary.
  fileprivate var inflected: Phrase.Element? {
    switch self {
    case .literal(let text, _):
      return .literal(text, inflected: true)
    case .alternatives(let runs):
      let changed = runs.map { $0.compactMap(\.inflected) }
      return zip(changed, runs).allSatisfy { $0.count == $1.count } ? .alternatives(changed) : nil
    case .optional(let elements):
      let changed = elements.compactMap(\.inflected)
      return changed.count == elements.count ? .optional(changed) : nil
    case .tokenClass, .vocabulary:
      return nil
    }
  }
}
