import Foundation

/// Writes the rule packs of a directory into one Swift file, so that they travel inside the binary.
///
/// Called by the build: `embed-packs RULES-DIRECTORY OUTPUT-FILE`.
@main
struct EmbedPacks {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: embed-packs DIRECTORY OUTPUT\n".utf8))
      exit(2)
    }
    let root = URL(fileURLWithPath: arguments[1]).standardizedFileURL
    var entries: [(pack: String, path: String, url: URL)] = []
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let url = found?.nextObject() as? URL {
      guard url.pathExtension == "yml" else { continue }
      let parts = url.standardizedFileURL.pathComponents.dropFirst(root.pathComponents.count)
      guard let pack = parts.first, parts.count > 1 else { continue }
      entries.append((pack, parts.dropFirst().joined(separator: "/"), url))
    }
    entries.sort { ($0.pack, $0.path) < ($1.pack, $1.path) }
    var text = """
      // Written by embed-packs from the directory `rules`; do not edit.

      /// The rule packs that travel inside the binary.
      enum BuiltInPackData {
        /// Every file of every pack, sorted by pack and path.
        static var files: [(pack: StaticString, path: StaticString, text: StaticString)] {
          [

      """
    for entry in entries {
      let content = try String(contentsOf: entry.url, encoding: .utf8)
      text += "      (\(literal(entry.pack)), \(literal(entry.path)), \(literal(content))),\n"
    }
    text += "    ]\n  }\n}\n"
    try text.write(to: URL(fileURLWithPath: arguments[2]), atomically: true, encoding: .utf8)
  }

  /// A Swift string literal of a text.
  static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFEFF:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
