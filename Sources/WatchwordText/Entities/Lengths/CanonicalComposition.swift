/// Normalisation Form C (Unicode Standard Annex 15).
public enum CanonicalComposition {
  /// The scalars of one grapheme cluster in composed form, as far as counting needs it.
  ///
  /// Marks are sorted by combining class and joined with the letter before them. A letter that is
  /// already composed is not taken apart first, so of several marks another one may stay alone;
  /// their number is the same.
  static func compose(_ scalars: [UInt32]) -> [UInt32] {
    var apart: [UInt32] = []
    for value in scalars {
      if let parts = parts(of: value) { apart += parts } else { apart.append(value) }
    }
    sortMarks(&apart)
    var result: [UInt32] = []
    var starter: Int?
    var lastClass = 0
    for value in apart {
      let ownClass = combiningClass(value)
      if let starter, lastClass < ownClass || (lastClass == 0 && starter == result.count - 1),
        let composite = composite(result[starter], value)
      {
        result[starter] = composite
        continue
      }
      result.append(value)
      lastClass = ownClass
      if ownClass == 0 { starter = result.count - 1 }
    }
    return result
  }

  /// The scalars of any text in Normalisation Form C.
  ///
  /// Letters that are composed already are taken apart first, so that every canonically equivalent
  /// text gives the same scalars. O(*n*) for text without long runs of marks.
  public static func normalized(_ text: some Sequence<Unicode.Scalar>) -> [UInt32] {
    var apart: [UInt32] = []
    var needsWork = false
    for scalar in text {
      // Nothing below U+0300 changes but by a mark behind it.
      if scalar.value < 0x300 {
        apart.append(scalar.value)
      } else {
        needsWork = true
        takeApart(scalar.value, into: &apart)
      }
    }
    guard needsWork else { return apart }
    return compose(
      apart.flatMap { value -> [UInt32] in
        guard value >= 0xC0, value < 0x300 else { return [value] }
        var parts: [UInt32] = []
        takeApart(value, into: &parts)
        return parts
      }
    )
  }

  /// Adds the parts of a scalar, down to those that have none; Hangul syllables stay whole.
  private static func takeApart(_ value: UInt32, into result: inout [UInt32]) {
    if let pair = pairsByComposite[value] {
      takeApart(UInt32(pair >> 21), into: &result)
      result.append(UInt32(pair & 0x1F_FFFF))
    } else if let parts = parts(of: value) {
      result += parts
    } else if let original = original(of: value) {
      takeApart(original, into: &result)
    } else {
      result.append(value)
    }
  }

  /// The pair that each composite stands for.
  private static let pairsByComposite = Dictionary(
    zip(composites, pairs),
    uniquingKeysWith: { first, _ in first }
  )

  /// The scalar that stands for another one in this form; nil where that is itself.
  private static func original(of value: UInt32) -> UInt32? {
    var low = 0
    var high = twins.count
    while low < high {
      let middle = (low + high) / 2
      if twins[middle] == value { return originals[middle] }
      if twins[middle] < value { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Sorts each run of marks by combining class, keeping the order of equal ones.
  private static func sortMarks(_ scalars: inout [UInt32]) {
    var start = 0
    while start < scalars.count {
      guard combiningClass(scalars[start]) > 0 else {
        start += 1
        continue
      }
      let end = scalars[start...].firstIndex { combiningClass($0) == 0 } ?? scalars.count
      if end - start > 1 {
        let run = scalars[start..<end].enumerated().map {
          (rank: combiningClass($0.element), place: $0.offset, scalar: $0.element)
        }
        scalars.replaceSubrange(
          start..<end,
          with: run.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.scalar)
        )
      }
      start = end
    }
  }

  /// The canonical combining class of a scalar; 0 for a starter.
  private static func combiningClass(_ value: UInt32) -> Int {
    guard value >= 0x300, let scalar = Unicode.Scalar(value) else { return 0 }
    return Int(scalar.properties.canonicalCombiningClass.rawValue)
  }

  /// What two scalars compose to, or nil.
  private static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    // Hangul syllables are computed (The Unicode Standard, section 3.12).
    if first &- 0x1100 < 19, second &- 0x1161 < 21 {
      return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    }
    if first &- 0xAC00 < 11_172, (first - 0xAC00) % 28 == 0, second &- 0x11A8 < 27 {
      return first + second - 0x11A7
    }
    let key = UInt64(first) << 21 | UInt64(second)
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] == key { return composites[middle] }
      if pairs[middle] < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
