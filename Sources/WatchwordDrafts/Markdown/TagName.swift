/// The name of a tag, as far as the scanner tells tags apart.
struct TagName: Equatable {
  /// Up to eight letters and digits in lower case, the last in the lowest byte; 0 for a longer name.
  private var letters: UInt64
  /// Whether it is a closing tag's.
  private var isClosing = false

  /// Reads the name at the start of `bytes`; nil where no letter stands there.
  init?(_ bytes: some Sequence<UInt8>) {
    var letters: UInt64 = 0
    var count = 0
    for byte in bytes {
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      guard isLetter || (count > 0 && (isDigit || byte == UInt8(ascii: "-"))) else { break }
      letters = letters << 8 | UInt64(isLetter ? byte | 0x20 : byte)
      count += 1
    }
    guard count > 0 else { return nil }
    self.letters = count > 8 ? 0 : letters
  }

  /// The same name in a closing tag.
  var closing: TagName {
    var name = self
    name.isClosing = true
    return name
  }

  /// Whether the tag breaks the line.
  var isLineBreak: Bool { letters == Self.letters("br") }

  /// Whether what follows the tag is no text until its closing tag.
  var hidesContent: Bool {
    !isClosing && (letters == Self.letters("script") || letters == Self.letters("style"))
  }

  /// Whether the tag stands within a word or sentence without breaking it.
  var isInline: Bool { Self.inline.contains { letters == $0 } }

  /// The letters of the names that ``isInline`` knows (HTML, section 4.5 and what was there before it).
  private static let inline: [UInt64] = [
    letters("a"), letters("abbr"), letters("b"), letters("bdi"), letters("bdo"), letters("cite"),
    letters("code"), letters("data"), letters("del"), letters("dfn"), letters("em"),
    letters("font"), letters("i"), letters("ins"), letters("kbd"), letters("mark"), letters("q"),
    letters("s"), letters("samp"), letters("small"), letters("span"), letters("strong"),
    letters("sub"), letters("sup"), letters("time"), letters("tt"), letters("u"), letters("var"),
    letters("wbr"),
  ]

  /// The letters of a name of up to eight, as a tag name holds them.
  private static func letters(_ name: StaticString) -> UInt64 {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }
}
