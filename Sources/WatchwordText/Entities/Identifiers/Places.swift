/// Codes and numbers that name a place.
enum Places {
  /// The end of the decimal coordinates that begin at `start`, or nil.
  ///
  /// Two decimals with five places or more, or with three and a degree sign, a hemisphere, a minus
  /// or a word for a place; prices and rates have none of these.
  static func decimalCoordinates(_ text: UTF8Text, _ start: Int) -> SourceRange? {
    var begin = start
    if text.byte(start - 1) == 0x2D || text.byte(start - 1) == 0x2B { begin -= 1 }
    guard TokenEdges.isCleanBefore(text, begin), let first = Decimal(text, begin),
      first.places >= 3, first.magnitude <= 90
    else { return nil }
    var index = first.end
    if text.byte(index) == 0x2C || text.byte(index) == 0x3B { index += 1 }
    while text.byte(index) == 0x20 { index += 1 }
    guard index > first.end, let second = Decimal(text, index), second.places >= 3,
      second.magnitude <= 180, TokenEdges.isCleanAfter(text, second.end)
    else { return nil }
    let range = SourceRange(begin, second.end)
    let separator = text.byte(first.end)
    let isSure =
      (first.isMarked && second.isMarked)
      || (separator == 0x2C && min(first.places, second.places) >= 5)
      || (separator == 0x2C && (text[begin] == 0x2D || text[index] == 0x2D))
    return isSure || ContextWords.near(text, range, ContextWords.place) ? range : nil
  }

  /// A signed decimal with what marks it as an angle.
  private struct Decimal {
    var end: Int
    var places = 0
    var magnitude = 0
    /// Whether a degree sign or hemisphere follows.
    var isMarked = false

    init?(_ text: UTF8Text, _ start: Int) {
      var index = start
      if text.byte(index) == 0x2D || text.byte(index) == 0x2B { index += 1 }
      let whole = index
      while isASCIIDigit(text.byte(index)), index - whole < 4 {
        magnitude = magnitude * 10 + digitValue(text[index])
        index += 1
      }
      guard index > whole, index - whole < 4, text.byte(index) == 0x2E else { return nil }
      index += 1
      let fraction = index
      while isASCIIDigit(text.byte(index)) { index += 1 }
      places = index - fraction
      end = index
      if let degree = Angle.endOfDegreeSign(text, index) {
        end = degree
        isMarked = true
        index = degree
      }
      if text.byte(index) == 0x20 { index += 1 }
      if Angle.isHemisphere(text.byte(index)), !isASCIIWord(text.byte(index + 1)) {
        end = index + 1
        isMarked = true
      }
    }
  }

  /// The range of the degrees and minutes whose first digit stands at `start`, or nil.
  static func degrees(_ text: UTF8Text, _ start: Int) -> SourceRange? {
    var begin = start
    let lead = text.byte(start - 1) == 0x20 ? start - 2 : start - 1
    let leads = Angle.isHemisphere(text.byte(lead)) && !isASCIIWord(text.byte(lead - 1))
    if leads { begin = lead }
    guard TokenEdges.isCleanBefore(text, begin), var end = Angle.end(text, start, leads: leads)
    else { return nil }
    // The other half of the pair.
    var next = end
    while text.byte(next) == 0x2C || text.byte(next) == 0x20 || text.byte(next) == 0x2F {
      next += 1
    }
    let hasLetter = Angle.isHemisphere(text.byte(next))
    if hasLetter {
      next += 1
      if text.byte(next) == 0x20 { next += 1 }
    }
    if let second = Angle.end(text, next, leads: hasLetter) { end = second }
    return SourceRange(begin, end)
  }

  /// The end of a National Grid reference whose letters begin at `start`, or nil.
  static func gridReference(_ text: UTF8Text, _ start: Int) -> Int? {
    let squares: StaticString = """
      HPHTHUHWHXHYHZNANBNCNDNENFNGNHNJNKNLNMNNNONRNSNTNUNWNXNYNZOVSCSDSESHSJSKSMSNSOSPSRSSSTSUSVSW\
      SXSYSZTATFTGTLTMTQTRTV
      """
    guard start + 1 < text.count, squares.holdsEntry([text[start], text[start + 1]]),
      TokenEdges.isCleanBefore(text, start)
    else { return nil }
    let spaced = text.byte(start + 2) == 0x20
    let groups = DigitGroups(text, start + (spaced ? 3 : 2))
    for count in [2, 1] where groups.count >= count {
      let figures = groups.digits(groups: count).count
      let end = groups.ends[count - 1]
      guard figures.isMultiple(of: 2), (4...10).contains(figures),
        count == 1 || (groups.lengths[0] == groups.lengths[1] && groups.separators[0] == 0x20),
        TokenEdges.isCleanAfter(text, end)
      else { continue }
      let ordinary: StaticString = "NOSOTVSTSENDHT"
      let isSure =
        spaced && count == 2 && figures >= 6
        && !ordinary.holdsEntry([text[start], text[start + 1]])
      if isSure || figures == 10 { return end }
      if ContextWords.near(text, SourceRange(start, end), ContextWords.place) { return end }
    }
    return nil
  }

