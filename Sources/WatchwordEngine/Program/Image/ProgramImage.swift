internal import WatchwordText

/// A compiled program as one block of memory: a header, the places of the tables, and the tables.
///
/// It is the same in the binary, in a cache and fresh from the compiler, and is used where it lies.
/// An image is an address; it is good for as long as the ``FlatMemory`` behind it.
struct ProgramImage: @unchecked Sendable {
  /// What an image starts with.
  struct Header: BitwiseCopyable {
    /// ``ProgramImage/magic``.
    var magic: UInt64
    /// ``ProgramImage/version``.
    var version: UInt32
    /// ``ProgramImage/byteOrder``, as the machine that wrote it stores it.
    var byteOrder: UInt32
    /// ``ProgramImage/layout``.
    var layout: UInt64
    /// The bytes in all.
    var size: UInt64
    /// ``ProgramImage/patternEngine``.
    var patternEngine: UInt64
    /// What the image was made from.
    var key: ProgramKey
    /// The ``ImageHash`` of everything behind the header.
    var check: UInt64
    /// The number of tables.
    var sectionCount: UInt32
    /// 0.
    var reserved: UInt32 = 0
  }

  /// Where a table lies.
  struct Entry: BitwiseCopyable {
    /// The first byte, from the start of the image.
    var offset: UInt32
    /// The number of values.
    var count: UInt32
  }

  /// The first eight bytes of every image.
  static let magic: UInt64 = 0x31_47_4D_49_44_52_57_57
  /// The version of what the tables mean; it grows whenever that changes.
  static let version: UInt32 = 9
  /// Tells the order of bytes.
  static let byteOrder: UInt32 = 0x0102_0304

  /// The address of the header.
  let base: UnsafeRawPointer

  /// The header.
  var header: Header { base.load(as: Header.self) }

  /// Where a table lies.
  func entry(_ section: ImageSection) -> Entry {
    base.load(
      fromByteOffset: MemoryLayout<Header>.stride + section.rawValue * MemoryLayout<Entry>.stride,
      as: Entry.self
    )
  }

  /// One of the tables.
  @inline(__always)
  func table<Element: BitwiseCopyable>(
    _ section: ImageSection,
    of: Element.Type = Element.self
  ) -> FlatTable<Element> {
    let entry = entry(section)
    return FlatTable(
      base: (base + Int(entry.offset)).assumingMemoryBound(to: Element.self),
      count: Int(entry.count)
    )
  }

  /// The bytes of a text.
  func bytes(_ text: TextRecord) -> FlatTable<UInt8> {
    table(.text).part(text.offset, text.count)
  }

  /// A text; empty where there is none.
  func string(_ text: TextRecord) -> String {
    text.offset == .max ? "" : String(decoding: bytes(text).buffer, as: UTF8.self)
  }

  /// A text, or nil where there is none.
  func optionalString(_ text: TextRecord) -> String? {
    text.offset == .max ? nil : string(text)
  }

  /// The texts of a list.
  func strings(_ list: ListRecord) -> [String] {
    part(.texts, list, of: TextRecord.self).map { string($0) }
  }

  /// Whether a text is the same as a string, byte for byte.
  func isEqual(_ text: TextRecord, _ string: String) -> Bool {
    let bytes = bytes(text).buffer
    guard string.utf8.count == bytes.count else { return false }
    return string.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) }
      ?? string.utf8.elementsEqual(bytes)
  }

  /// A list of one of the tables.
  func part<Element: BitwiseCopyable>(
    _ section: ImageSection,
    _ list: ListRecord,
    of: Element.Type = Element.self
  ) -> FlatTable<Element> {
    table(section, of: Element.self).part(list.start, list.count)
  }
}
