import WatchwordDiagnostics
import WatchwordRules
import WatchwordText

/// Works out where keys go in front matter, which is made where there is none.
struct FrontMatterEditor {
  /// The keys that make a context.
  private let keys = ContextKeyTable()
  /// The bytes of the draft.
  private let bytes: [UInt8]

  /// Makes an editor of a draft's bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The edits that set keys.
  func edits(_ settings: [KeySetting]) throws(EditProblem) -> [TextEdit] {
    let place = try place()
    var edits: [TextEdit] = []
    var new: [String] = []
    for setting in settings {
      if let entry = place.entries.first(where: { keys.key(for: $0.name) == setting.key }) {
        edits.append(
          setting.value.map { replacing(entry, with: YAMLText.written($0)) } ?? clearing(entry)
        )
      } else if let value = setting.value {
        new.append("\(setting.key): \(YAMLText.written(value))")
      }
    }
    return edits + append(new, at: place)
  }

  /// The edit that adds an entry to the suppressions under `allow`.
  func adding(_ line: String) throws(EditProblem) -> [TextEdit] {
    let place = try place()
    let text = YAMLText.quoted(line)
    guard let entry = place.entries.first(where: { $0.name == "allow" }) else {
      return append(["allow:", "  - \(text)"], at: place)
    }
    guard !entry.value.isNull else { return [replacing(entry, with: "[\(text)]")] }
    guard let items = entry.value.items else {
      let held = entry.value.text.map { YAMLText.quoted($0) } ?? ""
      return [replacing(entry, with: "[\(held), \(text)]")]
    }
    guard let last = items.last else { return [replacing(entry, with: "[\(text)]")] }
    let end = last.range.end
    guard bytes[entry.value.range.start] != UInt8(ascii: "[") else {
      return [TextEdit(SourceRange(end, end), replacement: ", \(text)")]
    }
    // The new item stands under the last, behind whatever follows that on its line.
    let lineEnd = bytes[end...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let start = lineStart(of: last.range.start)
    let lead = bytes[start..<last.range.start].prefix { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    return [
      TextEdit(
        SourceRange(lineEnd, lineEnd),
        replacement: place.lineEnd + String(decoding: lead, as: UTF8.self) + text
      )
    ]
  }

  /// Where front matter stands, or shall stand.
  private struct Place {
    /// The entries there are.
    var entries: [YAMLEntry]
    /// Where new lines go.
    var end: Int
    /// What ends a line.
    var lineEnd: String
    /// The blanks before each key.
    var indent: String
    /// Whether there is front matter.
    var exists: Bool
  }

  /// Finds the front matter.
  private func place() throws(EditProblem) -> Place {
    let found = bytes.withUnsafeBufferPointer {
      buffer -> (mark: Int, fence: FrontMatterFence?, isOpen: Bool) in
      let mark = EncodingCheck.markLength(buffer, baseOffset: 0)
      var problems = DraftProblems(path: "")
      let fence = FrontMatterFence(buffer, from: mark, baseOffset: 0)
      if fence == nil {
        FrontMatterFence.reportUnclosed(buffer, from: mark, baseOffset: 0, problems: &problems)
      }
      return (mark, fence, !problems.diagnostics.isEmpty)
    }
    let lineEnd = firstLineEnd
    guard let fence = found.fence else {
      guard !found.isOpen else {
        throw EditProblem("no second `---` ends its front matter; write that line first")
      }
      return Place(entries: [], end: found.mark, lineEnd: lineEnd, indent: "", exists: false)
    }
    let reading = YAMLReader.read(
      Array(bytes[fence.content]),
      baseOffset: fence.content.lowerBound,
      firstLine: 2
    )
    if let problem = reading.problems.first {
      throw EditProblem("its front matter cannot be read: \(problem.message)", at: problem.range)
    }
    var place = Place(
      entries: [],
      end: fence.content.upperBound,
      lineEnd: lineEnd,
      indent: "",
      exists: true
    )
    guard let root = reading.root, !root.isNull else { return place }
    guard let entries = root.entries, bytes[root.range.start] != UInt8(ascii: "{") else {
      throw EditProblem("its front matter is not one key on each line; write it so", at: root.range)
    }
    place.entries = entries
    if let first = entries.first {
      let start = lineStart(of: first.key.range.start)
      place.indent = String(
        decoding: bytes[start..<first.key.range.start].prefix { $0 == 0x20 },
        as: UTF8.self
      )
    }
    return place
  }

  /// The edit that adds lines.
  private func append(_ lines: [String], at place: Place) -> [TextEdit] {
    guard !lines.isEmpty else { return [] }
    let all = place.exists ? lines : ["---"] + lines + ["---"]
    let text = all.map { place.indent + $0 + place.lineEnd }.joined()
    return [TextEdit(SourceRange(place.end, place.end), replacement: text)]
  }

  /// The edit that gives a key another value.
  private func replacing(_ entry: YAMLEntry, with value: String) -> TextEdit {
    guard entry.value.range.isEmpty || entry.value.range.end <= entry.key.range.end else {
      return TextEdit(entry.value.range, replacement: value)
    }
    // Nothing is written yet: the value goes behind the colon.
    let colon = bytes[entry.key.range.end...].firstIndex(of: UInt8(ascii: ":"))
    let place = colon.map { $0 + 1 } ?? entry.key.range.end
    return TextEdit(SourceRange(place, place), replacement: value.isEmpty ? "" : " \(value)")
  }

  /// The edit that takes a key out, with its line where nothing else stands there.
  private func clearing(_ entry: YAMLEntry) -> TextEdit {
    let start = lineStart(of: entry.range.start)
    let text = bytes[entry.range.start..<entry.range.end]
    let behind = bytes[entry.range.end...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard !text.contains(0x0A), !text.contains(0x0D), EncodingCheck.isBlank(behind),
      EncodingCheck.isBlank(bytes[start..<entry.range.start])
    else { return replacing(entry, with: "") }
    var end = behind.endIndex
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return TextEdit(SourceRange(start, end), replacement: "")
  }

  /// The start of the line that holds an offset.
  private func lineStart(of offset: Int) -> Int {
    bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
  }

  /// What ends the first line; a line feed where there is one line.
  private var firstLineEnd: String {
    guard let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    guard bytes[end] == 0x0D else { return "\n" }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? "\r\n" : "\r"
  }
}
