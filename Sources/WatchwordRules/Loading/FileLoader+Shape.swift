import WatchwordText

extension FileLoader {
  /// Reports where a value has not the shape it must have.
  ///
  /// `called` names it in messages; `owner` is its key, marked where the value lacks something.
  mutating func check(
    _ node: YAMLNode,
    as shape: ValueShape,
    called: String,
    owner: SourceRange?
  ) {
    switch shape {
    case .written(let scalar, let list, let map):
      let chosen: ValueShape? =
        switch node.kind {
        case .scalar: scalar
        case .sequence: list
        case .mapping: map
        }
      if let chosen {
        check(node, as: chosen, called: called, owner: owner)
      } else if let first = scalar ?? list ?? map {
        wrong(node, "\(called) must be \(first.noun)", owner)
      }
    case .list(let item, let least):
      guard let items = node.items else { return wrong(node, "\(called) must be a list", owner) }
      if items.count < least {
        report(
          "missing-value",
          "\(called) needs at least \(least == 1 ? "one item" : "\(least) items")",
          at: owner ?? node.range
        )
      }
      for value in items { check(value, as: item, called: "each item of \(called)", owner: nil) }
    case .table(let name):
      table(node, name.table, called: called, owner: owner)
    case .map(let key, let value):
      guard let entries = node.entries else { return wrong(node, "\(called) must be a map", owner) }
      for entry in entries {
        check(entry.key, as: key, called: "a key of \(called)", owner: nil)
        check(entry.value, as: value, called: "`\(entry.name)`", owner: entry.key.range)
      }
    case .anything:
      break
    default:
      scalar(node, shape, called: called, owner: owner)
    }
  }

  /// Checks a single value.
  private mutating func scalar(
    _ node: YAMLNode,
    _ shape: ValueShape,
    called: String,
    owner: SourceRange?
  ) {
    guard let scalar = node.scalar else {
      return wrong(node, "\(called) must be \(shape.noun)", owner)
    }
    guard !node.isNull, !scalar.text.isEmpty else {
      return report(
        "missing-value",
        "\(called) is empty",
        at: node.range.isEmpty ? owner ?? node.range : node.range
      )
    }
    switch shape {
    case .truth:
      if Self.truth(scalar) == nil { wrong(node, "\(called) must be \(shape.noun)", owner) }
    case .number(let least):
      guard let number = number(node), number >= least else {
        return wrong(node, "\(called) must be \(shape.noun)", owner)
      }
    case .day:
      if !Self.isDay(scalar.text) {
        report(
          "bad-date",
          "`\(scalar.text)` is no day",
          advice: "write it as YYYY-MM-DD",
          at: node.range
        )
      }
    case .moment:
      if Moment(scalar.text) == nil {
        report(
          "bad-date",
          "`\(scalar.text)` is no day or time",
          advice: "write it as YYYY-MM-DD, or as YYYY-MM-DDThh:mm+hh:mm",
          at: node.range
        )
      }
    case .name:
      if !Self.isName(scalar.text) {
        report(
          "bad-name",
          "`\(scalar.text)` is no name",
          advice: "use lower-case words joined by hyphens",
          at: node.range
        )
      }
    case .choice(let values, let noun):
      guard !values.contains(scalar.text) else { return }
      let few = values.count <= 8 ? "write " + values.joined(separator: ", ") : nil
      report(
        "unknown-value",
        "`\(scalar.text)` is no \(noun)",
        advice: NearName.advice(scalar.text, among: values) ?? few,
        at: node.range
      )
    case .contextKey:
      contextKey(scalar.text, node.range)
    case .columnKey:
      guard !ColumnKey.all.contains(scalar.text) else { return }
      report(
        "unknown-column-key",
        "`\(scalar.text)` is neither a context key nor \(ColumnKey.others.joined(separator: ", "))",
        advice: NearName.advice(scalar.text, among: ColumnKey.all),
        at: node.range
      )
    case .conditionKey:
      guard scalar.text != "stated" else { return }
      let isNegated = scalar.text.hasPrefix("not-")
      contextKey(String(scalar.text.dropFirst(isNegated ? 4 : 0)), node.range)
    default:
      break
    }
  }

  /// Checks a key of the context; what follows a dot is free.
  mutating func contextKey(_ key: String, _ range: SourceRange) {
    let name = String(key.prefix { $0 != "." })
    guard !ContextKey.all.contains(name) else { return }
    report(
      "unknown-context-key",
      "there is no context key `\(name)`",
      advice: NearName.advice(name, among: ContextKey.all),
      at: range
    )
  }

