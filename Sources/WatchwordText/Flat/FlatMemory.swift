/// A block of memory that flat tables lie in.
///
/// What was allocated is freed with the last reference; data of the binary stays.
public final class FlatMemory: @unchecked Sendable {
  /// The alignment of every block, in bytes.
  public static let alignment = 16

  /// The bytes.
  public let bytes: UnsafeRawBufferPointer
  /// The address of the first byte.
  public let start: UnsafeRawPointer
  /// Whether the block was allocated.
  private let isOwned: Bool

  /// Refers to data that is there for as long as the process runs, aligned to ``alignment``.
  public init(constant start: UnsafeRawPointer, count: Int) {
    self.start = start
    bytes = UnsafeRawBufferPointer(start: start, count: count)
    isOwned = false
  }

  /// Allocates a block and lets `fill` write to it.
  ///
  /// - Parameters:
  ///   - count: The number of bytes.
  ///   - isZeroed: Whether the bytes are zero at first; without, `fill` must write them all.
  public init(
    count: Int,
    isZeroed: Bool = true,
    fill: (UnsafeMutableRawBufferPointer) -> Void
  ) {
    let block = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1),
      alignment: Self.alignment
    )
    if isZeroed { block.initializeMemory(as: UInt8.self, repeating: 0, count: max(count, 1)) }
    fill(UnsafeMutableRawBufferPointer(start: block, count: count))
    start = UnsafeRawPointer(block)
    bytes = UnsafeRawBufferPointer(start: block, count: count)
    isOwned = true
  }

  deinit {
    if isOwned { start.deallocate() }
  }
}
