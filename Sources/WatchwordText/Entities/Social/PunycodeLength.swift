/// The length of domain names in their ASCII form.
enum PunycodeLength {
  /// The most bytes a label may have (RFC 1035, section 2.3.4).
  private static let longestLabel = 63

  /// Whether every label between two offsets is short enough in ASCII form (RFC 3492).
  ///
  /// The ideographic full stops end a label as `.` does. A label that already says it is in
  /// Punycode must be ASCII.
  static func labelsFit(_ text: UTF8Text, from start: Int, to end: Int) -> Bool {
    var label: [UInt32] = []
    var index = start
    while index < end {
      let (value, width) = text.scalar(at: index)
      index += width
      switch value {
      case 0x2E, 0x3002, 0xFF0E, 0xFF61:
        guard fits(label) else { return false }
        label.removeAll(keepingCapacity: true)
      default:
        // Every scalar takes at least one byte, so a longer label never fits.
        if label.count == longestLabel { return false }
        label.append(value)
      }
    }
    return fits(label)
  }

  /// Whether a label of at most 63 scalars takes at most 63 bytes.
  private static func fits(_ label: [UInt32]) -> Bool {
    if label.allSatisfy({ $0 < 0x80 }) { return true }
    if label.count > 3, label[2] == 0x2D, label[3] == 0x2D, label[0] | 0x20 == 0x78,
      label[1] | 0x20 == 0x6E
    {
      return false
    }
    return 4 + encodedLength(label) <= longestLabel
  }

  /// The length of a label in Punycode, without `xn--` (RFC 3492, section 6.3).
  private static func encodedLength(_ label: [UInt32]) -> Int {
    let basic = label.count(where: { $0 < 0x80 })
    var length = basic + (basic > 0 ? 1 : 0)
    var handled = basic
    var next: UInt32 = 0x80
    var delta = 0
    var bias = 72
    while handled < label.count {
      let smallest = label.lazy.filter { $0 >= next }.min() ?? next
      delta += Int(smallest - next) * (handled + 1)
      next = smallest
      for value in label {
        if value < next { delta += 1 }
        if value == next {
          length += digits(delta, bias: bias)
          bias = adapted(delta, count: handled + 1, first: handled == basic)
          delta = 0
          handled += 1
        }
      }
      delta += 1
      next += 1
    }
    return length
  }

  /// The number of digits a delta takes.
  private static func digits(_ delta: Int, bias: Int) -> Int {
    var rest = delta
    var step = 36
    var count = 1
    while true {
      let threshold = min(max(step - bias, 1), 26)
      if rest < threshold { return count }
      rest = (rest - threshold) / (36 - threshold)
      step += 36
      count += 1
    }
  }

  /// The bias after a delta.
  private static func adapted(_ delta: Int, count: Int, first: Bool) -> Int {
    var delta = first ? delta / 700 : delta / 2
    delta += delta / count
    var step = 0
    while delta > (35 * 26) / 2 {
      delta /= 35
      step += 36
    }
    return step + 36 * delta / (delta + 38)
  }
}
