/// What one look-up says about a scalar.
struct ScalarRecord {
  /// Bits 0–3: grapheme break; 4–5: conjunct break; 6–7: width; from 8: ``ScalarProperties``.
  let bits: UInt32

  /// Looks a scalar up.
  @inline(__always)
  init(_ scalar: UInt32) {
    let number: Int
    switch scalar {
    case ..<0x20000: number = ScalarRecord.number(at: scalar)
    case 0x20000..<0x40000: number = RecordTable.ideograph
    // The tags and selectors of plane 14 follow the first two planes in the table.
    case 0xE0000..<0xE1000: number = ScalarRecord.number(at: scalar - 0xE0000 + 0x20000)
    default: number = RecordTable.other
    }
    let classes = RecordTable.classes
    bits = UInt32(
      StagedTable.pair(classes, 2 * number) | StagedTable.pair(classes, 2 * number + 1) << 12
    )
  }

  /// The class at a place in the table.
  @inline(__always)
  private static func number(at place: UInt32) -> Int {
    let offset = StagedTable.place(
      of: place,
      index: RecordTable.index,
      blockBits: RecordTable.blockBits
    )
    return StagedTable.digit(RecordTable.blocks, offset)
  }

  /// How the scalar takes part in grapheme clusters.
  var graphemeBreak: GraphemeBreak { GraphemeBreak(rawValue: UInt8(bits & 15)) ?? .other }

  /// How the scalar takes part in Indic conjuncts.
  var conjunctBreak: ConjunctBreak { ConjunctBreak(rawValue: UInt8(bits >> 4 & 3)) ?? .none }

  /// The cells the scalar takes in a terminal, 0 to 2.
  var cells: Int { Int(bits >> 6 & 3) }

  /// The flags that rules and tokens ask for.
  var properties: ScalarProperties { ScalarProperties(rawValue: bits >> 8) }
}

/// Grapheme_Cluster_Break (UAX #29), with a value of its own for Extended_Pictographic.
enum GraphemeBreak: UInt8 {
  case other, control, extend, joiner, regionalIndicator, prepend, spacingMark
  case hangulL, hangulV, hangulT, hangulLV, hangulLVT, pictographic, carriageReturn, lineFeed
}

/// Indic_Conjunct_Break (UAX #44).
enum ConjunctBreak: UInt8 {
  case none, consonant, extend, linker
}
