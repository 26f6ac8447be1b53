internal import WatchwordDiagnostics
internal import WatchwordRules
internal import WatchwordText

/// An enumeration whose cases images name by their places among all.
protocol PlacedCase: CaseIterable, Equatable {
  /// All cases, made once: `allCases` makes a list each time it is asked for.
  static var inOrder: [Self] { get }
}

extension PlacedCase {
  /// The place of the case among all, by which images name it.
  var place: Int {
    for (index, other) in Self.inOrder.enumerated() where other == self { return index }
    preconditionFailure("every case is among all cases")
  }

  /// The case at a place; the first one where there is none.
  static func at(_ place: some BinaryInteger) -> Self {
    let cases = Self.inOrder
    return cases[Int(place) < cases.count ? Int(place) : 0]
  }
}

// Those that images name.
extension Action: PlacedCase { static let inOrder = allCases }
extension EntityKind: PlacedCase { static let inOrder = allCases }
extension Guards.Position: PlacedCase { static let inOrder = allCases }
extension Limit.Measure: PlacedCase { static let inOrder = allCases }
extension Limit.Scope: PlacedCase { static let inOrder = allCases }
extension Rule.Frequency: PlacedCase { static let inOrder = allCases }
extension Severity: PlacedCase { static let inOrder = allCases }
extension Shape: PlacedCase { static let inOrder = allCases }
extension StatementStatus: PlacedCase { static let inOrder = allCases }
extension TimePrecision: PlacedCase { static let inOrder = allCases }
extension TimeTense: PlacedCase { static let inOrder = allCases }
extension Validator: PlacedCase { static let inOrder = allCases }
extension WordsMatcher.Hashtags: PlacedCase { static let inOrder = allCases }
