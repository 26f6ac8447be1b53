/// Finds the name that somebody probably meant.
public enum NearName {
  /// The nearest of `names` to `name`, if it is near enough to be worth asking about.
  ///
  /// Near is an edit distance of at most a third of the name's length; the first of equals wins.
  public static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(64))
    let limit = max(1, min(3, wanted.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in names {
      let other = Array(candidate.lowercased().utf8.prefix(64))
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The question whether the nearest name was meant, if there is one.
  static func advice(_ name: String, among names: some Sequence<String>) -> String? {
    nearest(to: name, among: names).map { "did you mean `\($0)`?" }
  }

  /// The insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var older: [Int] = []
    var old = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var new = [i + 1]
      for (j, b) in right.enumerated() {
        var cost = min(old[j + 1] + 1, new[j] + 1, old[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, older[j - 1] + 1) }
        new.append(cost)
      }
      older = old
      old = new
    }
    return old[right.count]
  }
}
