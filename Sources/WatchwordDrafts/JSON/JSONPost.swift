internal import WatchwordRules
import WatchwordDiagnostics
import WatchwordText

/// One object of JSON as a post, while its members are read.
struct JSONPost {
  /// The keys that make a context.
  let keys: ContextKeyTable
  /// The offset in the file of the scanned bytes.
  let baseOffset: Int
  /// What is wrong with this object so far.
  private(set) var problems: DraftProblems
  /// The text; nil until `text` is read, and when it is not a string.
  private var text: MappedText?
  /// Whether `text` was there at all.
  private var hasText = false
  /// The id as written.
  private var id: String?
  /// The context so far.
  private var context = Context()
  /// Escapes that are half of a pair.
  private var unpaired: [SourceRange] = []
  /// The bytes of the whole object in the file.
  private var range = SourceRange(0, 0)

  /// Makes an object that nothing is known about.
  init(keys: ContextKeyTable, baseOffset: Int, path: String) {
    self.keys = keys
    self.baseOffset = baseOffset
    self.problems = DraftProblems(path: path)
  }

  /// Reads the object at which the scanner stands; nothing but white space may follow it.
  mutating func read(_ scanner: inout JSONScanner) throws(JSONMistake) {
    try readObject(&scanner, depth: 0)
    scanner.skipSpace()
    guard scanner.next == nil else { throw scanner.mistake(.trailingText) }
  }

  /// Reads the object at which the scanner stands; `depth` counts the brackets open around it.
  mutating func readObject(_ scanner: inout JSONScanner, depth: Int) throws(JSONMistake) {
    let start = scanner.position
    guard scanner.next == UInt8(ascii: "{") else {
      try scanner.skipValue(depth: depth)
      throw JSONMistake(kind: .notAnObject, range: start..<scanner.position)
    }
    try scanner.enter(depth: depth)
    var isFirst = true
    while let key = try scanner.nextKey(isFirst: isFirst) {
      isFirst = false
      try readMember(key, &scanner)
    }
    range = SourceRange(baseOffset + start, baseOffset + scanner.position)
  }

  /// Reads the value of one key.
  private mutating func readMember(
    _ key: JSONString,
    _ scanner: inout JSONScanner
  ) throws(JSONMistake) {
    if key.hasEscapes {
      var name = key.value(in: scanner, baseOffset: baseOffset, unpaired: &unpaired)
      let known = name.withUTF8 { KnownKey($0, keys) }
      try readMember(known, key, &scanner)
    } else {
      let name = UnsafeBufferPointer(rebasing: scanner.bytes[key.content])
      try readMember(KnownKey(name, keys), key, &scanner)
    }
  }

  /// Reads the value of a key whose meaning is known.
  private mutating func readMember(
    _ known: KnownKey,
    _ key: JSONString,
    _ scanner: inout JSONScanner
  ) throws(JSONMistake) {
    switch known {
    case .text:
      if hasText { reportDuplicate(key) }
      try readText(&scanner)
    case .id:
      if id != nil { reportDuplicate(key) }
      id = try scanner.contextValue(depth: 1, baseOffset: baseOffset, unpaired: &unpaired)
        .flatMap { if case .text(let text) = $0, !text.isEmpty { text } else { nil } }
    case .context(let name):
      if context.entries[name] != nil { reportDuplicate(key) }
      let value = try scanner.contextValue(
        depth: 1,
        baseOffset: baseOffset,
        unpaired: &unpaired
      )
      guard let value else { return }
      let range = SourceRange(
        baseOffset + key.content.lowerBound - 1,
        baseOffset + scanner.position
      )
      context.entries[name] = ContextEntry(value, range: range)
    case .other:
      try scanner.skipValue(depth: 1)
    }
  }

  /// Reads the value of `text`.
  private mutating func readText(_ scanner: inout JSONScanner) throws(JSONMistake) {
    hasText = true
    let start = scanner.position
    guard scanner.next == UInt8(ascii: "\"") else {
      try scanner.skipValue(depth: 1)
      problems.report(
        "text-not-a-string",
        at: SourceRange(baseOffset + start, baseOffset + scanner.position),
        "`text` must be a string, so this post was not checked",
        advice: "Put the post's words in quotation marks."
      )
      return
    }
    let string = try scanner.string()
    var text = MappedText(capacity: string.content.count)
    string.decode(in: scanner, baseOffset: baseOffset, into: &text, unpaired: &unpaired)
    self.text = text
  }

  /// Reports a key that stands in the object twice; the later value counts, as in most readers.
  private mutating func reportDuplicate(_ key: JSONString) {
    problems.report(
      "duplicate-key",
      at: SourceRange(baseOffset + key.content.lowerBound, baseOffset + key.content.upperBound),
      "this key stands in the object twice, and only the last was read",
      advice: "Keep one of them."
    )
  }

  /// The post, once the object is read; nil, and reported, where it has no text.
  mutating func post(defaultID: String) -> Post? {
    for range in unpaired {
      problems.report(
        "unpaired-surrogate",
        .warning,
        at: range,
        "this escape is half of a character, and was read as U+FFFD",
        advice: "Write both halves of the pair, or the character itself."
      )
    }
    if !hasText {
      problems.report(
        "missing-text",
        at: range,
        "this object has no `text`, so there is no post to check",
        advice: "Put the post's words under the key `text`."
      )
    }
    guard let text else { return nil }
    return Post(id: id ?? defaultID, text: text.bytes, context: context, map: text.map)
  }
}

/// What a key of a post's object means.
private enum KnownKey {
  /// The post's words.
  case text
  /// The post's id.
  case id
  /// A context key, in the spelling of ``ContextKey``.
  case context(String)
  /// Nothing to this reader.
  case other

  /// Compares the bytes of a key with those that have a meaning.
  init(_ name: UnsafeBufferPointer<UInt8>, _ keys: ContextKeyTable) {
    if name.count == 4, name.elementsEqual("text".utf8) {
      self = .text
    } else if name.count == 2, name.elementsEqual("id".utf8) {
      self = .id
    } else if let key = keys.key(for: name) {
      self = .context(key)
    } else {
      self = .other
    }
  }
}
