/// Normalisation Form C as far as counting needs it (Unicode Standard Annex 15).
enum CanonicalComposition {
  /// The scalars of one grapheme cluster in composed form.
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

  /// Sorts each run of marks by combining class, keeping the order of equal ones.
  private static func sortMarks(_ scalars: inout [UInt32]) {
    for end in scalars.indices.dropFirst() {
      var index = end
      let ownClass = combiningClass(scalars[end])
      while ownClass > 0, index > 0, combiningClass(scalars[index - 1]) > ownClass {
        scalars.swapAt(index, index - 1)
        index -= 1
      }
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
