import WatchwordDiagnostics
import WatchwordText

/// Works out where keys go in a table: into the cells of a row, in new columns where there are none.
struct CSVEditor {
  /// The bytes of the table.
  private let source: CSVBytes
  /// The name that may mean a tab between cells.
  private let isTabbed: Bool
  /// What headers mean besides the usual ones.
  private let columns: ColumnNames

  /// Makes an editor of a table.
  init(_ source: SourceText, path: String, columns: ColumnNames = ColumnNames()) {
    self.source = CSVBytes(source)
    self.columns = columns
    isTabbed = DraftName(path: path).fileExtension?.lowercased() == "tsv"
  }

  /// The edits that set keys in the row that holds a byte of the file.
  func edits(_ settings: [KeySetting], at offset: Int) throws(EditProblem) -> [TextEdit] {
    let columns = settings.map { setting in
      (setting, CSVColumn.context(setting.key))
    }
    return try edit { layout, delimiter in
      columns.map { setting, column in
        Change(
          column: layout.columns.firstIndex(of: column),
          name: setting.key,
          value: setting.value ?? "",
          isNeeded: setting.value != nil
        )
      }
    } rowAt: {
      $0.contains(offset)
    }
  }

  /// The edit that adds a line to the suppressions of the row that holds a byte of the file.
  func adding(_ line: String, at offset: Int) throws(EditProblem) -> [TextEdit] {
    try edit { layout, _ in
      [
        Change(
          column: layout.columns.firstIndex(of: .suppression),
          name: "allow",
          value: line,
          isNeeded: true,
          isAdded: true
        )
      ]
    } rowAt: {
      $0.contains(offset)
    }
  }

  /// What one cell of the row shall hold.
  private struct Change {
    /// The column's place; nil where the table has none yet.
    var column: Int?
    /// The header of a new column.
    var name: String
    /// What the cell shall hold.
    var value: String
    /// Whether a new column is made for it.
    var isNeeded: Bool
    /// Whether the value is a line behind those there are.
    var isAdded = false
  }

