import Foundation
import Testing
import WatchwordRules

@Suite("Pack schemas")
struct PackSchemaTests {
  /// The directory of the committed schemas.
  private static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("docs/schema")

  @Test("The committed schemas are those the tables give; WATCHWORD_RECORD=1 writes them anew")
  func freshness() throws {
    for (name, text) in PackSchema.files {
      let url = Self.directory.appendingPathComponent(name)
      if ProcessInfo.processInfo.environment["WATCHWORD_RECORD"] == "1" {
        try FileManager.default.createDirectory(
          at: Self.directory,
          withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
        Issue.record("recorded \(name); look at it, then run without WATCHWORD_RECORD")
      } else {
        #expect((try? Data(contentsOf: url)) == Data(text.utf8), "\(name) is out of date")
      }
    }
  }

  @Test("Every schema is JSON, and every reference in it has its definition")
  func references() throws {
    for (name, text) in PackSchema.files {
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let schema = try #require(object as? [String: Any])
      let definitions = Set((schema["$defs"] as? [String: Any] ?? [:]).keys)
      let references = text.split(separator: "\"#/$defs/").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
      #expect(Set(references) == definitions, "\(name)")
    }
  }
}
