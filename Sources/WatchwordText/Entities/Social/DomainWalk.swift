/// A walk along the labels of a domain name.
///
/// A domain is one or more labels and a top-level domain. Inner labels may hold `_` and `-` but
/// not begin or end with them; the label before the top-level domain holds no `_`.
struct DomainWalk {
  /// The end of the longest domain that begins where the walk began, or nil.
  var end: Int?
  /// Where the walk stopped: no domain begins between its start and here, unless ``end`` is set.
  var stop: Int
  /// The start of the last label of the domain, where ``end`` is set.
  var lastLabel = 0

  /// Walks from `start`, at most to `limit`.
  ///
  /// - Parameter reserved: Whether names set aside for examples and private networks count too
  ///   (RFC 2606, RFC 6762).
  init(_ text: UTF8Text, from start: Int, limit: Int, reserved: Bool = false) {
    stop = start
    var label = start
    var underscoreBefore = true
    while label < limit {
      if label > start, !underscoreBefore {
        if let end = TopLevelDomains.end(in: text, at: label, limit: limit)
          ?? (reserved ? Self.endOfReserved(text, label, limit) : nil)
        {
          self.end = end
          lastLabel = label
        }
      }
      var index = label
      var underscore = false
      while index < limit, text[index] != 0x2E {
        if text[index] == 0x5F { underscore = true }
        index += 1
      }
      stop = index
      guard index < limit, index > label, !Self.isJoiner(text[label]),
        !Self.isJoiner(text[index - 1])
      else { break }
      underscoreBefore = underscore
      label = index + 1
      stop = label
    }
    stop = max(stop, start + 1)
  }

  /// Whether a byte joins parts of a label and so can stand at neither end of it.
  private static func isJoiner(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x5F }

  /// The end of a reserved top-level name at `start`, or nil.
  private static func endOfReserved(_ text: UTF8Text, _ start: Int, _ limit: Int) -> Int? {
    var end = start
    while end < limit, isASCIIAlphanumeric(text[end]) { end += 1 }
    guard end == text.count || (text[end] != 0x2D && text[end] != 0x40) else { return nil }
    for name: StaticString in ["example", "test", "invalid", "localhost", "local", "internal"]
    where text.matches(name, at: start, end: end) {
      return end
    }
    return nil
  }
}

extension UTF8Text {
  /// Whether the bytes from `start` to `end` spell `name`, given in lower case, in any case.
  func matches(_ name: StaticString, at start: Int, end: Int) -> Bool {
    end - start == name.utf8CodeUnitCount && begins(with: name, at: start)
  }

  /// Whether the bytes at `start` begin with `name`, given in lower case, in any case.
  func begins(with name: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + name.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<name.utf8CodeUnitCount
    where lowered(self[start + offset]) != name.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether the scalar at `index` can be part of a domain name, `.`, `-` and `_` included; its length.
  func domainScalar(at index: Int) -> Int? {
    let byte = self[index]
    if byte < 0x80 {
      return isASCIIWord(byte) || byte == 0x2D || byte == 0x2E ? 1 : nil
    }
    let (value, width) = scalar(at: index)
    return SocialScalars.isDomainScalar(value) ? width : nil
  }
}
