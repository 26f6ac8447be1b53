/// Names the keys of an object, for messages about one that none of them fits.
enum JSONKeys {
  /// The most keys a message names.
  private static let most = 8
  /// The most characters of a key a message shows.
  private static let longest = 40

  /// `; the keys are …` with the keys of the object at `start`, which must be whole; nothing where it has none.
  static func seen(in scanner: JSONScanner, from start: Int) -> String {
    var scanner = JSONScanner(scanner.bytes, from: start)
    var names: [String] = []
    var count = 0
    do throws(JSONMistake) {
      try scanner.enter(depth: 0)
      while let key = try scanner.nextKey(isFirst: count == 0) {
        count += 1
        if names.count < most { names.append(shown(key, scanner)) }
        try scanner.skipValue(depth: 1)
      }
    } catch {
      return ""
    }
    guard count > 0 else { return "" }
    let more = count > names.count ? " and \(count - names.count) more" : ""
    return "; the keys are \(names.joined(separator: ", "))\(more)"
  }

  /// A key in back quotes, cut to what a message can hold.
  private static func shown(_ key: JSONString, _ scanner: JSONScanner) -> String {
    let name = String(
      decoding: UnsafeBufferPointer(rebasing: scanner.bytes[key.content]),
      as: UTF8.self
    )
    let isLong = name.unicodeScalars.count > longest
    var text = String.UnicodeScalarView()
    text.append(contentsOf: name.unicodeScalars.prefix(longest))
    return "`\(String(text))\(isLong ? "…" : "")`"
  }
}
