/// Decodes the character references of HTML and CommonMark (0.31.2, section 2.5).
enum HTMLEntity {
  /// The length in bytes of the longest reference, from `&` to `;`.
  static let longest = 34

  /// The text that a reference, from `&` to `;`, stands for; nil where there is none of this name.
  ///
  /// A number that is no Unicode scalar, and 0, stand for U+FFFD.
  static func text(of reference: UnsafeBufferPointer<UInt8>) -> String? {
    guard reference.first == UInt8(ascii: "&"), reference.last == UInt8(ascii: ";"),
      reference.count > 2
    else { return nil }
    let name = UnsafeBufferPointer(rebasing: reference[1..<reference.count - 1])
    guard name.first == UInt8(ascii: "#") else { return named(name) }
    let isHexadecimal = name.count > 1 && name[1] | 0x20 == UInt8(ascii: "x")
    let digits = UnsafeBufferPointer(rebasing: name[(isHexadecimal ? 2 : 1)...])
    guard let value = number(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return String(Character(scalar ?? "\u{FFFD}"))
  }

  /// The value of one to seven digits; nil for anything else.
  private static func number(_ digits: UnsafeBufferPointer<UInt8>, radix: UInt32) -> UInt32? {
    guard (1...7).contains(digits.count) else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = JSONScanner.hexValue(byte), digit < radix else { return nil }
      value = value * radix + digit
    }
    return value
  }

  /// The text of a named reference, found by halving the table.
  private static func named(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    HTMLEntityTable.records.withUTF8Buffer { table in
      var low = 0
      var high = table.count
      while low < high {
        let middle = (low + high) / 2
        let before = table[low..<middle].lastIndex(of: UInt8(ascii: " "))
        let start = before.map { $0 + 1 } ?? low
        let equals = table[start...].firstIndex(of: UInt8(ascii: "=")) ?? high
        let end = table[equals...].firstIndex(of: UInt8(ascii: " ")) ?? high
        let found = table[start..<equals]
        if found.elementsEqual(name) { return text(ofRecord: table[(equals + 1)..<end]) }
        if found.lexicographicallyPrecedes(name) { low = end + 1 } else { high = start }
      }
      return nil
    }
  }

  /// The text of scalars written as `HEX+HEX`.
  private static func text(ofRecord record: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var scalars = String.UnicodeScalarView()
    for digits in record.split(separator: UInt8(ascii: "+")) {
      let value = number(UnsafeBufferPointer(rebasing: digits), radix: 16)
      guard let scalar = value.flatMap(Unicode.Scalar.init) else { return nil }
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
