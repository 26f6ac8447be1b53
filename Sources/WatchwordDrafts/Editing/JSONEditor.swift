import WatchwordDiagnostics
import WatchwordText

/// Works out where keys go in JSON: into the object of a post, in the way its members are written.
struct JSONEditor {
  /// One member of an object.
  private struct Member {
    /// The key with its quotation marks.
    var key: Range<Int>
    /// The key's text.
    var name: String
    /// The value.
    var value: Range<Int>
  }

  /// The keys that make a context.
  private let keys = ContextKeyTable()
  /// The edits that set keys in the object of a post.
  func edits(
    _ settings: [KeySetting],
    in object: SourceRange,
    of bytes: UnsafeBufferPointer<UInt8>
  ) throws(EditProblem) -> [TextEdit] {
    let members = try members(of: object, in: bytes)
    var edits: [TextEdit] = []
    var new: [(String, String)] = []
    for setting in settings {
      let value = setting.value.map { Self.written($0) } ?? "null"
      // The last of several counts.
      if let member = members.last(where: { keys.key(for: $0.name) == setting.key }) {
        edits.append(TextEdit(file(member.value), replacement: value))
      } else if setting.value != nil {
        new.append((setting.key, value))
      }
    }
    return edits + append(new, to: members, in: bytes)
  }

  /// The edit that adds an entry to the suppressions of the object of a post.
  func adding(
    _ line: String,
    in object: SourceRange,
    of bytes: UnsafeBufferPointer<UInt8>
  ) throws(EditProblem) -> [TextEdit] {
    let members = try members(of: object, in: bytes)
    let entry = Self.written(line)
    guard let member = members.last(where: { $0.name == "allow" }) else {
      return append([("allow", "[\(entry)]")], to: members, in: bytes)
    }
    let held = UnsafeBufferPointer(rebasing: bytes[member.value])
    switch held.first {
    case UInt8(ascii: "["):
      let inner = held.dropFirst().dropLast()
      guard let last = inner.lastIndex(where: { !EncodingCheck.isBlank(CollectionOfOne($0)) })
      else {
        return [TextEdit(file(member.value), replacement: "[\(entry)]")]
      }
      let end = member.value.lowerBound + last + 1
      return [TextEdit(file(end..<end), replacement: ", \(entry)")]
    case UInt8(ascii: "\""):
      let old = String(decoding: held, as: UTF8.self)
      return [TextEdit(file(member.value), replacement: "[\(old), \(entry)]")]
    default:
      return [TextEdit(file(member.value), replacement: "[\(entry)]")]
    }
  }

  /// The members of the object of a post.
  private func members(
    of object: SourceRange,
    in bytes: UnsafeBufferPointer<UInt8>
  ) throws(EditProblem) -> [Member] {
    var members: [Member] = []
    var unpaired: [SourceRange] = []
    var scanner = JSONScanner(bytes, from: object.start)
    do throws(JSONMistake) {
      try scanner.enter(depth: 0)
      while let key = try scanner.nextKey(isFirst: members.isEmpty) {
        let start = scanner.position
        let name = key.value(in: scanner, baseOffset: 0, unpaired: &unpaired)
        try scanner.skipValue(depth: 1)
        members.append(
          Member(
            key: key.content.lowerBound - 1..<key.content.upperBound + 1,
            name: name,
            value: start..<scanner.position
          )
        )
      }
    } catch {
      throw EditProblem(error.kind.message, at: file(error.range))
    }
    return members
  }

  /// The edit that adds members behind the last, each set apart as the last one is.
  private func append(
    _ new: [(name: String, value: String)],
    to members: [Member],
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> [TextEdit] {
    guard !new.isEmpty, let last = members.last else { return [] }
    var lead = last.key.lowerBound
    while lead > 0, EncodingCheck.isBlank(CollectionOfOne(bytes[lead - 1])) { lead -= 1 }
    let colon = bytes[last.key.upperBound..<last.value.lowerBound]
    let between = colon.contains(0x0A) ? ": " : String(decoding: colon, as: UTF8.self)
    var before = String(decoding: bytes[lead..<last.key.lowerBound], as: UTF8.self)
    if before.isEmpty, members.count == 1, between.hasSuffix(" ") { before = " " }
    let text = new.map { ",\(before)\"\($0.name)\"\(between)\($0.value)" }.joined()
    let end = last.value.upperBound
    return [TextEdit(file(end..<end), replacement: text)]
  }

  /// A range of the scanned bytes, which are the whole text.
  private func file(_ range: Range<Int>) -> SourceRange {
    SourceRange(range.lowerBound, range.upperBound)
  }

  /// A text as a JSON string (RFC 8259, section 7).
  private static func written(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case 0..<0x20, 0x7F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