  /// Checks the keys of a map, then their values.
  private mutating func table(
    _ node: YAMLNode,
    _ table: KeyTable,
    called: String,
    owner: SourceRange?
  ) {
    guard let entries = node.entries else { return wrong(node, "\(called) must be a map", owner) }
    var names: Set<String> = []
    for entry in entries {
      guard let key = table[entry.name] else {
        let known = table.keys.map(\.name)
        report(
          "unknown-key",
          "\(table.noun) has no key `\(entry.name)`",
          advice: NearName.advice(entry.name, among: known)
            ?? (known.count <= 8 ? "write " + known.joined(separator: ", ") : nil),
          at: entry.key.range
        )
        // A misspelt key is one mistake: what it was meant for is not missing too.
        if let near = NearName.nearest(to: entry.name, among: known) { names.insert(near) }
        continue
      }
      names.insert(entry.name)
      check(entry.value, as: key.shape, called: "`\(entry.name)`", owner: entry.key.range)
    }
    let place = owner ?? entries.first?.key.range ?? SourceRange(node.range.start, node.range.start)
    for key in table.keys where key.isRequired && !names.contains(key.name) {
      report("missing-key", "\(table.noun) needs `\(key.name)`", at: place)
    }
    for key in table.keys where !key.needs.isEmpty && key.needs.allSatisfy({ !names.contains($0) })
    {
      guard let range = entries.first(where: { $0.name == key.name })?.key.range else { continue }
      let wanted = key.needs.map { "`\($0)`" }.joined(separator: " or ")
      report("misplaced-key", "`\(key.name)` has a meaning only beside \(wanted)", at: range)
    }
    for group in table.groups {
      let found = entries.filter { group.keys.contains($0.name) }
      if found.isEmpty, names.isDisjoint(with: group.keys) {
        let wanted = group.keys.map { "`\($0)`" }
        let list = wanted.dropLast().joined(separator: ", ") + " or " + (wanted.last ?? "")
        report("missing-key", "\(table.noun) needs \(list)", at: place)
      }
      for extra in found.dropFirst() where group.isExclusive {
        report(
          "conflicting-keys",
          "`\(extra.name)` cannot stand beside `\(found[0].name)`",
          at: extra.key.range
        )
      }
    }
  }

  /// Reports a value of the wrong kind.
  private mutating func wrong(_ node: YAMLNode, _ message: String, _ owner: SourceRange?) {
    if node.isNull, node.range.isEmpty, let owner {
      report("missing-value", message, at: owner)
    } else {
      report("wrong-type", message, at: node.range)
    }
  }

  /// Whether a text is lower-case words and numbers joined by hyphens.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first != 0x2D, last != 0x2D else {
      return false
    }
    var before: UInt8 = 0
    for byte in text.utf8 {
      let isFine = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      if !isFine || byte == 0x2D && before == 0x2D { return false }
      before = byte
    }
    return true
  }

  /// Whether a text is a day of the Gregorian calendar as `YYYY-MM-DD`.
  static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    let digits = bytes.enumerated().filter { $0.offset != 4 && $0.offset != 7 }.map(\.element)
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    let values = digits.map { Int($0) - 0x30 }
    let year = values[0] * 1000 + values[1] * 100 + values[2] * 10 + values[3]
    let month = values[4] * 10 + values[5]
    let day = values[6] * 10 + values[7]
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
  }
}

extension ValueShape {
  /// The shape in words, with its article.
  var noun: String {
    switch self {
    case .text, .phrase, .anything: "a text"
    case .name: "a name"
    case .truth: "yes or no"
    case .number(let least): least == 0 ? "a whole number" : "a whole number from \(least)"
    case .day: "a day"
    case .moment: "a day or a time"
    case .choice(let values, let noun):
      values.count == 1
        ? "`\(values[0])`" : "aeiou".contains(noun.first ?? " ") ? "an \(noun)" : "a \(noun)"
    case .contextKey, .conditionKey: "a context key"
    case .columnKey: "what a column can hold"
    case .list: "a list"
    case .table, .map: "a map"
    case .written(let scalar, let list, let map): (scalar ?? list ?? map)?.noun ?? "a value"
    }
  }
}
