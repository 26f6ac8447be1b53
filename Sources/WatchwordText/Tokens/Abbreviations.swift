/// Words whose full stop does not end a sentence.
enum Abbreviations {
  /// Titles, ranks and other abbreviations, in lower case without their full stop.
  ///
  /// Single letters ("J. Example", "U.S.", "p.m.") need no entry.
  static let words = ShortWords(
    """
    mr mrs ms mx dr prof rev hon st sr jr messrs esq
    lt col maj gen brig capt cpt cdr cmdr lcdr adm vadm radm cdre sgt ssgt cpl lcpl pte pvt spc
    pfc sfc gysgt tsgt msgt smsgt cmsgt cpo po wo ens sqn ldr wg gp flt plt off sec gov pres rep sen amb det insp supt pc
    vs etc eg ie incl cf al approx dept est inc ltd co corp bros no nos vol fig pp ed eds
    jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun
    ave blvd rd mt ft ex op regt bn bde div sq tel ext
    """
  )

  /// Words after which a line end is a wrap and not the end of a sentence, in lower case.
  static let connectors = ShortWords(
    """
    a an the to of in at on and or for with from by our my your his her their its is are was were
    be as that this than but if so because when while into near after before
    """
  )
}

/// A few words of up to eight ASCII letters each, kept as numbers, so that neither making the list nor
/// looking a word up costs much.
struct ShortWords {
  /// The bytes of each word, the first lowest, in the first free slot from its own on; 0 where one is free.
  private var slots: [UInt64]

  /// Takes the words of a text with white space between them.
  init(_ text: String) {
    // With the space behind it a word has two bytes at least, and most have more.
    slots = Array(
      repeating: 0,
      count: 1 << (Int.bitWidth - (text.utf8.count / 2).leadingZeroBitCount)
    )
    var (word, shift): (UInt64, UInt64) = (0, 0)
    for byte in text.utf8 {
      if byte > 0x20 {
        word |= UInt64(byte) << shift
        shift += 8
      } else {
        if shift > 0 { slots[slot(of: word)] = word }
        (word, shift) = (0, 0)
      }
    }
    if shift > 0 { slots[slot(of: word)] = word }
  }

  /// Whether a word is in the list: its bytes, of up to eight, the first lowest.
  func contains(_ word: UInt64) -> Bool { slots[slot(of: word)] == word }

  /// The slot where a word is, or would be.
  private func slot(of word: UInt64) -> Int {
    let hash = word &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != word { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
