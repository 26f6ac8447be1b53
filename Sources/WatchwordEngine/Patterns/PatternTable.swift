internal import Synchronization
internal import WatchwordText

/// The patterns of a program, each compiled by PCRE2 when it is first run.
///
/// PCRE2's own form of an expression cannot be kept in an image, and most posts need few patterns.
/// Several threads may ask for one pattern at once: each that finds none compiles it, and the first
/// to be done is the one that all use.
final class PatternTable: @unchecked Sendable {
  /// The patterns as the image has them.
  private let records: FlatTable<PatternRecord>
  /// The image.
  private let image: ProgramImage
  /// The compiled patterns, each owned once by this table; nil before the first use.
  private let compiled: UnsafeMutablePointer<Atomic<UnsafeMutableRawPointer?>>

  /// The patterns of an image.
  init(_ image: ProgramImage) {
    self.image = image
    records = image.table(.patterns)
    compiled = .allocate(capacity: max(records.count, 1))
    for index in records.indices { (compiled + index).initialize(to: Atomic(nil)) }
  }

  deinit {
    for index in records.indices {
      if let known = compiled[index].load(ordering: .acquiring) {
        Unmanaged<Pattern>.fromOpaque(known).release()
      }
      (compiled + index).deinitialize(count: 1)
    }
    compiled.deallocate()
  }

  /// The number of patterns.
  var count: Int { records.count }

  /// A pattern ready to run; nil where PCRE2 has no memory for it.
  subscript(index: Int) -> Pattern? {
    let record = records[index]
    if let known = compiled[index].load(ordering: .acquiring) {
      return Unmanaged<Pattern>.fromOpaque(known).takeUnretainedValue()
    }
    guard
      let pattern = try? Pattern(
        image.string(record.expression),
        options: Pattern.Options(rawValue: Int(record.options))
      )
    else { return nil }
    let owned = Unmanaged.passRetained(pattern)
    let (exchanged, original) = compiled[index].compareExchange(
      expected: nil,
      desired: owned.toOpaque(),
      ordering: .acquiringAndReleasing
    )
    guard !exchanged, let original else { return pattern }
    owned.release()
    return Unmanaged<Pattern>.fromOpaque(original).takeUnretainedValue()
  }

  /// Whether a text of these bytes can hold a match of a pattern at all.
  func canMatch(_ index: Int, _ text: AnalyzedText) -> Bool {
    precondition(records.indices.contains(index), "a pattern lies in its table")
    let record = records.base + index
    guard text.count >= record.pointee.minimumLength else { return false }
    if record.pointee.hasFirstBytes != 0, !text.presence.intersects(record.pointee.firstBytes) {
      return false
    }
    if record.pointee.hasRequiredByte != 0, !text.presence.contains(record.pointee.requiredByte),
      !text.presence.contains(record.pointee.otherRequiredByte)
    {
      return false
    }
    return true
  }
}
