/// The fields of a number token such as 17:30 or 14.03.2026.
struct NumberShape {
  /// How many fields there are, up to three.
  private(set) var count = 0
  /// The values of the fields.
  private(set) var values = (0, 0, 0)
  /// How many digits each has.
  private(set) var digits = (0, 0, 0)
  /// The mark between the fields, or 0.
  private(set) var mark: UInt8 = 0
  /// Whether st, nd, rd or th follows.
  let isOrdinal: Bool

  /// Reads a token; nil for money, commas, mixed marks and what is too long for any time.
  init?(_ token: Token, in text: UnsafeBufferPointer<UInt8>) {
    isOrdinal = token.flags.contains(.ordinal)
    guard token.kind == .number, !token.flags.contains(.money) else { return nil }
    var value = 0
    var length = 0
    for offset in Int(token.start)..<Int(token.end) - (isOrdinal ? 2 : 0) {
      let byte = text[offset]
      if byte.isASCIIDigit {
        guard length < 6 else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        length += 1
      } else {
        guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":"), mark == 0 || mark == byte,
          count < 2
        else { return nil }
        mark = byte
        add(value, length)
        value = 0
        length = 0
      }
    }
    add(value, length)
  }

  /// Adds a field.
  private mutating func add(_ value: Int, _ length: Int) {
    switch count {
    case 0: (values.0, digits.0) = (value, length)
    case 1: (values.1, digits.1) = (value, length)
    default: (values.2, digits.2) = (value, length)
    }
    count += 1
  }

  /// The value, where there is only one field and no ordinal ending.
  var plain: Int? { count == 1 && !isOrdinal ? values.0 : nil }

  /// The day of a month, where the number can be one.
  var dayOfMonth: Int? {
    count == 1 && digits.0 <= 2 && (1...31).contains(values.0) ? values.0 : nil
  }

  /// The year, where the number is one of four digits.
  var year: Int? {
    count == 1 && !isOrdinal && digits.0 == 4 && (1_000...2_199).contains(values.0)
      ? values.0 : nil
  }

  /// Whether four digits are an hour and a minute.
  var isMilitaryClock: Bool {
    count == 1 && !isOrdinal && digits.0 == 4 && values.0 <= 2_400 && values.0 % 100 < 60
  }

  /// Whether two or three fields are an hour, a minute and perhaps a second.
  var isDivided: Bool {
    (count == 2 || (count == 3 && mark == UInt8(ascii: ":") && digits.2 == 2 && values.2 < 60))
      && digits.0 <= 2 && digits.1 == 2 && values.0 <= 24 && values.1 < 60
  }

  /// The year that two or four digits write: 69 to 99 are of the twentieth century.
  static func fullYear(_ value: Int, digits: Int) -> Int? {
    switch digits {
    case 2: value < 69 ? 2_000 + value : 1_900 + value
    case 4: value
    default: nil
    }
  }
}
