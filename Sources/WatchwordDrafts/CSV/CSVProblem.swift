import WatchwordDiagnostics
import WatchwordText

/// What is said of a table's form.
enum CSVProblem {
  /// Reports why a row could not be read.
  static func report(
    _ fault: CSVFault,
    row: Int,
    _ source: CSVBytes,
    _ problems: inout DraftProblems
  ) {
    switch fault {
    case .unclosedQuote(let offset):
      problems.report(
        "unclosed-quote",
        at: source.file(offset..<offset + 1),
        post: "row \(row)",
        "nothing closes this quotation mark, so this row was not checked",
        advice: "Close the cell with another, and write a quotation mark inside it twice."
      )
    case .textAfterQuote(let range):
      problems.report(
        "text-after-quote",
        at: source.file(range),
        post: "row \(row)",
        "this follows the quotation mark that closes its cell, so this row was not checked",
        advice: "Write a quotation mark inside a cell twice, and nothing behind the last one."
      )
    }
  }

  /// Reports a table whose columns have no meaning here.
  static func reportUnknownColumns(
    _ opening: CSVOpening,
    _ source: CSVBytes,
    _ problems: inout DraftProblems
  ) {
    guard let record = opening.record else { return }
    if let fault = record.fault { return report(fault, row: record.number, source, &problems) }
    let seen = opening.names.prefix(8).map { "`\(shortened($0))`" }.joined(separator: ", ")
    let more = opening.names.count > 8 ? " and \(opening.names.count - 8) more" : ""
    let near = opening.names.first { CSVColumn.near($0) == "text" }
    problems.report(
      "unknown-columns",
      at: source.file(record.range),
      "no column here is known to hold the posts' words; the columns are \(seen)\(more)",
      advice: near.map { "Write `text` for `\(shortened($0))` if it holds the words." }
        ?? "Name the column with the words `text`; `message`, `caption` and `content` do as well."
    )
  }

  /// Reports columns that stand twice, and headers that are nearly a key.
  static func reportHeader(
    _ cells: [CSVCell],
    _ layout: CSVLayout,
    _ source: CSVBytes,
    _ problems: inout DraftProblems
  ) {
    var keys: Set<String> = []
    var text: CSVCell?
    for (cell, column) in zip(cells, layout.columns) {
      switch column {
      case .text:
        guard let first = text else {
          text = cell
          continue
        }
        let names = [first, cell].map { "`\(shortened(source.string(of: $0)))`" }
        problems.report(
          "two-text-columns",
          at: source.file(cell.range),
          "\(names[0]) and \(names[1]) could both hold the posts' words, so nothing was checked",
          advice: "Name one of them `text`, and give the other a name with another meaning."
        )
      case .context(let key):
        guard keys.insert(key).inserted else {
          problems.report(
            "duplicate-column",
            at: source.file(cell.range),
            "another column is `\(key)` already, and only the first was read",
            advice: "Delete one of them, or give it another name."
          )
          continue
        }
      case .ignored:
        guard let near = CSVColumn.near(source.string(of: cell)), near != "text" else { continue }
        problems.report(
          "unknown-column",
          .note,
          at: source.file(cell.range),
          "this column is not known, so it has no effect",
          advice: "Write `\(near)` if that is meant."
        )
      default: continue
      }
    }
  }

  /// A header cut to what a message can hold, on one line.
  private static func shortened(_ name: String) -> String {
    let limit = 40
    var text = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(limit) {
      text.append(scalar.value < 0x20 ? " " : scalar)
    }
    return String(text) + (name.unicodeScalars.count > limit ? "…" : "")
  }
}
