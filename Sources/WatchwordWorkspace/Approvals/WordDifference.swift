/// The words that differ between two texts, in the order of the later one.
struct WordDifference {
  /// A word, and whether reports must not print it.
  struct Word: Hashable {
    /// The word without white space around it.
    var text: String
    /// Whether it is personal data or a secret.
    var isMasked = false
  }

  /// One stretch of words that took the place of another.
  struct Change: Hashable {
    /// What stood there before; empty where words were added.
    var old: [Word]
    /// What stands there now; empty where words were taken out.
    var new: [Word]
  }

  /// The most pairs of words that are compared; texts that differ more are not told apart word by word.
  private static let limit = 4_000_000
  /// The changes; nil where there are too many to work out.
  let changes: [Change]?

  /// Compares two texts by their longest common run of words.
  init(from old: [Word], to new: [Word]) {
    var start = 0
    while start < old.count, start < new.count, old[start].text == new[start].text { start += 1 }
    var tail = 0
    while tail < old.count - start, tail < new.count - start,
      old[old.count - 1 - tail].text == new[new.count - 1 - tail].text
    {
      tail += 1
    }
    let (old, new) = (
      Array(old[start..<old.count - tail]), Array(new[start..<new.count - tail])
    )
    guard old.count * new.count <= Self.limit else {
      changes = nil
      return
    }
    changes = Self.changes(old, new)
  }

  /// The changes between words that begin and end differently.
  private static func changes(_ old: [Word], _ new: [Word]) -> [Change] {
    let width = new.count + 1
    // The length of the longest common run from each pair of places on.
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for row in old.indices.reversed() {
      for column in new.indices.reversed() {
        lengths[row * width + column] =
          old[row].text == new[column].text
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var changes: [Change] = []
    var current = Change(old: [], new: [])
    var (row, column) = (0, 0)
    while row < old.count || column < new.count {
      if row < old.count, column < new.count, old[row].text == new[column].text {
        if current != Change(old: [], new: []) { changes.append(current) }
        current = Change(old: [], new: [])
        row += 1
        column += 1
      } else if column == new.count
        || row < old.count
          && lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]
      {
        current.old.append(old[row])
        row += 1
      } else {
        current.new.append(new[column])
        column += 1
      }
    }
    if current != Change(old: [], new: []) { changes.append(current) }
    return changes
  }

  /// The first changes as a clause, such as “Tuesday” became “Friday”; nil where there is nothing to say.
  var sentence: String? {
    guard let changes, !changes.isEmpty else { return nil }
    let shown = changes.prefix(3).map { change in
      if change.old.isEmpty { return "\(Self.quoted(change.new)) was added" }
      if change.new.isEmpty { return "\(Self.quoted(change.old)) was taken out" }
      return "\(Self.quoted(change.old)) became \(Self.quoted(change.new))"
    }
    guard changes.count == shown.count else {
      return shown.joined(separator: ", ") + ", and \(changes.count - shown.count) more"
    }
    guard let last = shown.last, shown.count > 1 else { return shown.first }
    return shown.dropLast().joined(separator: ", ") + " and \(last)"
  }

  /// Words in quotation marks, cut to a readable length.
  private static func quoted(_ words: [Word]) -> String {
    let text = words.map { $0.isMasked ? "…" : $0.text }.joined(separator: " ")
    return "“\(text.count > 60 ? text.prefix(59) + "…" : text)”"
  }
}
