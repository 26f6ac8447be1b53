import WatchwordText

/// An entity with its text, for comparisons that read well.
struct FoundEntity: Equatable, CustomStringConvertible {
  let kind: EntityKind
  let text: String
  /// Its range in bytes.
  let range: SourceRange

  var description: String { "\(kind.rawValue) \(text) \(range)" }
}

/// A text and the entities found in it.
struct ScannedText {
  let bytes: [UInt8]
  let entities: [Entity]

  /// Finds the social entities of a text.
  init(social text: String) {
    bytes = Array(text.utf8)
    var found: [Entity] = []
    bytes.withUnsafeBufferPointer { SocialEntities.scan($0, into: &found) }
    entities = found
  }

  /// The entities of some kinds, with their text.
  func found(_ kinds: EntityKind...) -> [FoundEntity] {
    entities.filter { kinds.isEmpty || kinds.contains($0.kind) }.map {
      FoundEntity(kind: $0.kind, text: text($0.range), range: $0.range)
    }
  }

  /// The text of a range.
  func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// The number of scalars before an offset.
  func scalars(before offset: Int) -> Int {
    bytes[..<offset].count { $0 & 0xC0 != 0x80 }
  }
}

/// The count of an outside suite's cases, and those that went otherwise than it says.
struct SuiteTally {
  let name: String
  /// Cases known to differ, by description or text, with the reason.
  let known: [String: String]
  private(set) var passed = 0
  private(set) var differing: [String] = []
  private(set) var failures: [String] = []

  init(_ name: String, known: [String: String] = [:]) {
    self.name = name
    self.known = known
  }

  /// Counts a case.
  mutating func count(_ label: String, _ matches: Bool, _ found: @autoclosure () -> String) {
    if matches {
      passed += 1
    } else {
      if known[label] != nil {
        differing.append(label)
      } else {
        failures.append("\(name): \(label): \(found())")
      }
    }
  }

  /// One line on how the suite went.
  var summary: String {
    "\(name): \(passed) passed, \(differing.count) known to differ, \(failures.count) failed"
  }

  /// Known differences that no longer are any.
  var stale: [String] { known.keys.filter { !differing.contains($0) }.sorted() }
}

extension ScannedText {
  /// Finds the identifiers of a text.
  init(identifiers text: String) { self.init(identifiers: Array(text.utf8)) }

  /// Finds the identifiers of bytes.
  init(identifiers bytes: [UInt8]) {
    self.bytes = bytes
    var social: [Entity] = []
    var found: [Entity] = []
    bytes.withUnsafeBufferPointer {
      SocialEntities.scan($0, into: &social)
      IdentifierEntities.scan($0, social: social, into: &found)
    }
    entities = found
  }
}
