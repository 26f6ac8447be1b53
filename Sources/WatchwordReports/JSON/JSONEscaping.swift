extension [UInt8] {
  /// Appends a text as it stands inside the quotes of a JSON string.
  ///
  /// Stretches that need no escape are copied whole. Besides what a terminal obeys, brackets that
  /// would open a command in the log of a build service are escaped.
  mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var copied = 0
      var index = endOfPlainText(source, from: 0)
      while index < source.count {
        let byte = source[index]
        if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"),
          byte != UInt8(ascii: "[") || !opensLogCommand(source, index)
        {
          index += 1
          if index & 7 == 0 { index = endOfPlainText(source, from: index) }
          continue
        }
        let length = scalarLength(byte)
        // Most text beyond ASCII is shown as it is.
        if byte >= 0x80, !needsEscape(source, index) {
          index += length
          continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: source[copied..<index]))
        appendEscape(of: scalar(source, index))
        index += length
        copied = index
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: source[copied...]))
    }
  }

  /// Appends a whole number in decimal digits.
  mutating func appendDecimal(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  /// Appends the escape of one scalar, the short form where there is one.
  private mutating func appendEscape(of scalar: UInt32) {
    append(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22, 0x5C: append(UInt8(scalar))
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x10000...:
      // Beyond the first plane JSON escapes UTF-16 surrogates.
      appendHex(0xD800 + ((scalar - 0x10000) >> 10))
      append(UInt8(ascii: "\\"))
      appendHex(0xDC00 + ((scalar - 0x10000) & 0x3FF))
    default: appendHex(scalar)
    }
  }

  /// Appends `u` and four hexadecimal digits.
  private mutating func appendHex(_ value: UInt32) {
    append(UInt8(ascii: "u"))
    for shift in [UInt32(12), 8, 4, 0] {
      let digit = UInt8((value >> shift) & 0xF)
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

/// The first offset at or after `start` where eight bytes hold one that may need an escape, or less is left.
private func endOfPlainText(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let tops = ones << 7
  var index = start
  while index + 8 <= source.count {
    let word = UnsafeRawBufferPointer(source)
      .loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // The top bit of a byte is set where it is beyond ASCII, below a space, or one of `"`, `[`, `\`
    // and U+007F; a borrow can set it for more, never for less.
    var found = word | (word &- ones &* 0x20)
    for mark: UInt64 in [0x22, 0x5B, 0x5C, 0x7F] {
      let difference = word ^ (ones &* mark)
      found |= (difference &- ones) & ~difference
    }
    if found & tops != 0 { return index }
    index += 8
  }
  return index
}

/// Whether a bracket would open a command in the log of a build service: `##[` or `##vso[`.
private func opensLogCommand(_ source: UnsafeBufferPointer<UInt8>, _ bracket: Int) -> Bool {
  source[..<bracket].suffix(2).elementsEqual("##".utf8)
    || source[..<bracket].suffix(5).elementsEqual("##vso".utf8)
}

/// The number of bytes of the scalar that starts with `byte`, in well-formed UTF-8.
private func scalarLength(_ byte: UInt8) -> Int {
  switch byte {
  case ..<0x80: 1
  case ..<0xE0: 2
  case ..<0xF0: 3
  default: 4
  }
}

/// Whether the scalar at `index`, beyond ASCII, is one that a terminal obeys or swallows.
///
/// Joiners and variation selectors stay: letters and emoji need them.
private func needsEscape(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  switch source[index] {
  case 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: break
  default: return false
  }
  switch scalar(source, index) {
  case 0x80...0x9F, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
    0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0001:
    return true
  default:
    return false
  }
}

/// The value of the scalar at `index`, in well-formed UTF-8.
private func scalar(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
  let first = source[index]
  let length = scalarLength(first)
  guard length > 1 else { return UInt32(first) }
  var value = UInt32(first) & (0xFF >> UInt32(length + 1))
  for offset in 1..<length { value = value << 6 | UInt32(source[index + offset] & 0x3F) }
  return value
}
