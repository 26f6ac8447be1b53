import WatchwordDiagnostics
import WatchwordRules
import WatchwordText

/// Makes posts of rows, and remembers what is only clear at the end of the table.
struct CSVRow {
  /// The columns.
  private let layout: CSVLayout
  /// The bytes of the table.
  private let source: CSVBytes
  /// The first date that can be read in two ways.
  private var ambiguous: (key: String, range: SourceRange, post: String)?
  /// The first date that cannot be read.
  private var unreadable: (key: String, range: SourceRange, post: String)?

  /// Makes a maker for a table of a known layout.
  init(layout: CSVLayout, source: CSVBytes) {
    self.layout = layout
    self.source = source
  }

  /// The post of a row; nil where it is blank or does not fit the columns, which is reported.
  mutating func post(
    _ cells: [CSVCell],
    _ record: CSVRecord,
    _ problems: inout DraftProblems
  ) -> Post? {
    guard cells.contains(where: { !source.isBlank($0) }) else { return nil }
    guard fits(cells, record, &problems) else { return nil }
    var post = Post(id: "row \(record.number)", text: [], map: SourceMap())
    var platforms: [String] = []
    var media = CSVMedia()
    var date = CSVDateParts()
    var platformRange: SourceRange?
    for (cell, column) in zip(cells, layout.columns) {
      guard column != .ignored else { continue }
      if column == .text {
        let id = "row \(record.number)"
        guard
          !problems.refuseLong(cell.content.count, at: source.file(cell.range), post: id)
        else { return nil }
        let text = source.text(of: cell)
        (post.text, post.map) = (text.bytes, text.map)
        continue
      }
      guard !source.isBlank(cell) else { continue }
      let range = source.file(cell.range)
      let value = source.string(of: cell)
      switch column {
      case .text, .ignored: break
      case .id:
        post.id = value
        post.idRange = range
      case .date(let order): read(value, order, "publish-at", at: range, into: &post)
      case .time: date.time = (value, range)
      case .year, .month, .day, .hour, .minute: date.add(value, column, at: range)
      case .platforms:
        platforms += CSVCellText.list(value).map { CSVCellText.platform($0) }
        platformRange = platformRange.map { $0.union(range) } ?? range
      case .tick(let platform):
        guard CSVCellText.isTick(value) else { continue }
        platforms.append(platform)
        platformRange = platformRange.map { $0.union(range) } ?? range
      case .account: set("account", value, at: range, in: &post)
      case .media(let number): media.add(CSVCellText.addresses(value), number, at: range)
      case .alt(let number): media.describe(value, number, at: range)
      case .mediaKind: media.isPhoto = value.lowercased() == "photo"
      case .mediaOrLink: if media.isPhoto { media.add([value], nil, at: range) }
      case .context(let key) where DatedKeys.all.contains(key):
        read(value, .open, key, at: range, into: &post)
      case .context(let key): set(key, value, at: range, in: &post)
      case .suppression:
        post.suppressions += SuppressionComment.read(cell: value, at: range, problems: &problems)
      }
    }
    finish(date, in: &post)
    var seen: Set<String> = []
    let names = platforms.filter { seen.insert($0).inserted }
    if let range = platformRange, !names.isEmpty {
      let value = ContextValue.list(names.map { .text($0) })
      post.context.entries["platform"] = ContextEntry(
        names.count == 1 ? .text(names[0]) : value,
        range: range
      )
    }
    if let entry = media.entry { post.context.entries["media"] = entry }
    return post
  }

  /// Whether a row has the cells that the columns want; reports one that has not.
  private func fits(
    _ cells: [CSVCell],
    _ record: CSVRecord,
    _ problems: inout DraftProblems
  ) -> Bool {
    let wanted = layout.columns.count
    if cells.count > wanted, cells[wanted...].contains(where: { !source.isBlank($0) }) {
      let extra = cells[wanted].range.lowerBound..<record.range.upperBound
      problems.report(
        "ragged-row",
        at: source.file(extra),
        post: "row \(record.number)",
        "row \(record.number) has \(cells.count) cells for \(wanted) columns, so it was not checked",
        advice: "Put quotation marks around a cell that has the delimiter in it."
      )
      return false
    }
    guard cells.count < wanted - layout.optionalCount else { return true }
    let hasText = layout.columns.prefix(cells.count).contains(.text)
    problems.report(
      "ragged-row",
      hasText ? .warning : .error,
      at: source.file(record.range),
      post: "row \(record.number)",
      "row \(record.number) has \(cells.count == 1 ? "1 cell" : "\(cells.count) cells") for \(wanted) columns"
        + (hasText ? "" : ", so it was not checked"),
      advice: "Give it the delimiters of the empty cells."
    )
    return hasText
  }

  /// Sets a key of the context that nothing has set.
  private func set(_ key: String, _ value: String, at range: SourceRange, in post: inout Post) {
    guard post.context.entries[key] == nil else { return }
    post.context.entries[key] = ContextEntry(.text(value), range: range)
  }

  /// Reads a cell with a date.
  private mutating func read(
    _ value: String,
    _ order: CSVDateOrder,
    _ key: String,
    at range: SourceRange,
    into post: inout Post
  ) {
    switch CSVDate.read(value, order: order) {
    case .day(let day):
      var moment = Moment(day)
      if let time = CSVDate.time(value) { (moment.minute, moment.offset) = time }
      set(key, moment.description, at: range, in: &post)
    case .either: if ambiguous == nil { ambiguous = (key, range, post.id) }
    case .unreadable: if unreadable == nil { unreadable = (key, range, post.id) }
    }
  }

  /// Puts together a date of several cells, or takes the one before a time.
  private mutating func finish(_ date: CSVDateParts, in post: inout Post) {
    if let range = date.range, post.context.entries["publish-at"] == nil {
      if let moment = date.moment {
        set("publish-at", moment.description, at: range, in: &post)
      } else if unreadable == nil {
        unreadable = ("publish-at", range, post.id)
      }
    }
    if let time = date.time, CSVDateParts.isTime(time.text) {
      addTime(time.text, at: time.range, to: &post)
    }
    let hasDate = layout.columns.contains { if case .date = $0 { true } else { false } }
    if let time = date.time, !hasDate, !CSVDateParts.isTime(time.text) {
      read(time.text, .open, "publish-at", at: time.range, into: &post)
    }
  }

  /// Adds the time of a column of its own to a day.
  private func addTime(_ text: String, at range: SourceRange, to post: inout Post) {
    guard let entry = post.context.entries["publish-at"], let written = entry.value.texts.first,
      var moment = Moment(written), moment.minute == nil,
      let time = Moment.time(Array(text.utf8)[...])
    else { return }
    (moment.minute, moment.offset) = time
    post.context.entries["publish-at"] = ContextEntry(
      .text(moment.description),
      range: entry.range.map { $0.union(range) }
    )
  }

  /// Reports the first of the dates that gave no `publish-at`, each kind once.
  func reportDates(_ problems: inout DraftProblems) {
    if let ambiguous {
      problems.report(
        "ambiguous-date",
        .note,
        at: ambiguous.range,
        post: ambiguous.post,
        "day and month cannot be told apart here, so posts with such a date have no `\(ambiguous.key)`",
        advice: "Write the date as year, month and day, such as 2027-01-31."
      )
    }
    if let unreadable {
      problems.report(
        "unreadable-date",
        .note,
        at: unreadable.range,
        post: unreadable.post,
        "this is not a date, so posts with such a cell have no `\(unreadable.key)`",
        advice: "Write the date as year, month and day, such as 2027-01-31."
      )
    }
  }
}
