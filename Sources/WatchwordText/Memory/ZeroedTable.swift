#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A fixed run of plain values that are zero until somebody writes them.
///
/// The system gives the memory as zeros and takes none for pages that nobody writes, so a large table
/// of which a text uses little costs little. Whoever owns a table calls ``deallocate()`` in its `deinit`.
public struct ZeroedTable<Element: BitwiseCopyable> {
  /// The first value.
  public let base: UnsafeMutablePointer<Element>
  /// The number of values.
  public let count: Int

  /// Makes a table; every bit of its values is 0, which must be a value of theirs.
  public init(count: Int) {
    self.count = count
    guard let memory = calloc(max(count, 1), MemoryLayout<Element>.stride) else {
      preconditionFailure("there is no memory for a table of \(count) values")
    }
    base = memory.bindMemory(to: Element.self, capacity: max(count, 1))
  }

  /// Frees the memory; the table is not used again.
  public func deallocate() {
    free(base)
  }

  /// The value at an index below ``count``.
  @inlinable
  public subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }
}
