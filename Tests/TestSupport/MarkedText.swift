public import WatchwordText

/// A text whose expected ranges are written in it with `⟦` and `⟧`.
public struct MarkedText: Sendable {
  /// The text without marks.
  public let text: String
  /// The marked ranges, in UTF-8 bytes of ``text``, in order.
  public let ranges: [SourceRange]

  /// Takes the marks out of `marked`.
  public init(_ marked: String) {
    var text: [UInt8] = []
    var open: [Int] = []
    var ranges: [SourceRange] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(text.count)
      case "⟧": if let start = open.popLast() { ranges.append(SourceRange(start, text.count)) }
      default: text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    self.text = String(decoding: text, as: UTF8.self)
    self.ranges = ranges.sorted()
  }
}