  /// The end of a Military Grid Reference System reference that begins at `start`, or nil.
  static func mgrs(_ text: UTF8Text, _ start: Int) -> Int? {
    guard isASCIIUpper(text.byte(start + 1)) || isASCIIUpper(text.byte(start + 2)) else {
      return nil
    }
    var code: [UInt8] = []
    var index = start
    while isASCIIDigit(text.byte(index)), code.count < 3 {
      code.append(text[index])
      index += 1
    }
    guard (1...2).contains(code.count), isASCIIUpper(text.byte(index)) else { return nil }
    code.append(text[index])
    index += 1
    if text.byte(index) == 0x20 { index += 1 }
    guard isASCIIUpper(text.byte(index)), isASCIIUpper(text.byte(index + 1)) else { return nil }
    code += [text[index], text[index + 1]]
    index += 2
    let spaced = text.byte(index) == 0x20
    let groups = DigitGroups(text, index + (spaced ? 1 : 0))
    for count in [2, 1] where groups.count >= count {
      let figures = groups.digits(groups: count)
      let end = groups.ends[count - 1]
      guard figures.count >= 4, count == 1 || groups.lengths[0] == groups.lengths[1],
        Validator.mgrs.accepts(compact: code + figures), TokenEdges.isCleanBefore(text, start),
        TokenEdges.isCleanAfter(text, end)
      else { continue }
      if figures.count >= 6 || ContextWords.near(text, SourceRange(start, end), ContextWords.place)
      {
        return end
      }
    }
    return nil
  }

  /// The end of the plus code that begins at `start` and whose `+` stands at `plus`, or nil.
  static func plusCode(_ text: UTF8Text, _ start: Int, plus: Int) -> Int? {
    guard (4...8).contains(plus - start), (plus - start).isMultiple(of: 2) else { return nil }
    var end = plus + 1
    while isASCIIAlphanumeric(text.byte(end)), end - plus < 5 { end += 1 }
    guard (3...4).contains(end - plus), TokenEdges.isCleanBefore(text, start),
      TokenEdges.isCleanAfter(text, end)
    else { return nil }
    let code = Array(text.bytes[start..<end])
    guard code.contains(where: isASCIILetter) else { return nil }
    if plus - start == 8 { return Validator.plusCode.accepts(compact: code) ? end : nil }
    // A short code says a place only with the name of a town behind it.
    let alphabet: StaticString = "23456789CFGHJMPQRVWX"
    guard code.allSatisfy({ $0 == 0x2B || alphabet.holds($0) }), code.contains(where: isASCIIDigit)
    else { return nil }
    let town = text.byte(end) == 0x2C ? end + 2 : end + 1
    let isNamed = text.byte(town - 1) == 0x20 && isASCIIUpper(text.byte(town))
    return isNamed || ContextWords.near(text, SourceRange(start, end), ContextWords.place)
      ? end : nil
  }

  /// The end of the postcode that begins at `start`, or nil.
  static func postcode(_ text: UTF8Text, _ start: Int) -> Int? {
    var outward = start
    while isASCIIUpper(text.byte(outward)) || isASCIIDigit(text.byte(outward)), outward - start < 8
    {
      outward += 1
    }
    var code = Array(text.bytes[start..<outward])
    var end = outward
    if text.byte(outward) == 0x20, code.count <= 4 {
      end = outward + 4
      guard end <= text.count else { return nil }
      code += text.bytes[outward + 1..<end]
    } else if code.count < 6 {
      return nil
    }
    guard Validator.postcode.accepts(compact: code), isArea(code.prefix(while: isASCIIUpper)),
      TokenEdges.isCleanBefore(text, start), TokenEdges.isCleanAfter(text, end)
    else { return nil }
    // `S24 8GB` is a telephone with its memory.
    let isMemory = code.suffix(2) == [0x47, 0x42] || code.suffix(2) == [0x54, 0x42]
    if isMemory && !isASCIIUpper(code[1]) { return nil }
    // Without its space it looks like an aircraft's registration or an order number.
    return end - start > code.count
      || ContextWords.near(text, SourceRange(start, end), ContextWords.postcode) ? end : nil
  }

  /// Whether letters are those of a postcode area.
  private static func isArea(_ letters: ArraySlice<UInt8>) -> Bool {
    if letters.count == 1 {
      let areas: StaticString = "BEGLMNSW"
      return areas.holdsEntry(letters)
    }
    let areas: StaticString = """
      ABALBABBBDBFBHBLBNBRBSBTBXCACBCFCHCMCOCRCTCVCWDADDDEDGDHDLDNDTDYECEHENEXFKFYGLGUGYHAHDHGHPHR\
      HSHUHXIGIMIPIVJEKAKTKWKYLALDLELLLNLSLUMEMKMLNENGNNNPNRNWOLOXPAPEPHPLPOPRRGRHRMSASESGSKSLSMSN\
      SOSPSRSSSTSWSYTATDTFTNTQTRTSTWUBWAWCWDWFWNWRWSWVYOZE
      """
    return letters.count == 2
      ? areas.holdsEntry(letters) : letters.elementsEqual([0x47, 0x49, 0x52])
  }
}
