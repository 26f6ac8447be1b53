/// How a statement of guidance was established (`policy/sources.md`, section 0).
public enum StatementStatus: String, CaseIterable, Hashable, Sendable {
  /// Read on the publisher's own page.
  case published = "P"
  /// Read in one secondary source.
  case secondary = "S"
  /// Read in two or more secondary sources that agree.
  case agreedSecondary = "S2"
  /// General knowledge; the original was not read.
  case unverified = "U"
}

/// The clause of guidance a finding comes from.
public struct Citation: Hashable, Sendable {
  /// The statement's id, such as `MOD-SEC-03`.
  public var statement: String
  /// The statement in one plain sentence, paraphrased.
  public var says: String
  /// How well the statement is established.
  public var status: StatementStatus
  /// The title of the document the statement is from.
  public var title: String
  /// The date of that document as its publisher gives it, if known.
  public var date: String?
  /// A link to the document or its best remaining copy, if there is one.
  public var url: String?

  /// Makes a citation from its parts.
  public init(
    statement: String,
    says: String,
    status: StatementStatus,
    title: String,
    date: String? = nil,
    url: String? = nil
  ) {
    self.statement = statement
    self.says = says
    self.status = status
    self.title = title
    self.date = date
    self.url = url
  }
}
