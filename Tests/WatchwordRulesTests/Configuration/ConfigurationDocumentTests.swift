import Foundation
import Testing
import WatchwordDiagnostics
import WatchwordRules

/// The example of the documentation.
@Suite struct ConfigurationDocumentTests {
  @Test(
    "The examples in the documentation are configurations without mistakes",
    arguments: ["docs/configuration.md", "README.md"]
  )
  func example(path: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
      .filter { $0.contains("vocabulary:") }
    #expect(blocks.count == 1)
    for block in blocks {
      let loading = ConfigurationLoader.load(Array(block.utf8), path: path)
      #expect(loading.problems.map(\.message) == [])
      #expect(!loading.file.vocabulary.isEmpty)
    }
  }
}
