extension KeyTable {
  /// The members of a schema for the map.
  var schema: [(String, SchemaValue)] {
    var members: [(String, SchemaValue)] = [
      ("type", .text("object")),
      (
        "properties",
        .object(
          keys.map { ($0.name, .object([("description", .text($0.about))] + $0.shape.schema)) }
        )
      ),
    ]
    let required = keys.filter(\.isRequired)
    if !required.isEmpty { members.append(("required", .list(required.map { .text($0.name) }))) }
    members.append(("additionalProperties", .truth(false)))
    let needy = keys.filter { !$0.needs.isEmpty }
    if !needy.isEmpty {
      members.append(
        (
          "dependentSchemas",
          .object(needy.map { ($0.name, .object([("anyOf", Self.presence($0.needs))])) })
        )
      )
    }
    if !groups.isEmpty {
      members.append(
        (
          "allOf",
          .list(
            groups.map { group in
              .object([(group.isExclusive ? "oneOf" : "anyOf", Self.presence(group.keys))])
            }
          )
        )
      )
    }
    return members
  }

  /// One schema for each key that asks for it to be there.
  private static func presence(_ keys: [String]) -> SchemaValue {
    .list(keys.map { .object([("required", .list([.text($0)]))]) })
  }
}

extension ValueShape {
  /// The tables named in it.
  var tables: [TableName] {
    switch self {
    case .table(let name): [name]
    case .list(let item, _): item.tables
    case .map(let key, let value): key.tables + value.tables
    case .written(let scalar, let list, let map):
      [scalar, list, map].compactMap(\.self).flatMap(\.tables)
    default: []
    }
  }

  /// The members of a schema for the value.
  var schema: [(String, SchemaValue)] {
    switch self {
    case .text, .phrase:
      // A plain number or truth value is a text here: the loader reads what is written.
      [
        ("type", .list([.text("string"), .text("number"), .text("boolean")])),
        ("minLength", .number(1)),
      ]
    case .name:
      [("type", .text("string")), ("pattern", .text("^[a-z0-9]+(-[a-z0-9]+)*$"))]
    case .truth:
      [
        (
          "enum",
          .list([.truth(true), .truth(false), .text("yes"), .text("no"), .text("on"), .text("off")])
        )
      ]
    case .number(let least):
      [("type", .text("integer")), ("minimum", .number(least))]
    case .day:
      [("type", .text("string")), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .moment:
      [
        ("type", .text("string")),
        (
          "pattern",
          .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?)?$")
        ),
      ]
    case .choice(let values, _):
      // YAML 1.1 readers take `off` for a truth value.
      [("enum", .list(values.map { .text($0) } + (values.contains("off") ? [.truth(false)] : [])))]
    case .contextKey:
      [("type", .text("string")), ("pattern", .text("^(" + Self.contextKeys + ")(\\..+)?$"))]
    case .columnKey:
      [
        ("type", .text("string")),
        ("enum", .list(ColumnKey.all.map { .text($0) })),
      ]
    case .conditionKey:
      [
        ("type", .text("string")),
        ("pattern", .text("^(stated|(not-)?(" + Self.contextKeys + ")(\\..+)?)$")),
      ]
    case .anything:
      []
    case .list(let item, let least):
      [("type", .text("array")), ("items", .object(item.schema))]
        + (least > 0 ? [("minItems", .number(least))] : [])
    case .table(let name):
      [("$ref", .text("#/$defs/" + name.rawValue))]
    case .map(let key, let value):
      [("type", .text("object"))] + key.keySchema + [
        ("additionalProperties", .object(value.schema))
      ]
    case .written(let scalar, let list, let map):
      [("anyOf", .list([scalar, list, map].compactMap(\.self).map { .object($0.schema) }))]
    }
  }

  /// The members that say what keys a map may have; keys are always strings in JSON.
  private var keySchema: [(String, SchemaValue)] {
    switch self {
    case .number: [("propertyNames", .object([("pattern", .text("^[0-9]+$"))]))]
    case .text: []
    default: [("propertyNames", .object(schema))]
    }
  }

  /// The context keys as alternatives of a pattern.
  private static var contextKeys: String { ContextKey.all.joined(separator: "|") }
}
