/// What a value of a pack file may look like: the source of both the loader's checks and the schemas.
indirect enum ValueShape: Sendable {
  /// A text that is not empty.
  case text
  /// A text of lower-case words joined by hyphens.
  case name
  /// Yes or no.
  case truth
  /// A whole number, at least this.
  case number(atLeast: Int)
  /// A day as `YYYY-MM-DD`.
  case day
  /// A day as `YYYY-MM-DD`, with or without a time behind `T`.
  case moment
  /// One of these words; the noun says what they are.
  case choice([String], noun: String)
  /// A phrase in the phrase syntax.
  case phrase
  /// A key of the context, with a part behind a dot where `dotted`.
  case contextKey
  /// What a column of a table can be: a key of the context, or one of ``ColumnKey/others``.
  case columnKey
  /// A key of the context, with `not-` before it or not, or `stated`.
  case conditionKey
  /// Anything: a text, or lists and maps of texts.
  case anything
  /// A list with at least this many items.
  case list(ValueShape, atLeast: Int)
  /// A map with these keys.
  case table(TableName)
  /// A map whose keys the author chooses.
  case map(key: ValueShape, value: ValueShape)
  /// One shape for each way of writing it; nil where a value may not be written so.
  case written(scalar: ValueShape?, list: ValueShape?, map: ValueShape?)

  /// One value, or a list of such values.
  static func oneOrMore(_ shape: ValueShape) -> ValueShape {
    .written(scalar: shape, list: .list(shape, atLeast: 1), map: nil)
  }

  /// A choice among the raw values of an enumeration.
  static func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ type: Value.Type,
    noun: String
  ) -> ValueShape {
    .choice(type.allCases.map(\.rawValue), noun: noun)
  }
}

/// The maps of fixed keys that pack files hold.
enum TableName: String, CaseIterable, Sendable {
  case configuration, path, addition
  case pack, source, window, change, guidance, statement, vocabulary, rule, examples, example
  case matcher, unless, time, together, require, before, limit, approval, distance
}

/// The keys of a map.
struct KeyTable: Sendable {
  /// One key.
  struct Key: Sendable {
    /// The key.
    let name: String
    /// What its value may look like.
    let shape: ValueShape
    /// What it is for, in one sentence.
    let about: String
    /// Whether it must be there.
    var isRequired = false
    /// Keys of which one must stand beside it; empty where it can stand alone.
    var needs: [String] = []
  }

  /// Keys that exclude each other.
  struct Group: Sendable {
    /// The keys.
    let keys: [String]
    /// Whether a second one is a mistake; one of them must be there in any case.
    let isExclusive: Bool
  }

  /// What the map is called in messages, with its article.
  let noun: String
  /// The keys, in the order documentation lists them.
  let keys: [Key]
  /// The choices among them.
  var groups: [Group] = []

  /// The key with a name.
  subscript(name: String) -> Key? {
    keys.first { $0.name == name }
  }
}
