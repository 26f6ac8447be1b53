import CYAML
import WatchwordText

/// Builds nodes from libyaml's events.
struct YAMLBuilder {
  /// The document's value, once it is complete.
  private(set) var root: YAMLNode?
  /// The mistakes that do not stop the reading.
  private(set) var problems: [YAMLProblem] = []

  /// The text read, without a byte-order mark.
  private let bytes: UnsafeBufferPointer<UInt8>
  /// From libyaml's marks to bytes.
  private let characters: YAMLCharacters
  /// The offset in the file of the first byte.
  private let base: Int
  /// The line in the file of the first byte.
  private let firstLine: Int
  /// When to stop.
  private let limits: YAMLLimits
  /// The collections being filled, the outermost first.
  private var open: [Collection] = []
  /// The values that aliases stand for.
  private var anchors: [String: Value] = [:]
  /// The lines of the text, once somebody asks.
  private var lines: LineTable?
  /// How many values there are so far.
  private var nodes = 0
  /// How many documents there are so far.
  private var documents = 0

  /// Makes a builder for a text.
  init(
    bytes: UnsafeBufferPointer<UInt8>,
    characters: YAMLCharacters,
    base: Int,
    firstLine: Int,
    limits: YAMLLimits
  ) {
    self.bytes = bytes
    self.characters = characters
    self.base = base
    self.firstLine = firstLine
    self.limits = limits
  }

  /// A complete value with its size.
  private struct Value {
    var node: YAMLNode
    /// How many values it holds, itself included.
    var count = 1
    /// How many collections are inside one another in it.
    var height = 0
  }

  /// A collection being filled.
  private struct Collection {
    let isMapping: Bool
    let isFlow: Bool
    let start: Int
    let anchor: String?
    var end: Int
    var count = 1
    var height = 1
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    /// The key that waits for its value.
    var key: YAMLNode?
    /// Where each key first stands.
    var seen: [String: YAMLNode] = [:]
  }

