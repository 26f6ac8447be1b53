internal import ArgumentParser
internal import WatchwordRules

/// Reading a value that is one of a few words.
enum Choice {
  /// The value that a word names; a mistake names the values there are and the nearest.
  static func of<Value>(_ word: String, as type: Value.Type) throws -> Value
  where Value: RawRepresentable<String> & CaseIterable {
    if let value = Value(rawValue: word) { return value }
    let known = Value.allCases.map(\.rawValue)
    let near = NearName.nearest(to: word, among: known).map { "; did you mean \($0)?" } ?? ""
    throw ValidationError("“\(word)” is not one of \(known.joined(separator: ", "))\(near)")
  }
}
