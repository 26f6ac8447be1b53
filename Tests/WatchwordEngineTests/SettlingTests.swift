import Foundation
import Testing
import WatchwordDiagnostics
import WatchwordDrafts
import WatchwordEngine
import WatchwordRules
import WatchwordText

/// The keys that settle findings do so in every rule of the built-in packs that names them.
@Suite struct SettlingTests {
  /// The packs under `rules`.
  private static func packs() throws -> [RulePack] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("rules")
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
    return try folders.compactMap { folder in
      let url = root.appendingPathComponent(folder)
      let names = try FileManager.default.subpathsOfDirectory(atPath: url.path)
      let files = try names.filter { $0.hasSuffix(".yml") }.map { name in
        PackFile(path: name, bytes: Array(try Data(contentsOf: url.appendingPathComponent(name))))
      }
      return PackLoader.load(files: files, named: "rules/\(folder)").pack
    }
  }

  /// The keys that fulfil a settler, and the name it is settled by.
  private static func keys(for settler: Settler) -> (keys: [String: String], name: String) {
    switch settler {
    case .key(let key): ([key: "https://example.org/news"], key)
    case .approval(let scope):
      (
        ["approved-by": "Example", "approved-on": "2026-05-01", "approved-scope": scope],
        "approved-by"
      )
    case .all(let settlers):
      settlers.map(keys(for:)).reduce(into: ([:], "")) { result, part in
        result.keys.merge(part.keys) { $1 }
        result.name += (result.name.isEmpty ? "" : ", ") + part.name
      }
    }
  }

  @Test("Each settler of each rule settles the rule's bad examples, and names itself")
  func everyRule() throws {
    let packs = try Self.packs()
    var settlers: Set<String> = []
    var count = 0
    for pack in packs {
      let program = Program.compile([pack], available: packs).program
      var checker = Checker(
        program: program,
        options: CheckOptions(asOf: ExampleTest.publicationDay)
      )
      for resolved in ResolvedRule.all(of: [pack], available: packs) {
        let rule = resolved.rule
        guard rule.id.pack == pack.id, let example = rule.badExamples.first else { continue }
        for settler in rule.settledBy {
          let (keys, name) = Self.keys(for: settler)
          settlers.formUnion(keys.keys)
          var post = Post(
            id: "a",
            text: Array(example.text.utf8),
            map: SourceMap(verbatim: example.text.utf8.count, at: 0)
          )
          post.context = Context(example.context.mapValues { ContextEntry($0) })
          for (key, value) in keys { post.context.entries[key] = ContextEntry(.text(value)) }
          let found = checker.check(post, path: "a.md").filter { $0.rule == rule.id }
          // Another settler of the rule may be fulfilled by the same keys.
          let names = Set(rule.settledBy.map { Self.keys(for: $0).name })
          #expect(
            found.allSatisfy {
              if case .settled(let key) = $0.settlement { names.contains(key) } else { false }
            },
            "\(rule.id) by \(name)"
          )
          count += 1
        }
      }
    }
    #expect(count > 50)
    let expected: Set = [
      "already-public", "approved-by", "kin-informed", "people-consent", "sources",
      "account-disclaimer",
    ]
    #expect(settlers.isSuperset(of: expected))
  }
}
