import WatchwordRules
import WatchwordText

extension JSONScanner {
  /// Passes over a value and returns it for a context, numbers and truth values as written; nil for `null`.
  ///
  /// `depth` counts the brackets open around it; nesting is limited to ``depthLimit``.
  mutating func contextValue(
    depth: Int,
    baseOffset: Int,
    unpaired: inout [SourceRange]
  ) throws(JSONMistake) -> ContextValue? {
    switch next {
    case UInt8(ascii: "\""):
      let string = try string()
      return .text(string.value(in: self, baseOffset: baseOffset, unpaired: &unpaired))
    case UInt8(ascii: "["):
      try enter(depth: depth)
      var values: [ContextValue] = []
      var isFirst = true
      while try moreFollows(isFirst: isFirst, closing: UInt8(ascii: "]")) {
        let value = try contextValue(
          depth: depth + 1,
          baseOffset: baseOffset,
          unpaired: &unpaired
        )
        if let value { values.append(value) }
        isFirst = false
      }
      return .list(values)
    case UInt8(ascii: "{"):
      try enter(depth: depth)
      var values: [String: ContextValue] = [:]
      var isFirst = true
      while let key = try nextKey(isFirst: isFirst) {
        let name = key.value(in: self, baseOffset: baseOffset, unpaired: &unpaired)
        values[name] = try contextValue(
          depth: depth + 1,
          baseOffset: baseOffset,
          unpaired: &unpaired
        )
        isFirst = false
      }
      return .map(values)
    default:
      let word = try word()
      let run = UnsafeBufferPointer(rebasing: bytes[word])
      return run.first == UInt8(ascii: "n") ? nil : .text(String(decoding: run, as: UTF8.self))
    }
  }
}
