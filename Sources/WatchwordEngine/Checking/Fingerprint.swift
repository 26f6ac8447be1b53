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
    var hash = FowlerNollVo()
    hash.add(rule.pack)
    hash.add(UInt8(ascii: "/"))
    hash.add(rule.name)
    hash.add(0)
    if let finding {
      if finding.parts.isEmpty {
        hash.add(words: text, in: finding.range)
      } else {
        for range in ([finding.range] + finding.parts.map(\.range)).sorted() {
          hash.add(words: text, in: range)
        }
      }
    }
    if let key { hash.add(key) }
    hash.add(0)
    hash.add(post)
    return hash.description
  }
}

/// The hash of Fowler, Noll and Vo in its 64-bit form 1a (draft-eastlake-fnv).
private struct FowlerNollVo: CustomStringConvertible {
  /// The bits so far.
  private var bits: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in a byte.
  @inline(__always)
  mutating func add(_ byte: UInt8) {
    bits = (bits ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Takes in the bytes of a string.
  mutating func add(_ string: String) {
    var string = string
    string.withUTF8 { for byte in $0 { add(byte) } }
  }

  /// Takes in a range of a text, in lower case with white space folded, and its end.
  mutating func add(words text: UnsafeBufferPointer<UInt8>, in range: SourceRange) {
    var isSpace = false
    for offset in range.start..<range.end {
      let byte = text[offset]
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

  /// The 16 hexadecimal digits.
  var description: String {
    String(unsafeUninitializedCapacity: 16) { buffer in
      for place in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: bits >> UInt64(60 - 4 * place) & 0xF)
        buffer[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 16
    }
  }
}
