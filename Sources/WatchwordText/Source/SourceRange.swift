/// A half-open range of UTF-8 byte offsets: the only form in which places in a text are stored.
///
/// Lines and columns are made from it at the edge, by ``LineTable``.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset one past the last byte; never below ``start``.
  public var end: Int

  /// Makes a range from `start` up to, not including, `end`, in bytes.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a range ends before it starts")
    self.start = start
    self.end = end
  }

  /// The number of bytes in the range.
  @inlinable public var count: Int { end - start }

  /// Whether the range holds no byte and so marks a point between two bytes.
  @inlinable public var isEmpty: Bool { start == end }

  /// Whether the two ranges share at least one byte.
  @inlinable
  public func overlaps(_ other: SourceRange) -> Bool {
    start < other.end && other.start < end
  }

  /// Whether every byte of `other` lies in this range.
  @inlinable
  public func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// The smallest range that holds both.
  @inlinable
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }

  /// The same range, `distance` bytes further on.
  @inlinable
  public func shifted(by distance: Int) -> SourceRange {
    SourceRange(start + distance, end + distance)
  }
}

extension SourceRange: Comparable {
  /// Orders by start, then by end.
  @inlinable
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension SourceRange: CustomStringConvertible {
  /// The offsets as `start..<end`.
  public var description: String { "\(start)..<\(end)" }
}
