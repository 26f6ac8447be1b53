public import WatchwordDiagnostics
public import WatchwordText

/// A text of a pack file with the place it was written at.
public struct Located<Value: Sendable>: Sendable {
  /// The value read.
  public var value: Value
  /// The file of the pack, as a path relative to the pack's directory.
  public var file: String
  /// The bytes in that file.
  public var range: SourceRange

  /// Makes a located value.
  public init(_ value: Value, file: String, range: SourceRange) {
    self.value = value
    self.file = file
    self.range = range
  }

  /// The path of the file for a reader, where its pack lies at `root`.
  ///
  /// A text can be added to a pack from a file outside it, whose path then starts with `./`, `../`
  /// or `/` and is returned as it is.
  public func path(inPackAt root: String) -> String {
    if file.hasPrefix("./") { return String(file.dropFirst(2)) }
    return file.hasPrefix("../") || file.hasPrefix("/") ? file : "\(root)/\(file)"
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A directory of rules, vocabularies and the guidance they encode.
public struct RulePack: Sendable {
  /// The pack's id, such as `mod-online-engagement`.
  public var id: String
  /// The title for people.
  public var title: String
  /// The edition it encodes, such as `2009`.
  public var edition: String
  /// Who published the guidance.
  public var publisher: String
  /// The document the pack encodes.
  public var source: GuidanceSource
  /// Whether the pack is checked when nobody names packs.
  public var isDefault: Bool
  /// The days of publication the edition is for.
  public var validity: Validity
  /// The id of the pack that replaces this edition, if one does.
  public var replacedBy: String?
  /// After how many characters a platform hides the rest of a post, by platform in lower case.
  public var folds: [String: Int]
  /// The stretches of days that its rules can be for, by the name that rules use.
  public var windows: [String: [Window]]
  /// The last day for which the windows are known to be complete; nil where the last window says it.
  public var calendarUntil: String?
  /// The ids of the packs it takes over.
  public var extends: [Located<String>]
  /// What it changes in rules it takes over, by rule name.
  public var changes: [RuleChange]
  /// The statements of its guidance, in their order.
  public var statements: [Statement]
  /// Its vocabularies by name.
  public var vocabularies: [String: Vocabulary]
  /// Its rules, sorted by name.
  public var rules: [Rule]

  /// Makes a pack from its parts.
  public init(
    id: String,
    title: String,
    edition: String,
    publisher: String,
    source: GuidanceSource,
    isDefault: Bool = false,
    validity: Validity = Validity(),
    replacedBy: String? = nil,
    folds: [String: Int] = [:],
    windows: [String: [Window]] = [:],
    calendarUntil: String? = nil,
    extends: [Located<String>] = [],
    changes: [RuleChange] = [],
    statements: [Statement] = [],
    vocabularies: [String: Vocabulary] = [:],
    rules: [Rule] = []
  ) {
    self.id = id
    self.title = title
    self.edition = edition
    self.publisher = publisher
    self.source = source
    self.isDefault = isDefault
    self.validity = validity
    self.replacedBy = replacedBy
    self.folds = folds
    self.windows = windows
    self.calendarUntil = calendarUntil
    self.extends = extends
    self.changes = changes
    self.statements = statements
    self.vocabularies = vocabularies
    self.rules = rules
  }
}

/// A document that guidance comes from.
public struct GuidanceSource: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The date as its publisher gives it.
  public var date: String?
  /// A link to it, or to its best remaining copy.
  public var url: String?

  /// Makes a source.
  public init(title: String, date: String? = nil, url: String? = nil) {
    self.title = title
    self.date = date
    self.url = url
  }
}

/// The days, as `YYYY-MM-DD` texts that compare as text, on which something counts.
public struct Validity: Hashable, Sendable {
  /// The first day, if there is one.
  public var from: String?
  /// The last day, if there is one.
  public var until: String?

  /// Makes a validity; without arguments, always.
  public init(from: String? = nil, until: String? = nil) {
    self.from = from
    self.until = until
  }

  /// Whether `day`, as `YYYY-MM-DD`, lies in it.
  public func contains(_ day: String) -> Bool {
    if let from, day < from { return false }
    if let until, day > until { return false }
    return true
  }
}

/// What a pack changes in one rule that it takes over.
public struct RuleChange: Sendable {
  /// The name of the rule.
  public var rule: Located<String>
  /// Whether the rule is switched off.
  public var isOff: Bool
  /// The new severity, if it changes.
  public var severity: SeverityScale?
  /// The new action, if it changes.
  public var action: Action?

  /// Makes a change.
  public init(
    rule: Located<String>,
    isOff: Bool = false,
    severity: SeverityScale? = nil,
    action: Action? = nil
  ) {
    self.rule = rule
    self.isOff = isOff
    self.severity = severity
    self.action = action
  }
}

/// One statement of the guidance and how the pack covers it.
public struct Statement: Sendable {
  /// How a pack covers a statement.
  public enum Coverage: Sendable {
    /// These rules check it.
    case rules([Located<String>])
    /// This rule reminds of it.
    case reminder(Located<String>)
    /// It needs a person, for the reason given.
    case person(String)
    /// It is a permission or shapes the tool, as the reason says; the pack stays silent.
    case allow(String)
  }

  /// The id, such as `MOD-SEC-03`, and where it stands.
  public var id: Located<String>
  /// The statement in one plain sentence, paraphrased.
  public var says: String
  /// How well it is established.
  public var status: StatementStatus
  /// How far a checker can go (`policy/sources.md`, section 0): LEX, PAT, COOC …
  public var classes: [String]
  /// How the pack covers it.
  public var coverage: Coverage
  /// The document it is from.
  public var source: GuidanceSource

  /// Makes a statement.
  public init(
    id: Located<String>,
    says: String,
    status: StatementStatus,
    classes: [String],
    coverage: Coverage,
    source: GuidanceSource
  ) {
    self.id = id
    self.says = says
    self.status = status
    self.classes = classes
    self.coverage = coverage
    self.source = source
  }

  /// The statement as a citation.
  public var citation: Citation {
    Citation(
      statement: id.value,
      says: says,
      status: status,
      title: source.title,
      date: source.date,
      url: source.url
    )
  }
}

/// A named class of words or phrases.
public struct Vocabulary: Sendable {
  /// The name, from the file's name.
  public var name: String
  /// The title for people.
  public var title: String
  /// What the words have in common.
  public var about: String?
  /// The phrases, in their order.
  public var phrases: [Phrase]
  /// Other vocabularies whose phrases and exceptions it takes in.
  public var includes: [Located<String>]
  /// Phrases in which its words mean something else.
  public var except: [Phrase]
  /// The file it was read from.
  public var file: String

  /// Makes a vocabulary.
  public init(
    name: String,
    title: String,
    about: String? = nil,
    phrases: [Phrase],
    includes: [Located<String>] = [],
    except: [Phrase] = [],
    file: String
  ) {
    self.name = name
    self.title = title
    self.about = about
    self.phrases = phrases
    self.includes = includes
    self.except = except
    self.file = file
  }
}
