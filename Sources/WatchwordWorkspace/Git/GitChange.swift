/// One file that differs between two states of a repository.
struct GitChange: Hashable {
  /// Its path from the top of the work tree.
  var path: String
  /// The object name of its content before; nil where there was none.
  var earlier: String?
  /// The object name of its content now; nil where only the work tree has it.
  var current: String?
  /// Whether a merge has left it in conflict.
  var isUnmerged = false

  /// Reads what `git diff --raw -z --no-abbrev` prints; links and submodules are left out.
  ///
  /// A record is `:MODE MODE NAME NAME STATUS`, a NUL and a path; after a rename or copy, two paths.
  static func read(_ output: [UInt8]) -> [GitChange] {
    var changes: [GitChange] = []
    var fields = output.split(separator: 0, omittingEmptySubsequences: true).makeIterator()
    while let head = fields.next() {
      let words = String(decoding: head.dropFirst(), as: UTF8.self).split(separator: " ")
      guard words.count == 5, let status = words[4].first, var path = fields.next() else {
        continue
      }
      if status == "R" || status == "C", let target = fields.next() { path = target }
      guard status != "D", words[1].hasPrefix("100") || status == "U" else { continue }
      let change = GitChange(
        path: String(decoding: path, as: UTF8.self),
        earlier: words[0].hasPrefix("100") ? name(words[2]) : nil,
        current: name(words[3]),
        isUnmerged: status == "U"
      )
      if !changes.contains(change) { changes.append(change) }
    }
    return changes
  }

  /// An object's name; nil for the zeros that stand for none.
  private static func name(_ word: Substring) -> String? {
    word.allSatisfy { $0 == "0" } ? nil : String(word)
  }
}
