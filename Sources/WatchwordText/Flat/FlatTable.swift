/// A fixed run of values somewhere in memory: in the binary's own data, or in a block on the heap.
///
/// A table is a pointer and a count and owns nothing, so that copying it costs nothing. It is good
/// for as long as the ``FlatMemory`` it lies in, which whoever keeps a table keeps beside it.
public struct FlatTable<Element: BitwiseCopyable>: @unchecked Sendable {
  /// The first value; where ``count`` is 0, any address.
  public let base: UnsafePointer<Element>
  /// The number of values.
  public let count: Int

  /// Makes a table of `count` values from `base` on.
  @inlinable
  public init(base: UnsafePointer<Element>, count: Int) {
    self.base = base
    self.count = count
  }

  /// Some of the values: `count` from `start` on.
  @inlinable
  public func part(_ start: UInt32, _ count: UInt32) -> FlatTable {
    precondition(Int(start) + Int(count) <= self.count, "a part of a table lies in the table")
    return FlatTable(base: base + Int(start), count: Int(count))
  }

  /// The values as a buffer, for loops that check their own bounds.
  @inlinable
  public var buffer: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base, count: count)
  }
}

extension FlatTable: RandomAccessCollection {
  /// Always 0.
  @inlinable
  public var startIndex: Int { 0 }

  /// The number of values.
  @inlinable
  public var endIndex: Int { count }

  /// The value at an index, which must be below ``count``.
  @inlinable
  public subscript(index: Int) -> Element {
    precondition(
      UInt(bitPattern: index) < UInt(bitPattern: count),
      "an index lies in its table"
    )
    return base[index]
  }
}
