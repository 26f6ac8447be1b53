/// What a column of a table can be said to hold.
public enum ColumnKey {
  /// What is no key of the context: the words, the id, a time beside a date, and suppressions.
  public static let others = ["text", "id", "time", "suppression"]
  /// Everything a column can hold; `media.alt` describes what `media` names.
  public static let all = others + ContextKey.all + ["media.alt"]
}
