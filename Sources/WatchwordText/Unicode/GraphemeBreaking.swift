/// Splits text into extended grapheme clusters, what readers take for characters (UAX #29).
public enum GraphemeBreaking {
  /// The offset of the end of the cluster that starts at an offset.
  ///
  /// Ill-formed bytes are U+FFFD, each maximal subpart by itself.
  ///
  /// - Precondition: `start` lies in the buffer, at the start of a cluster.
  public static func end(of start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // Nothing joins two ASCII bytes but CR LF, and nothing joins a control to what follows.
    let next = start + 1
    if bytes[start] < 0x80 {
      if next == bytes.count { return next }
      if bytes[next] < 0x80 { return crossesLineEnd(bytes[start], bytes[next]) ? next + 1 : next }
    }
    let (first, length) = UTF8Scan.scalar(at: start, in: bytes)
    var state = ClusterState(ScalarRecord(first))
    var offset = start + length
    while offset < bytes.count {
      let (scalar, length) = UTF8Scan.scalar(at: offset, in: bytes)
      guard state.joins(ScalarRecord(scalar)) else { break }
      offset += length
    }
    return offset
  }

  /// The number of clusters in some bytes.
  public static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var offset = 0
    var count = 0
    while offset < bytes.count {
      offset = end(of: offset, in: bytes)
      count += 1
    }
    return count
  }

  /// Whether two bytes are CR LF.
  @inline(__always)
  private static func crossesLineEnd(_ left: UInt8, _ right: UInt8) -> Bool {
    left == 0x0D && right == 0x0A
  }
}

/// What the rules need to know of the scalars of a cluster so far.
private struct ClusterState {
  /// The value of the last scalar.
  private var last: GraphemeBreak
  /// The number of regional indicators, all of them at the start (GB12, GB13).
  private var indicators: Int
  /// Whether a pictograph and extending scalars come last, before a joiner (GB11).
  private var inPictograph: Bool
  /// Whether a consonant and scalars that extend it come last (GB9c).
  private var inConjunct: Bool
  /// Whether a linker is among those scalars.
  private var isLinked = false

  /// Starts a cluster with a scalar.
  init(_ record: ScalarRecord) {
    last = record.graphemeBreak
    indicators = last == .regionalIndicator ? 1 : 0
    inPictograph = last == .pictographic
    inConjunct = record.conjunctBreak == .consonant
  }

  /// Takes the next scalar if the rules join it to the cluster.
  mutating func joins(_ record: ScalarRecord) -> Bool {
    let next = record.graphemeBreak
    let conjunct = record.conjunctBreak
    guard isJoined(next, conjunct) else { return false }
    indicators += next == .regionalIndicator ? 1 : 0
    inPictograph = next == .pictographic || inPictograph && (next == .extend || next == .joiner)
    switch conjunct {
    case .consonant: (inConjunct, isLinked) = (true, false)
    case .linker: isLinked = inConjunct
    case .extend: break
    case .none: inConjunct = false
    }
    last = next
    return true
  }

  /// Whether there is no boundary before a scalar; the names are those of UAX #29.
  private func isJoined(_ next: GraphemeBreak, _ conjunct: ConjunctBreak) -> Bool {
    switch (last, next) {
    case (.carriageReturn, .lineFeed): return true  // GB3
    case (.control, _), (.carriageReturn, _), (.lineFeed, _): return false  // GB4
    case (_, .control), (_, .carriageReturn), (_, .lineFeed): return false  // GB5
    case (.hangulL, .hangulL), (.hangulL, .hangulV), (.hangulL, .hangulLV), (.hangulL, .hangulLVT):
      return true  // GB6
    case (.hangulLV, .hangulV), (.hangulLV, .hangulT), (.hangulV, .hangulV), (.hangulV, .hangulT):
      return true  // GB7
    case (.hangulLVT, .hangulT), (.hangulT, .hangulT): return true  // GB8
    case (_, .extend), (_, .joiner), (_, .spacingMark): return true  // GB9, GB9a
    case (.prepend, _): return true  // GB9b
    case (.joiner, .pictographic) where inPictograph: return true  // GB11
    case (.regionalIndicator, .regionalIndicator): return indicators % 2 == 1  // GB12, GB13
    default: return inConjunct && isLinked && conjunct == .consonant  // GB9c, GB999
    }
  }
}
