/// Finds what names a person, a place or an account, and what opens a door: numbers, codes, keys.
///
/// A number counts when its check passes or a word near it says what it is; amounts, dates,
/// versions, tags and parts of links are none. Values set aside for examples are found like others:
/// ``isFictional(phone:)`` tells telephone numbers of that kind.
public enum IdentifierEntities {
  /// Appends the places, numbers and secrets of a text.
  ///
  /// They are sorted by start. They do not overlap each other nor `social`, but for links that are
  /// themselves a place on a map or a secret, which have the link's range.
  ///
  /// - Parameters:
  ///   - social: What ``SocialEntities`` found in the same text, sorted by start.
  ///   - entities: Gets what is found behind what it holds.
  /// - Complexity: O(*n*) in the bytes of the text.
  public static func scan(
    _ text: UnsafeBufferPointer<UInt8>,
    social: [Entity],
    into entities: inout [Entity]
  ) {
    let first = entities.count
    var scanner = IdentifierScanner(UTF8Text(text), social: social)
    scanner.scan(into: &entities)
    // Links come in order already; only they can stand behind something found later.
    if entities.count > first + 1 {
      entities[first...].sort { $0.range < $1.range }
    }
  }

  /// Whether a telephone number is set aside for fiction, and so is nobody's.
  ///
  /// These are Ofcom's numbers for television and radio drama, and 555-0100 to 555-0199 in any
  /// area of North America. Marks between the digits do not count; `+44` and `+1` are understood.
  public static func isFictional(phone: some Sequence<UInt8>) -> Bool {
    PhoneNumbers.isFictional(phone)
  }
}

/// One pass over a text for identifiers.
private struct IdentifierScanner {
  let text: UTF8Text
  let social: [Entity]
  /// The next social entity that does not end before the current byte.
  var nextSocial = 0
  /// Nothing before this offset can be part of a further entity.
  var floor = 0
  /// Runs of token characters before this offset were looked at.
  var tokensSeen = 0

  init(_ text: UTF8Text, social: [Entity]) {
    self.text = text
    self.social = social
  }

  /// Scans the text, then its links.
  mutating func scan(into entities: inout [Entity]) {
    let classes = Self.signs.utf8Start
    var index = 0
    while index < text.count {
      let byte = text[index]
      let kind = classes[Int(byte)]
      if kind == 0x2D {
        index += 1
        continue
      }
      if let end = endOfSocial(index) {
        floor = end
        index = end
        continue
      }
      if let found = kind == 0x64 ? number(index) : sign(index, byte) {
        entities.append(found)
        index = max(found.range.end, index + 1)
        floor = index
      } else {
        index = max(kind == 0x64 ? floor : 0, index + 1)
      }
    }
    for link in social where link.kind == .url {
      if MapLinks.isMap(text, link.range) {
        entities.append(Entity(.mapLink, link.range))
      } else if AccessTokens.isSecretAddress(text, link.range) {
        entities.append(Entity(.accessToken, link.range))
      }
    }
  }

  /// The end of the social entity that holds a byte, or nil.
  private mutating func endOfSocial(_ index: Int) -> Int? {
    while nextSocial < social.count, social[nextSocial].range.end <= index { nextSocial += 1 }
    guard nextSocial < social.count, social[nextSocial].range.start <= index else { return nil }
    return social[nextSocial].range.end
  }

  /// What a mark that is no digit begins or belongs to.
  private func sign(_ index: Int, _ byte: UInt8) -> Entity? {
    switch byte {
    case 0x2D:
      guard text.byte(index + 4) == 0x2D, text.byte(index - 1) != 0x2D else { return nil }
      return Secrets.privateKey(text, index).map { Entity(.privateKey, $0) }
    case 0x2F:
      guard text.byte(index + 1) == 0x2F, text.byte(index + 2) == 0x2F else { return nil }
      return WordAddresses.slashed(text, index).map { Entity(.what3words, $0) }
    case 0x3A:
      if let end = MapLinks.endOfGeo(text, colon: index) {
        return Entity(.mapLink, SourceRange(index - 3, end))
      }
      if let range = Secrets.credentials(text, colon: index) {
        return Entity(.urlCredentials, range)
      }
      return Secrets.password(text, sign: index).map { Entity(.accessToken, $0) }
    case 0x3D:
      return Secrets.password(text, sign: index).map { Entity(.accessToken, $0) }
    default:
      guard text.byte(index + 1) &- 0x61 < 26, text.byte(index - 1) &- 0x61 < 26 else { return nil }
      return WordAddresses.plain(text, dot: index, bound: floor).map { Entity(.what3words, $0) }
    }
  }

  /// What the digit at an offset, the first of its word, begins or belongs to; moves the floor past the word.
  private mutating func number(_ digit: Int) -> Entity? {
    var start = digit
    while start > floor, isASCIIAlphanumeric(text[start - 1]) { start -= 1 }
    var end = digit + 1
    while end < text.count, isASCIIAlphanumeric(text[end]) { end += 1 }
    let before = floor
    floor = end
    if let token = token(start, end, bound: before) { return token }
    if text.byte(end) == 0x3C || text.byte(start - 1) == 0x3C,
      let range = PersonalCodes.machineReadableZone(text, digit), range.start >= before
    {
      return Entity(.machineReadableZone, range)
    }
    if text.byte(end) == 0x2B, let stop = Places.plusCode(text, start, plus: end) {
      return Entity(.plusCode, SourceRange(start, stop))
    }
    return start < digit ? code(start) : digits(start, end, bound: before)
  }

