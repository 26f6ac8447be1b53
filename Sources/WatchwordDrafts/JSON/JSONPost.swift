internal import WatchwordRules
import WatchwordDiagnostics
import WatchwordText

/// One object of JSON as a post, while its members are read.
struct JSONPost {
  /// The keys that make a context.
  let keys: ContextKeyTable
  /// The offset in the file of the scanned bytes.
  let baseOffset: Int
  /// The keys that lead to the words; nil to look for `text`, or else one of the usual keys.
  let textKeys: [String]?
  /// What is wrong with this object so far.
  private(set) var problems: DraftProblems
  /// The text; nil until it is read, and when it is not a string.
  private var text: MappedText?
  /// Whether the text was there at all.
  private var hasText = false
  /// The strings under other keys that usually hold the words, with these keys.
  private var candidates: [(key: JSONString, string: JSONString)] = []
  /// The id as written.
  private var id: String?
  /// Where it is written.
  private var idRange: SourceRange?
  /// The context so far.
  private var context = Context()
  /// The suppressions so far.
  private var suppressions: [Suppression] = []
  /// Escapes that are half of a pair.
  private var unpaired: [SourceRange] = []
  /// The bytes of the whole object in the file.
  private var range = SourceRange(0, 0)

  /// Makes an object that nothing is known about.
  init(keys: ContextKeyTable, baseOffset: Int, path: String, textKeys: [String]? = nil) {
    self.keys = keys
    self.baseOffset = baseOffset
    self.textKeys = textKeys
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
    if !hasText { chooseText(scanner, from: start) }
  }

  /// Reads the value of one key.
  private mutating func readMember(
    _ key: JSONString,
    _ scanner: inout JSONScanner
  ) throws(JSONMistake) {
    if key.hasEscapes {
      var name = key.value(in: scanner, baseOffset: baseOffset, unpaired: &unpaired)
      let known = name.withUTF8 { KnownKey($0, keys, text: textKeys?.first) }
      try readMember(known, key, &scanner)
    } else {
      let name = UnsafeBufferPointer(rebasing: scanner.bytes[key.content])
      try readMember(KnownKey(name, keys, text: textKeys?.first), key, &scanner)
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
      if let textKeys, textKeys.count > 1 {
        try readText(under: textKeys.dropFirst(), &scanner, depth: 1)
      } else {
        try readText(&scanner, depth: 1)
      }
    case .candidate:
      guard scanner.next == UInt8(ascii: "\"") else { return try scanner.skipValue(depth: 1) }
      candidates.append((key, try scanner.string()))
    case .id:
      if id != nil { reportDuplicate(key) }
      let start = scanner.position
      id = try scanner.contextValue(depth: 1, baseOffset: baseOffset, unpaired: &unpaired)
        .flatMap { if case .text(let text) = $0, !text.isEmpty { text } else { nil } }
      idRange = SourceRange(baseOffset + start, baseOffset + scanner.position)
    case .suppressions:
      try readSuppressions(&scanner)
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

  /// Reads the value of `allow`: a string with a suppression, or a list of them.
  private mutating func readSuppressions(_ scanner: inout JSONScanner) throws(JSONMistake) {
    guard scanner.next == UInt8(ascii: "[") else {
      return try readSuppression(&scanner, depth: 1)
    }
    try scanner.enter(depth: 1)
    var isFirst = true
    while try scanner.moreFollows(isFirst: isFirst, closing: UInt8(ascii: "]")) {
      isFirst = false
      try readSuppression(&scanner, depth: 2)
    }
  }

  /// Reads one suppression; anything but a string or `null` is reported.
  private mutating func readSuppression(
    _ scanner: inout JSONScanner,
    depth: Int
  ) throws(JSONMistake) {
    let start = scanner.position
    let isText = scanner.next == UInt8(ascii: "\"")
    let isNull = scanner.next == UInt8(ascii: "n")
    let value = try scanner.contextValue(
      depth: depth,
      baseOffset: baseOffset,
      unpaired: &unpaired
    )
    let range = SourceRange(baseOffset + start, baseOffset + scanner.position)
    if isText, case .text(let text)? = value {
      suppressions += SuppressionComment.read(cell: text, at: range, problems: &problems)
    } else if !isNull {
      problems.report(
        "suppression-not-a-text",
        at: range,
        "this suppression is not a string, so it was not read",
        advice: "Write it as \"rule-name because reason\"."
      )
    }
  }

  /// Reads the text that some keys lead to from the value at which the scanner stands.
  private mutating func readText(
    under names: ArraySlice<String>,
    _ scanner: inout JSONScanner,
    depth: Int
  ) throws(JSONMistake) {
    guard let name = names.first else { return try readText(&scanner, depth: depth) }
    guard scanner.next == UInt8(ascii: "{") else { return try scanner.skipValue(depth: depth) }
    try scanner.enter(depth: depth)
    var isFirst = true
    while let key = try scanner.nextKey(isFirst: isFirst) {
      isFirst = false
      if key.value(in: scanner, baseOffset: baseOffset, unpaired: &unpaired) == name {
        try readText(under: names.dropFirst(), &scanner, depth: depth + 1)
      } else {
        try scanner.skipValue(depth: depth + 1)
      }
    }
  }

  /// Reads the text.
  private mutating func readText(
    _ scanner: inout JSONScanner,
    depth: Int
  ) throws(JSONMistake) {
    hasText = true
    let start = scanner.position
    guard scanner.next == UInt8(ascii: "\"") else {
      try scanner.skipValue(depth: depth)
      problems.report(
        "text-not-a-string",
        at: SourceRange(baseOffset + start, baseOffset + scanner.position),
        "`\(textKeys?.last ?? "text")` must be a string, so this post was not checked",
        advice: "Put the post's words in quotation marks."
      )
      return
    }
    take(try scanner.string(), scanner)
  }

  /// Takes a string for the text.
  private mutating func take(_ string: JSONString, _ scanner: JSONScanner) {
    hasText = true
    var text = MappedText(capacity: string.content.count)
    string.decode(in: scanner, baseOffset: baseOffset, into: &text, unpaired: &unpaired)
    self.text = text
  }

  /// Takes the text from the one other key that usually holds it; reports where there is none, or more.
  private mutating func chooseText(_ scanner: JSONScanner, from start: Int) {
    if candidates.count == 1 { return take(candidates[0].string, scanner) }
    /// A key as it is written.
    func name(_ key: JSONString) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: scanner.bytes[key.content]), as: UTF8.self)
    }
    guard candidates.isEmpty else {
      let (first, second) = (candidates[0].key, candidates[1].key)
      return problems.report(
        "two-texts",
        at: SourceRange(
          baseOffset + second.content.lowerBound,
          baseOffset + second.content.upperBound
        ),
        "`\(name(first))` and `\(name(second))` could both hold the post's words, so it was not checked",
        advice: "Name one of them `text`, or say which with `--json-text`."
      )
    }
    problems.report(
      "missing-text",
      at: range,
      "no key here is known to hold the post's words\(JSONKeys.seen(in: scanner, from: start))",
      advice: textKeys.map {
        "Put them under `\($0.joined(separator: "."))`, as `--json-text` says."
      }
        ?? "Put them under `text`, or say where they stand: `--json-text data.posts[].caption`."
    )
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