  /// Walks through the table and gathers edits.
  private func edit(
    _ changes: (CSVLayout, UInt8) -> [Change],
    rowAt isRow: (Range<Int>) -> Bool
  ) throws(EditProblem) -> [TextEdit] {
    var edits: [TextEdit] = []
    var fault: EditProblem?
    let bytes = source.bytes
    bytes.withUnsafeBufferPointer { buffer in
      do throws(EditProblem) {
        edits = try gather(buffer, changes, rowAt: isRow)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return edits
  }

  /// The edits of a table whose bytes are at hand.
  private func gather(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ changes: (CSVLayout, UInt8) -> [Change],
    rowAt isRow: (Range<Int>) -> Bool
  ) throws(EditProblem) -> [TextEdit] {
    let opening = CSVOpening(bytes, source, isTabbed: isTabbed, columns: columns)
    var scanner = opening.scanner
    guard let layout = opening.layout, layout.hasHeader, let header = scanner.next() else {
      throw EditProblem(
        "its first row does not name the columns, so a key has no place; add a row that does"
      )
    }
    let delimiter = scanner.delimiter
    let all = changes(layout, delimiter)
    let known = all.filter { $0.column != nil }
    let new = all.filter { $0.column == nil && $0.isNeeded }
    let width = layout.columns.count
    var edits = append(new.map(\.name), to: scanner.cells, of: header, width: width, delimiter)
    var isFound = false
    while let record = scanner.next() {
      let isTarget = record.range.contains(where: { _ in true }) && isRow(fileRange(record.range))
      guard isTarget || !new.isEmpty else { continue }
      guard record.fault == nil else {
        throw EditProblem(
          "row \(record.number) cannot be read, so its columns are not known",
          at: source.file(record.range)
        )
      }
      let cells = scanner.cells
      // A line with nothing in it stays so.
      if !isTarget, cells.count == 1, source.isBlank(cells[0]), width > 1 || record.range.isEmpty {
        continue
      }
      guard cells.count >= width, cells[width...].allSatisfy(source.isBlank) else {
        throw EditProblem(
          "row \(record.number) has \(cells.count) cells for \(width) columns; correct it first",
          at: source.file(record.range)
        )
      }
      var row: [TextEdit] = []
      if isTarget {
        isFound = true
        row = known.compactMap { change in
          change.column.map { edit(cells[$0], change, delimiter) }
        }
        row.sort { $0.range < $1.range }
      }
      row += append(
        new.map { isTarget ? $0.value : "" },
        to: cells,
        of: record,
        width: width,
        delimiter
      )
      edits += Self.joined(row)
    }
    guard isFound else { throw EditProblem("the row of this post was not found") }
    return edits
  }

  /// The bytes of the file that a record takes, with one behind it, so that an offset at its end counts.
  private func fileRange(_ range: Range<Int>) -> Range<Int> {
    let file = source.file(range)
    return file.start..<file.end
  }

  /// The edits that put values into cells behind the last column, blank ones there may be among them.
  private func append(
    _ values: [String],
    to cells: [CSVCell],
    of record: CSVRecord,
    width: Int,
    _ delimiter: UInt8
  ) -> [TextEdit] {
    guard !values.isEmpty, let last = cells.last else { return [] }
    let isQuoted = last.range != last.content
    var edits: [TextEdit] = []
    var rest: [UInt8] = []
    for (index, value) in values.enumerated() {
      if width + index < cells.count {
        guard !value.isEmpty else { continue }
        let cell = cells[width + index]
        edits.append(
          TextEdit(
            source.file(cell.range),
            replacement: written(value, delimiter, isQuoted: cell.range != cell.content)
          )
        )
      } else {
        rest.append(delimiter)
        rest += written(value, delimiter, isQuoted: isQuoted).utf8
      }
    }
    guard !rest.isEmpty else { return edits }
    let end = source.file(record.range).end
    edits.append(
      TextEdit(SourceRange(end, end), replacement: String(decoding: rest, as: UTF8.self))
    )
    return edits
  }

  /// The edits of a row, where what is written behind a cell that is set joins that edit.
  private static func joined(_ edits: [TextEdit]) -> [TextEdit] {
    var result: [TextEdit] = []
    for edit in edits {
      if let last = result.last, last.range.end == edit.range.start, edit.range.isEmpty {
        result[result.count - 1].replacement += edit.replacement
      } else {
        result.append(edit)
      }
    }
    return result
  }

  /// The edit that sets a cell, quoted as it was, or adds a line to it.
  private func edit(_ cell: CSVCell, _ change: Change, _ delimiter: UInt8) -> TextEdit {
    let isQuoted = cell.range != cell.content
    guard change.isAdded, !source.isBlank(cell) else {
      return TextEdit(
        source.file(cell.range),
        replacement: written(change.value, delimiter, isQuoted: isQuoted)
      )
    }
    if isQuoted {
      let end = source.file(cell.content).end
      return TextEdit(
        SourceRange(end, end),
        replacement: "\n" + Self.doubled(change.value)
      )
    }
    let held = String(decoding: source.bytes[cell.content], as: UTF8.self)
    return TextEdit(
      source.file(cell.range),
      replacement: written("\(held)\n\(change.value)", delimiter, isQuoted: true)
    )
  }

  /// A value as a cell, in quotation marks where it must or shall have them.
  private func written(_ value: String, _ delimiter: UInt8, isQuoted: Bool) -> String {
    let needsQuotes = value.utf8.contains { byte in
      byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard isQuoted || needsQuotes else { return value }
    return "\"" + Self.doubled(value) + "\""
  }

  /// A text with every quotation mark twice.
  private static func doubled(_ text: String) -> String {
    String(
      decoding: text.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] },
      as: UTF8.self
    )
  }
}
