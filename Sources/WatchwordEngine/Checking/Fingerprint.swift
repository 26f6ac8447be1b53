internal import WatchwordDiagnostics
internal import WatchwordText

/// A key of a finding that survives edits elsewhere in the file.
enum Fingerprint {
  /// The fingerprint from the rule, the marked text in lower case with white space folded, and the post.
  ///
  /// 64 bits of FNV-1a (draft-eastlake-fnv), as 16 hexadecimal digits.
  static func of(
    rule: RuleID,
    finding: Match?,
    key: String?,
    text: UnsafeBufferPointer<UInt8>,
    post: String
  ) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    rule.description.utf8.forEach(add)
    add(0)
    let ranges = ([finding?.range].compactMap { $0 } + (finding?.parts.map(\.range) ?? [])).sorted()
    for range in ranges {
      var isSpace = false
      for byte in text[range.start..<range.end] {
        if byte <= 0x20 {
          isSpace = true
          continue
        }
        if isSpace { add(0x20) }
        isSpace = false
        add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      add(0)
    }
    key?.utf8.forEach(add)
    add(0)
    post.utf8.forEach(add)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
