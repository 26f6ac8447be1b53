/// Finds web addresses as twitter-text does, from the dots in them.
///
/// With `http` or `https` any script may stand in the host. Without, the host is what is written
/// in Latin letters, since other scripts set no spaces around it.
struct WebAddresses {
  /// Everything before this offset was taken by an address, kept or not.
  private var floor = 0
  /// Dots before this offset were looked at.
  private var seen = 0
  /// The longest address there is, in bytes.
  private static let longest = 4096
  /// The longest name of a t.co link, in bytes.
  private static let longestShortName = 40

  /// Finds the addresses in the run of host characters around a dot.
  ///
  /// - Parameters:
  ///   - dot: The offset of a `.`.
  ///   - bound: Where the text not yet taken by an entity begins.
  /// - Returns: The end of the last address found, or nil.
  mutating func scan(
    _ text: UTF8Text,
    dot: Int,
    bound: Int,
    into entities: inout [Entity]
  ) -> Int? {
    if dot < seen || dot < floor { return nil }
    guard dot + 1 < text.count, text.domainScalar(at: dot + 1) != nil else { return nil }
    let start = runStart(text, dot, bound: max(bound, floor))
    let limit = runEnd(text, dot)
    seen = limit
    if start == dot { return nil }
    // An address with `@` after it is the local part of an e-mail address.
    if text.byte(limit) == 0x40,
      EmailAddresses.range(text, at: limit, bound: bound) != nil
    {
      return nil
    }
    let scheme = schemeStart(text, before: start)
    var found: Int?
    var from = start
    while let candidate = nextStart(text, from, limit: limit, scheme: scheme, runStart: start) {
      let walk = DomainWalk(text, from: candidate.start, limit: limit)
      guard let domainEnd = walk.end else {
        from = walk.stop
        continue
      }
      let tail = AddressTail(text, domainEnd)
      floor = tail.end
      from = tail.end
      guard !candidate.isDiscarded,
        PunycodeLength.labelsFit(text, from: candidate.start, to: domainEnd),
        tail.end - candidate.start <= Self.longest
      else { continue }
      if candidate.start == start, let scheme {
        if let end = shortened(text, scheme, candidate.start, domainEnd, tail) {
          entities.append(Entity(.url, SourceRange(scheme, end)))
          found = end
        }
      } else {
        found = append(text, candidate.start, domainEnd, tail, into: &entities) ?? found
      }
    }
    return found
  }

  /// A place where an address can begin.
  private struct Candidate {
    /// The offset of its host.
    let start: Int
    /// Whether what stands before it makes it no address, though the text is used up.
    let isDiscarded: Bool
  }

  /// The first place at or after `from` where an address can begin, or nil.
  private func nextStart(
    _ text: UTF8Text,
    _ from: Int,
    limit: Int,
    scheme: Int?,
    runStart: Int
  ) -> Candidate? {
    var index = from
    while index < limit {
      let byte = text[index]
      if byte != 0x2E, byte != 0x2D, byte != 0x5F {
        if index == runStart, scheme != nil { return Candidate(start: index, isDiscarded: false) }
        if canBegin(text, index) {
          let before = index > 0 ? text[index - 1] : 0
          let discarded = before == 0x2D || before == 0x5F || before == 0x2E || before == 0x2F
          return Candidate(start: index, isDiscarded: discarded)
        }
      }
      index += text.scalar(at: index).width
    }
    return nil
  }

  /// Whether what stands before an offset lets an address begin there.
  private func canBegin(_ text: UTF8Text, _ index: Int) -> Bool {
    if index == 0 { return true }
    // The character before must not belong to the address before it.
    if index <= floor { return false }
    let value = text.scalar(before: index).value
    if value < 0x80 {
      let byte = UInt8(value)
      return !isASCIIAlphanumeric(byte) && byte != 0x40 && byte != 0x24 && byte != 0x23
    }
    return !SocialScalars.isAt(value) && !SocialScalars.isHash(value)
      && value != 0xFF04 && !SocialScalars.isInvalid(value)
  }

  /// The start of `http://` or `https://` that ends at `end` and can begin an address, or nil.
  private func schemeStart(_ text: UTF8Text, before end: Int) -> Int? {
    guard end >= 7, text[end - 1] == 0x2F else { return nil }
    for scheme: StaticString in ["http://", "https://"] {
      let start = end - scheme.utf8CodeUnitCount
      if text.begins(with: scheme, at: start), canBegin(text, start) { return start }
    }
    return nil
  }

  /// The start of the run of host characters before a dot.
  private func runStart(_ text: UTF8Text, _ dot: Int, bound: Int) -> Int {
    var start = dot
    while start > bound {
      let width = text.scalar(before: start).width
      guard text.domainScalar(at: start - width) == width else { break }
      start -= width
    }
    return start
  }

  /// The end of the run of host characters after a dot.
  private func runEnd(_ text: UTF8Text, _ dot: Int) -> Int {
    var end = dot
    while end < text.count, let width = text.domainScalar(at: end) { end += width }
    return end
  }

  /// The end of an address with a scheme; t.co links end with their name, and nil if that is too long.
  private func shortened(
    _ text: UTF8Text,
    _ scheme: Int,
    _ host: Int,
    _ domainEnd: Int,
    _ tail: AddressTail
  ) -> Int? {
    guard text.matches("t.co", at: host, end: domainEnd), text.byte(domainEnd) == 0x2F else {
      return tail.end
    }
    var end = domainEnd + 1
    while end < tail.end, isASCIIAlphanumeric(text[end]) { end += 1 }
    let name = end - domainEnd - 1
    if name == 0 { return tail.end }
    if name > Self.longestShortName { return nil }
    return AddressTail.endOfQuery(text, end)
  }

  /// Adds the hosts in Latin letters between two offsets, the last with its path.
  private func append(
    _ text: UTF8Text,
    _ start: Int,
    _ end: Int,
    _ tail: AddressTail,
    into entities: inout [Entity]
  ) -> Int? {
    var last: SourceRange?
    var index = start
    while index < end {
      guard let width = text.latinScalar(at: index) else {
        index += text.scalar(at: index).width
        continue
      }
      let (host, stop) = text.latinHost(from: index, limit: end)
      if let host {
        if let last { entities.append(Entity(.url, last)) }
        last = SourceRange(index, host)
      }
      index = host ?? max(stop, index + width)
    }
    guard var last else { return nil }
    if tail.hasPath { last.end = tail.end }
    entities.append(Entity(.url, last))
    return last.end
  }
}

extension UTF8Text {
  /// The length of a Latin letter, digit or `-` at an offset, or nil.
  fileprivate func latinScalar(at index: Int) -> Int? {
    let byte = self[index]
    if byte < 0x80 { return isASCIIAlphanumeric(byte) || byte == 0x2D ? 1 : nil }
    let (value, width) = scalar(at: index)
    return SocialScalars.isAccentedLatin(value) ? width : nil
  }

  /// The end of the longest host of Latin labels that begins at an offset, or nil; where the labels end.
  fileprivate func latinHost(from start: Int, limit: Int) -> (end: Int?, stop: Int) {
    var found: Int?
    var index = start
    while true {
      let label = index
      while index < limit, let width = latinScalar(at: index) { index += width }
      guard index > label, index < limit, self[index] == 0x2E else {
        return (found, index)
      }
      index += 1
      if let end = TopLevelDomains.end(in: self, at: index, limit: limit) { found = end }
    }
  }
}
