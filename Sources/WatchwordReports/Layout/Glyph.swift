internal import WatchwordText

/// What stands in one stretch of cells: a character as its author wrote it, or what stands in for it.
struct Glyph {
  /// The text to show; nothing in it moves a cursor or changes direction.
  var text: String
  /// The number of terminal cells it takes.
  var cells: Int
  /// The bytes it stands for, as offsets into the file.
  var range: SourceRange
  /// Whether it stands for text that is left out.
  var isCut = false
}

/// A Unicode scalar and the bytes it came from.
struct LocatedScalar {
  /// The scalar; U+FFFD for bytes that are not well-formed UTF-8.
  var value: Unicode.Scalar
  /// Its bytes, as offsets into the file.
  var range: SourceRange

  /// Reads all scalars of some bytes, the first of which is at `offset` in the file.
  ///
  /// Ill-formed bytes become one U+FFFD for each maximal subpart (Unicode Standard, section 3.9).
  static func all(in bytes: some Sequence<UInt8>, at offset: Int) -> [LocatedScalar] {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var scalars: [LocatedScalar] = []
    var position = offset
    while true {
      let value: Unicode.Scalar
      let length: Int
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        value = UTF8.decode(encoded)
        length = encoded.count
      case .error(length: let skipped):
        value = "\u{FFFD}"
        length = skipped
      case .emptyInput:
        return scalars
      }
      scalars.append(
        LocatedScalar(value: value, range: SourceRange(position, position + length))
      )
      position += length
    }
  }
}
