public import WatchwordDiagnostics
import WatchwordText

/// Works out where examples go in a rule file, as edits that leave every other byte alone.
public struct ExampleEditor {
  /// An example to be written.
  public struct Example: Hashable, Sendable {
    /// The text.
    public var text: String
    /// The context it is checked in, in the order it is written.
    public var context: [(key: String, value: String)]

    /// Makes an example.
    public init(text: String, context: [(key: String, value: String)] = []) {
      self.text = text
      self.context = context
    }

    public static func == (left: Example, right: Example) -> Bool {
      left.written == right.written
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(written)
    }

    /// The example as an item on one line.
    fileprivate var written: String {
      guard !context.isEmpty else { return YAMLText.quoted(text) }
      let keys = context.map { "\($0.key): \(YAMLText.quoted($0.value))" }
      return "{ text: \(YAMLText.quoted(text)), with: { \(keys.joined(separator: ", ")) } }"
    }
  }

  /// The bytes of the rule file.
  private let bytes: [UInt8]

  /// Makes an editor of a rule file.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The file with further examples; nil where its `examples` are written in a way that has no place for them.
  public func adding(good: [Example], wrongAlarms: [Example]) -> EditedText? {
    guard let entries = YAMLReader.read(bytes).root?["examples"]?.entries,
      let goods = entries.first(where: { $0.name == "good" }),
      let lastGood = goods.value.items?.last
    else { return nil }
    let isFlow = bytes[goods.value.range.start] == UInt8(ascii: "[")
    var edits: [TextEdit] = []
    var behindGood = ""
    if !good.isEmpty {
      guard let text = items(good, behind: lastGood, isFlow: isFlow) else { return nil }
      behindGood += text
    }
    if !wrongAlarms.isEmpty {
      if let known = entries.first(where: { $0.name == "wrong-alarms" }) {
        let isFlow = bytes[known.value.range.start] == UInt8(ascii: "[")
        guard let last = known.value.items?.last,
          let text = items(wrongAlarms, behind: last, isFlow: isFlow)
        else { return nil }
        edits.append(insertion(text, behind: last, isFlow: isFlow))
      } else {
        let lead = Array(bytes[lineStart(of: goods.key.range.start)..<goods.key.range.start])
        guard !isFlow, lead.allSatisfy({ $0 == 0x20 }) else { return nil }
        let indent = String(decoding: lead, as: UTF8.self)
        behindGood += "\(lineEnd)\(indent)wrong-alarms:"
        behindGood += wrongAlarms.map { "\(lineEnd)\(indent)  - \($0.written)" }.joined()
      }
    }
    if !behindGood.isEmpty {
      edits.append(insertion(behindGood, behind: lastGood, isFlow: isFlow))
    }
    return try? EditedText(edits, to: bytes)
  }

  /// Items as they stand behind the last one of a list; nil where they cannot.
  private func items(_ examples: [Example], behind last: YAMLNode, isFlow: Bool) -> String? {
    guard !isFlow else { return examples.map { ", \($0.written)" }.joined() }
    let lead = bytes[lineStart(of: last.range.start)..<last.range.start]
    guard lead.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return nil }
    let start = String(decoding: lead, as: UTF8.self)
    return examples.map { "\(lineEnd)\(start)\($0.written)" }.joined()
  }

  /// The edit that puts text behind an item, or behind its last line.
  private func insertion(_ text: String, behind item: YAMLNode, isFlow: Bool) -> TextEdit {
    var end = item.range.end
    if !isFlow { end = bytes[end...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count }
    return TextEdit(SourceRange(end, end), replacement: text)
  }

  /// The start of the line that holds an offset.
  private func lineStart(of offset: Int) -> Int {
    bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
  }

  /// What ends a line of the file.
  private var lineEnd: String {
    guard let end = bytes.firstIndex(of: 0x0A), end > 0, bytes[end - 1] == 0x0D else { return "\n" }
    return "\r\n"
  }
}
