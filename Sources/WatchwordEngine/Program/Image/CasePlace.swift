extension CaseIterable where Self: Equatable {
  /// The place of the case among all, by which images name it.
  var place: Int {
    for (index, other) in Self.allCases.enumerated() where other == self { return index }
    preconditionFailure("every case is among all cases")
  }

  /// The case at a place; the first one where there is none.
  static func at(_ place: some BinaryInteger) -> Self {
    let index = Self.allCases.index(
      Self.allCases.startIndex,
      offsetBy: Int(place) < Self.allCases.count ? Int(place) : 0
    )
    return Self.allCases[index]
  }
}
