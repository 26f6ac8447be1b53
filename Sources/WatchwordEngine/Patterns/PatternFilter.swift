internal import WatchwordText

/// Tells from one pass over a text which patterns can match in it.
struct PatternFilter: Sendable {
  /// What each pattern needs, in the order of the patterns.
  private let patterns: FlatTable<PatternRecord>
  /// The groups of strings one of which must occur, for all patterns.
  private let needGroups: FlatTable<UInt16>
  /// The sets of bytes one of which must occur, for all patterns.
  private let needBytes: FlatTable<BytePresence>
  /// Finds the strings.
  private let literals: LiteralAutomaton

  /// The filter of an image.
  init(_ image: ProgramImage) {
    patterns = image.table(.patterns)
    needGroups = image.table(.patternNeedGroups)
    needBytes = image.table(.patternNeedBytes)
    literals = LiteralAutomaton(image)
  }

  /// Finds what a text holds, ready for ``canMatch(_:_:)``.
  func look(at text: UnsafeBufferPointer<UInt8>, _ presence: BytePresence, into sight: inout Sight)
  {
    sight.presence = presence
    sight.groups.removeAll(keepingCapacity: true)
    sight.groups.append(contentsOf: repeatElement(false, count: literals.groupCount))
    sight.isBlind =
      Self.holdsLetterThatFoldsToASCII(text, presence) || Self.holdsOtherDigit(text, presence)
    if !sight.isBlind { literals.scan(text, into: &sight.groups) }
  }

  /// Whether a pattern can match in the text that was looked at.
  func canMatch(_ pattern: Int, _ sight: Sight) -> Bool {
    precondition(patterns.indices.contains(pattern), "a pattern lies in its table")
    guard !sight.isBlind else { return true }
    // A record is long, so it is read where it lies.
    let record = patterns.base + pattern
    // A missing string is the commonest reason, and the cheapest to see.
    var group = needGroups.base + Int(record.pointee.needGroups.start)
    let lastGroup = group + Int(record.pointee.needGroups.count)
    while group < lastGroup {
      if !sight.groups[Int(group.pointee)] { return false }
      group += 1
    }
    let bytes = needBytes.base + Int(record.pointee.needBytes.start)
    for index in 0..<Int(record.pointee.needBytes.count)
    where !sight.presence.intersects(bytes[index]) { return false }
    return true
  }

  /// What the filter saw in one text; its storage is used again for the next.
  struct Sight {
    /// The bytes that occur.
    fileprivate var presence = BytePresence()
    /// Which groups of strings occur.
    fileprivate var groups: [Bool] = []
    /// Whether the text holds letters or digits that the filter cannot see, so that it lets everything pass.
    fileprivate var isBlind = false
  }

  /// Whether a text holds a digit of another script, which `\d` matches.
  private static func holdsOtherDigit(
    _ text: UnsafeBufferPointer<UInt8>,
    _ presence: BytePresence
  ) -> Bool {
    guard presence.intersects(leadsOfOtherDigits) else { return false }
    var offset = 0
    while offset < text.count {
      let (scalar, count) = UTF8Scan.scalar(at: offset, in: text)
      if scalar >= 0x80, ScalarClass.isDecimalDigit(scalar) { return true }
      offset += count
    }
    return false
  }

  /// The bytes one of which a digit beyond ASCII starts with: of Arabic, N'Ko, and the blocks from
  /// Devanagari to the mathematical digits.
  private static let leadsOfOtherDigits: BytePresence = {
    var bytes = BytePresence()
    for byte: UInt8 in [0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xEA, 0xEF, 0xF0] { bytes.insert(byte) }
    return bytes
  }()

  /// Whether a text holds U+017F or U+212A, which match s and k where case does not count.
  private static func holdsLetterThatFoldsToASCII(
    _ text: UnsafeBufferPointer<UInt8>,
    _ presence: BytePresence
  ) -> Bool {
    if presence.contains(0xC5), presence.contains(0xBF) { return true }
    guard presence.contains(0xE2), presence.contains(0x84), presence.contains(0xAA) else {
      return false
    }
    return text.indices.dropLast(2).contains {
      text[$0] == 0xE2 && text[$0 + 1] == 0x84 && text[$0 + 2] == 0xAA
    }
  }
}
