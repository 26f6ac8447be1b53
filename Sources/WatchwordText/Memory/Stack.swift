/// A growing run of plain values whose memory is kept for the next use.
///
/// It does what an array does without counting references or checking that it is alone, which in the
/// loops over a text costs more than the work. Nobody frees it by itself: what owns a stack calls
/// ``deallocate()`` in its `deinit`, and nothing copies a stack to use both.
public struct Stack<Element: BitwiseCopyable> {
  /// The values; room for ``capacity`` of them.
  @usableFromInline var base: UnsafeMutablePointer<Element>
  /// How many there are.
  @usableFromInline var length = 0
  /// How many have room.
  @usableFromInline var capacity: Int

  /// Makes an empty stack with some room.
  public init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    base = .allocate(capacity: self.capacity)
  }

  /// Frees the memory; the stack is not used again.
  public func deallocate() {
    base.deallocate()
  }

  /// How many values there are.
  @inlinable public var count: Int { length }

  /// The values.
  @inlinable public var buffer: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: base, count: length)
  }

  /// The first value, until the stack grows.
  @inlinable public var start: UnsafeMutablePointer<Element> { base }

  /// The value at an index below ``count``.
  @inlinable
  public subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < length)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < length)
      base[index] = newValue
    }
  }

  /// Forgets the values and keeps the memory.
  @inlinable
  public mutating func removeAll() {
    length = 0
  }

  /// Adds a value at the end.
  @inlinable
  public mutating func append(_ element: Element) {
    if length == capacity { grow(to: length + 1) }
    base[length] = element
    length += 1
  }

  /// Removes the last value of a stack that is not empty.
  @inlinable
  public mutating func removeLast() {
    length -= 1
  }

  /// Removes the last values until `count` are left, at most as many as there are.
  @inlinable
  public mutating func truncate(to count: Int) {
    length = count
  }

  /// Makes it `count` values long, all the same.
  @inlinable
  public mutating func fill(with element: Element, count: Int) {
    if count > capacity { grow(to: count) }
    base.update(repeating: element, count: count)
    length = count
  }

  /// Makes room for just `count` values in all, where there is less, so that a long run that is known
  /// beforehand takes no more memory than it needs.
  @inlinable
  public mutating func reserve(_ count: Int) {
    if count > capacity { move(to: count) }
  }

  /// Makes room for at least `least` values.
  @usableFromInline
  mutating func grow(to least: Int) {
    move(to: max(least, capacity * 2))
  }

  /// Moves the values to memory with room for `room` of them, at least as many as there are.
  @usableFromInline
  mutating func move(to room: Int) {
    let grown = UnsafeMutablePointer<Element>.allocate(capacity: room)
    grown.update(from: base, count: length)
    base.deallocate()
    base = grown
    capacity = room
  }
}
