/// What the headers of tables mean where somebody has said so.
public struct ColumnNames: Hashable, Sendable {
  /// The headers of each meaning, the preferred first, in any spelling that a header of a table may have.
  ///
  /// A meaning is `text`, `id`, `time`, `suppression`, `media.alt` or a key of the context.
  public var headers: [String: [String]]

  /// Makes names; without arguments, none.
  public init(_ headers: [String: [String]] = [:]) {
    self.headers = headers
  }

  /// The columns of a table by the names somebody gave them, by their places.
  ///
  /// Of several headers with one meaning the preferred one counts; media, their descriptions and
  /// platforms may stand in several columns.
  func columns(of names: [String]) -> [Int: CSVColumn] {
    let folded = names.map { CSVColumn.folded($0) }
    var columns: [Int: CSVColumn] = [:]
    for (meaning, headers) in headers.sorted(by: { $0.key < $1.key }) {
      let column = CSVColumn(meaning: meaning)
      for header in headers.map({ CSVColumn.folded($0) }) {
        let places = folded.indices.filter { folded[$0] == header && columns[$0] == nil }
        for place in places { columns[place] = column }
        if !places.isEmpty, !column.maySpread { break }
      }
    }
    return columns
  }
}

extension CSVColumn {
  /// A column that somebody said holds this.
  fileprivate init(meaning: String) {
    switch meaning {
    case "text": self = .text
    case "id": self = .id
    case "time": self = .time
    case "suppression": self = .suppression
    case "publish-at": self = .date(.open)
    case "platform": self = .platforms
    case "account": self = .account
    case "media": self = .media(nil)
    case "media.alt": self = .alt(nil)
    default: self = .context(meaning)
    }
  }

  /// Whether several columns can hold parts of one value.
  fileprivate var maySpread: Bool {
    switch self {
    case .media, .alt, .platforms: true
    default: false
    }
  }

  /// Whether a column says the same thing of a post.
  func isRival(of other: CSVColumn) -> Bool {
    switch (self, other) {
    case (.date, .date), (.media, .media), (.alt, .alt): true
    default: self == other
    }
  }
}
