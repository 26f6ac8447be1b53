/// Writes JSON (RFC 8259) as UTF-8 bytes, members in the order they are given.
///
/// Strings are escaped so that the result can be shown in a terminal and read back unchanged:
/// besides what JSON demands, control characters, direction controls, invisible characters and
/// line separators are written as `\u` escapes. The writer trusts its caller to open and close
/// objects and arrays in turn, and to give each member a key.
struct JSONWriter {
  /// The bytes so far.
  private var bytes: [UInt8] = []
  /// Whether a value stands before the next one, so that a comma must part them.
  private var needsComma = false

  /// Moves the bytes to the end of an output and starts anew, keeping the memory.
  mutating func drain(into output: inout Output) {
    output.append(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Opens an object.
  mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes the object opened last.
  mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes the array opened last.
  mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the key of the next member: plain ASCII without quotes or backslashes.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string, or null.
  mutating func value(_ text: String?) {
    guard let text else { return null() }
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.appendEscaped(text)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a whole number, or null.
  mutating func value(_ number: Int?) {
    guard let number else { return null() }
    separate()
    bytes.appendDecimal(number)
    needsComma = true
  }

  /// Writes true or false.
  mutating func value(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes null.
  mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Begins a new line between two values, or after the last.
  mutating func newLine() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    endLine()
  }

  /// Ends the line after a complete value; what follows is a text of its own.
  mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Writes an opening bracket.
  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  /// Writes a closing bracket.
  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  /// Writes the comma that parts the next value from the one before.
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }
}