  /// The secret that the word from `start` to `end` is part of, or nil.
  private mutating func token(_ start: Int, _ end: Int, bound: Int) -> Entity? {
    let isJoined = isTokenMark(text.byte(start - 1)) || isTokenMark(text.byte(end))
    guard start >= tokensSeen, end - start >= 12 || isJoined else {
      return Secrets.statedPassword(text, start).map { Entity(.accessToken, $0) }
    }
    var from = start
    while from > bound, isTokenByte(text[from - 1]) { from -= 1 }
    var to = end
    while to < text.count, isTokenByte(text[to]) { to += 1 }
    tokensSeen = to
    while from < start, isEdge(text[from]) { from += 1 }
    while to > end, isEdge(text[to - 1]) { to -= 1 }
    if AccessTokens.isToken(text, from, to) { return Entity(.accessToken, SourceRange(from, to)) }
    return Secrets.statedPassword(text, from).map { Entity(.accessToken, $0) }
  }

  /// Whether a byte joins the parts of a token.
  private func isTokenMark(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x2B
  }

  /// Whether a byte can be part of a token.
  private func isTokenByte(_ byte: UInt8) -> Bool { isASCIIAlphanumeric(byte) || isTokenMark(byte) }

  /// Whether a byte belongs to the sentence when it stands at the end of a token.
  private func isEdge(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2D || byte == 0x2F }

  /// The code that begins with letters at `start`, or nil.
  private func code(_ start: Int) -> Entity? {
    guard isASCIIUpper(text[start]) else { return nil }
    if isASCIIUpper(text.byte(start + 1)) {
      if isASCIIDigit(text.byte(start + 2)) {
        if let end = PersonalCodes.iban(text, start) {
          return Entity(.iban, SourceRange(start, end))
        }
        if let found = letteredNumber(start) { return found }
        if let end = PersonalCodes.vehicleRegistration(text, start) {
          return Entity(.vehicleRegistration, SourceRange(start, end))
        }
      }
      if let end = PersonalCodes.drivingLicence(text, start) {
        return Entity(.drivingLicence, SourceRange(start, end))
      }
    }
    if let end = Places.postcode(text, start) { return Entity(.postcode, SourceRange(start, end)) }
    return Angle.isHemisphere(text[start]) ? degrees(start + 1) : nil
  }

  /// The number with two letters before it at `start`, or nil.
  private func letteredNumber(_ start: Int) -> Entity? {
    if let end = PersonalCodes.nationalInsurance(text, start) {
      return Entity(.nationalInsurance, SourceRange(start, end))
    }
    if let end = PersonalCodes.vatNumber(text, start) {
      return Entity(.vatNumber, SourceRange(start, end))
    }
    return Places.gridReference(text, start).map { Entity(.gridReference, SourceRange(start, $0)) }
  }

  /// The degrees that begin at `start`, or nil.
  private func degrees(_ start: Int) -> Entity? {
    guard isASCIIDigit(text.byte(start)) else { return nil }
    return Places.degrees(text, start).map { Entity(.coordinates, $0) }
  }

  /// The number that begins with the digits at `start`, or nil.
  private func digits(_ start: Int, _ end: Int, bound: Int) -> Entity? {
    let lead = start - 3
    if lead >= bound, text[start - 1] == 0x20, isASCIIUpper(text[start - 2]),
      isASCIIUpper(text[lead]),
      let found = letteredNumber(lead)
    {
      return found
    }
    if start - 4 >= bound, text.bytes[start - 4..<start].elementsEqual([0x47, 0x49, 0x52, 0x20]),
      let end = Places.postcode(text, start - 4)
    {
      return Entity(.postcode, SourceRange(start - 4, end))
    }
    if text.byte(end) == 0x2E, let range = Places.decimalCoordinates(text, start),
      range.start >= bound
    {
      return Entity(.coordinates, range)
    }
    if text.byte(end) == 0xC2, let found = degrees(start) {
      if found.range.start >= bound { return found }
    }
    if let stop = Places.mgrs(text, start) { return Entity(.mgrs, SourceRange(start, stop)) }
    guard end - start <= 19, text.bytes[start..<end].allSatisfy(isASCIIDigit),
      end - start > 1 || canBeTrunk(start)
    else { return nil }
    if let found = PersonalNumbers.entity(text, start) { return found }
    return phone(start, bound: bound)
  }

  /// Whether a lone digit can begin a number: as a country code, or the 1 before an area code.
  private func canBeTrunk(_ digit: Int) -> Bool {
    let before = text.byte(digit - 1)
    if before == 0x2B || before == 0x28 { return true }
    let isBeforeGroup = text.byte(digit + 1) == 0x28 || isASCIIDigit(text.byte(digit + 3))
    return text[digit] == 0x31 && isBeforeGroup
  }

  /// The telephone number whose first digit stands at `digit`, or nil.
  private func phone(_ digit: Int, bound: Int) -> Entity? {
    // `+` belongs to the number; a bracket does if it closes inside.
    var start = digit
    if start > bound, text[start - 1] == 0x28 { start -= 1 }
    if start > bound, text[start - 1] == 0x2B { start -= 1 }
    for start in start < digit && text[start] == 0x28 ? [start, digit] : [start]
    where TokenEdges.isCleanBefore(text, start) {
      if let end = PhoneNumbers.end(text, start) { return Entity(.phone, SourceRange(start, end)) }
    }
    return nil
  }

  /// For each byte, `d` for a digit, `x` for a mark that can begin or join an identifier: `-`, `.`,
  /// `/`, `:` and `=`.
  private static var signs: StaticString {
    """
    --------------------------------\
    -------------xxxddddddddddx--x--\
    --------------------------------\
    --------------------------------\
    --------------------------------\
    --------------------------------\
    --------------------------------\
    --------------------------------
    """
  }
}
