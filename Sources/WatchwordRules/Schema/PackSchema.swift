/// JSON Schemas (draft 2020-12) of the files of a pack and of the configuration, for editors that complete and check YAML.
///
/// They are made from the tables the loader checks with, so the two cannot disagree. The text is
/// stable: keys stand in one order, indented by two spaces, with a line end behind.
public enum PackSchema {
  /// The schema of `watchword.yml`.
  public static func configuration() -> String {
    schema(.configuration, "A Watchword configuration")
  }

  /// The schema of a rule file.
  public static func rule() -> String { schema(.rule, "A Watchword rule") }

  /// The schema of `pack.yml`.
  public static func pack() -> String { schema(.pack, "A Watchword rule pack") }

  /// The schema of `guidance.yml`.
  public static func guidance() -> String { schema(.guidance, "The guidance of a Watchword pack") }

  /// The schema of a file in `vocabulary/`.
  public static func vocabulary() -> String { schema(.vocabulary, "A Watchword vocabulary") }

  /// Every schema with the name of the file it belongs in.
  public static var files: [(name: String, text: String)] {
    [
      ("config.schema.json", configuration()), ("guidance.schema.json", guidance()),
      ("pack.schema.json", pack()),
      ("rule.schema.json", rule()), ("vocabulary.schema.json", vocabulary()),
    ]
  }

  /// The schema of a file, with the definitions it needs.
  private static func schema(_ root: TableName, _ title: String) -> String {
    var names: [TableName] = [root]
    var index = 0
    while index < names.count {
      for name in names[index].table.keys.flatMap({ $0.shape.tables }) where !names.contains(name) {
        names.append(name)
      }
      index += 1
    }
    let order = TableName.allCases.filter { names.contains($0) && $0 != root }
    var members: [(String, SchemaValue)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text(title)),
    ]
    members += root.table.schema
    if !order.isEmpty {
      members.append(("$defs", .object(order.map { ($0.rawValue, .object($0.table.schema)) })))
    }
    return SchemaValue.object(members).written + "\n"
  }
}

/// A value of a schema.
indirect enum SchemaValue {
  case text(String)
  case number(Int)
  case truth(Bool)
  case list([SchemaValue])
  case object([(String, SchemaValue)])

  /// The value as JSON.
  var written: String { write(indent: "") }

  /// The value as JSON, its further lines behind `indent`.
  private func write(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .truth(let truth): return truth ? "true" : "false"
    case .list(let items):
      if items.isEmpty { return "[]" }
      let lines = items.map { inner + $0.write(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { inner + Self.quoted($0.0) + ": " + $0.1.write(indent: inner) }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    }
  }

  /// A text as a JSON string; the texts of schemas hold no control characters.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }
}
