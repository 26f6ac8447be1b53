/// Words whose full stop does not end a sentence.
enum Abbreviations {
  /// Titles, ranks and other abbreviations, in lower case without their full stop.
  ///
  /// Single letters ("J. Example", "U.S.", "p.m.") need no entry.
  static let words = table(
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
  static let connectors = table(
    """
    a an the to of in at on and or for with from by our my your his her their its is are was were
    be as that this than but if so because when while into near after before
    """
  )

  /// The words of a text as symbols, so that looking one up makes nothing on the heap.
  private static func table(_ words: String) -> SymbolTable {
    var builder = SymbolTableBuilder()
    for word in words.split(whereSeparator: \.isWhitespace) { _ = builder.insert(word.utf8) }
    return builder.table
  }
}
