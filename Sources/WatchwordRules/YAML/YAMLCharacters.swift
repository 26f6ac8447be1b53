import WatchwordText

/// The characters of a YAML text: checked, and with the byte each starts at.
///
/// libyaml counts its marks in characters; this table turns them into bytes.
struct YAMLCharacters {
  /// The offset of each character and of the end; nil where every character is one byte.
  private var starts: [Int32]?
  /// The number of bytes.
  private let count: Int

  /// Checks every character; throws at the first that YAML does not allow.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLProblem) {
    count = bytes.count
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F, byte != 0x0A, byte != 0x0D, byte != 0x09 {
          throw Self.control(UInt32(byte), SourceRange(index, index + 1))
        }
        starts?.append(Int32(truncatingIfNeeded: index))
        index += 1
        continue
      }
      if starts == nil {
        starts = (0..<index).map { Int32(truncatingIfNeeded: $0) }
      }
      let (scalar, length) = Self.decode(bytes, at: index)
      guard let scalar else {
        throw YAMLProblem(
          .encoding,
          "this is not UTF-8 text",
          advice: "save the file as UTF-8",
          range: SourceRange(index, index + length)
        )
      }
      if (scalar < 0xA0 && scalar != 0x85) || scalar == 0xFFFE || scalar == 0xFFFF {
        throw Self.control(scalar, SourceRange(index, index + length))
      }
      starts?.append(Int32(truncatingIfNeeded: index))
      index += length
    }
    starts?.append(Int32(truncatingIfNeeded: count))
  }

  /// The byte at which the character with this number starts; the end for numbers past it.
  func byte(_ character: Int) -> Int {
    guard let starts else { return min(character, count) }
    return character < starts.count ? Int(starts[character]) : count
  }

  /// The problem of a control character.
  private static func control(_ scalar: UInt32, _ range: SourceRange) -> YAMLProblem {
    let digits = String(scalar, radix: 16, uppercase: true)
    let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return YAMLProblem(
      .encoding,
      "the invisible character U+\(name) is not allowed here",
      advice: "delete it",
      range: range
    )
  }

  /// Reads one character that is not ASCII; nil, with the length to mark, where it is ill-formed.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (scalar: UInt32?, length: Int) {
    let lead = bytes[index]
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return (nil, 1)
    }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for step in 1..<length {
      guard index + step < bytes.count, bytes[index + step] & 0xC0 == 0x80 else {
        return (nil, step)
      }
      value = value << 6 | UInt32(bytes[index + step] & 0x3F)
    }
    let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= least[length], UnicodeScalar(value) != nil else { return (nil, length) }
    return (value, length)
  }
}
