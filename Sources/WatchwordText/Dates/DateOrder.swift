/// Which of two numbers in a date such as 03/04/2026 is the day.
public enum DateOrder: Sendable {
  /// 3 April, as in most of the world.
  case dayFirst
  /// March 4, as in the United States.
  case monthFirst
}

extension DateOrder {
  /// The order used in a market: month first in the US, day first elsewhere.
  public init(market: [String]?) {
    let isAmerican = market?.contains { $0.uppercased() == "US" } ?? false
    self = isAmerican ? .monthFirst : .dayFirst
  }
}
