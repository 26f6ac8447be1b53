/// Groups of digits with one separator between each, as numbers are written for people.
struct DigitGroups {
  /// The digits, without separators.
  private(set) var digits: [UInt8] = []
  /// The number of digits in each group.
  private(set) var lengths: [Int] = []
  /// The number of digits up to the end of each group.
  private(set) var totals: [Int] = []
  /// The end of each group in the text.
  private(set) var ends: [Int] = []
  /// The separator after each group but the last; brackets read as spaces.
  private(set) var separators: [UInt8] = []

  /// The most digits read; the longest number, of a payment card, has 19.
  private static let most = 20
  /// The most groups read.
  private static let mostGroups = 8

  /// Reads the groups that begin at `start`, with space, `-`, `.` or a bracket between them.
  ///
  /// A group that stands against a letter is no part of them.
  init(_ text: UTF8Text, _ start: Int) {
    digits.reserveCapacity(Self.most + 1)
    var index = start
    while index < text.count, digits.count <= Self.most, lengths.count < Self.mostGroups {
      let group = index
      while isASCIIDigit(text.byte(index)), digits.count <= Self.most {
        digits.append(text[index])
        index += 1
      }
      let touches = isASCIIWord(text.byte(index)) || text.byte(index) == 0x2A
      if index == group || (touches && !lengths.isEmpty) {
        digits.removeLast(index - group)
        if !separators.isEmpty { separators.removeLast() }
        return
      }
      lengths.append(index - group)
      ends.append(index)
      totals.append(digits.count)
      guard !touches, let (separator, width) = Self.separator(text, index) else { return }
      separators.append(separator)
      index += width
    }
  }

  /// The separator at an offset and its length, if a digit follows.
  private static func separator(_ text: UTF8Text, _ index: Int) -> (UInt8, Int)? {
    switch text.byte(index) {
    case 0x20, 0x2D, 0x2E:
      if isASCIIDigit(text.byte(index + 1)) { return (text[index], 1) }
      // ` (` as in `+44 (0)20`, and ` - `.
      if text.byte(index) == 0x20, text.byte(index + 1) == 0x28, isASCIIDigit(text.byte(index + 2))
      {
        return (0x28, 2)
      }
    case 0x28 where isASCIIDigit(text.byte(index + 1)): return (0x28, 1)
    case 0x29:
      let next = text.byte(index + 1)
      if isASCIIDigit(next) { return (0x29, 1) }
      if next == 0x20 || next == 0x2D, isASCIIDigit(text.byte(index + 2)) { return (0x29, 2) }
    case 0xC2 where text.byte(index + 1) == 0xA0 && isASCIIDigit(text.byte(index + 2)):
      return (0x20, 2)
    default: break
    }
    return nil
  }

  /// The number of groups.
  var count: Int { lengths.count }

  /// The digits of the first groups.
  func digits(groups: Int) -> ArraySlice<UInt8> {
    digits[..<totals[groups - 1]]
  }

  /// Whether the first separators are all one of those given.
  func areSeparated(by allowed: [UInt8], groups: Int) -> Bool {
    separators.prefix(max(groups - 1, 0)).allSatisfy(allowed.contains)
  }
}