  /// Takes the post, once the object is read, and what is wrong with it; no post where it has no text.
  mutating func finish(
    defaultID: String,
    into posts: inout [Post],
    problems: inout DraftProblems
  ) {
    let post = post(defaultID: defaultID)
    if let post { posts.append(post) }
    problems.add(self.problems.diagnostics, post: id ?? defaultID)
  }

  /// The post, once the object is read; nil, and reported, where it has no text.
  private mutating func post(defaultID: String) -> Post? {
    for range in unpaired {
      problems.report(
        "unpaired-surrogate",
        .warning,
        at: range,
        "this escape is half of a character, and was read as U+FFFD",
        advice: "Write both halves of the pair, or the character itself."
      )
    }
    guard let text, !problems.refuseLong(text.bytes.count, at: range, post: id ?? defaultID) else {
      return nil
    }
    var post = Post(
      id: id ?? defaultID,
      idRange: id == nil ? nil : idRange,
      text: text.bytes,
      context: context,
      map: text.map,
      suppressions: suppressions
    )
    post.object = range
    return post
  }
}

/// What a key of a post's object means.
private enum KnownKey {
  /// The post's words.
  case text
  /// The post's id.
  case id
  /// The post's words, where nothing is more clearly so.
  case candidate
  /// The suppressions of the post.
  case suppressions
  /// A context key, in the spelling of ``ContextKey``.
  case context(String)
  /// Nothing to this reader.
  case other

  /// Compares the bytes of a key with those that have a meaning; `text` is the key of the words, if that is known.
  init(_ name: UnsafeBufferPointer<UInt8>, _ keys: ContextKeyTable, text: String?) {
    if let text, name.elementsEqual(text.utf8) {
      self = .text
    } else if text == nil, name.count == 4, name.elementsEqual("text".utf8) {
      self = .text
    } else if name.count == 2, name.elementsEqual("id".utf8) {
      self = .id
    } else if name.count == 5, name.elementsEqual("allow".utf8) {
      self = .suppressions
    } else if let key = keys.key(for: name) {
      self = .context(key)
    } else {
      self = text == nil && Self.isCandidate(name) ? .candidate : .other
    }
  }

  /// Whether exports use a key for the words of a post.
  private static func isCandidate(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    switch name.count {
    case 4:
      name.elementsEqual("body".utf8) || name.elementsEqual("copy".utf8)
        || name.elementsEqual("post".utf8)
    case 5: name.elementsEqual("tweet".utf8)
    case 7:
      name.elementsEqual("caption".utf8) || name.elementsEqual("message".utf8)
        || name.elementsEqual("content".utf8)
    case 8: name.elementsEqual("postText".utf8)
    case 9: name.elementsEqual("post_text".utf8)
    default: false
    }
  }
}
