import Foundation
import WatchwordEngine
import WatchwordRules
import WatchwordText

/// Compiles the rule packs of a directory and writes them, with their text, into one Swift file, so
/// that they travel inside the binary.
///
/// Called by the build: `embed-packs RULES-DIRECTORY SOURCES-DIRECTORY OUTPUT-FILE`.
@main
struct EmbedPacks {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      fail("usage: embed-packs RULES-DIRECTORY SOURCES-DIRECTORY OUTPUT-FILE")
    }
    let files = try files(below: arguments[1], ending: "yml")
    // What the same packs compile to depends on the modules that compile them.
    let sources = try [
      "WatchwordText", "WatchwordDiagnostics", "WatchwordRules", "WatchwordEngine",
    ]
    .flatMap { try Self.files(below: "\(arguments[2])/\($0)", ending: "swift") }
    let stamp = ProgramKey((files + sources).flatMap { [Array($0.path.utf8), $0.bytes] })
    var output = DataFile(stamp: stamp.hexadecimal)
    let packs = Dictionary(grouping: files.filter { $0.path.contains("/") }) { file in
      String(file.path.prefix { $0 != "/" })
    }
    var loaded: [RulePack] = []
    for (id, files) in packs.sorted(by: { $0.key < $1.key }) {
      let inPack = files.map {
        PackFile(path: String($0.path.dropFirst(id.count + 1)), bytes: $0.bytes)
      }
      for file in inPack { output.add(file, pack: id) }
      let loading = PackLoader.load(files: inPack, named: "rules/\(id)")
      // Mistakes stop the command when it starts, which says where they are.
      guard loading.problems.isEmpty, let pack = loading.pack else {
        print("warning: rules/\(id) has mistakes; `watchword pack check` shows them")
        continue
      }
      loaded.append(pack)
    }
    output.defaults = loaded.filter(\.isDefault).map(\.id)
    for chosen in [loaded.filter(\.isDefault), loaded] where loaded.count == packs.count {
      let ids = chosen.map(\.id)
      let key = ProgramKey.ofBuiltIns(ids, stamp: stamp.hexadecimal)
      let (program, problems) = Program.compile(chosen, available: loaded, key: key)
      if problems.isEmpty { output.add(program, packs: ids) }
    }
    try output.text.write(toFile: arguments[3], atomically: true, encoding: .utf8)
  }

  /// The files below a directory with an ending, by path; hidden ones are passed over.
  private static func files(below directory: String, ending: String) throws -> [PackFile] {
    let root = URL(fileURLWithPath: directory).standardizedFileURL
    let found = FileManager.default.enumerator(
      at: root,
      includingPropertiesForKeys: nil,
      options: .skipsHiddenFiles
    )
    var files: [PackFile] = []
    while let url = found?.nextObject() as? URL {
      guard url.pathExtension == ending else { continue }
      let parts = url.standardizedFileURL.pathComponents.dropFirst(root.pathComponents.count)
      files.append(
        PackFile(path: parts.joined(separator: "/"), bytes: Array(try Data(contentsOf: url)))
      )
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Ends the build step.
  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }
}
