/// What is known of a draft's layout that the draft does not say itself.
public struct ReadingOptions: Hashable, Sendable {
  /// Where the words of posts stand in JSON and JSON Lines; nil to look under the usual keys.
  public var jsonText: JSONPath?
  /// What the headers of tables mean besides the usual ones.
  public var columns: ColumnNames

  /// Makes options; without arguments, the draft is taken as it comes.
  public init(jsonText: JSONPath? = nil, columns: ColumnNames = ColumnNames()) {
    self.jsonText = jsonText
    self.columns = columns
  }
}
