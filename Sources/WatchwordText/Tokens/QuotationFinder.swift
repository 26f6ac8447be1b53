/// Finds what stands in quotation marks.
enum QuotationFinder {
  /// Flags the tokens between double quotation marks, straight, curly or pointed, as quoted.
  ///
  /// A quotation that is not closed before a blank line or the end of the text counts for nothing:
  /// a stray mark (5" pipes) must not hide the rest.
  static func mark(_ result: inout AnalyzedText, in text: UnsafeBufferPointer<UInt8>) {
    var open: Int?
    var isLineBlank = false
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      switch byte {
      case 0x0A:
        if isLineBlank { open = nil }
        isLineBlank = true
        offset += 1
        continue
      case 0x09, 0x0D, 0x20:
        offset += 1
        continue
      case 0x22:
        // A straight mark opens where none is open and something follows it without a space.
        if let start = open {
          flag(&result, SourceRange(start, offset))
          open = nil
        } else if offset + 1 < text.count, text[offset + 1] > 0x20 {
          open = offset
        }
        offset += 1
      case 0xE2 where offset + 2 < text.count && text[offset + 1] == 0x80:
        if text[offset + 2] == 0x9C || text[offset + 2] == 0x9E {
          open = offset
        } else if text[offset + 2] == 0x9D, let start = open {
          flag(&result, SourceRange(start, offset))
          open = nil
        }
        offset += 3
      case 0xC2 where offset + 1 < text.count:
        if text[offset + 1] == 0xAB {
          open = offset
        } else if text[offset + 1] == 0xBB, let start = open {
          flag(&result, SourceRange(start, offset))
          open = nil
        }
        offset += 2
      default:
        offset += 1
      }
      isLineBlank = false
    }
  }

  /// Flags the tokens that lie in a range, and the first of them as that.
  private static func flag(_ result: inout AnalyzedText, _ range: SourceRange) {
    let first = result.firstToken(endingAfter: range.start)
    var index = first
    while index < result.tokens.count, Int(result.tokens[index].end) <= range.end {
      result.tokens[index].flags.insert(.quoted)
      index += 1
    }
    if index > first { result.tokens[first].flags.insert(.startsQuotation) }
  }
}
