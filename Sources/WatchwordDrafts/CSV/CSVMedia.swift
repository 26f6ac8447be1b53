import WatchwordRules
import WatchwordText

/// The images and videos of a row.
struct CSVMedia {
  /// Whether the row says that its address is an image.
  var isPhoto = false
  /// Addresses and descriptions by place, from 0.
  private var items: [Int: (address: String?, alt: String?)] = [:]
  /// The cells they stand in.
  private var range: SourceRange?

  /// Adds addresses, at a place counted from 1 or behind the last.
  mutating func add(_ addresses: [String], _ number: Int?, at range: SourceRange) {
    var place =
      number.map { max(0, $0 - 1) } ?? (items.filter { $0.value.address != nil }.keys.max() ?? -1)
      + 1
    for address in addresses {
      items[place, default: (nil, nil)].address = address
      place += 1
    }
    widen(range)
  }

  /// Adds a description, at a place counted from 1, or several that `||` separates.
  mutating func describe(_ text: String, _ number: Int?, at range: SourceRange) {
    let parts = number == nil ? CSVCellText.alternatives(text) : [text]
    let start = number.map { max(0, $0 - 1) } ?? 0
    for (index, part) in parts.enumerated() where !part.isEmpty {
      items[start + index, default: (nil, nil)].alt = part
    }
    widen(range)
  }

  /// Takes in another cell.
  private mutating func widen(_ range: SourceRange) {
    self.range = self.range.map { $0.union(range) } ?? range
  }

  /// The entries for the context; nil where there are none.
  var entry: ContextEntry? {
    guard !items.isEmpty, let range else { return nil }
    let values = items.sorted { $0.key < $1.key }.map { item -> ContextValue in
      var fields: [String: ContextValue] = [:]
      if let address = item.value.address { fields["url"] = .text(address) }
      if let alt = item.value.alt { fields["alt"] = .text(alt) }
      return .map(fields)
    }
    return ContextEntry(.list(values), range: range)
  }
}
