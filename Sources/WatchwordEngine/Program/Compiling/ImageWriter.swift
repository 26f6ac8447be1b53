internal import WatchwordText

/// Collects the tables of an image and lays them out in one block.
struct ImageWriter {
  /// The bytes and the number of values of each table.
  private var tables: [ImageSection: (bytes: [UInt8], count: Int)] = [:]
  /// The bytes of all texts.
  private var text: [UInt8] = []
  /// The texts that are there already.
  private var textRecords: [[UInt8]: TextRecord] = [:]

  /// Makes a writer without tables.
  init() {}

  /// The text in the image, stored once.
  mutating func text(_ string: String) -> TextRecord {
    // By bytes: strings are equal where only their composition differs.
    let bytes = Array(string.utf8)
    if let known = textRecords[bytes] { return known }
    let record = TextRecord(offset: UInt32(text.count), count: UInt32(bytes.count))
    text += bytes
    textRecords[bytes] = record
    return record
  }

  /// The text in the image, or none.
  mutating func text(_ string: String?) -> TextRecord {
    guard let string else { return .none }
    return text(string)
  }

  /// A list of texts.
  mutating func texts(_ strings: some Sequence<String>) -> ListRecord {
    var records: [TextRecord] = []
    for string in strings { records.append(text(string)) }
    return append(.texts, records)
  }

  /// A list of numbers.
  mutating func numbers(_ numbers: some Sequence<Int>) -> ListRecord {
    append(.numbers, numbers.map { Int32($0) })
  }

  /// Puts values behind those that a table has, and returns their place.
  mutating func append<Element: BitwiseCopyable>(
    _ section: ImageSection,
    _ values: [Element]
  ) -> ListRecord {
    let start = tables[section]?.count ?? 0
    values.withUnsafeBytes { tables[section, default: ([], 0)].bytes += $0 }
    tables[section]?.count += values.count
    return ListRecord(start: UInt32(start), count: UInt32(values.count))
  }

  /// The finished image.
  func image(key: ProgramKey) -> FlatMemory {
    var tables = tables
    tables[.text] = (text, text.count)
    let sections = ImageSection.allCases
    var entries: [ProgramImage.Entry] = []
    var size =
      MemoryLayout<ProgramImage.Header>.stride
      + sections.count * MemoryLayout<ProgramImage.Entry>.stride
    for section in sections {
      size = (size + FlatMemory.alignment - 1) / FlatMemory.alignment * FlatMemory.alignment
      let table = tables[section] ?? ([], 0)
      entries.append(.init(offset: UInt32(size), count: UInt32(table.count)))
      size += table.bytes.count
    }
    return FlatMemory(count: size) { block in
      func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        UnsafeMutableRawBufferPointer(rebasing: block[offset..<offset + bytes.count])
          .copyMemory(from: bytes)
      }
      let headerSize = MemoryLayout<ProgramImage.Header>.stride
      entries.withUnsafeBytes { put($0, at: headerSize) }
      for (section, entry) in zip(sections, entries) {
        tables[section]?.bytes.withUnsafeBytes { put($0, at: Int(entry.offset)) }
      }
      let header = ProgramImage.Header(
        magic: ProgramImage.magic,
        version: ProgramImage.version,
        byteOrder: ProgramImage.byteOrder,
        layout: ProgramImage.layout,
        size: UInt64(size),
        patternEngine: ProgramImage.patternEngine,
        key: key,
        check: ImageHash.of(UnsafeRawBufferPointer(rebasing: block[headerSize...])),
        sectionCount: UInt32(sections.count)
      )
      withUnsafeBytes(of: header) { put($0, at: 0) }
    }
  }
}
