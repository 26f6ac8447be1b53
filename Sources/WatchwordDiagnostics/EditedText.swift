internal import WatchwordText

/// The bytes of a file after a list of edits, with proof that nothing else has changed.
public struct EditedText: Hashable, Sendable {
  /// Why edits cannot be applied.
  public enum Problem: Error, Hashable, Sendable {
    /// An edit reaches beyond the bytes.
    case outOfBounds
    /// Two edits want the same bytes, or one place.
    case overlapping
  }

  /// The edits in rising order; no two touch the same byte or start at one place.
  public let edits: [TextEdit]
  /// The new bytes.
  public let bytes: [UInt8]

  /// Applies edits, given in any order as ranges of `source`, to its bytes.
  public init(_ edits: [TextEdit], to source: [UInt8]) throws(Problem) {
    let sorted = edits.sorted { $0.range < $1.range }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + sorted.reduce(0) { $0 + $1.replacement.utf8.count })
    var done = 0
    var last: TextEdit?
    for edit in sorted {
      guard edit.range.start >= 0, edit.range.end <= source.count else { throw .outOfBounds }
      guard edit.range.start >= done, last?.range.start != edit.range.start else {
        throw .overlapping
      }
      bytes += source[done..<edit.range.start]
      bytes += edit.replacement.utf8
      (done, last) = (edit.range.end, edit)
    }
    bytes += source[done...]
    self.edits = sorted
    self.bytes = bytes
  }

  /// Whether the new bytes without the replacements are the old bytes without the edited ranges.
  ///
  /// True for every value made from `source`; a writer asks before it replaces a file.
  public func keepsTheRest(of source: [UInt8]) -> Bool {
    var old = 0
    var new = 0
    for edit in edits {
      let kept = edit.range.start - old
      guard kept >= 0, edit.range.end <= source.count, new + kept <= bytes.count,
        source[old..<edit.range.start] == bytes[new..<new + kept]
      else { return false }
      new += kept
      let replacement = Array(edit.replacement.utf8)
      guard bytes[new...].starts(with: replacement) else { return false }
      new += replacement.count
      old = edit.range.end
    }
    return source[old...].elementsEqual(bytes[new...])
  }
}
