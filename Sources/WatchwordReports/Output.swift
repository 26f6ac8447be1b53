/// The bytes of a report, for the command to write wherever it likes.
///
/// A reporter only ever appends. Whoever runs it may take the bytes after each file, so that a
/// long run needs no more memory than one file's findings.
public struct Output: Sendable {
  /// What has been appended and not yet taken: well-formed UTF-8.
  public private(set) var bytes: [UInt8]

  /// Makes an empty output.
  public init() {
    bytes = []
  }

  /// Appends the UTF-8 bytes of a text.
  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends bytes that the caller knows to be well-formed UTF-8.
  public mutating func append(contentsOf more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Appends one line feed.
  mutating func endLine() {
    bytes.append(0x0A)
  }

  /// Forgets the bytes, keeping their memory for the next ones.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// The bytes as a text.
  public var text: String {
    String(decoding: bytes, as: UTF8.self)
  }
}