  /// Takes one event; throws where reading cannot go on.
  ///
  /// Ranges in the error are offsets into the text and lack `base`.
  mutating func take(_ event: yaml_event_t) throws(YAMLProblem) {
    let start = characters.byte(event.start_mark.index)
    let end = max(start, characters.byte(event.end_mark.index))
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      guard documents == 1 else {
        throw YAMLProblem(
          .unsupported,
          "a second document starts here, and only one is read",
          advice: "delete the line `---`, or move what follows to a file of its own",
          range: SourceRange(start, end)
        )
      }
    case YAML_SCALAR_EVENT:
      try finish(scalar(event, SourceRange(start, end)), anchor: name(event.data.scalar.anchor))
    case YAML_ALIAS_EVENT:
      try alias(name(event.data.alias.anchor) ?? "", SourceRange(start, end))
    case YAML_SEQUENCE_START_EVENT:
      let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      try enter(
        Collection(
          isMapping: false,
          isFlow: isFlow,
          start: start,
          anchor: name(event.data.sequence_start.anchor),
          end: end
        )
      )
    case YAML_MAPPING_START_EVENT:
      let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      try enter(
        Collection(
          isMapping: true,
          isFlow: isFlow,
          start: start,
          anchor: name(event.data.mapping_start.anchor),
          end: end
        )
      )
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      try leave(at: end)
    default:
      break
    }
  }

  /// The text of a name that libyaml gives, if it gives one.
  private func name(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  /// The value of a scalar event.
  private func scalar(_ event: yaml_event_t, _ written: SourceRange) -> Value {
    let data = event.data.scalar
    let text = String(
      decoding: UnsafeBufferPointer(start: data.value, count: data.length),
      as: UTF8.self
    )
    let style: YAMLScalar.Style =
      switch data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    var range = trimmed(written)
    // An omitted value is found where the next key stands; it belongs to its own key.
    if range.isEmpty, let key = open.last?.key, key.range.end - base <= range.start {
      let between = bytes[key.range.end - base..<range.start]
      if between.contains(0x0A) || between.contains(0x0D) {
        range = SourceRange(key.range.end - base, key.range.end - base)
      }
    }
    let places = TextPlaces(of: text, style: style, at: range, in: bytes, base: base)
    let scalar = YAMLScalar(text: text, style: style, places: places)
    return Value(node: YAMLNode(.scalar(scalar), range: range.shifted(by: base)))
  }

  /// A range without the blanks and line ends at its end.
  private func trimmed(_ range: SourceRange) -> SourceRange {
    var end = range.end
    while end > range.start, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return SourceRange(range.start, end)
  }

  /// Adds what an alias stands for, at the alias's own place.
  private mutating func alias(_ name: String, _ range: SourceRange) throws(YAMLProblem) {
    if var value = anchors[name] {
      value.node.range = range.shifted(by: base)
      if case .scalar(var scalar) = value.node.kind {
        scalar.places = .unknown
        value.node.kind = .scalar(scalar)
      }
      try finish(value, anchor: nil, adding: value.count)
      return
    }
    let isInside = open.contains { $0.anchor == name }
    problems.append(
      YAMLProblem(
        .unknownAlias,
        isInside
          ? "the alias `*\(name)` stands inside what it stands for"
          : "nothing above is named `&\(name)`",
        advice: "put a text that starts with `*` in quotes",
        range: range.shifted(by: base)
      )
    )
    let scalar = YAMLScalar(text: "", style: .plain, places: .unknown)
    try finish(
      Value(node: YAMLNode(.scalar(scalar), range: range.shifted(by: base))),
      anchor: nil
    )
  }

  /// Starts a collection.
  private mutating func enter(_ collection: Collection) throws(YAMLProblem) {
    try checkDepth(open.count + 1, at: collection.start)
    open.append(collection)
  }

  /// Ends the innermost collection, at `end` where it is written with brackets.
  private mutating func leave(at end: Int) throws(YAMLProblem) {
    guard let collection = open.popLast() else { return }
    let stop = collection.isFlow ? end : trimmed(SourceRange(collection.start, collection.end)).end
    let node = YAMLNode(
      collection.isMapping ? .mapping(collection.entries) : .sequence(collection.items),
      range: SourceRange(collection.start, max(stop, collection.start)).shifted(by: base)
    )
    try finish(
      Value(node: node, count: collection.count, height: collection.height),
      anchor: collection.anchor
    )
  }

  /// Puts a complete value where it belongs; its members, but for an alias's, were counted before.
  private mutating func finish(
    _ value: Value,
    anchor: String?,
    adding added: Int = 1
  ) throws(YAMLProblem) {
    let start = value.node.range.start - base
    nodes += added
    if let anchor { anchors[anchor] = value }
    guard !open.isEmpty else {
      root = value.node
      return
    }
    try checkDepth(open.count + value.height, at: start)
    let last = open.count - 1
    open[last].count += value.count
    open[last].height = max(open[last].height, value.height + 1)
    open[last].end = max(open[last].end, value.node.range.end - base)
    guard nodes <= limits.nodes else {
      throw YAMLProblem(
        .limit,
        "this holds more than the \(limits.nodes) values that are read",
        range: value.node.range.shifted(by: -base)
      )
    }
    guard open[last].isMapping else {
      open[last].items.append(value.node)
      return
    }
    if let key = open[last].key {
      open[last].key = nil
      add(key: key, value: value.node, to: last)
    } else {
      open[last].key = value.node
    }
  }

  /// Adds an entry to an open mapping, or a problem where its key will not do.
  private mutating func add(key: YAMLNode, value: YAMLNode, to index: Int) {
    guard let scalar = key.scalar else {
      problems.append(
        YAMLProblem(
          .unsupported,
          "a key must be a plain text",
          advice: "put a text that starts with `[` or `{` in quotes",
          range: key.range
        )
      )
      return
    }
    if scalar.text == "<<", !scalar.isQuoted {
      problems.append(
        YAMLProblem(
          .unsupported,
          "merge keys (`<<`) are not read",
          advice: "write the keys out",
          range: key.range
        )
      )
      return
    }
    if let first = open[index].seen[scalar.text] {
      let line = line(of: first.range.start - base)
      problems.append(
        YAMLProblem(
          .duplicateKey,
          "the key `\(scalar.text)` is already on line \(line)",
          advice: "keep one of the two",
          range: key.range
        )
      )
      return
    }
    open[index].seen[scalar.text] = key
    open[index].entries.append(YAMLEntry(key: key, value: value))
  }

  /// The line in the file that holds a byte of the text.
  private mutating func line(of offset: Int) -> Int {
    let table = lines ?? LineTable(Array(bytes))
    lines = table
    return firstLine + table.line(containing: offset)
  }

  /// Throws where collections are too deep inside one another.
  private func checkDepth(_ depth: Int, at offset: Int) throws(YAMLProblem) {
    guard depth > limits.depth else { return }
    let end = min(offset + 1, bytes.count)
    throw YAMLProblem(
      .limit,
      "this is more than \(limits.depth) lists and maps deep",
      range: SourceRange(min(offset, end), end)
    )
  }
}
