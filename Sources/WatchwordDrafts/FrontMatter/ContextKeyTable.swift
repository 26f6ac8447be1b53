import WatchwordRules

/// Finds the context key that a draft means, without making strings.
///
/// `publish-at`, `publish_at` and `publishAt` are one key.
struct ContextKeyTable: Sendable {
  /// A key and what a quick look at a name needs.
  private struct Key: Sendable {
    /// The key in the spelling of ``ContextKey``.
    let name: String
    /// Its bytes.
    let bytes: [UInt8]
    /// The lengths a name for it can have, with and without its hyphens.
    let lengths: ClosedRange<Int>

    /// Measures a key.
    init(_ name: String) {
      self.name = name
      bytes = Array(name.utf8)
      lengths = bytes.count { $0 != UInt8(ascii: "-") }...bytes.count
    }
  }

  /// The keys by their first letter, `a` at 0.
  private let keys: [[Key]]

  /// Sorts the keys of ``ContextKey``, and others that a reader wants, by first letter.
  init(extra: [String] = []) {
    var keys = Array(repeating: [Key](), count: 26)
    for key in ContextKey.all + extra {
      guard let letter = key.utf8.first.flatMap(Self.place) else { continue }
      keys[letter].append(Key(key))
    }
    self.keys = keys
  }

  /// The key in the spelling of ``ContextKey``, or nil where there is none like it.
  func key(for name: UnsafeBufferPointer<UInt8>) -> String? {
    guard let first = name.first, let letter = Self.place(of: first) else { return nil }
    for key in keys[letter] where key.lengths.contains(name.count) && Self.means(key.bytes, name) {
      return key.name
    }
    return nil
  }

  /// The key in the spelling of ``ContextKey``, or nil where there is none like it.
  func key(for name: String) -> String? {
    var name = name
    return name.withUTF8 { key(for: $0) }
  }

  /// The place of a lower-case letter in the alphabet, from 0.
  private static func place(of byte: UInt8) -> Int? {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? Int(byte - UInt8(ascii: "a")) : nil
  }

  /// Whether a name is a key, or the key with `_` for `-`, or with a capital instead of the hyphen.
  private static func means(_ key: [UInt8], _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var isAfterHyphen = false
    for byte in key {
      guard index < name.count else { return false }
      let other = name[index]
      if byte == UInt8(ascii: "-") {
        if other == byte || other == UInt8(ascii: "_") {
          index += 1
        } else if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(other) {
          isAfterHyphen = true
        } else {
          return false
        }
      } else {
        guard other == byte || (isAfterHyphen && other | 0x20 == byte) else { return false }
        isAfterHyphen = false
        index += 1
      }
    }
    return index == name.count
  }
}
